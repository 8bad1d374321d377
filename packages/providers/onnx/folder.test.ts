import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findOnlyModel, readDiffusersFolder, readSmallAutoencoder, readTaesdFolder } from './folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kinora-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes files by path; their content doesn't matter unless given. */
async function write(files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.join(folder, name, '..'), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
}

const usual = {
  'model_index.json': '{"_class_name":"StableDiffusionPipeline"}',
  'scheduler/scheduler_config.json': '{"_class_name":"PNDMScheduler"}',
  'tokenizer/vocab.json': '{}',
  'tokenizer/merges.txt': '',
  'text_encoder/model.onnx': '',
  'unet/model.onnx': '',
  'unet/model.onnx_data': '',
  'vae_decoder/model.onnx': '',
  'vae_encoder/model.onnx': '',
};
const short = (file: string | null) => (file === null ? null : path.relative(folder, file).replaceAll('\\', '/'));

describe('a diffusers folder', () => {
  test('is read in the layout of the exporters, with the values that configurations leave out', async () => {
    await write(usual);
    const read = await readDiffusersFolder(folder);
    expect(short(read.unet)).toBe('unet/model.onnx');
    expect(short(read.encoder)).toBe('vae_encoder/model.onnx');
    expect(read).toMatchObject({ scalingFactor: 0.18215, multiple: 64, small: null });
  });

  test('tells its own scaling factor and levels', async () => {
    await write({
      ...usual,
      'unet/config.json': '{"block_out_channels":[320,640,1280]}',
      'vae_decoder/config.json': '{"scaling_factor":0.5}',
    });
    expect(await readDiffusersFolder(folder)).toMatchObject({ scalingFactor: 0.5, multiple: 32 });
  });

  test('prefers model.onnx to variants beside it', async () => {
    await write({ ...usual, 'unet/a.onnx': '', 'unet/model_fp16.onnx': '' });
    expect(short((await readDiffusersFolder(folder)).unet)).toBe('unet/model.onnx');
  });

  test('may have a TAESD in place of its decoder, and no encoder', async () => {
    const { 'vae_decoder/model.onnx': _decoder, 'vae_encoder/model.onnx': _encoder, ...rest } = usual;
    await write({ ...rest, 'taesd_decoder/model.onnx': '' });
    const read = await readDiffusersFolder(folder);
    expect(short(read.decoder)).toBe('taesd_decoder/model.onnx');
    expect(read.encoder).toBeNull();
  });

  test.each(['unet/model.onnx', 'text_encoder/model.onnx', 'tokenizer/merges.txt', 'scheduler/scheduler_config.json'])(
    'without %s is refused by that name',
    async (name) => {
      await write(Object.fromEntries(Object.entries(usual).filter(([file]) => file !== name)));
      await expect(readDiffusersFolder(folder)).rejects.toMatchObject({
        code: 'provider.unavailable',
        message: expect.stringContaining(name),
      });
    },
  );

  test('of another architecture is refused as such', async () => {
    await write({ ...usual, 'model_index.json': '{"text_encoder_2":["transformers","CLIPTextModel"]}' });
    await expect(readDiffusersFolder(folder)).rejects.toThrow(/another architecture/);
  });

  test('with a broken configuration says which', async () => {
    await write({ ...usual, 'model_index.json': '<html>' });
    await expect(readDiffusersFolder(folder)).rejects.toThrow(/model_index.json is not JSON/);
  });
});

describe('a TAESD', () => {
  test.each([
    ['vae_decoder/model.onnx', 'vae_encoder/model.onnx'],
    ['taesd_decoder.onnx', 'taesd_encoder.onnx'],
    ['decoder/model.onnx', 'encoder/model.onnx'],
    ['onnx/decoder_model.onnx', 'onnx/encoder_model.onnx'],
  ])('is found as %s', async (decoder, encoder) => {
    await write({ [decoder]: '', [encoder]: '' });
    const found = await readTaesdFolder(folder);
    expect([short(found.decoder), short(found.encoder)]).toEqual([decoder, encoder]);
  });

  test('inside a model is not mistaken for its VAE', async () => {
    await write(usual);
    expect(await readSmallAutoencoder(folder)).toBeNull();
  });

  test('without a decoder is refused', async () => {
    await write({ 'vae_encoder/model.onnx': '' });
    await expect(readTaesdFolder(folder)).rejects.toThrow(/vae_decoder/);
  });
});

test('the only model of a folder is found whatever its name', async () => {
  await expect(findOnlyModel(folder)).rejects.toThrow(/model.onnx/);
  await write({ 'rife49_ensemble_True_scale_1_sim.onnx': '' });
  expect(short(await findOnlyModel(folder))).toBe('rife49_ensemble_True_scale_1_sim.onnx');
});
