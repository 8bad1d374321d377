import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLayers } from './onnx-layers.ts';
import type { Precision } from './onnx-layers.ts';
import { optimumUnet, sdTurboUnet, tinyUnet, writeUnet } from './onnx-unet.ts';
import type { UnetNames } from './onnx-unet.ts';
import { writeBoxDecoder, writeBoxEncoder, writeTaesdDecoder, writeTaesdEncoder } from './onnx-vae.ts';

/** Options of {@link writeTinyDiffusers}. */
export type TinyDiffusersOptions = {
  /** Weights and, for float16, inputs and outputs. Default float32. */
  precision?: Precision;
  /**
   * Whose names inputs and outputs bear: optimum's (default), or those of Microsoft's exports, which also cast token ids to
   * int32, take the timestep as a float and give latents instead of mean and log-variance.
   */
  naming?: 'optimum' | 'olive';
  /** Content of `scheduler_config.json`. Default that of SD-Turbo. */
  scheduler?: Record<string, unknown>;
  /** Whether the folder brings small autoencoders `taesd_encoder` and `taesd_decoder`. Default true. */
  hasTaesd?: boolean;
  /** Whether it can start from pictures. Default true. */
  hasEncoder?: boolean;
  /** Whether the UNet takes the guidance scale as an input, as LCM models do. Default false. */
  hasGuidanceInput?: boolean;
  /** Sizes of the UNet when its export is not dynamic. */
  fixed?: UnetNames['fixed'];
};

/** `scheduler_config.json` of SD-Turbo. */
export const turboScheduler = {
  _class_name: 'EulerDiscreteScheduler',
  beta_end: 0.012,
  beta_schedule: 'scaled_linear',
  beta_start: 0.00085,
  interpolation_type: 'linear',
  num_train_timesteps: 1000,
  prediction_type: 'epsilon',
  steps_offset: 1,
  timestep_spacing: 'trailing',
  timestep_type: 'discrete',
  trained_betas: null,
  use_karras_sigmas: false,
};

/** `scheduler_config.json` of Stable Diffusion 1.5. */
export const sd15Scheduler = {
  _class_name: 'PNDMScheduler',
  beta_end: 0.012,
  beta_schedule: 'scaled_linear',
  beta_start: 0.00085,
  clip_sample: false,
  num_train_timesteps: 1000,
  prediction_type: 'epsilon',
  set_alpha_to_one: false,
  skip_prk_steps: true,
  steps_offset: 1,
  trained_betas: null,
};

const oliveUnet: UnetNames = {
  ...optimumUnet,
  output: 'latent',
  timestepType: 'float32',
  timestepShape: [1],
};

/** Tokens of the tiny vocabulary, beside single bytes. */
const merges = ['f o', 'fo x</w>', 'o w', 'ow l</w>', 't h', 'th e</w>', 'r e', 're d</w>', 's e', 'se a</w>'];

/**
 * Writes a Stable Diffusion folder with a random UNet and text encoder of about 0.6 MB, and the box autoencoder, whose answer
 * is known. It loads and runs like a real one; its pictures are noise that depends on prompt and seed.
 */
export function writeTinyDiffusers(folder: string, options: TinyDiffusersOptions = {}): void {
  const { precision = 'float32', naming = 'optimum' } = options;
  const scheduler: Record<string, unknown> = options.scheduler ?? turboScheduler;
  const { hasTaesd = true, hasEncoder = true, fixed } = options;
  const isOlive = naming === 'olive';
  const at = (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name, 'model.onnx');
  };
  const json = (name: string, value: unknown) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(value, null, 2));
  };
  json('model_index.json', {
    _class_name: isOlive ? 'OnnxStableDiffusionPipeline' : 'StableDiffusionPipeline',
    scheduler: ['diffusers', scheduler['_class_name']],
    tokenizer: ['transformers', 'CLIPTokenizer'],
    unet: ['diffusers', isOlive ? 'OnnxRuntimeModel' : 'UNet2DConditionModel'],
  });
  json('scheduler/scheduler_config.json', scheduler);
  writeTinyTokenizer(join(folder, 'tokenizer'));
  writeTinyTextEncoder(at('text_encoder'), { precision, isOlive });
  const names: UnetNames = {
    ...(isOlive ? oliveUnet : optimumUnet),
    ...(fixed ? { fixed } : {}),
    ...(options.hasGuidanceInput === true ? { guidance: 256 } : {}),
  };
  writeUnet(at('unet'), tinyUnet, { precision, names, isCalm: true });
  json('unet/config.json', { _class_name: 'UNet2DConditionModel', block_out_channels: tinyUnet.channels });
  const vae = { precision: precision === 'int8' ? 'float32' : precision } as const;
  writeBoxDecoder(at('vae_decoder'), isOlive ? { ...vae, input: 'latent', output: 'images' } : vae);
  json('vae_decoder/config.json', { _class_name: 'AutoencoderKL', scaling_factor: 0.18215 });
  if (hasEncoder) {
    const given = isOlive ? ({ input: 'images', output: 'latent', gives: 'latents' } as const) : {};
    writeBoxEncoder(at('vae_encoder'), { ...vae, ...given });
  }
  if (hasTaesd) {
    writeBoxDecoder(at('taesd_decoder'), { range: 'unit', scale: 0.18215 });
    writeBoxEncoder(at('taesd_encoder'), { range: 'unit', scale: 0.18215, gives: 'latents', output: 'latents' });
  }
}

