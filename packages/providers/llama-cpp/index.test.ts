import type { InstalledModel, ModelProcess, ProcessOptions } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { findGguf, llamaCpp, shrink } from './index.ts';
import type { LoadSettings } from './protocol.ts';

const installed = (more: Partial<InstalledModel> = {}): InstalledModel => ({
  id: 'story-3b',
  title: 'Story 3B',
  purpose: 'language',
  runtime: 'llama-cpp',
  format: 'gguf',
  folder: '/models/story-3b',
  files: ['story.gguf'],
  revision: 'abc',
  bytes: 1,
  memoryBytes: 2,
  languages: ['en'],
  defaults: {},
  ...more,
});

function open(settings: Record<string, number> = {}, models: InstalledModel[] = [installed()]) {
  const started: ProcessOptions[] = [];
  const closed: string[] = [];
  const provider = llamaCpp.create(settings, {
    fetch,
    installed: () => Promise.resolve(models),
    importPackage: () => Promise.reject(new Error('none')),
    processes: {
      open(options) {
        started.push(options);
        return {
          call: () => Promise.reject(new Error('not asked here')),
          state: () => ({ device: 'cuda:0' }),
          [Symbol.asyncDispose]: () => Promise.resolve(void closed.push(String(options.settings['modelPath']))),
        } as unknown as ModelProcess;
      },
    },
  });
  const ask = (id: string) => provider.model('language', id).doGenerate({ prompt: [] });
  return { provider, started, closed, models, ask };
}

test('offers the installed language models, and where each was last computed', async () => {
  const other = [
    installed({ id: 'guard', purpose: 'moderation' }),
    installed({ id: 'painter', runtime: 'onnx', format: 'diffusers' }),
  ];
  const { provider, ask } = open({}, [installed(), ...other]);
  const offer = { capability: 'language', modelId: 'story-3b', title: 'Story 3B', revision: 'abc' };
  expect(await provider.offers()).toEqual([{ ...offer, device: 'auto' }]);
  await expect(ask('story-3b')).rejects.toThrow('not asked here');
  expect(await provider.offers()).toEqual([{ ...offer, device: 'cuda:0' }]);
});

test('starts nothing before the first call, and one process per model', async () => {
  const { provider, started, ask } = open({ contextSize: 2048, threads: 3, idleMinutes: 1 });
  provider.model('language', 'story-3b');
  expect(started).toEqual([]);
  await Promise.allSettled([ask('story-3b')]);
  await Promise.allSettled([ask('story-3b')]);
  expect(started).toMatchObject([
    {
      name: 'llama-cpp/story-3b',
      runtime: 'llama-cpp',
      settings: { modelPath: '/models/story-3b/story.gguf', contextSize: 2048, threads: 3, gpuLayers: 'auto' },
      memoryBytes: 2,
      idleMs: 60_000,
    },
  ]);
});

test('gives a model the context that suits it, where the settings name none', async () => {
  const sizes = [];
  for (const defaults of [{}, { contextSize: 2048 }]) {
    const { started, ask } = open({}, [installed({ defaults })]);
    await Promise.allSettled([ask('story-3b')]);
    sizes.push(started[0]?.settings['contextSize']);
  }
  expect(sizes).toEqual([8192, 2048]);
});

test('takes the new files after a model was installed again', async () => {
  const { started, closed, models, ask } = open();
  await Promise.allSettled([ask('story-3b')]);
  models[0] = installed({ revision: 'def', folder: '/models/new' });
  await Promise.allSettled([ask('story-3b')]);
  expect(started.map(({ settings }) => settings['modelPath'])).toEqual([
    '/models/story-3b/story.gguf',
    '/models/new/story.gguf',
  ]);
  expect(closed).toEqual(['/models/story-3b/story.gguf']);
});

test('says what to do about a model that is not there', async () => {
  const { ask, provider } = open({}, []);
  await expect(ask('story-3b')).rejects.toMatchObject({ code: 'provider.unavailable' });
  await expect(provider.check()).rejects.toMatchObject({ code: 'provider.unavailable' });
  expect(() => provider.model('image', 'story-3b')).toThrow(expect.objectContaining({ code: 'request.invalid' }));
});

test('names the setting that is out of range', () => {
  expect(() => open({ contextSize: 5 })).toThrow(
    expect.objectContaining({ code: 'request.invalid', data: { field: 'contextSize', allowed: '512–1048576' } }),
  );
});

test('asks for less when memory ran out, until nothing is left to give up', () => {
  const settings: LoadSettings = { modelPath: 'm', contextSize: 4096, threads: 'auto', gpuLayers: 'auto' };
  expect(shrink(settings)).toEqual({ ...settings, contextSize: 2048, gpuLayers: 'half' });
  expect(shrink({ ...settings, gpuLayers: 9 })).toMatchObject({ contextSize: 2048, gpuLayers: 4 });
  expect(shrink({ ...settings, contextSize: 1024, gpuLayers: 0 })).toBeNull();
});

test('finds the first part of a model, and no part for pictures', () => {
  const files = ['mmproj-f16.gguf', 'q4/story-00002-of-00002.gguf', 'q4/story-00001-of-00002.gguf', 'README.md'];
  expect(findGguf(installed({ files }))).toBe('/models/story-3b/q4/story-00001-of-00002.gguf');
  expect(() => findGguf(installed({ files: ['README.md'] }))).toThrow(
    expect.objectContaining({ code: 'provider.unavailable' }),
  );
});
