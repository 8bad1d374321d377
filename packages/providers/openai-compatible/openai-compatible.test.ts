import { readPictureHeader } from '@kinora/capabilities';
import type { ProviderServices } from '@kinora/capabilities';
import {
  faultContract,
  imageContract,
  languageContract,
  samplePng,
  speechContract,
  transcriptionContract,
} from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { key, startOpenAiServer } from './__fixtures__/server.ts';
import { openaiCompatible } from './index.ts';

const server = await startOpenAiServer();
afterAll(() => server[Symbol.asyncDispose]());
const services = { fetch: globalThis.fetch } as ProviderServices;
const provider = openaiCompatible.create({ baseUrl: server.url, apiKey: key }, services);
const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'A story, please.' }] }];
const json = { type: 'json' as const, schema: { type: 'object' as const, properties: {} } };
const picture = {
  prompt: 'a fox',
  n: 1,
  size: '320x192' as const,
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
const refusal = {
  status: 400,
  json: { error: { code: 'content_policy_violation', message: 'Your request was rejected by the safety system.' } },
};

languageContract({ name: 'openai-compatible', create: () => provider.model('language', 'qwen3:8b') });
imageContract({ name: 'openai-compatible', create: () => provider.model('image', 'stable-diffusion-1.5') });
speechContract({
  name: 'openai-compatible',
  create: () => provider.model('speech', 'kokoro'),
  voices: { en: 'af_heart', ja: 'jf_alpha' },
  hasWordTimings: false,
});

transcriptionContract({
  name: 'openai-compatible',
  create: () => provider.model('transcription', 'whisper-1'),
  recording: async () => ({ ...recording, seconds: 1.5 }),
});

const common = { server: () => server, secret: key, refusal };
faultContract({
  ...common,
  name: 'openai-compatible/language',
  call: (abortSignal) => provider.model('language', 'qwen3:8b').doGenerate({ prompt, abortSignal }),
});
faultContract({
  ...common,
  name: 'openai-compatible/image',
  call: (abortSignal) => provider.model('image', 'sd').doGenerate({ ...picture, abortSignal }),
});
faultContract({
  ...common,
  name: 'openai-compatible/speech',
  isJson: false,
  call: (abortSignal) => provider.model('speech', 'kokoro').doGenerate({ text: 'Goodnight.', abortSignal }),
});
faultContract({
  ...common,
  name: 'openai-compatible/transcription',
  call: (abortSignal) => provider.model('transcription', 'whisper-1').doGenerate({ ...recording, abortSignal }),
});

beforeEach(() => server.reset());

describe('words', () => {
  test('carry the seed and the options of the server in the body', async () => {
    const extra = { baseUrl: `${server.url}/v1/`, apiKey: key, extraBody: '{"keep_alive": "1h"}' };
    const model = openaiCompatible.create(extra, services).model('language', 'qwen3:8b');
    await model.doGenerate({ prompt, seed: 42, topK: 3 });
    expect(server.requests[0]?.json()).toMatchObject({ model: 'qwen3:8b', seed: 42, keep_alive: '1h' });
  });

  test('show pictures to a model that sees', async () => {
    const file = { type: 'file' as const, mediaType: 'image/png', data: { type: 'data' as const, data: samplePng() } };
    const model = provider.model('language', 'llava');
    await model.doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'What is this?' }, file] }] });
    expect(server.requests[0]?.json()).toMatchObject({
      messages: [{ content: [{}, { image_url: { url: expect.stringMatching(/^data:image\/png;base64,iVBOR/) } }] }],
    });
  });

  test.each([
    ['JSON objects', ['json_object'], ['json_schema', 'json_object']],
    ['no formats at all', [], ['json_schema', 'json_object', undefined]],
  ])('come as JSON from a server that knows %s, and are asked for so next time', async (_, formats, expected) => {
    await using other = await startOpenAiServer({ formats });
    const model = openaiCompatible.create({ baseUrl: other.url, apiKey: key }, services).model('language', 'm');
    for (let time = 0; time < 2; time++) {
      const { content } = await model.doGenerate({ prompt, responseFormat: json });
      expect(content).toEqual([{ type: 'text', text: '{"title":"The {quiet} fox","mood":"calm","pages":3}' }]);
    }
    const formatsAsked = other.requests.map((request) => {
      const format = request.json()['response_format'] as { type: string } | undefined;
      return format?.type;
    });
    expect(formatsAsked).toEqual([...expected, expected.at(-1)]);
  });

  test('are asked for again when they are no JSON', async () => {
    const message = { role: 'assistant', content: '{"title": "Fox", }' };
    server.interpose({ json: { choices: [{ message, finish_reason: 'stop' }] } });
    const { content, warnings } = await provider.model('language', 'm').doGenerate({ prompt, responseFormat: json });
    expect(content).toMatchObject([{ type: 'text', text: expect.stringMatching(/^\{"title":"The/) }]);
    expect(warnings).toHaveLength(1);
    expect(JSON.stringify(server.requests[1]?.json()['messages'])).toContain('not valid JSON');
  });

  test('tell thoughts from the answer', async () => {
    const message = { content: 'A fox.', reasoning_content: 'They want a fox.' };
    server.interpose({ json: { choices: [{ message, finish_reason: 'stop' }] } });
    const { content } = await provider.model('language', 'm').doGenerate({ prompt });
    expect(content).toEqual([
      { type: 'reasoning', text: 'They want a fox.' },
      { type: 'text', text: 'A fox.' },
    ]);
  });

  const collect = async (abortSignal?: AbortSignal) => {
    const { stream } = await provider.model('language', 'm').doStream({ prompt, abortSignal });
    const parts = [];
    for await (const part of stream) parts.push(part);
    return parts;
  };
  const delta = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
  const stream = { headers: { 'content-type': 'text/event-stream' } };

  test.each([
    ['breaks', { ...stream, body: delta('A fox ') + delta('x'.repeat(300)), fault: 'cut' as const }],
    ['just ends', { ...stream, body: delta('A fox ') }],
    [
      'ends in an error',
      { ...stream, body: `${delta('A fox ')}data: {"error":{"message":"out of memory","code":500}}\n\n` },
    ],
    ['turns into something else', { ...stream, body: `${delta('A fox ')}data: {"choices":7}\n\n` }],
  ])('that are streamed say when the stream %s', async (_, answer) => {
    server.interpose(answer);
    const parts = await collect();
    expect(parts).toContainEqual({ type: 'text-delta', id: 'text', delta: 'A fox ' });
    expect(parts.at(-1)).toMatchObject({ type: 'error', error: { code: 'provider.failed', isRetryable: true } });
    expect(parts.some(({ type }) => type === 'finish')).toBe(false);
  });

  test('that are streamed come whole however the bytes are cut', async () => {
    const events = `${delta('狐が')}${delta('寝た。')}data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\r\n\r\n`;
    const bytes = Buffer.from(events);
    const chunked: typeof globalThis.fetch = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
            controller.close();
          },
        }),
      );
    const model = openaiCompatible
      .create({ baseUrl: server.url }, { ...services, fetch: chunked })
      .model('language', 'm');
    const { stream: parts } = await model.doStream({ prompt });
    let text = '';
    for await (const part of parts) if (part.type === 'text-delta') text += part.delta;
    expect(text).toBe('狐が寝た。');
  });
});

