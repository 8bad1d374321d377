import { readPictureHeader } from '@kinora/capabilities';
import type { InstalledModel, ProcessHost } from '@kinora/capabilities';
import { imageContract, samplePng } from '@kinora/capabilities/testing';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sd15Scheduler, writeTinyDiffusers } from '../../../tools/tiny-models/onnx-diffusers.ts';
import type { TinyDiffusersOptions } from '../../../tools/tiny-models/onnx-diffusers.ts';
import { openRuntimeHost } from '../../../tools/tiny-models/runtime-host.ts';
import { onnx } from './index.ts';
import type { DrawProgress, DrawRequest, DrawResult, OnnxImageOptions } from './index.ts';

type CallOptions = Parameters<ReturnType<typeof open>['doGenerate']>[0];

const root = mkdtempSync(path.join(tmpdir(), 'kinora-onnx-'));
let host: ProcessHost;

beforeAll(async () => {
  host = await openRuntimeHost('onnx');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const turbo = { steps: 1, guidance: 0, width: 64, height: 64 };
const classic = { steps: 5, guidance: 7.5, width: 64, height: 64 };

/** Writes a model and opens the provider's model of it. */
function open(
  id: string,
  options: TinyDiffusersOptions & { defaults?: Record<string, unknown>; settings?: object } = {},
) {
  const { defaults = turbo, settings = {}, ...written } = options;
  const folder = path.join(root, id);
  writeTinyDiffusers(folder, written);
  const model: InstalledModel = {
    id,
    title: id,
    purpose: 'image',
    runtime: 'onnx',
    format: 'diffusers',
    folder,
    files: [],
    revision: '0123456789abcdef',
    bytes: 1,
    memoryBytes: 1,
    languages: [],
    defaults,
  };
  const provider = onnx.create(
    { ...settings },
    { fetch, processes: host, installed: async () => [model], importPackage: (name) => import(name) },
  );
  return provider.model('image', id);
}

const base: CallOptions = {
  prompt: 'the red fox',
  n: 1,
  size: '64x64',
  aspectRatio: undefined,
  seed: 7,
  files: undefined,
  mask: undefined,
  providerOptions: {},
};
const kinora = (options: OnnxImageOptions) => ({ kinora: options as Record<string, never> });
const png = (bytes: Uint8Array) => ({ type: 'file' as const, mediaType: 'image/png', data: bytes });

async function draw(model: ReturnType<typeof open>, options: Partial<CallOptions> = {}) {
  const result = await model.doGenerate({ ...base, ...options });
  return { ...result, pictures: result.images as Uint8Array[], picture: result.images[0] as Uint8Array };
}

async function pixelsOf(bytes: Uint8Array): Promise<Uint8ClampedArray> {
  const image = await loadImage(bytes);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}

describe('the contract', () => {
  imageContract({
    name: 'onnx/tiny',
    create: async () => {
      host ??= await openRuntimeHost('onnx');
      return open('contract');
    },
    sizes: [
      [64, 64],
      [96, 48],
      [48, 96],
    ],
    timeoutMs: 120_000,
  });
});

describe.each<[string, TinyDiffusersOptions & { defaults?: Record<string, unknown> }]>([
  ['optimum, float32', {}],
  ['optimum, float16 in and out', { precision: 'float16' }],
  ['int8 matrices', { precision: 'int8' }],
  ["Microsoft's names", { naming: 'olive', precision: 'float16' }],
  ['one size only', { fixed: { batch: 1, height: 8, width: 8, tokens: 77 } }],
  ['PNDM with guidance', { scheduler: sd15Scheduler, defaults: classic }],
])('%s', (name, options) => {
  const id = name.replaceAll(/\W+/g, '-');

  test('draws by prompt and seed', async () => {
    const model = open(id, options);
    const first = await draw(model);
    const pixels = await pixelsOf(first.picture);
    expect(new Set(pixels).size).toBeGreaterThan(8);
    expect(Buffer.compare(first.picture, (await draw(model)).picture)).toBe(0);
    expect(Buffer.compare(first.picture, (await draw(model, { seed: 8 })).picture)).not.toBe(0);
    expect(Buffer.compare(first.picture, (await draw(model, { prompt: 'the owl' })).picture)).not.toBe(0);
  });
});

describe('several pictures', () => {
  test('have the seeds seed, seed + 1 …', async () => {
    const model = open('several');
    const { pictures, providerMetadata } = await draw(model, { n: 3, seed: 5 });
    expect(providerMetadata?.['kinora']?.images).toEqual([{ seed: 5 }, { seed: 6 }, { seed: 7 }]);
    expect(Buffer.compare(pictures[2]!, (await draw(model, { seed: 7 })).picture)).toBe(0);
  });

  test('have a seed that is told when none was given', async () => {
    const model = open('several');
    const { picture, providerMetadata } = await draw(model, { seed: undefined });
    const told = providerMetadata?.['kinora']?.images[0] as { seed: number };
    expect(Buffer.compare(picture, (await draw(model, { seed: told.seed })).picture)).toBe(0);
  });
});

describe('guidance', () => {
  test('heeds a negative prompt, and says when it can not', async () => {
    const model = open('guided', { scheduler: sd15Scheduler, defaults: classic });
    const plain = await draw(model);
    const against = await draw(model, { providerOptions: kinora({ negativePrompt: 'the sea' }) });
    expect(Buffer.compare(plain.picture, against.picture)).not.toBe(0);
    const without = await draw(model, { providerOptions: kinora({ negativePrompt: 'the sea', guidance: 1 }) });
    expect(without.warnings).toEqual([{ type: 'other', message: expect.stringContaining('guidance') }]);
  });

  test('just above 1 is as good as none: it starts from the prompt, not from the negative prompt', async () => {
    const model = open('guided', { scheduler: sd15Scheduler, defaults: classic });
    const none = await draw(model, { providerOptions: kinora({ guidance: 1 }) });
    const hardly = await draw(model, { providerOptions: kinora({ guidance: 1.001, negativePrompt: 'the sea' }) });
    const [a, b] = [await pixelsOf(none.picture), await pixelsOf(hardly.picture)];
    expect(a.every((value, at) => Math.abs(value - b[at]!) <= 1)).toBe(true);
  });

  test('is an input of LCM models, without a second call', async () => {
    const model = open('lcm', { hasGuidanceInput: true, defaults: { ...classic, steps: 4, scheduler: 'lcm' } });
    const [usual, strong] = [await draw(model), await draw(model, { providerOptions: kinora({ guidance: 12 }) })];
    expect(Buffer.compare(usual.picture, strong.picture)).not.toBe(0);
    const { warnings } = await draw(model, { providerOptions: kinora({ negativePrompt: 'the sea' }) });
    expect(warnings).toHaveLength(1);
  });

  test('gives the same picture in one call of the model and in two', async () => {
    const together = await draw(open('guided', { scheduler: sd15Scheduler, defaults: classic }));
    const options = { scheduler: sd15Scheduler, defaults: classic, hasTaesd: false };
    const apart = await draw(
      open('guided-apart', { ...options, fixed: { batch: 1, height: 8, width: 8, tokens: 77 } }),
    );
    const [a, b] = [await pixelsOf(together.picture), await pixelsOf(apart.picture)];
    expect(a.every((value, at) => Math.abs(value - b[at]!) <= 1)).toBe(true);
  });

  test.each(['euler', 'euler-ancestral', 'ddim', 'pndm', 'dpm-solver', 'lcm'] as const)(
    'works with %s',
    async (scheduler) => {
      const { picture } = await draw(open('guided', { defaults: classic }), { providerOptions: kinora({ scheduler }) });
      expect(readPictureHeader(picture)).toMatchObject({ width: 64, height: 64 });
    },
  );
});

describe('sizes', () => {
  test('between multiples are drawn larger and cut, with a warning', async () => {
    const { picture, warnings } = await draw(open('sizes'), { size: '70x50' });
    expect(readPictureHeader(picture)).toMatchObject({ width: 70, height: 50 });
    expect(warnings).toEqual([{ type: 'other', message: expect.stringContaining('80×64') }]);
  });

  test('far above the training are drawn at its area and enlarged', async () => {
    const { picture, warnings } = await draw(open('sizes'), { size: '1280x720' });
    expect(readPictureHeader(picture)).toMatchObject({ width: 1280, height: 720 });
    expect(warnings).toHaveLength(1);
  });

  test('that the model does not have are cut from the one it has', async () => {
    const model = open('fixed', { fixed: { batch: 1, height: 8, width: 16, tokens: 77 } });
    expect(readPictureHeader((await draw(model, { size: undefined })).picture)).toMatchObject({
      width: 128,
      height: 64,
    });
    expect(readPictureHeader((await draw(model)).picture)).toMatchObject({ width: 64, height: 64 });
  });
});

describe('image to image', () => {
  /** What the box autoencoder makes of a picture: the mean of every 8 × 8 pixels. */
  async function boxed(bytes: Uint8Array): Promise<number[]> {
    const pixels = await pixelsOf(bytes);
    return Array.from({ length: 64 * 64 * 3 }, (_, at) => {
      const [colour, x, y] = [at % 3, Math.floor(at / 3) % 64, Math.floor(at / 192)];
      let sum = 0;
      for (let place = 0; place < 64; place++) {
        const row = (y & ~7) + (place >> 3);
        sum += pixels[(row * 64 + (x & ~7) + (place & 7)) * 4 + colour]!;
      }
      return sum / 64;
    });
  }
  const source = samplePng({ width: 64, height: 64 });

  test.each<[string, TinyDiffusersOptions, boolean]>([
    ['through the VAE', {}, false],
    ['through a VAE in float16 that gives latents', { naming: 'olive', precision: 'float16' }, false],
    ['through TAESD', {}, true],
  ])('at strength 0 returns its input, %s', async (name, options, usesTaesd) => {
    const model = open(name.replaceAll(/\W+/g, '-'), { ...options, settings: { usesTaesd } });
    const { picture } = await draw(model, { files: [png(source)], providerOptions: kinora({ strength: 0 }) });
    const [given, expected] = [await pixelsOf(picture), await boxed(source)];
    const worst = expected.reduce((most, value, at) => {
      return Math.max(most, Math.abs(value - given[Math.floor(at / 3) * 4 + (at % 3)]!));
    }, 0);
    expect(worst).toBeLessThanOrEqual(1);
  });

  test('changes the picture more with more strength', async () => {
    const model = open('strength', { defaults: { ...turbo, steps: 8 } });
    const distance = async (strength: number) => {
      const { picture } = await draw(model, { files: [png(source)], providerOptions: kinora({ strength }) });
      const [given, expected] = [await pixelsOf(picture), await boxed(source)];
      return expected.reduce((sum, value, at) => sum + Math.abs(value - given[Math.floor(at / 3) * 4 + (at % 3)]!), 0);
    };
    const [little, much] = [await distance(0.2), await distance(0.8)];
    expect(little).toBeGreaterThan(0);
    expect(much).toBeGreaterThan(little);
  });

  test('takes as many steps as a model of one step needs', async () => {
    const seen: DrawProgress[] = [];
    const options = kinora({ strength: 0.5, onPreview: (preview) => void seen.push(preview) });
    await draw(open('strength'), { files: [png(source)], providerOptions: options });
    expect(seen).toMatchObject([{ step: 1, steps: 1 }]);
  });

  test('warns of a mask, and refuses what is no picture', async () => {
    const model = open('strength');
    const { warnings } = await draw(model, { files: [png(source)], mask: png(source) });
    expect(warnings).toMatchObject([{ type: 'unsupported', feature: 'mask' }]);
    await expect(draw(model, { files: [png(new Uint8Array(40))] })).rejects.toThrow(/no PNG/);
    const without = open('no-encoder', { hasEncoder: false, hasTaesd: false });
    await expect(draw(without, { files: [png(source)] })).rejects.toThrow(/vae_encoder/);
  });
});

test('takes and gives pixels without a file in between, for live pictures', async () => {
  const folder = path.join(root, 'live');
  writeTinyDiffusers(folder);
  const process = host.open({
    name: 'live',
    runtime: 'onnx',
    entry: new URL('./process.ts', import.meta.url),
    settings: { folder, isFrugal: false },
  });
  const frame = {
    width: 64,
    height: 64,
    data: new Uint8Array(64 * 64 * 4).fill(255).map((_, at) => (at % 4 === 3 ? 255 : (at % 4) * 70)),
  };
  const request: DrawRequest = {
    prompt: 'the red fox',
    negativePrompt: '',
    size: { width: 64, height: 64 },
    native: 64,
    seeds: [1],
    steps: 1,
    guidance: 0,
    guidanceRescale: 0,
    eta: 0,
    image: frame,
    strength: 0,
    usesTaesd: true,
    hasPreviews: false,
    output: 'rgba',
  };
  const same = await process.call<DrawResult>('draw', request);
  const given = same.pictures[0] as typeof frame;
  expect(given.data.every((value, at) => Math.abs(value - frame.data[at]!) <= 1)).toBe(true);
  const styled = await process.call<DrawResult>('draw', { ...request, strength: 0.5, steps: 2 });
  expect(styled.pictures[0]).toMatchObject({ width: 64, height: 64 });
  expect(Buffer.compare((styled.pictures[0] as typeof frame).data, given.data)).not.toBe(0);
});

describe('previews', () => {
  test('come after every step, with a picture from TAESD until the last', async () => {
    const seen: DrawProgress[] = [];
    const model = open('previews', { defaults: { ...turbo, steps: 4 } });
    const { picture } = await draw(model, {
      providerOptions: kinora({ onPreview: (preview) => void seen.push(preview) }),
    });
    expect(seen.map(({ step, steps }) => `${step}/${steps}`)).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(seen.map(({ preview }) => preview !== undefined)).toEqual([true, true, true, false]);
    expect(readPictureHeader(seen[0]!.preview!)).toEqual({ mediaType: 'image/jpeg', width: 64, height: 64 });
    expect(readPictureHeader(picture)?.mediaType).toBe('image/png');
  });

  test('are steps alone without TAESD', async () => {
    const seen: DrawProgress[] = [];
    const options = kinora({ onPreview: (preview) => void seen.push(preview) });
    await draw(open('plain', { hasTaesd: false }), { providerOptions: options });
    expect(seen).toEqual([{ picture: 0, step: 1, steps: 1 }]);
  });
});

describe('prompts', () => {
  const long = Array.from({ length: 100 }, (_, index) => `word${index}`).join(', ');

  test('longer than 77 tokens are read in parts', async () => {
    const model = open('long');
    const [whole, cut] = [await draw(model, { prompt: long }), await draw(model, { prompt: long.slice(0, 60) })];
    expect(Buffer.compare(whole.picture, cut.picture)).not.toBe(0);
    expect(whole.warnings).toMatchObject([{ message: expect.stringContaining('tokens were left out') }]);
  });

  test('are cut with a warning where the model takes no more', async () => {
    const model = open('short', { fixed: { batch: 1, height: 8, width: 8, tokens: 77 } });
    const { warnings } = await draw(model, { prompt: long });
    expect(warnings).toMatchObject([{ message: expect.stringContaining('tokens were left out') }]);
  });
});

test('draws the same when memory is tight: text encoder closed, guidance in two calls, tiles', async () => {
  const options = { scheduler: sd15Scheduler, defaults: { ...classic, width: 512, height: 512 }, hasTaesd: false };
  const usual = await draw(open('roomy', options), { size: '384x320' });
  const roomy = host;
  host = {
    open: (process) => {
      const settings = process.shrink?.(process.settings) ?? {};
      expect(settings).toMatchObject({ isFrugal: true });
      expect(process.shrink?.(settings)).toBeNull();
      return roomy.open({ ...process, settings });
    },
  };
  const tight = await draw(open('tight', options), { size: '384x320' }).finally(() => (host = roomy));
  const [a, b] = [await pixelsOf(usual.picture), await pixelsOf(tight.picture)];
  expect(a.every((value, at) => Math.abs(value - b[at]!) <= 1)).toBe(true);
});

test('computes on the processor, and says so, where the GPU of its choice is missing', async () => {
  const folder = path.join(root, 'device');
  writeTinyDiffusers(folder);
  const lacking = await openRuntimeHost('onnx', { device: 'cuda:7' });
  const settings = { folder, isFrugal: false };
  const entry = new URL('./process.ts', import.meta.url);
  const process = lacking.open({ name: 'device', runtime: 'onnx', entry, settings });
  expect(await process.load()).toMatchObject({ device: 'cpu' });
});

test('stops between steps when the caller aborts, and draws again afterwards', async () => {
  const model = open('abort', { defaults: { ...turbo, steps: 40 } });
  const controller = new AbortController();
  let steps = 0;
  const options = kinora({
    onPreview: ({ step }) => {
      steps = step;
      if (step === 3) controller.abort();
    },
  });
  const running = draw(model, { abortSignal: controller.signal, providerOptions: options });
  await expect(running).rejects.toThrow(/abort/i);
  expect(steps).toBe(3);
  expect((await draw(model, { providerOptions: kinora({ steps: 1 }) })).pictures).toHaveLength(1);
});

describe('refuses', () => {
  test.each<[OnnxImageOptions | object, RegExp]>([
    [{ steps: 0 }, /steps must be/],
    [{ guidance: 99 }, /guidance must be/],
    [{ scheduler: 'heun' }, /sampler must be/],
    [{ strength: 2 }, /strength must be/],
  ])('%j', async (options, message) => {
    await expect(draw(open('refuses'), { providerOptions: kinora(options) })).rejects.toThrow(message);
  });

  test('a model that is not installed', async () => {
    const provider = onnx.create(
      {},
      { fetch, processes: host, installed: async () => [], importPackage: (name) => import(name) },
    );
    const running = provider.model('image', 'none').doGenerate(base);
    await expect(running).rejects.toThrow(/not installed/);
    await expect(provider.check()).rejects.toThrow(/No model is installed/);
    expect(await provider.offers()).toEqual([]);
  });

  test('a folder without its UNet, naming the file', async () => {
    const model = open('broken');
    rmSync(path.join(root, 'broken', 'unet'), { recursive: true });
    await expect(draw(model)).rejects.toThrow(/unet\/model.onnx/);
  });
});
