import { readPictureHeader } from '@kinora/capabilities';
import type { ProviderServices } from '@kinora/capabilities';
import { clipContract, faultContract, imageContract, readMp4Track, samplePng } from '@kinora/capabilities/testing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkpoints, startComfy } from './__fixtures__/server.ts';
import { comfyui } from './index.ts';
import { fillTemplate, readTemplate } from './workflow.ts';

const server = await startComfy();
afterAll(() => server[Symbol.asyncDispose]());
const services = { fetch: globalThis.fetch } as ProviderServices;
const token = 'gateway-token-4711';
const open = (settings = {}) => comfyui.create({ baseUrl: server.url, token, ...settings }, services);
const [dreamshaper = '', turbo = '', svd = ''] = checkpoints;
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
const clip = {
  from: { image: samplePng(), mediaType: 'image/png', seed: 3 },
  frames: 4,
  fps: 12,
  width: 96,
  height: 54,
  seed: 1,
};
type Nodes = Record<string, { class_type: string; inputs: Record<string, unknown> }>;
const sent = () =>
  server.requests.filter(({ path }) => path === '/prompt').map((request) => request.json()['prompt'] as Nodes);
const inputs = (nodes: Nodes | undefined, type: string) =>
  Object.values(nodes ?? {}).find(({ class_type }) => class_type === type)?.inputs;

imageContract({ name: 'comfyui', create: () => open({ side: 128 }).model('image', dreamshaper) });
clipContract({ name: 'comfyui', create: () => open().model('clip', svd) });
const common = { server: () => server, secret: token };
faultContract({
  ...common,
  name: 'comfyui/prompt',
  path: /^\/prompt$/,
  call: (abortSignal) =>
    open()
      .model('image', dreamshaper)
      .doGenerate({ ...picture, abortSignal }),
});
faultContract({
  ...common,
  name: 'comfyui/view',
  path: /^\/view$/,
  isJson: false,
  call: (abortSignal) =>
    open()
      .model('image', dreamshaper)
      .doGenerate({ ...picture, abortSignal }),
});
faultContract({
  ...common,
  name: 'comfyui/upload',
  path: /^\/upload/,
  call: (signal) =>
    open()
      .model('clip', svd)
      .doGenerate({ ...clip, ...(signal && { signal }) }),
});

beforeEach(() => server.reset());

