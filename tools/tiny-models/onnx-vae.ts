import { createLayers } from './onnx-layers.ts';
import type { Precision } from './onnx-layers.ts';

/** Options of the box autoencoder. */
export type BoxVaeOptions = {
  precision?: Precision;
  input?: string;
  output?: string;
  /** Decoder's pixels (and encoder's): -1 to 1 as diffusers has them, or 0 to 1 as the original TAESD. Default signed. */
  range?: 'signed' | 'unit';
  /** What latents are multiplied by: 1 for a VAE, whose factor is applied outside; 0.18215 for a TAESD. Default 1. */
  scale?: number;
  /** Encoder: whether it gives mean and log-variance (8 channels) or latents (4). Default parameters. */
  gives?: 'parameters' | 'latents';
};

/**
 * An autoencoder whose answer is known: latents are the means of 8 × 8 pixels, red, green, blue and their mean; its
 * log-variance is -30, so sampling adds nothing that can be seen.
 */
export function writeBoxEncoder(path: string, options: BoxVaeOptions = {}): void {
  const { precision = 'float32', input = 'sample', output = 'latent_parameters' } = options;
  const { range = 'signed', gives = 'parameters', scale = 1 } = options;
  const { graph, type, constant, save } = createLayers({ precision });
  const pixels = graph.input(input, type, ['batch', 3, 'height', 'width']);
  const channels = gives === 'parameters' ? 8 : 4;
  const share = (latent: number, colour: number) => {
    if (latent === 3) return 1 / 192;
    return latent === colour ? 1 / 64 : 0;
  };
  const kernel = Array.from({ length: channels * 3 * 64 }, (_, at) =>
    share(Math.floor(at / 192), Math.floor(at / 64) % 3),
  );
  const bias = Array.from({ length: channels }, (_, latent) => (latent < 4 ? 0 : -30));
  const means = graph.op('Conv', [pixels, constant(kernel, [channels, 3, 8, 8]), constant(bias)], {
    kernel_shape: [8, 8],
    strides: [8, 8],
  });
  // A unit encoder's latents are those of the signed one: both decode to the same picture.
  const [gain, offset] = range === 'signed' ? [scale, 0] : [2 * scale, -scale];
  const latents = graph.op('Add', [graph.op('Mul', [means, constant([gain], [])]), constant([offset], [])]);
  graph.output(latents, output, type, ['batch', channels, 'latent_height', 'latent_width']);
  save(path);
}

/** The way back: each latent becomes 8 × 8 pixels of its red, green and blue. */
export function writeBoxDecoder(path: string, options: BoxVaeOptions = {}): void {
  const { precision = 'float32', input = 'latent_sample', output = 'sample', range = 'signed', scale = 1 } = options;
  const { graph, type, constant, enlarge, save } = createLayers({ precision });
  const latents = graph.input(input, type, ['batch', 4, 'latent_height', 'latent_width']);
  const gain = (range === 'signed' ? 1 : 0.5) / scale;
  const kernel = Array.from({ length: 12 }, (_, at) => (Math.floor(at / 4) === at % 4 ? gain : 0));
  const offset = range === 'signed' ? 0 : 0.5;
  const colours = graph.op('Conv', [latents, constant(kernel, [3, 4, 1, 1]), constant([offset, offset, offset])], {
    kernel_shape: [1, 1],
  });
  const clipped = graph.op('Clip', [colours, constant([range === 'signed' ? -1 : 0], []), constant([1], [])]);
  graph.output(enlarge(clipped, 8), output, type, ['batch', 3, 'height', 'width']);
  save(path);
}

/** TAESD's decoder in its true size (1.2 million weights), random: latents [n, 4, h, w] → pixels [n, 3, 8h, 8w]. */
export function writeTaesdDecoder(path: string): { parameters: number } {
  const { graph, constant, convolve, relu, add, enlarge, save } = createLayers({ seed: 3 });
  const latents = graph.input('latent_sample', 'float32', ['batch', 4, 'latent_height', 'latent_width']);
  const third = graph.op('Tanh', [graph.op('Div', [latents, constant([3], [])])]);
  let x = relu(convolve(graph.op('Mul', [third, constant([3], [])]), 4, 64));
  const block = (input: string) => {
    const inner = convolve(relu(convolve(relu(convolve(input, 64, 64)), 64, 64)), 64, 64);
    return relu(add(inner, input));
  };
  for (let stage = 0; stage < 3; stage++) {
    for (let each = 0; each < 3; each++) x = block(x);
    x = convolve(enlarge(x), 64, 64, { hasBias: false });
  }
  graph.output(convolve(block(x), 64, 3), 'sample', 'float32', ['batch', 3, 'height', 'width']);
  return save(path);
}

/** TAESD's encoder in its true size, random: pixels [n, 3, h, w] → latents [n, 4, h/8, w/8]. */
export function writeTaesdEncoder(path: string): { parameters: number } {
  const { graph, convolve, relu, add, save } = createLayers({ seed: 4 });
  const block = (input: string) => {
    const inner = convolve(relu(convolve(relu(convolve(input, 64, 64)), 64, 64)), 64, 64);
    return relu(add(inner, input));
  };
  let x = block(convolve(graph.input('sample', 'float32', ['batch', 3, 'height', 'width']), 3, 64));
  for (let stage = 0; stage < 3; stage++) {
    x = convolve(x, 64, 64, { stride: 2, hasBias: false });
    for (let each = 0; each < 3; each++) x = block(x);
  }
  graph.output(convolve(x, 64, 4), 'latents', 'float32', ['batch', 4, 'latent_height', 'latent_width']);
  return save(path);
}
