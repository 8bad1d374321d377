import { readPictureHeader } from '@kinora/capabilities';
import type { ProviderServices } from '@kinora/capabilities';
import { faultContract, imageContract, samplePng } from '@kinora/capabilities/testing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { login, startWebui } from './__fixtures__/server.ts';
import { stableDiffusionWebui } from './index.ts';
import type { PictureProgress } from './index.ts';

const server = await startWebui();
afterAll(() => server[Symbol.asyncDispose]());
const services = { fetch: globalThis.fetch } as ProviderServices;
const open = (settings = {}) => stableDiffusionWebui.create({ baseUrl: server.url, login, ...settings }, services);
const picture = {
  prompt: 'a fox',
  n: 1,
  size: '1280x720' as const,
  aspectRatio: undefined,
  seed: 7,
  files: undefined,
  mask: undefined,
  providerOptions: {},
};
const drawing = () => server.requests.filter(({ path }) => path.endsWith('2img'));
const outOfMemory = {
  status: 500,
  json: { error: 'OutOfMemoryError', detail: '', body: '', errors: 'CUDA out of memory. Tried to allocate 2.00 GiB' },
};

imageContract({ name: 'stable-diffusion-webui', create: () => open({ side: 128 }).model('image', 'loaded') });
faultContract({
  name: 'stable-diffusion-webui',
  server: () => server,
  secret: Buffer.from(login).toString('base64'),
  path: /2img/,
  call: (abortSignal) =>
    open()
      .model('image', 'loaded')
      .doGenerate({ ...picture, abortSignal }),
});

beforeEach(() => server.reset());

describe('a picture', () => {
  test('is drawn at the size the model knows, with all settings, and brought to the wanted size', async () => {
    const settings = { steps: 25, guidance: 6, sampler: 'Euler a', negativePrompt: 'text' };
    const { images, providerMetadata } = await open(settings).model('image', 'sdxl.safetensors').doGenerate(picture);
    expect(drawing()[0]?.json()).toMatchObject({
      prompt: 'a fox',
      negative_prompt: 'text',
      seed: 7,
      steps: 25,
      cfg_scale: 6,
      sampler_name: 'Euler a',
      width: 704,
      height: 384,
      save_images: false,
      override_settings: { sd_model_checkpoint: 'sdxl.safetensors' },
    });
    expect(readPictureHeader(images[0] as Uint8Array)).toMatchObject({ width: 1280, height: 720 });
    expect(providerMetadata).toMatchObject({ kinora: { images: [{ seed: 7 }] } });
  });

  test('of several has a seed of its own', async () => {
    await open()
      .model('image', 'loaded')
      .doGenerate({ ...picture, n: 3 });
    expect(drawing().map((request) => request.json()['seed'])).toEqual([7, 8, 9]);
  });

  test('is drawn over another, as far as is asked', async () => {
    const file = { type: 'file' as const, mediaType: 'image/png', data: samplePng() };
    const providerOptions = { kinora: { strength: 0.3 } };
    await open()
      .model('image', 'loaded')
      .doGenerate({ ...picture, files: [file], mask: file, providerOptions });
    expect(drawing()[0]?.path).toBe('/sdapi/v1/img2img');
    expect(drawing()[0]?.json()).toMatchObject({
      init_images: [expect.stringMatching(/^iVBOR/)],
      mask: expect.stringMatching(/^iVBOR/),
      denoising_strength: 0.3,
    });
  });

  test('is shown while it is drawn', async () => {
    const seen: PictureProgress[] = [];
    const onPreview = (preview: PictureProgress) => void seen.push(preview);
    const providerOptions = { kinora: { onPreview } } as never;
    await open()
      .model('image', 'loaded')
      .doGenerate({ ...picture, providerOptions });
    expect(seen[0]).toMatchObject({ picture: 0, steps: 20 });
    expect(readPictureHeader(seen[0]?.preview ?? new Uint8Array())).toMatchObject({ width: 8, height: 8 });
  });

  test('nobody waits for any more is interrupted on the server', async () => {
    server.interpose({ fault: 'silent' }, /2img/);
    const controller = new AbortController();
    const running = open()
      .model('image', 'loaded')
      .doGenerate({ ...picture, abortSignal: controller.signal });
    while (drawing().length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    while (!server.requests.some(({ path }) => path.endsWith('interrupt')))
      await new Promise((resolve) => setImmediate(resolve));
  });

  test('that doesn’t fit into memory is tried once smaller', async () => {
    server.interpose(outOfMemory, /2img/);
    const { warnings } = await open()
      .model('image', 'loaded')
      .doGenerate({ ...picture, size: '512x512' });
    expect(drawing().map((request) => request.json()['width'])).toEqual([512, 384]);
    expect(warnings).toMatchObject([{ type: 'compatibility', feature: 'size' }]);
  });

  test('that doesn’t fit even so says what to do', async () => {
    for (let time = 0; time < 2; time++) server.interpose(outOfMemory, /2img/);
    const failing = open().model('image', 'loaded').doGenerate(picture);
    await expect(failing).rejects.toMatchObject({ code: 'provider.failed', isRetryable: false });
    await expect(failing).rejects.toThrow(/smaller model or smaller pictures/);
  });
});

describe('the provider', () => {
  test('offers what is loaded and the checkpoints', async () => {
    const offers = await open().offers();
    expect(offers.map(({ title, revision }) => [title, revision])).toEqual([
      ['The checkpoint that is loaded', undefined],
      ['v1-5-pruned-emaonly', '6ce0161689'],
      ['sdxl', undefined],
    ]);
  });

  test('checks address, password and sampler', async () => {
    await expect(open({ sampler: 'Euler a' }).check()).resolves.toEqual({
      message: 'It answers and has 2 checkpoints: v1-5-pruned-emaonly, sdxl.',
    });
    await expect(open({ login: 'reader:wrong' }).check()).rejects.toThrow(/--api-auth/);
    await expect(open({ sampler: 'Euler z' }).check()).rejects.toMatchObject({ data: { field: 'sampler' } });
    server.interpose({ status: 404, json: { detail: 'Not Found' } });
    await expect(open().check()).rejects.toThrow('Start it with --api.');
  });
});
