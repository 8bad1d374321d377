import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import { KinoraError } from '../errors.ts';
import type { ImageModelV4, LanguageModelV4, SpeechModelV4 } from '../models.ts';
import { createLanguageRoute } from './language.ts';
import { createImageRoute, createSpeechRoute } from './models.ts';

const broken = async () => {
  throw new KinoraError('provider.failed', 'The engine broke.');
};

function speech(provider: string, doGenerate: SpeechModelV4['doGenerate']): SpeechModelV4 {
  return { specificationVersion: 'v4', provider, modelId: 'm', doGenerate };
}

function language(provider: string, parts: LanguageModelV4StreamPart[]): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider,
    modelId: 'm',
    supportedUrls: {},
    doGenerate: broken,
    doStream: async () => ({
      stream: new ReadableStream({
        start(controller) {
          for (const part of parts) controller.enqueue(part);
          controller.close();
        },
      }),
    }),
  };
}

const prompt: LanguageModelV4CallOptions = { prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] };

describe('routes of AI SDK models', () => {
  test('a picture that is none is the next one’s to draw', async () => {
    const image = (provider: string, data: string | Uint8Array): ImageModelV4 => ({
      specificationVersion: 'v4',
      provider,
      modelId: 'm',
      maxImagesPerCall: 1,
      doGenerate: async () => ({
        images: [data] as string[] | Uint8Array[],
        warnings: [],
        response: { timestamp: new Date(0), modelId: 'm', headers: undefined },
      }),
    });
    const page = new TextEncoder().encode('<html>Sign in</html>');
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const route = createImageRoute([{ model: image('a', page) }, { model: image('b', pixel) }]);
    const { images, providerMetadata } = await route.doGenerate({
      prompt: 'a fox',
      n: 1,
      size: undefined,
      aspectRatio: undefined,
      seed: 1,
      files: undefined,
      mask: undefined,
      providerOptions: {},
    });
    expect(images).toEqual([pixel]);
    expect(providerMetadata?.['kinora']).toMatchObject({
      servedBy: 'b/m',
      fallback: 'b/m served instead of a/m. What it returned is no PNG, JPEG or WebP.',
    });
  });

  test('a speech route is a speech model that tells of a fall-back', async () => {
    const response = { timestamp: new Date(0), modelId: 'm', headers: {} };
    const route = createSpeechRoute([
      { model: speech('a', broken) },
      { model: speech('b', async () => ({ audio: new Uint8Array(2), warnings: [], response })) },
    ]);
    expect(route).toMatchObject({ specificationVersion: 'v4', provider: 'a', modelId: 'm' });
    const { warnings } = await route.doGenerate({ text: 'Hello' });
    expect(warnings).toEqual([{ type: 'other', message: 'b/m served instead of a/m. The engine broke.' }]);
  });

  test('an image route asks for no more pictures a call than its least provider draws', async () => {
    const image = (limit: ImageModelV4['maxImagesPerCall']): ImageModelV4 => ({
      specificationVersion: 'v4',
      provider: 'p',
      modelId: 'm',
      maxImagesPerCall: limit,
      doGenerate: broken,
    });
    const route = createImageRoute([{ model: image(4) }, { model: image(() => 2) }]);
    const limit = route.maxImagesPerCall;
    expect(typeof limit === 'function' && (await limit({ modelId: 'm' }))).toBe(2);
  });

  test('a language stream falls back when it fails before the first word', async () => {
    const route = createLanguageRoute([
      {
        model: language('a', [
          { type: 'stream-start', warnings: [] },
          { type: 'error', error: new KinoraError('provider.failed', 'Overloaded.') },
        ]),
      },
      {
        model: language('b', [
          { type: 'stream-start', warnings: [] },
          { type: 'text-start', id: '1' },
          { type: 'text-delta', id: '1', delta: 'Good night' },
        ]),
      },
    ]);
    const { stream } = await route.doStream(prompt);
    const parts = await Array.fromAsync(stream);
    expect(parts.map(({ type }) => type)).toEqual(['stream-start', 'text-start', 'text-delta']);
  });

  test('a language stream that fails later is not started again', async () => {
    const route = createLanguageRoute([
      {
        model: language('a', [
          { type: 'text-start', id: '1' },
          { type: 'error', error: new Error('cut off') },
        ]),
      },
      { model: language('b', []) },
    ]);
    const { stream } = await route.doStream(prompt);
    const parts = await Array.fromAsync(stream);
    expect(parts.map(({ type }) => type)).toEqual(['text-start', 'error']);
  });
});
