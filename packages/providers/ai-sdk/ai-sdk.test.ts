import { readPictureHeader } from '@kinora/capabilities';
import type { ProviderServices } from '@kinora/capabilities';
import {
  faultContract,
  imageContract,
  languageContract,
  readMp4Track,
  samplePng,
  speechContract,
  transcriptionContract,
} from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { key, redirectTo, startServices } from './__fixtures__/server.ts';
import { aiSdkProviders, anyAiSdkPackage } from './index.ts';

const server = await startServices();
afterAll(() => server[Symbol.asyncDispose]());
const services = {
  fetch: redirectTo(server),
  importPackage: <Module>(name: string) => import(name) as Promise<Module>,
} as ProviderServices;
const open = (id: string, settings = {}) => {
  const definition = aiSdkProviders.find((one) => one.id === id);
  if (!definition) throw new Error(`There is no ${id}.`);
  return definition.create({ apiKey: key, ...settings }, services);
};
const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'A story, please.' }] }];
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
const recording = {
  audio: writeWav({ channels: [new Float32Array(2_400)], sampleRate: 24_000 }),
  mediaType: 'audio/wav',
};
const writers = [
  ['openai', 'gpt-4.1-mini'],
  ['anthropic', 'claude-sonnet-4-5'],
  ['google', 'gemini-2.5-flash'],
] as const;

for (const [id, modelId] of writers) {
  languageContract({ name: id, create: () => open(id).model('language', modelId) });
  faultContract({
    name: `${id}/language`,
    server: () => server,
    secret: key,
    call: (abortSignal) => open(id).model('language', modelId).doGenerate({ prompt, abortSignal }),
    refusal: { status: 400, json: { error: { code: 'content_policy_violation', message: 'Rejected.' } } },
  });
}

imageContract({ name: 'google', create: () => open('google').model('image', 'gemini-2.5-flash-image') });
speechContract({
  name: 'openai',
  create: () => open('openai').model('speech', 'tts-1'),
  voices: { en: 'nova', ja: 'sage' },
  hasWordTimings: false,
});
speechContract({
  name: 'google',
  create: () => open('google').model('speech', 'gemini-2.5-flash-preview-tts'),
  voices: { en: 'Leda', ja: 'Kore' },
  hasWordTimings: false,
});

for (const [id, modelId] of [
  ['openai', 'whisper-1'],
  ['elevenlabs', 'scribe_v1'],
] as const) {
  transcriptionContract({
    name: id,
    create: () => open(id).model('transcription', modelId),
    recording: async () => ({ ...recording, seconds: 1.5 }),
  });
}

const common = { server: () => server, secret: key };
faultContract({
  ...common,
  name: 'openai/image',
  call: (abortSignal) =>
    open('openai')
      .model('image', 'gpt-image-1')
      .doGenerate({ ...picture, abortSignal }),
});
faultContract({
  ...common,
  name: 'google/image',
  // Its package reads any JSON as an answer without pictures, which is what a stopped picture looks like.
  isJson: false,
  call: (abortSignal) =>
    open('google')
      .model('image', 'gemini-2.5-flash-image')
      .doGenerate({ ...picture, abortSignal }),
});
faultContract({
  ...common,
  name: 'openai/transcription',
  call: (abortSignal) =>
    open('openai')
      .model('transcription', 'whisper-1')
      .doGenerate({ ...recording, abortSignal }),
});
faultContract({
  ...common,
  name: 'elevenlabs/transcription',
  call: (abortSignal) =>
    open('elevenlabs')
      .model('transcription', 'scribe_v1')
      .doGenerate({ ...recording, abortSignal }),
});
faultContract({
  ...common,
  name: 'elevenlabs/speech',
  isJson: false,
  path: /text-to-speech/,
  call: (abortSignal) =>
    open('elevenlabs').model('speech', 'eleven_multilingual_v2').doGenerate({ text: 'Goodnight.', abortSignal }),
});

beforeEach(() => server.reset());