/**
 * Writes a folder whose UNet and TAESD have the true sizes of SD-Turbo, with random weights (118 MB on disk in float32), and a
 * small text encoder of the true width: for measuring.
 * @returns Weights of the UNet and of TAESD's decoder.
 */
export function writeTrueSizeTurbo(folder: string, precision: 'float32' | 'float16' = 'float32') {
  const at = (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name, 'model.onnx');
  };
  mkdirSync(join(folder, 'scheduler'), { recursive: true });
  writeFileSync(join(folder, 'model_index.json'), JSON.stringify({ _class_name: 'StableDiffusionPipeline' }));
  writeFileSync(join(folder, 'scheduler/scheduler_config.json'), JSON.stringify(turboScheduler));
  writeTinyTokenizer(join(folder, 'tokenizer'));
  writeTinyTextEncoder(at('text_encoder'), { precision, size: sdTurboUnet.context });
  const unet = writeUnet(at('unet'), sdTurboUnet, { precision, weightsFile: 'model.onnx_data' });
  const decoder = writeTaesdDecoder(at('taesd_decoder'));
  writeTaesdEncoder(at('taesd_encoder'));
  writeBoxDecoder(at('vae_decoder'));
  return { unet: unet.parameters, decoder: decoder.parameters };
}

/** A byte-level vocabulary with ten merges, laid out like CLIP's. */
function writeTinyTokenizer(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const bytes = byteCharacters();
  const tokens = [
    ...bytes,
    ...bytes.map((character) => `${character}</w>`),
    ...merges.map((pair) => pair.replace(' ', '')),
  ];
  const vocabulary = Object.fromEntries(
    [...tokens, '<|startoftext|>', '<|endoftext|>'].map((token, id) => [token, id]),
  );
  writeFileSync(join(folder, 'vocab.json'), JSON.stringify(vocabulary));
  writeFileSync(join(folder, 'merges.txt'), `#version: 0.2\n${merges.join('\n')}\n`);
  const config = { model_max_length: 77, pad_token: '<|endoftext|>', tokenizer_class: 'CLIPTokenizer' };
  writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify(config));
}

/** Printable characters for all bytes, as GPT-2 orders them. */
function byteCharacters(): string[] {
  const isPrintable = (byte: number) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte !== 173);
  const all = Array.from({ length: 256 }, (_, byte) => byte);
  const rest = all.filter((byte) => !isPrintable(byte));
  return [...all.filter(isPrintable), ...rest.map((_, place) => 256 + place)].map((code) => String.fromCharCode(code));
}

/** Token ids [n, 77] → embeddings [n, 77, size]: a token's own vector, its place and the mean of all. */
function writeTinyTextEncoder(path: string, options: { precision: Precision; isOlive?: boolean; size?: number }): void {
  const { precision, isOlive = false, size = tinyUnet.context } = options;
  const { graph, type, weights, add, linear, silu, layerNorm, save } = createLayers({ precision, seed: 2 });
  const ids = graph.input('input_ids', isOlive ? 'int32' : 'int64', ['batch', 77]);
  const words = graph.op('Gather', [weights([256 * 2 + merges.length + 2, size], 1), ids]);
  const placed = add(words, weights([1, 77, size], 1));
  const mean = graph.op('ReduceMean', [placed], { axes: [1], keepdims: 1 });
  const hidden = layerNorm(add(placed, silu(linear(mean, size, size))), size);
  graph.output(hidden, isOlive ? 'text_embeddings' : 'last_hidden_state', type, ['batch', 77, size]);
  if (!isOlive)
    graph.output(graph.op('ReduceMax', [hidden], { axes: [1], keepdims: 0 }), 'pooler_output', type, ['batch', size]);
  save(path);
}
