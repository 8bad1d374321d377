import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelsView, ProvidersView, TestResult } from '@kinora/capabilities/setup';
import { startHub, testRuntimes } from '@kinora/platform/testing';
import type { Hub } from '@kinora/platform/testing';
import type { Story } from '@kinora/studios/story/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServerProcess } from '../../tools/server-process.ts';
import type { ServerProcess } from '../../tools/server-process.ts';
import { tinyLlama, writeTinyLlama } from '../../tools/tiny-models/gguf.ts';
import { writeTinyDiffusers } from '../../tools/tiny-models/onnx-diffusers.ts';
import { writeTinyVoice } from '../../tools/tiny-models/sherpa.ts';
import {
  writeTinyCaptioner,
  writeTinyImageClassifier,
  writeTinyTextClassifier,
} from '../../tools/tiny-models/transformers-classifiers.ts';
import { writeTinyWhisper } from '../../tools/tiny-models/transformers-whisper.ts';
import type { JobView, StorySummary } from './routes/schemas.ts';

/**
 * Every local runtime for real, as a user gets it: installed by npm, models fetched from a hub with the true wire format,
 * hashed, loaded on trial, put into their routes, and then a whole story made with them. The models are tiny and random;
 * everything around them is what a large one meets.
 */

/** The machine may be busy with other tests. */
const limit = 900_000;

const models = {
  'tiny-llama': { purpose: 'language', runtime: 'llama-cpp', format: 'gguf', files: ['tiny.gguf'] },
  'tiny-diffusion': { purpose: 'image', runtime: 'onnx', format: 'diffusers', files: ['*', '*/*'] },
  'tiny-voice': { purpose: 'speech', runtime: 'sherpa', format: 'piper', files: ['*', '*/*'] },
  'tiny-whisper': { purpose: 'transcription', runtime: 'transformers', format: 'whisper', files: ['*', '*/*'] },
  'tiny-judge': { purpose: 'moderation', runtime: 'transformers', format: 'text-classifier', files: ['*', '*/*'] },
  'tiny-eye': { purpose: 'moderation', runtime: 'transformers', format: 'image-classifier', files: ['*', '*/*'] },
  'tiny-captioner': { purpose: 'description', runtime: 'transformers', format: 'captioner', files: ['*', '*/*'] },
} as const;

/** What a test call gives, where it is known. */
const answers: Record<string, object> = {
  image: { media: { mediaType: 'image/png' } },
  speech: { media: { mediaType: 'audio/wav' } },
  transcription: { message: expect.stringContaining('The little fox') },
};

/** A letter is a token to so small a vocabulary, so prompts are four times as long as usual. */
const contextSize = 24_576;
/** What the tiny writer prefers to say: short sentences, so that its nonsense has the form of a page. */
const sayings = [
  ...'little fox owl moon star warm soft quiet under near round and with saw heard found lantern pond leaf'.split(' '),
  ...['home', 'night', 'moss', 'tree', 'water', 'song'].flatMap((end) =>
    ['The', 'She', 'He', 'Then', 'Now', 'A'].map((opening) => `${end}.▁${opening}`),
  ),
];

let folder: string;
let hub: Hub;
let server: ServerProcess;

beforeAll(async () => {
  const { home: shared } = await testRuntimes('llama-cpp', 'onnx', 'transformers', 'sherpa');
  folder = await mkdtemp(join(tmpdir(), 'kinora-models-'));
  const home = join(folder, 'home');
  await mkdir(home, { recursive: true, mode: 0o700 });
  await symlink(join(shared, 'runtimes'), join(home, 'runtimes'));
  const at = async (name: string) => {
    const path = join(folder, name);
    await mkdir(path, { recursive: true });
    return path;
  };
  await writeTinyLlama(join(await at('tiny-llama'), 'tiny.gguf'), {
    shape: { ...tinyLlama, context: contextSize },
    words: sayings,
  });
  writeTinyDiffusers(await at('tiny-diffusion'));
  writeTinyVoice(await at('tiny-voice'));
  writeTinyWhisper(await at('tiny-whisper'));
  writeTinyTextClassifier(await at('tiny-judge'));
  writeTinyImageClassifier(await at('tiny-eye'));
  writeTinyCaptioner(await at('tiny-captioner'));
  hub = await startHub(Object.fromEntries(Object.keys(models).map((id) => [`kinora/${id}`, join(folder, id)])));
  const catalogue = Object.entries(models).map(([id, model]) => ({
    ...model,
    id,
    title: id,
    summary: 'Random weights.',
    repository: `kinora/${id}`,
    licence: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
    bytes: 1_000_000,
    memoryBytes: 200_000_000,
    quality: 1,
    languages: ['en'],
    ...(id === 'tiny-diffusion' && { defaults: { steps: 2, guidance: 0 } }),
  }));
  await writeFile(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
  server = await startServerProcess({
    home,
    environment: { KINORA_HUB_URL: hub.url, KINORA_CATALOGUE: join(folder, 'catalogue.json') },
  });
}, limit);
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
}, limit);

