import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ModelEvent } from './index.ts';
import { readInstalled } from './index.ts';
import { openTestStore, pattern, tinyEntry } from './testing/open-store.ts';

test('installs a small repository', async () => {
  const probed: string[] = [];
  await using opened = await openTestStore({
    probe: async (installed) => {
      probed.push(...installed.files);
    },
  });
  const { store, model, home } = opened;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed', bytes: 300_007 });
  const [installed] = await store.installed();
  expect(installed?.files).toEqual(['model.gguf', 'tokenizer/a.json']);
  expect(probed).toEqual(installed?.files);
  expect(new Uint8Array(await readFile(path.join(installed?.folder ?? '', 'model.gguf')))).toEqual(model);
  expect(await readInstalled(home)).toEqual([installed]);
  expect(await store.diskUse()).toEqual({ models: 300_007, downloads: 0 });
  expect(await readdir(path.join(home, 'models', '.downloads'))).toEqual([]);
});

test('tells what it does, step by step', async () => {
  await using opened = await openTestStore();
  const { store, hub } = opened;
  hub.faults.bytesPerSecond = 1_000_000;
  const events: ModelEvent[] = [];
  store.watch((event) => events.push(event));
  await store.install('tiny');
  await store.settled('tiny');
  const steps = events.map(({ install }) => (install.state === 'installing' ? install.step : install.state));
  expect(steps.filter((step, index) => step !== steps[index - 1])).toEqual([
    'waiting',
    'list',
    'download',
    'probe',
    'installed',
  ]);
  const bytes = events.flatMap(({ install }) => (install.state === 'installing' ? [install.doneBytes] : []));
  expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
  expect(bytes.at(-1)).toBe(300_007);
});

test('a model whose trial fails is not installed, and its files needn’t be loaded again', async () => {
  let isBroken = true;
  await using opened = await openTestStore({
    probe: async () => {
      if (isBroken) throw new Error('no such architecture');
    },
  });
  const { store, hub } = opened;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({
    state: 'failed',
    message: 'The installation stopped: no such architecture. Try again.',
    doneBytes: 300_007,
  });
  expect(await store.installed()).toEqual([]);
  isBroken = false;
  hub.requests.length = 0;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(hub.requests).toEqual([]);
});

test('pauses, stays paused over a restart, and goes on where it was', async () => {
  await using opened = await openTestStore();
  const { store, hub } = opened;
  hub.faults.bytesPerSecond = 400_000;
  const stop = store.watch(({ install }) => {
    if (install.state === 'installing' && install.doneBytes > 60_000) void store.pause('tiny');
  });
  await store.install('tiny');
  const paused = await store.settled('tiny');
  stop();
  expect(paused).toMatchObject({ state: 'paused', totalBytes: 300_007 });
  const again = await opened.restart();
  expect(again.state('tiny')).toEqual(paused);
  await again.resume();
  expect(again.state('tiny')).toEqual(paused);
  hub.requests.length = 0;
  hub.faults.bytesPerSecond = Infinity;
  await again.install('tiny');
  expect(await again.settled('tiny')).toMatchObject({ state: 'installed' });
  const [asked] = hub.requests.filter(({ host }) => host === 'content');
  expect(Number(/bytes=(\d+)-/.exec(asked?.range ?? '')?.[1])).toBeGreaterThan(50_000);
});

test('goes on by itself with what ran when the process ended', async () => {
  await using opened = await openTestStore();
  const { store, hub } = opened;
  hub.faults.isStalled = true;
  await store.install('tiny');
  const again = await opened.restart();
  expect(again.state('tiny')).toMatchObject({ state: 'paused' });
  hub.faults.isStalled = false;
  await again.resume();
  expect(await again.settled('tiny')).toMatchObject({ state: 'installed' });
});

test('installs one model after the other', async () => {
  await using opened = await openTestStore({ catalogue: [tinyEntry(), tinyEntry({ id: 'second' })] });
  const { store } = opened;
  await store.install('tiny');
  await store.install('second');
  expect(store.state('second')).toEqual({ state: 'waiting' });
  await Promise.all([store.settled('tiny'), store.settled('second')]);
  expect((await store.installed()).map(({ id }) => id).sort()).toEqual(['second', 'tiny']);
});

test('a model that waits can be paused and removed', async () => {
  await using opened = await openTestStore({ catalogue: [tinyEntry(), tinyEntry({ id: 'second' })] });
  const { store, hub, home } = opened;
  hub.faults.isStalled = true;
  await store.install('tiny');
  await store.install('second');
  await store.pause('second');
  expect(store.state('second')).toMatchObject({ state: 'paused' });
  await store.remove('second');
  await store.remove('tiny');
  expect(store.list().map(({ install }) => install.state)).toEqual(['absent', 'absent']);
  expect(await readdir(path.join(home, 'models', '.downloads'))).toEqual([]);
});

test('removes nothing but models: a name that leads out of their folder is no model', async () => {
  await using opened = await openTestStore();
  const { store, home } = opened;
  const precious = path.join(home, 'assets');
  await mkdir(precious, { recursive: true });
  for (const id of ['../assets', '..', '.trash', '', precious])
    await expect(store.remove(id)).rejects.toMatchObject({ code: 'resource.missing' });
  expect(await readdir(home)).toContain('assets');
});

