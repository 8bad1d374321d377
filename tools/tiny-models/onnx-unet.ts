import { createLayers } from './onnx-layers.ts';
import type { LayerOptions } from './onnx-layers.ts';

/** Sizes of a conditional UNet as Stable Diffusion has it (Rombach et al. 2022). */
export type UnetShape = {
  /** Channels by level, from full resolution down. */
  channels: number[];
  /** Attention heads by level. */
  heads: number[];
  /** Which levels look at the text. */
  attention: boolean[];
  /** Residual blocks a level. */
  blocks: number;
  /** Width of the text embeddings. */
  context: number;
  groups: number;
};

/** 865.9 million weights. */
export const sdTurboUnet: UnetShape = {
  channels: [320, 640, 1280, 1280],
  heads: [5, 10, 20, 20],
  attention: [true, true, true, false],
  blocks: 2,
  context: 1024,
  groups: 32,
};

/** Small enough for a test. */
export const tinyUnet: UnetShape = {
  channels: [16, 32],
  heads: [2, 4],
  attention: [true, false],
  blocks: 1,
  context: 24,
  groups: 4,
};

/** What a UNet's file calls things, which differs between exporters. */
export type UnetNames = {
  sample: string;
  timestep: string;
  text: string;
  output: string;
  timestepType: 'int64' | 'float32';
  /** `[]` for a scalar. */
  timestepShape: readonly (string | number)[];
  /** Width of the embedding of the guidance scale that LCM models take as `timestep_cond`; absent for others. */
  guidance?: number;
  /** Sizes when the export is not dynamic: batch, height and width of the latents, tokens. */
  fixed?: { batch: number; height: number; width: number; tokens: number };
};

/** Names of optimum's exports. */
export const optimumUnet: UnetNames = {
  sample: 'sample',
  timestep: 'timestep',
  text: 'encoder_hidden_states',
  output: 'out_sample',
  timestepType: 'int64',
  timestepShape: [],
};

/**
 * Writes a UNet with random weights: sample [n, 4, h, w], timestep, text [n, tokens, context] → [n, 4, h, w].
 * @param options.isCalm Adds little to the sample, which is nearly the noise: pictures have middling colours then, where pure
 * randomness would be clipped to black and white.
 */