async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const text = await (await server.api(method, path, body)).text();
  return (text === '' ? null : JSON.parse(text)) as Answer;
}

async function until<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 250));
  }
}

describe('local models', () => {
  test('nothing was fetched before anybody asked', () => {
    expect(hub.requests).toEqual([]);
  });

  test.each(Object.keys(models))(
    '%s is fetched, checked, loaded on trial, and serves',
    { timeout: limit },
    async (id) => {
      await call('POST', `/models/${id}/install`, { use: true });
      const installed = await until(async () => {
        const { models: all } = await call<ModelsView>('GET', '/models');
        const model = all.find(({ entry }) => entry.id === id);
        if (model?.install.state === 'failed') throw new Error(model.install.message);
        return model?.install.state === 'installed' ? model : undefined;
      });
      expect(installed.revision).toMatch(/^[0-9a-f]{40}$/);
      const { routes } = await until(async () => {
        const view = await call<ProvidersView>('GET', '/providers');
        return view.routes.some(({ entries }) => entries[0]?.model === id) ? view : undefined;
      });
      const capability = models[id as keyof typeof models].purpose;
      const route = routes.find((each) => each.capability === capability);
      expect(route?.entries[0]).toMatchObject({ model: id, state: 'ready' });
    },
  );

  test('settings of a provider are part of what its models are', async () => {
    await call('PUT', '/providers/llama-cpp', { kind: 'llama-cpp', isOn: true, settings: { contextSize } });
    const { providers } = await call<ProvidersView>('GET', '/providers');
    expect(providers.find(({ id }) => id === 'llama-cpp')?.settings).toEqual({ contextSize });
  });

  test.each(Object.entries(models))('%s answers a test call', { timeout: limit }, async (id, { purpose, runtime }) => {
    const result = await call<TestResult>('POST', `/providers/${runtime}/test`, { capability: purpose, model: id });
    expect(result).toMatchObject({ ok: true, device: expect.any(String) });
    expect(result.memoryBytes).toBeGreaterThan(10_000_000);
    expect(result).toMatchObject(answers[purpose] ?? {});
  });

  test('a story is written, painted, spoken, timed, judged and described by them', { timeout: limit }, async () => {
    const { story, job } = await call<{ story: StorySummary; job: JobView }>('POST', '/stories', {
      wish: 'a shy fox who is afraid of the dark',
      profile: { age: 3 },
      scenes: 3,
      seed: 5,
      voice: 'sherpa/tiny-voice:do',
    });
    const made = await until(async () => {
      const found = await call<{ result: Story | null; job: JobView | null }>('GET', `/stories/${story.id}`);
      if (found.job?.state === 'failed') throw new Error(JSON.stringify(found.job.error));
      return found.result !== null && found.result.scenes.length === 3 ? found.result : undefined;
    });
    await call('POST', `/jobs/${job.id}/cancel`).catch(() => {});
    expect(made.script.author).toMatch(/tiny-llama/);
    for (const scene of made.scenes) {
      expect(scene.notes ?? []).toEqual([]);
      expect(scene.drawnBy).toMatch(/tiny-diffusion@/);
      expect(scene.spokenBy).toMatch(/tiny-voice/);
      expect(scene.picture.mediaType).toBe('image/png');
      expect(scene.words.length).toBeGreaterThan(10);
      expect(scene.words.at(-1)?.end).toBeLessThanOrEqual(scene.duration + 0.01);
      expect(scene.altText.length).toBeGreaterThan(3);
    }
    const { routes } = await call<ProvidersView>('GET', '/providers');
    for (const capability of ['language', 'image', 'speech', 'transcription', 'moderation', 'description']) {
      const [first] = routes.find((each) => each.capability === capability)?.entries ?? [];
      expect({ capability, served: first?.served }).toEqual({
        capability,
        served: expect.toSatisfy((n: number) => n > 0),
      });
    }
  });

  test('memory comes back when idle models are unloaded', { timeout: limit }, async () => {
    await call('POST', '/models/unload');
    const { processes } = await call<ModelsView>('GET', '/models');
    expect(processes.filter(({ state }) => state !== 'unloaded')).toEqual([]);
  });

  test('what is in a route can be removed: the built-in serves again', { timeout: limit }, async () => {
    await call('DELETE', '/models/tiny-diffusion');
    const { routes } = await call<ProvidersView>('GET', '/providers');
    const image = routes.find(({ capability }) => capability === 'image');
    expect(image?.entries.map(({ model, state }) => [model, state])).toEqual([
      ['tiny-diffusion', 'off'],
      ['illustrator', 'ready'],
    ]);
  });
});
