import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { KinoraError } from '@kinora/capabilities';

/** Files of a diffusers folder, absolute. */
export type DiffusersFolder = {
  textEncoder: string;
  unet: string;
  decoder: string;
  /** Null when the model can't start from pictures. */
  encoder: string | null;
  /** A small autoencoder for previews and quick pictures, when the folder brings one. */
  small: SmallAutoencoder | null;
  tokenizer: { vocabulary: string; merges: string; config: string | undefined; specialTokens: string | undefined };
  schedulerConfig: string;
  /** What latents are divided by before the decoder. */
  scalingFactor: number;
  /** Pixels a side must be a multiple of. */
  multiple: number;
};

/** TAESD. */
export type SmallAutoencoder = { decoder: string; encoder: string | null };

/**
 * Finds the parts of a Stable Diffusion model in the usual layout: a folder for each part with `model.onnx` in it, as
 * optimum, Olive and diffusers' own exporter write it.
 * @throws KinoraError `provider.unavailable` naming what is missing.
 */
export async function readDiffusersFolder(folder: string): Promise<DiffusersFolder> {
  const index = await readJson(path.join(folder, 'model_index.json'));
  if (index['text_encoder_2'] || index['transformer']) {
    throw new KinoraError(
      'provider.unavailable',
      'Kinora paints with Stable Diffusion 1, 2 and Turbo; this model has another architecture. Choose one of those.',
    );
  }
  const [textEncoder, unet, decoder, encoder, small] = await Promise.all([
    findModel(folder, ['text_encoder']),
    findModel(folder, ['unet']),
    findModel(folder, ['vae_decoder']),
    findModel(folder, ['vae_encoder']),
    readSmallAutoencoder(folder),
  ]);
  const missing = Object.entries({ text_encoder: textEncoder, unet, vae_decoder: decoder ?? small?.decoder })
    .filter(([, found]) => !found)
    .map(([name]) => `${name}/model.onnx`);
  if (textEncoder === null || unet === null || missing.length > 0) throw lacks(missing);
  const [unetConfig, vaeConfig] = await Promise.all([
    readJson(path.join(folder, 'unet', 'config.json')),
    firstJson(['vae_decoder', 'vae', 'vae_encoder'].map((name) => path.join(folder, name, 'config.json'))),
  ]);
  const levels = Array.isArray(unetConfig['block_out_channels']) ? unetConfig['block_out_channels'].length : 4;
  const scaling = vaeConfig['scaling_factor'];
  return {
    textEncoder,
    unet,
    decoder: decoder ?? small?.decoder ?? '',
    encoder,
    small,
    tokenizer: await readTokenizer(path.join(folder, 'tokenizer')),
    schedulerConfig: await readText(path.join(folder, 'scheduler', 'scheduler_config.json')),
    scalingFactor: typeof scaling === 'number' ? scaling : 0.18215,
    multiple: 8 * 2 ** (levels - 1),
  };
}

/** Finds a TAESD in a folder of its own or inside a model's. Null when there is none. */
export async function readSmallAutoencoder(folder: string): Promise<SmallAutoencoder | null> {
  const decoder =
    (await findModel(folder, ['taesd_decoder', 'vae_decoder_tiny', 'taesd/vae_decoder', 'taesd/decoder'])) ??
    (await findModel(folder, ['.'], /taesd.*decoder.*\.onnx$/i));
  const encoder =
    (await findModel(folder, ['taesd_encoder', 'vae_encoder_tiny', 'taesd/vae_encoder', 'taesd/encoder'])) ??
    (await findModel(folder, ['.'], /taesd.*encoder.*\.onnx$/i));
  return decoder === null ? null : { decoder, encoder };
}

/** The same for a folder that is nothing but a TAESD: plain names will do. */
export async function readTaesdFolder(folder: string): Promise<SmallAutoencoder> {
  const named = await readSmallAutoencoder(folder);
  if (named) return named;
  const find = async (kind: string) =>
    (await findModel(folder, [`vae_${kind}`, kind])) ??
    (await findModel(folder, ['.', 'onnx'], new RegExp(`${kind}.*\\.onnx$`, 'i')));
  const decoder = await find('decoder');
  if (decoder === null) throw lacks(['vae_decoder/model.onnx']);
  return { decoder, encoder: await find('encoder') };
}

/** The model of a folder that holds one. @throws KinoraError `provider.unavailable` when there is none. */
export async function findOnlyModel(folder: string): Promise<string> {
  const found = await findModel(folder, ['.', 'onnx']);
  if (found === null) throw lacks(['model.onnx']);
  return found;
}

/** `model.onnx` before other names; full precision before those that say otherwise. */
async function findModel(folder: string, places: string[], pattern = /\.onnx$/): Promise<string | null> {
  for (const place of places) {
    const names = await readdir(path.join(folder, place)).catch(() => []);
    const [found] = names
      .filter((name) => pattern.test(name))
      .sort((a, b) => Number(b === 'model.onnx') - Number(a === 'model.onnx') || a.length - b.length);
    if (found !== undefined) return path.join(folder, place, found);
  }
  return null;
}

async function readTokenizer(folder: string): Promise<DiffusersFolder['tokenizer']> {
  const optional = async (name: string) => await readFile(path.join(folder, name), 'utf8').catch(() => undefined);
  const [vocabulary, merges] = [await optional('vocab.json'), await optional('merges.txt')];
  if (vocabulary === undefined || merges === undefined) throw lacks(['tokenizer/vocab.json', 'tokenizer/merges.txt']);
  return {
    vocabulary,
    merges,
    config: await optional('tokenizer_config.json'),
    specialTokens: await optional('special_tokens_map.json'),
  };
}

async function readText(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch(() => {
    throw lacks([file.split(/[\\/]/).slice(-2).join('/')]);
  });
}

async function readJson(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (cause) {
    throw new KinoraError('provider.unavailable', `${path.basename(file)} is not JSON; install the model again.`, {
      cause,
    });
  }
}

async function firstJson(files: string[]): Promise<Record<string, unknown>> {
  for (const file of files) {
    const found = await readJson(file);
    if (Object.keys(found).length > 0) return found;
  }
  return {};
}

function lacks(files: string[]): KinoraError {
  return new KinoraError(
    'provider.unavailable',
    `The model's folder lacks ${files.join(' and ')}; install the model again, or import a folder in the layout of diffusers' ONNX exports.`,
  );
}