export function writeUnet(
  path: string,
  shape: UnetShape,
  options: LayerOptions & { names?: UnetNames; isCalm?: boolean } = {},
): { parameters: number } {
  const { names = optimumUnet } = options;
  const layers = createLayers({ ...options, groups: shape.groups });
  const { graph, type, constant, add, multiply, linear, convolve, silu, groupNorm, layerNorm, enlarge } = layers;
  const { fixed } = names;
  const picture = [fixed?.batch ?? 'batch', 4, fixed?.height ?? 'height', fixed?.width ?? 'width'];
  const sample = graph.input(names.sample, type, picture);
  const timestep = graph.input(names.timestep, names.timestepType, names.timestepShape);
  const text = graph.input(names.text, type, [fixed?.batch ?? 'batch', fixed?.tokens ?? 'tokens', shape.context]);

  const base = shape.channels[0] ?? 0;
  const width = base * 4;
  const half = base / 2;
  const frequencies = graph.floats(
    Array.from({ length: half }, (_, i) => Math.exp((-Math.log(10_000) * i) / half)),
    [1, half],
  );
  const time = graph.op('Reshape', [graph.op('Cast', [timestep], { to: 1 }), graph.integers([-1, 1])]);
  const angles = multiply(time, frequencies);
  const waves = graph.op('Concat', [graph.op('Cos', [angles]), graph.op('Sin', [angles])], { axis: 1 });
  const embedding = graph.op('Cast', [waves], { to: type === 'float16' ? 10 : 1 });
  const guidance = names.guidance ?? 0;
  const conditioned =
    guidance === 0
      ? embedding
      : add(embedding, linear(graph.input('timestep_cond', type, ['batch', guidance]), guidance, base, false));
  const moment = silu(linear(silu(linear(conditioned, base, width)), width, width));

  const residual = (x: string, inputs: number, outputs: number): string => {
    const shift = graph.op('Unsqueeze', [linear(moment, width, outputs), graph.integers([2, 3])]);
    const first = add(convolve(silu(groupNorm(x, inputs)), inputs, outputs), shift);
    const second = convolve(silu(groupNorm(first, outputs)), outputs, outputs);
    return add(inputs === outputs ? x : convolve(x, inputs, outputs, { size: 1 }), second);
  };
  const attend = (x: string, over: string, channels: number, inputs: number, heads: number): string => {
    const [query, key, value] = [
      linear(x, channels, channels, false),
      linear(over, inputs, channels, false),
      linear(over, inputs, channels, false),
    ];
    const mixed = graph.op('MultiHeadAttention', [query, key, value], { num_heads: heads }, 'com.microsoft');
    return linear(mixed, channels, channels);
  };
  const gelu = (x: string) =>
    multiply(
      multiply(x, constant([0.5], [])),
      add(graph.op('Erf', [multiply(x, constant([Math.SQRT1_2], []))]), constant([1], [])),
    );
  const transform = (x: string, channels: number, heads: number): string => {
    const flat = graph.op('Reshape', [groupNorm(x, channels, 1e-6), graph.integers([0, channels, -1])]);
    let hidden = linear(graph.op('Transpose', [flat], { perm: [0, 2, 1] }), channels, channels);
    const normal = layerNorm(hidden, channels);
    hidden = add(hidden, attend(normal, normal, channels, channels, heads));
    hidden = add(hidden, attend(layerNorm(hidden, channels), text, channels, shape.context, heads));
    const [value = '', gate = ''] = graph.ops(
      'Split',
      [linear(layerNorm(hidden, channels), channels, channels * 8), graph.integers([channels * 4, channels * 4])],
      { outputs: 2, attributes: { axis: -1 } },
    );
    hidden = add(hidden, linear(multiply(value, gelu(gate)), channels * 4, channels));
    const back = graph.op('Transpose', [linear(hidden, channels, channels)], { perm: [0, 2, 1] });
    return add(x, graph.op('Reshape', [back, graph.op('Shape', [x])]));
  };

  const levels = shape.channels.map((channels, level) => ({
    channels,
    heads: shape.heads[level] ?? 1,
    looks: shape.attention[level] === true,
    level,
  }));
  let x = convolve(sample, 4, base);
  let current = base;
  const skips: [string, number][] = [[x, base]];
  for (const { channels, heads, looks, level } of levels) {
    for (let block = 0; block < shape.blocks; block++) {
      x = residual(x, current, channels);
      current = channels;
      if (looks) x = transform(x, current, heads);
      skips.push([x, current]);
    }
    if (level < levels.length - 1) {
      x = convolve(x, current, current, { stride: 2 });
      skips.push([x, current]);
    }
  }
  x = residual(x, current, current);
  x = transform(x, current, shape.heads.at(-1) ?? 1);
  x = residual(x, current, current);
  for (const { channels, heads, looks, level } of levels.toReversed()) {
    for (let block = 0; block <= shape.blocks; block++) {
      const [skip, skipped] = skips.pop() ?? ['', 0];
      x = residual(graph.op('Concat', [x, skip], { axis: 1 }), current + skipped, channels);
      current = channels;
      if (looks) x = transform(x, current, heads);
    }
    if (level > 0) x = convolve(enlarge(x), current, current);
  }
  const prediction = convolve(silu(groupNorm(x, current)), current, 4);
  const calm = () => add(sample, multiply(prediction, constant([0.0125], [])));
  graph.output(options.isCalm === true ? calm() : prediction, names.output, type, picture);
  return layers.save(path);
}