describe('words', () => {
  test.each(writers)('of %s that are streamed say when the stream breaks', async (id, modelId) => {
    const { stream } = await open(id).model('language', modelId).doStream({ prompt });
    const whole = [];
    for await (const part of stream) whole.push(part);
    expect(whole.at(-1)?.type).toBe('finish');
    const [request] = server.requests;
    expect(request?.path).toMatch(/^\/v1/);

    const events = await record(id, modelId);
    const headers = { 'content-type': 'text/event-stream' };
    const half = events.split('\n\n').slice(0, 4).join('\n\n');
    for (const answer of [
      { headers, body: events, fault: 'cut' as const },
      { headers, body: `${half}\n\n` },
    ]) {
      server.interpose(answer);
      const broken = await open(id).model('language', modelId).doStream({ prompt });
      const parts = [];
      for await (const part of broken.stream) parts.push(part);
      expect(parts.at(-1)).toMatchObject({ type: 'error', error: { code: 'provider.failed', isRetryable: true } });
    }
  });

  test.each([
    ['overloaded_error', { code: 'provider.failed', isRetryable: true }],
    ['rate_limit_error', { code: 'provider.quota', isRetryable: true }],
  ])('of Anthropic that end in an %s are retried', async (type, expected) => {
    const events = [
      { type: 'message_start', message: { id: 'm', model: 'c', role: 'assistant', usage: { input_tokens: 1 } } },
      { type: 'error', error: { type, message: `Overloaded ${key}` } },
    ];
    const body = events.map((one) => `event: ${one.type}\ndata: ${JSON.stringify(one)}\n\n`).join('');
    server.interpose({ headers: { 'content-type': 'text/event-stream' }, body });
    const failing = async () => {
      const { stream } = await open('anthropic').model('language', 'claude-sonnet-4-5').doStream({ prompt });
      for await (const part of stream) if (part.type === 'error') throw part.error;
    };
    await expect(failing()).rejects.toMatchObject(expected);
    server.interpose({ headers: { 'content-type': 'text/event-stream' }, body });
    await expect(failing()).rejects.not.toThrow(key);
  });

  test('of Google that its filter stopped are a refusal, at once and streamed', async () => {
    const blocked = { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata: { promptTokenCount: 9 } };
    const filtered = { candidates: [{ finishReason: 'SAFETY', index: 0 }], usageMetadata: { promptTokenCount: 9 } };
    const model = open('google').model('language', 'gemini-2.5-flash');
    for (const answer of [blocked, filtered]) {
      server.interpose({ json: answer });
      await expect(model.doGenerate({ prompt })).rejects.toMatchObject({ code: 'provider.refused' });
      const body = `data: ${JSON.stringify(answer)}\n\n`;
      server.interpose({ headers: { 'content-type': 'text/event-stream' }, body });
      const parts = [];
      for await (const part of (await model.doStream({ prompt })).stream) parts.push(part);
      expect(parts.at(-1)).toMatchObject({ type: 'error', error: { code: 'provider.refused' } });
    }
  });
});

/** The bytes of a streamed answer. */
async function record(id: string, modelId: string): Promise<string> {
  let text = '';
  const tee: typeof globalThis.fetch = async (input, init) => {
    const response = await redirectTo(server)(input, init);
    text = await response.clone().text();
    return response;
  };
  const definition = aiSdkProviders.find((one) => one.id === id);
  const model = definition?.create({ apiKey: key }, { ...services, fetch: tee }).model('language', modelId);
  const reader = (await model?.doStream({ prompt }))?.stream.getReader();
  while (reader && !(await reader.read()).done);
  return text;
}

