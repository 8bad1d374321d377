import { catalogueEntry } from '@kinora/capabilities';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startHub } from '../testing/hub/index.ts';
import { createModelStore } from './index.ts';

const entry = catalogueEntry.parse({
  id: 'tiny',
  title: 'Tiny',
  summary: 'For tests.',
  purpose: 'language',
  runtime: 'llama-cpp',
  format: 'gguf',
  repository: 'kinora/tiny',
  files: ['model.gguf', 'tokenizer/*.json'],
  licence: { name: 'MIT', url: 'https://opensource.org/license/mit' },
  bytes: 100_000,
  memoryBytes: 1_000_000,
  quality: 1,
});

test('installs a small repository', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'kinora-models-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const model = crypto.getRandomValues(new Uint8Array(60_000));
  await using hub = await startHub({
    'kinora/tiny': {
      'model.gguf': model,
      'README.md': '# Tiny',
      'tokenizer/a.json': '{"a":1}',
      'tokenizer/b.json': '{}',
    },
  });
  const probed: string[] = [];
  await using store = await createModelStore({
    home,
    fetch,
    catalogue: [entry],
    endpoint: hub.url,
    probe: async (installed) => {
      probed.push(...installed.files);
    },
  });
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed', bytes: 60_009 });
  const [installed] = await store.installed();
  expect(installed?.files).toEqual(['model.gguf', 'tokenizer/a.json', 'tokenizer/b.json']);
  expect(probed).toEqual(installed?.files);
  expect(new Uint8Array(await readFile(path.join(installed?.folder ?? '', 'model.gguf')))).toEqual(model);
});