describe('pictures', () => {
  test('come from a server that refuses to be asked for base64', async () => {
    server.interpose({ status: 400, json: { error: { message: "Unknown parameter: 'response_format'." } } });
    const { images } = await provider.model('image', 'gpt-image-1').doGenerate(picture);
    expect(images).toHaveLength(1);
    expect(server.requests[1]?.json()).not.toHaveProperty('response_format');
  });

  test('are fetched from an address, on another host without the key', async () => {
    await using other = await startOpenAiServer();
    other.interpose({ body: samplePng({ width: 320, height: 192 }) });
    server.interpose({ json: { data: [{ url: `${other.url}/generated/1.png?x=1` }] } });
    const { images, warnings } = await provider.model('image', 'sd').doGenerate(picture);
    expect([images.length, warnings.length]).toEqual([1, 0]);
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });

  test('are asked for in the size the model knows, and brought to the one that is wanted', async () => {
    const settings = { baseUrl: server.url, apiKey: key, imageSide: 512 };
    const { images } = await openaiCompatible
      .create(settings, services)
      .model('image', 'sd')
      .doGenerate({ ...picture, size: '1280x720' });
    expect(server.requests[0]?.json()).toMatchObject({ size: '704x384' });
    expect(readPictureHeader(images[0] as Uint8Array)).toMatchObject({ width: 1280, height: 720 });
  });

  test('warn of what the interface has no word for', async () => {
    const providerOptions = { kinora: { negativePrompt: 'wolves' } };
    const { warnings } = await provider.model('image', 'sd').doGenerate({ ...picture, providerOptions });
    expect(warnings).toMatchObject([{ feature: 'negativePrompt' }]);
  });

  test('that are several have seeds of their own', async () => {
    await provider.model('image', 'sd').doGenerate({ ...picture, n: 2 });
    expect(server.requests.map((request) => request.json()['seed'])).toEqual([7, 8]);
  });
});