describe('pictures', () => {
  test.each([
    ['openai', 'gpt-image-1', { size: '1536x1024' }],
    ['google', 'gemini-2.5-flash-image', { generationConfig: { imageConfig: { aspectRatio: '16:9' }, seed: 7 } }],
  ] as const)('of %s are asked for in a size it knows and brought to the wanted one', async (id, modelId, body) => {
    const { images } = await open(id).model('image', modelId).doGenerate(picture);
    expect(server.requests[0]?.json()).toMatchObject(body);
    expect(readPictureHeader(images[0] as Uint8Array)).toMatchObject({ width: 1280, height: 720 });
  });

  test('that never came are a refusal', async () => {
    server.interpose({ json: { candidates: [{ finishReason: 'IMAGE_SAFETY', index: 0 }] } });
    const drawing = open('google').model('image', 'gemini-2.5-flash-image').doGenerate(picture);
    await expect(drawing).rejects.toMatchObject({ code: 'provider.refused' });
  });
});

describe('voices', () => {
  test('of ElevenLabs are the account’s own, and come as WAV', async () => {
    const provider = open('elevenlabs', { voice: 'JBFqnCBsd6RMkjVDRZzb' });
    const [offer] = await provider.offers();
    expect(offer?.voices?.map(({ name }) => name)).toEqual(['George (british)', 'Rachel']);
    const model = provider.model('speech', 'eleven_multilingual_v2');
    const { audio, warnings, providerMetadata } = await model.doGenerate({ text: 'Goodnight.', voice: 'willow' });
    expect(Buffer.from(audio as Uint8Array).toString('latin1', 0, 4)).toBe('RIFF');
    expect(warnings).toMatchObject([{ feature: 'voice' }]);
    expect(providerMetadata?.['kinora']).toMatchObject({ sampleRate: 24_000, duration: 0.625 });
    const spoken = server.requests.find(({ path }) => path.includes('text-to-speech'));
    expect(spoken?.path).toBe('/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb');
    expect(spoken?.query.get('output_format')).toBe('mp3_44100_128');
  });
});

describe('clips', () => {
  const clip = {
    from: { image: samplePng(), mediaType: 'image/png', seed: 3 },
    frames: 5,
    fps: 12,
    width: 96,
    height: 54,
    seed: 1,
  };

  test('of a picture and the transitions around it are one video, which is paid for once', async () => {
    const model = open('google').model('clip', 'veo-3.1-fast-generate-preview');
    const { video } = await model.doGenerate({ ...clip, window: [0, 0.8] });
    expect(readMp4Track(video)).toMatchObject({ codec: 'avc1', frames: 5, width: 96, height: 54, hasSound: false });
    await model.doGenerate({
      ...clip,
      to: { image: samplePng({ width: 80 }), mediaType: 'image/png' },
      window: [0.8, 1],
    });
    const started = server.requests.filter(({ path }) => path.endsWith(':predictLongRunning'));
    expect(started).toHaveLength(1);
    expect(started[0]?.json()).toMatchObject({
      instances: [{ image: {} }],
      parameters: { aspectRatio: '16:9', seed: 3 },
    });
  });

  test('that the service refuses are a refusal, and show no key', async () => {
    const error = { code: 3, message: `The safety filter stopped it. key=${key}` };
    server.interpose({ json: { name: 'models/veo/operations/k3c7', done: true, error } }, /operations/);
    const making = open('google').model('clip', 'veo-3.1-generate-preview').doGenerate(clip);
    await expect(making).rejects.toMatchObject({ code: 'provider.refused' });
    await expect(making).rejects.not.toThrow(key);
  });
});
faultContract({
  ...common,
  name: 'google/clip',
  path: /predictLongRunning/,
  call: (signal) =>
    open('google')
      .model('clip', 'veo-3.1-generate-preview')
      .doGenerate({
        from: { image: samplePng(), mediaType: 'image/png' },
        frames: 5,
        fps: 12,
        width: 96,
        height: 54,
        seed: 1,
        ...(signal && { signal }),
      }),
});