test('removes a model, but not one that is in use', async () => {
  let isInUse = true;
  await using opened = await openTestStore({ isInUse: () => isInUse });
  const { store, home } = opened;
  await store.install('tiny');
  await store.settled('tiny');
  await expect(store.remove('tiny')).rejects.toMatchObject({ code: 'request.conflict' });
  expect(await store.installed()).toHaveLength(1);
  isInUse = false;
  await store.remove('tiny');
  expect(store.state('tiny')).toEqual({ state: 'absent' });
  expect(await readInstalled(home)).toEqual([]);
  expect(await readdir(path.join(home, 'models', '.trash'))).toEqual([]);
});

test('takes back a folder that was put in its place before the process died', async () => {
  await using opened = await openTestStore();
  const { store, hub, home } = opened;
  await store.install('tiny');
  await store.settled('tiny');
  const models = path.join(home, 'models');
  const manifest = JSON.parse(await readFile(path.join(models, 'tiny', 'manifest.json'), 'utf8')) as {
    files: object[];
    revision: string;
  };
  // As it was a moment before the manifest was written.
  await rm(path.join(models, 'tiny', 'manifest.json'));
  await mkdir(path.join(models, '.downloads', 'tiny', 'parts'), { recursive: true });
  const files = manifest.files.map((file) => ({ ...file, isDone: true }));
  const journal = {
    version: 1,
    entry: tinyEntry(),
    wish: 'running',
    commit: manifest.revision,
    totalBytes: 300_007,
    files,
  };
  await writeFile(path.join(models, '.downloads', 'tiny', 'journal.json'), JSON.stringify(journal));
  hub.requests.length = 0;
  const again = await opened.restart();
  expect(await again.installed()).toEqual([]);
  await again.resume();
  expect(await again.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(hub.requests).toEqual([]);
});

test('finds damaged files, and loads only those again', async () => {
  await using opened = await openTestStore();
  const { store, hub, model } = opened;
  await store.install('tiny');
  await store.settled('tiny');
  expect(await store.verify('tiny')).toEqual([]);
  const [installed] = await store.installed();
  const damaged = Uint8Array.from(model);
  damaged[5] = (damaged[5] ?? 0) ^ 1;
  await writeFile(path.join(installed?.folder ?? '', 'model.gguf'), damaged);
  expect(await store.verify('tiny')).toEqual(['model.gguf']);
  expect(store.state('tiny')).toMatchObject({
    state: 'failed',
    message: '1 of 2 files are damaged or missing; install it again to mend them.',
  });
  expect(await store.installed()).toEqual([]);
  hub.requests.length = 0;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(hub.requests.filter(({ path }) => path.includes('tokenizer'))).toEqual([]);
  expect(await store.verify('tiny')).toEqual([]);
});

test('a model that lost a file is not offered, and can be installed again', async () => {
  await using opened = await openTestStore();
  const { store, home } = opened;
  await store.install('tiny');
  await store.settled('tiny');
  const [installed] = await store.installed();
  await rename(path.join(installed?.folder ?? '', 'model.gguf'), path.join(home, 'elsewhere'));
  expect(await readInstalled(home)).toEqual([]);
  const again = await opened.restart();
  expect(again.state('tiny')).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('model.gguf is missing'),
  });
  await again.install('tiny');
  expect(await again.settled('tiny')).toMatchObject({ state: 'installed' });
});

test('a damaged journal is forgotten, not trusted', async () => {
  await using opened = await openTestStore();
  const folder = path.join(opened.home, 'models', '.downloads', 'tiny');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'journal.json'), '{"version":1,"entry"');
  await writeFile(path.join(folder, 'rest'), pattern(100));
  const again = await opened.restart();
  expect(again.state('tiny')).toEqual({ state: 'absent' });
  expect(await readdir(path.join(opened.home, 'models', '.downloads'))).toEqual([]);
});

test('refuses a repository whose files would leave their folder', async () => {
  await using opened = await openTestStore({ files: { 'model.gguf': 'x', 'tokenizer/../../../evil.json': '{}' } });
  await opened.store.install('tiny');
  expect(await opened.store.settled('tiny')).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('a file whose name is not safe'),
  });
});

test('a newer catalogue decides what a paused download loads and how an installed model is used', async () => {
  await using opened = await openTestStore({ catalogue: [tinyEntry({ files: ['model.gguf', 'voices.bin'] })] });
  const { store, hub } = opened;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'failed' });
  const second = await opened.restart({ catalogue: [tinyEntry()] });
  await second.install('tiny');
  expect(await second.settled('tiny')).toMatchObject({ state: 'installed' });

  hub.requests.length = 0;
  const newer = tinyEntry({ title: 'Tiny, explained', defaults: { contextSize: 512 }, files: ['other.gguf'] });
  const third = await opened.restart({ catalogue: [newer] });
  expect(await third.installed()).toMatchObject([
    { title: 'Tiny, explained', defaults: { contextSize: 512 }, files: ['model.gguf', 'tokenizer/a.json'] },
  ]);
  const elsewhere = await opened.restart({ catalogue: [{ ...newer, repository: 'kinora/other' }] });
  expect(await elsewhere.installed()).toMatchObject([{ title: 'Tiny', defaults: {} }]);
  expect(hub.requests).toEqual([]);
});

test('an unknown model is refused', async () => {
  await using opened = await openTestStore();
  await expect(opened.store.install('nothing')).rejects.toMatchObject({ code: 'resource.missing' });
});