test('a voice that the server lacks is replaced by its own, with a warning', async () => {
  const { warnings } = await provider.model('speech', 'kokoro').doGenerate({ text: 'Hello.', voice: 'willow' });
  expect(warnings).toMatchObject([{ feature: 'voice' }]);
  expect(server.requests.at(-1)?.json()).toMatchObject({ voice: 'alloy' });
});

describe('recordings', () => {
  test('are heard word by word', async () => {
    const heard = await provider.model('transcription', 'whisper-1').doGenerate(recording);
    expect(heard).toMatchObject({ text: 'Goodnight, little owl.', language: 'en', durationInSeconds: 1.5 });
    expect(heard.providerMetadata?.['kinora']).toMatchObject({
      words: [
        { text: 'Goodnight,', start: 0, end: 0.6 },
        { text: 'little', start: 0.7, end: 0.9 },
        { text: 'owl.', start: 0.9, end: 1.4 },
      ],
    });
    const form = server.requests[0]?.body.toString('latin1') ?? '';
    expect(form).toMatch(/filename="speech.wav"[\s\S]*verbose_json[\s\S]*word[\s\S]*segment/);
  });

  test('are heard by a server that knows plain JSON only', async () => {
    server.interpose({ status: 400, json: { error: { message: "response_format 'verbose_json' is not supported" } } });
    server.interpose({ json: { text: 'Goodnight.' } });
    const heard = await provider.model('transcription', 'gpt-4o-transcribe').doGenerate(recording);
    expect(heard).toMatchObject({ text: 'Goodnight.', segments: [], warnings: [{ feature: 'word times' }] });
  });

  test('are timed in seconds by a server that counts nanoseconds', async () => {
    server.interpose({ json: { text: 'Hm.', segments: [{ text: 'Hm.', start: 0, end: 1_500_000_000 }] } });
    const heard = await provider.model('transcription', 'whisper').doGenerate(recording);
    expect(heard.segments).toEqual([{ text: 'Hm.', startSecond: 0, endSecond: 1.5 }]);
  });
});

describe('the provider', () => {
  test('sorts the models of the server by what they are for', async () => {
    const offers = await provider.offers();
    expect(offers.map(({ capability, modelId }) => [capability, modelId])).toEqual([
      ['language', 'qwen3:8b'],
      ['image', 'stable-diffusion-1.5'],
      ['speech', 'kokoro'],
      ['transcription', 'whisper-1'],
    ]);
    expect(offers[2]?.voices?.map(({ id, language }) => [id, language])).toEqual([
      ['alloy', ''],
      ['af_heart', 'en'],
      ['jf_alpha', 'ja'],
    ]);
  });

  test('offers what the settings name', async () => {
    const named = { baseUrl: server.url, apiKey: key, imageModels: 'a, b' };
    const offers = await openaiCompatible.create(named, services).offers();
    expect(offers.filter(({ capability }) => capability === 'image').map(({ modelId }) => modelId)).toEqual(['a', 'b']);
  });

  test('offers what the settings name, of a server without a list too', async () => {
    server.interpose({ status: 404, json: { error: { message: 'Not found' } } }, /models/);
    const named = { baseUrl: server.url, apiKey: key, transcriptionModels: 'whisper-1' };
    const offers = await openaiCompatible.create(named, services).offers();
    expect(offers.map(({ modelId }) => modelId)).toEqual(['whisper-1']);
  });

  test('says that all is well, or what is wrong', async () => {
    await expect(provider.check()).resolves.toEqual({
      message: 'It answers and has 5 models: qwen3:8b, kokoro, whisper-1 ….',
    });
    const wrong = openaiCompatible.create({ baseUrl: server.url, apiKey: 'wrong-key-99' }, services);
    await expect(wrong.check()).rejects.toMatchObject({ code: 'provider.unavailable' });
  });

  test('refuses what it does not have', () => {
    expect(() => provider.model('clip', 'x')).toThrow(expect.objectContaining({ code: 'request.invalid' }));
    expect(() => openaiCompatible.create({}, services)).toThrow(
      expect.objectContaining({ code: 'request.invalid', data: { field: 'baseUrl' } }),
    );
  });
});