test.each([
  ['openai', 'whisper-1'],
  ['elevenlabs', 'scribe_v1'],
])('words heard by %s have their times', async (id, modelId) => {
  const heard = await open(id).model('transcription', modelId).doGenerate(recording);
  expect(heard.text).toBe('Goodnight, owl.');
  expect(heard.providerMetadata?.['kinora']).toMatchObject({
    words: [
      { text: expect.stringMatching(/^Goodnight/), start: 0.1, end: 0.7 },
      { text: expect.stringMatching(/^owl/), start: 0.8, end: 1.3 },
    ],
  });
});

describe('the providers', () => {
  test('are all different, named, priced by their terms and pinned to exact versions', () => {
    expect(new Set(aiSdkProviders.map(({ id }) => id)).size).toBe(aiSdkProviders.length);
    for (const { packages = {}, fields, terms, leaves, capabilities, packagesFor } of aiSdkProviders) {
      if (packagesFor) continue;
      for (const version of Object.values(packages)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(Object.keys(leaves ?? {})).toEqual([...capabilities]);
      expect(terms).toMatch(/^https:/);
      expect(fields[0]).toMatchObject({ name: 'apiKey', kind: 'secret', isRequired: true });
      expect(fields[0]?.environment?.[0]).toMatch(/^KINORA_[A-Z_]+_KEY$/);
    }
  });

  test.each(['google', 'openai', 'elevenlabs'])('check the key of %s', async (id) => {
    server.interpose({ json: {} });
    await expect(open(id).check()).resolves.toMatchObject({ message: expect.stringContaining('accepts the key') });
    await expect(open(id, { apiKey: 'wrong-key-99' }).check()).rejects.toMatchObject({ code: 'provider.unavailable' });
  });

  test('offer models that the settings name before the known ones', async () => {
    const offers = await open('openai', { languageModels: 'gpt-7, gpt-5.6' }).offers();
    expect(
      offers
        .filter(({ capability }) => capability === 'language')
        .map(({ modelId }) => modelId)
        .slice(0, 3),
    ).toEqual(['gpt-7', 'gpt-5.6', 'gpt-5.4-mini']);
  });

  test('say that a package is not installed yet', async () => {
    const missing = { code: 'provider.unavailable', message: 'Switch it on first.' };
    const importPackage = () => Promise.reject(Object.assign(new Error(missing.message), missing));
    const model = aiSdkProviders[0]?.create({ apiKey: key }, { ...services, importPackage }).model('language', 'x');
    await expect(model?.doGenerate({ prompt })).rejects.toMatchObject(missing);
  });

  test('refuse what they do not do', () => {
    expect(() => open('anthropic').model('image', 'x')).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });
});

describe('any other package', () => {
  const settings = { package: '@ai-sdk/openai', version: '4.0.118', factory: 'createOpenAI', apiKey: key };

  test('is installed by its name and version, and used by its function', async () => {
    expect(anyAiSdkPackage.packagesFor?.(settings)).toEqual({ '@ai-sdk/openai': '4.0.118' });
    const provider = anyAiSdkPackage.create({ ...settings, languageModels: 'gpt-4.1-mini' }, services);
    await expect(provider.check()).resolves.toMatchObject({ message: expect.stringContaining('models for language') });
    const { content } = await provider.model('language', 'gpt-4.1-mini').doGenerate({ prompt });
    expect(content).toMatchObject([{ type: 'text', text: 'A fox slept under the old oak tree.' }]);
  });

  test.each([
    ['version', { version: '^4.0.0' }],
    ['package', { package: '../evil' }],
    ['package', { package: 'git+https://example.com/x' }],
    ['options', { options: '[]' }],
  ])('is refused when its %s is no such thing', (field, change) => {
    expect(() => anyAiSdkPackage.create({ ...settings, ...change }, services)).toThrow(
      expect.objectContaining({ code: 'request.invalid', data: { field } }),
    );
  });

  test('says when its function is another', async () => {
    const model = anyAiSdkPackage.create({ ...settings, factory: 'createFox' }, services).model('language', 'x');
    await expect(model.doGenerate({ prompt })).rejects.toMatchObject({ code: 'provider.unavailable' });
  });
});