describe('a picture', () => {
  test('is drawn by the built-in workflow at the size the checkpoint knows', async () => {
    const { images, providerMetadata } = await open().model('image', dreamshaper).doGenerate(picture);
    const [nodes] = sent();
    expect(inputs(nodes, 'CheckpointLoaderSimple')).toEqual({ ckpt_name: dreamshaper });
    expect(inputs(nodes, 'EmptyLatentImage')).toMatchObject({ width: 704, height: 384 });
    expect(inputs(nodes, 'KSampler')).toMatchObject({ seed: 7, steps: 25, cfg: 7, positive: ['2', 0] });
    expect(readPictureHeader(images[0] as Uint8Array)).toMatchObject({ width: 1280, height: 720 });
    expect(providerMetadata).toMatchObject({ kinora: { images: [{ seed: 7 }] } });
    await open().model('image', turbo).doGenerate(picture);
    expect(inputs(sent()[1], 'EmptyLatentImage')).toMatchObject({ width: 1344, height: 768 });
    expect(inputs(sent()[1], 'KSampler')).toMatchObject({ steps: 6, cfg: 1.5 });
  });

  test('is drawn over another one', async () => {
    const files = [{ type: 'file' as const, mediaType: 'image/png', data: samplePng() }];
    const providerOptions = { kinora: { strength: 0.4 } };
    await open()
      .model('image', dreamshaper)
      .doGenerate({ ...picture, files, providerOptions });
    expect(inputs(sent()[0], 'LoadImage')?.['image']).toMatch(/^kinora\/[0-9a-f]{32}\.png$/);
    expect(inputs(sent()[0], 'KSampler')).toMatchObject({ denoise: 0.4 });
  });

  test('is drawn by the user’s own workflow, by marks and by titles', async () => {
    const imageWorkflow = JSON.stringify({
      '1': { class_type: 'CLIPTextEncode', inputs: { text: 'storybook, {{prompt}}, soft light' } },
      '2': {
        class_type: 'EmptySD3LatentImage',
        inputs: { width: 8, height: 8 },
        _meta: { title: 'Kinora: width, height' },
      },
      '3': { class_type: 'RandomNoise', inputs: { noise_seed: 1 }, _meta: { title: 'kinora seed' } },
    });
    const provider = open({ imageWorkflow, side: 1024 });
    const { warnings } = await provider.model('image', 'workflow').doGenerate({
      ...picture,
      providerOptions: { kinora: { negativePrompt: 'wolves' } },
    });
    const [nodes] = sent();
    expect(inputs(nodes, 'CLIPTextEncode')).toEqual({ text: 'storybook, a fox, soft light' });
    expect(inputs(nodes, 'EmptySD3LatentImage')).toEqual({ width: 1344, height: 768 });
    expect(inputs(nodes, 'RandomNoise')).toEqual({ noise_seed: 7 });
    expect(warnings).toMatchObject([{ feature: 'negativePrompt' }]);
  });

  test('nobody waits for any more is taken out of the queue, and interrupted only when it is the one that runs', async () => {
    for (const isOurs of [true, false]) {
      server.reset();
      server.interpose({ json: { prompt_id: 'ours', number: 1, node_errors: {} } }, /^\/prompt$/);
      server.interpose(
        { json: { queue_running: [[1, isOurs ? 'ours' : 'theirs', {}]], queue_pending: [] } },
        /^\/queue$/,
      );
      server.interpose(
        { json: { queue_running: [[1, isOurs ? 'ours' : 'theirs', {}]], queue_pending: [] } },
        /^\/queue$/,
      );
      const controller = new AbortController();
      const running = open()
        .model('image', dreamshaper)
        .doGenerate({ ...picture, abortSignal: controller.signal });
      const asked = (path: string) => server.requests.filter((request) => request.path === path);
      while (asked('/history/ours').length === 0) await new Promise((resolve) => setImmediate(resolve));
      controller.abort();
      await expect(running).rejects.toMatchObject({ name: 'AbortError' });
      while (asked('/queue').length < 2) await new Promise((resolve) => setImmediate(resolve));
      expect(asked('/queue')[0]?.json()).toEqual({ delete: ['ours'] });
      if (!isOurs) continue;
      while (asked('/interrupt').length === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    // One more exchange, after which a wrong interruption would have come.
    await open().check();
    expect(server.requests.some(({ path }) => path === '/interrupt')).toBe(false);
  });
});

describe('what goes wrong in ComfyUI becomes advice', () => {
  const draw = (modelId = dreamshaper) => open().model('image', modelId).doGenerate(picture);
  const executed = (messages: unknown[]) => {
    server.interpose({ json: { prompt_id: 'x', number: 1, node_errors: {} } }, /^\/prompt$/);
    const status = { status_str: 'error', completed: false, messages };
    server.interpose({ json: { x: { prompt: [], outputs: {}, status } } }, /^\/history/);
  };
  const failed = (exception: object) =>
    executed([['execution_error', { node_id: '5', node_type: 'KSampler', ...exception }]]);

  test('a checkpoint that is not there', async () => {
    await expect(draw('gone.safetensors')).rejects.toMatchObject({
      code: 'provider.unavailable',
      message: expect.stringMatching(/ckpt_name “gone\.safetensors”.*It has: dreamshaper_8/),
    });
  });

  test('a node that is not installed', async () => {
    const error = {
      type: 'missing_node_type',
      message: "Node 'ADE_UseEvolvedSampling' not found. The custom node may not be installed.",
      details: 'Node ID #12',
      extra_info: { node_id: '12', class_type: 'ADE_UseEvolvedSampling', node_title: 'Use Evolved Sampling' },
    };
    server.interpose({ status: 400, json: { error, node_errors: {} } }, /^\/prompt$/);
    await expect(draw()).rejects.toThrow(/“ADE_UseEvolvedSampling”. Install it with the ComfyUI-Manager/);
  });

  test('memory that runs out', async () => {
    failed({ exception_type: 'torch.OutOfMemoryError', exception_message: 'Allocation on device' });
    await expect(draw()).rejects.toThrow('ran out of memory. Choose a smaller model');
  });

  test('a node that fails', async () => {
    failed({ exception_type: 'RuntimeError', exception_message: 'mat1 and mat2 shapes cannot be multiplied' });
    await expect(draw()).rejects.toThrow('at its node KSampler. It says: mat1 and mat2');
  });

  test('work that somebody interrupts', async () => {
    executed([['execution_interrupted', { node_id: '5' }]]);
    await expect(draw()).rejects.toMatchObject({ code: 'provider.failed', isRetryable: true });
  });

  test('a workflow that saves nothing', async () => {
    server.interpose({ json: { prompt_id: 'x', number: 1, node_errors: {} } }, /^\/prompt$/);
    const status = { status_str: 'success', completed: true, messages: [] };
    server.interpose({ json: { x: { outputs: { '9': { text: ['hello'] } }, status } } }, /^\/history/);
    await expect(draw()).rejects.toThrow('made no file. Let it end in a node that saves');
  });

  test('work that is forgotten by a restart', async () => {
    server.interpose({ json: { prompt_id: 'lost', number: 1, node_errors: {} } }, /^\/prompt$/);
    await expect(draw()).rejects.toMatchObject({ code: 'provider.unavailable', isRetryable: true });
  });
});

describe('a clip', () => {
  test('and the transitions around it share one movement', async () => {
    const model = open().model('clip', svd);
    const other = { image: samplePng({ width: 80 }), mediaType: 'image/png', seed: 4 };
    const whole = await model.doGenerate({ ...clip, window: [0, 0.8] });
    expect(readMp4Track(whole.video)).toMatchObject({ frames: 4, width: 96, height: 54 });
    expect(inputs(sent()[0], 'SVD_img2vid_Conditioning')).toMatchObject({ width: 1024, height: 576, video_frames: 25 });
    expect(inputs(sent()[0], 'KSampler')).toMatchObject({ seed: 3 });
    await model.doGenerate({ ...clip, seed: 2, to: other, window: [0.8, 1], toWindow: [0, 0.2] });
    await model.doGenerate({ ...clip, seed: 5, from: other, window: [0.2, 1] });
    expect(sent()).toHaveLength(2);
  });

  test('is made by the user’s own workflow, whatever it saves', async () => {
    const { video } = await open().model('clip', svd).doGenerate(clip);
    await using other = await startComfy({ files: { 'preview.png': samplePng(), 'AnimateDiff_00001.mp4': video } });
    const clipWorkflow = {
      '1': { class_type: 'LoadImage', inputs: { image: '{{image}}' } },
      '2': { class_type: 'LoadImage', inputs: { image: '{{lastImage}}' } },
      '3': { class_type: 'EmptyLatentVideo', inputs: { length: '{{frames}}', frame_rate: '{{fps}}' } },
    };
    const settings = { baseUrl: other.url, clipWorkflow: JSON.stringify(clipWorkflow), clipFrames: 16 };
    const to = { image: samplePng({ width: 80 }), mediaType: 'image/png' };
    const made = await comfyui
      .create(settings, services)
      .model('clip', 'workflow')
      .doGenerate({ ...clip, to, frames: 7 });
    expect(readMp4Track(made.video)).toMatchObject({ codec: 'avc1', frames: 7, width: 96, height: 54 });
    const nodes = other.requests.find(({ path }) => path === '/prompt')?.json()['prompt'] as Nodes;
    expect(inputs(nodes, 'EmptyLatentVideo')).toEqual({ length: 16, frame_rate: 12 });
    expect(nodes['1']?.inputs['image']).not.toBe(nodes['2']?.inputs['image']);
    expect(other.requests.filter(({ path }) => path === '/view')).toHaveLength(1);
  });

  test('of an impossible size names the field', async () => {
    const making = open()
      .model('clip', svd)
      .doGenerate({ ...clip, width: 97 });
    await expect(making).rejects.toMatchObject({ code: 'request.invalid', data: { field: 'width' } });
  });
});

describe('a workflow', () => {
  test('in the format of the editor is refused with advice', () => {
    expect(() => readTemplate({ nodes: [], links: [] }, 'imageWorkflow')).toThrow('“Export (API)”');
    expect(() => open({ imageWorkflow: '{"1": {"class_type": "X", "inputs": {}}}' })).toThrow(
      expect.objectContaining({ code: 'request.invalid', data: expect.objectContaining({ field: 'imageWorkflow' }) }),
    );
  });

  test('with a slot nobody knows, or that fits no input, is refused', () => {
    const node = (inputs: object, title = '') => ({ '1': { class_type: 'X', inputs, _meta: { title } } });
    expect(() => readTemplate(node({ text: '{{colour}}' }), 'f')).toThrow('a slot “colour”');
    expect(() => readTemplate(node({ a: 1 }, 'Kinora: seed'), 'f')).toThrow('has no input for seed, only a.');
  });

  test('keeps its own values where there is nothing to fill in', () => {
    const template = readTemplate(
      { '1': { class_type: 'X', inputs: { cfg: 4, seed: '{{seed}}' }, _meta: { title: 'Kinora: guidance' } } },
      'f',
    );
    expect(fillTemplate(template, { seed: 5 })['1']?.inputs).toEqual({ cfg: 4, seed: 5 });
    expect(fillTemplate(template, { seed: 6, guidance: 2 })['1']?.inputs).toEqual({ cfg: 2, seed: 6 });
  });
});

describe('the provider', () => {
  test('offers checkpoints for what they can do, and the user’s workflows', async () => {
    const clipWorkflow = '{"1": {"class_type": "LoadImage", "inputs": {"image": "{{image}}"}}}';
    const offers = await open({ clipWorkflow }).offers();
    expect(offers.map(({ capability, modelId }) => [capability, modelId])).toEqual([
      ['image', dreamshaper],
      ['image', turbo],
      ['clip', 'workflow'],
      ['clip', svd],
    ]);
    expect(() => open().model('clip', 'workflow')).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });

  test('checks the server, and that it has the nodes of the workflows', async () => {
    await expect(open().check()).resolves.toEqual({
      message: 'ComfyUI 0.3.71 answers and computes on cuda:0 NVIDIA GeForce RTX 4070.',
    });
    const clipWorkflow = '{"1": {"class_type": "easy anim", "inputs": {"image": "{{image}}"}}}';
    await expect(open({ clipWorkflow }).check()).rejects.toThrow('no node “easy anim”');
  });
});
