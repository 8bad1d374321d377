import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ModelEvent } from './index.ts';
import { openTestStore, pattern, tinyEntry } from './testing/open-store.ts';

/** What the store holds of the model, or null. */
async function installedBytes(opened: Awaited<ReturnType<typeof openTestStore>>): Promise<Uint8Array | null> {
  const [installed] = await opened.store.installed();
  return installed ? new Uint8Array(await readFile(path.join(installed.folder, 'model.gguf'))) : null;
}

test('goes on after each of 100 cuts at random bytes', async () => {
  await using opened = await openTestStore();
  const { hub, store, model } = opened;
  hub.faults.cuts = Array.from(pattern(100, 7), (byte) => 1 + byte * 10);
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(await installedBytes(opened)).toEqual(model);
  const asked = hub.requests.filter(({ host }) => host === 'content');
  expect(asked).toHaveLength(101);
  const offsets = asked.map(({ range }) => Number(/bytes=(\d+)-/.exec(range ?? 'bytes=0-')?.[1]));
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  expect(offsets.at(-1)).toBeGreaterThan(100_000);
  // Only the same bytes may be carried on.
  expect(asked.slice(1).every(({ range, ifRange }) => range === undefined || ifRange !== undefined)).toBe(true);
});

test('loads the whole file again when the server answers 200 instead of 206', async () => {
  await using opened = await openTestStore();
  const { hub, store, model } = opened;
  hub.faults.refuseRange = true;
  hub.faults.cuts = [100_000, 200_000];
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(await installedBytes(opened)).toEqual(model);
});

test('loads the whole file again when its ETag is another one', async () => {
  await using opened = await openTestStore();
  const { hub, store, model } = opened;
  hub.faults.unstableTag = true;
  hub.faults.cuts = [100_000];
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(await installedBytes(opened)).toEqual(model);
});

test('notices wrong bytes and loads the file again', async () => {
  await using opened = await openTestStore();
  const { hub, store, model } = opened;
  hub.faults.corrupt.add('model.gguf');
  hub.faults.corruptions = 1;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(await installedBytes(opened)).toEqual(model);
});

test.each(['model.gguf', 'tokenizer/a.json'])('never installs %s with wrong bytes', async (file) => {
  await using opened = await openTestStore();
  const { hub, store, home } = opened;
  hub.faults.corrupt.add(file);
  await store.install('tiny');
  const state = await store.settled('tiny');
  expect(state).toMatchObject({ state: 'failed', message: expect.stringContaining(`${file} arrives damaged`) });
  expect(await store.installed()).toEqual([]);
  expect(await readdir(path.join(home, 'models'))).toEqual(['.downloads']);

  hub.faults.corrupt.clear();
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
});

test('says where to accept a licence, without and with a token', async () => {
  let token = '';
  await using opened = await openTestStore({ token: () => token });
  const { hub, store } = opened;
  hub.faults.gate = 'login';
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({
    state: 'failed',
    message: expect.stringMatching(/accept its licence at http:.*\/kinora\/tiny.*token/),
  });

  token = 'hf_test';
  hub.faults.gate = 'refused';
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({
    state: 'failed',
    message: expect.stringMatching(/Your account may not load kinora\/tiny yet: open http:.*\/kinora\/tiny/),
  });

  hub.faults.gate = 'login';
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
});

test('sends the token to the hub alone, and writes it nowhere', async () => {
  await using opened = await openTestStore({ token: async () => 'hf_secret' });
  const { hub, store, home } = opened;
  hub.tokens.add('hf_secret');
  hub.faults.gate = 'login';
  hub.faults.refusals = { count: 1, status: 500 };
  const events: ModelEvent[] = [];
  store.watch((event) => events.push(event));
  await store.install('tiny');
  await store.settled('tiny');
  hub.faults.gate = 'refused';
  await store.remove('tiny');
  await store.install('tiny');
  await store.settled('tiny');
  const hubs = hub.requests.filter(({ host }) => host === 'hub');
  expect(new Set(hubs.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer hf_secret']));
  const contents = hub.requests.filter(({ host }) => host === 'content');
  expect(contents.length).toBeGreaterThan(0);
  expect(contents.every(({ authorization }) => authorization === undefined)).toBe(true);
  expect(JSON.stringify(events)).not.toContain('hf_secret');
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    expect(await readFile(path.join(entry.parentPath, entry.name), 'utf8')).not.toContain('hf_secret');
  }
});

test('takes tokens that are not the hub’s own, for mirrors', async () => {
  await using opened = await openTestStore({ token: 'mirror-token' });
  const { hub, store } = opened;
  hub.tokens.add('mirror-token');
  hub.faults.gate = 'login';
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
});

test('waits as long as Retry-After says', async () => {
  await using opened = await openTestStore();
  const { hub, store, clock } = opened;
  hub.faults.refusals = { count: 2, retryAfter: 7 };
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(clock.sleeps.filter((ms) => ms >= 7000)).toHaveLength(2);
});

test('reads the hub’s RateLimit header where there is no Retry-After', async () => {
  await using opened = await openTestStore();
  const { hub, store, clock } = opened;
  hub.faults.refusals = { count: 1, retryAfter: null };
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(clock.sleeps).toEqual([1000]);
});

test('gives up after six attempts that bring nothing, and says so', async () => {
  await using opened = await openTestStore();
  const { hub, store, clock } = opened;
  hub.faults.refusals = { count: Infinity, status: 503 };
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({
    state: 'failed',
    message: expect.stringMatching(/has trouble \(status 503\); try again later/),
  });
  expect(clock.sleeps).toHaveLength(5);
});

test('says that nobody answers', async () => {
  await using opened = await openTestStore();
  const { hub, store } = opened;
  await hub[Symbol.asyncDispose]();
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({
    state: 'failed',
    message: expect.stringMatching(/127\.0\.0\.1:\d+ can't be reached; check the network/),
  });
});

test('gives a connection up that brings nothing', async () => {
  await using opened = await openTestStore({ idleMs: 50 });
  const { hub, store, clock, model } = opened;
  hub.faults.isStalled = true;
  clock.sleep = async () => {
    hub.faults.isStalled = false;
  };
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(await installedBytes(opened)).toEqual(model);
});

test('a slow connection is no idle one', async () => {
  await using opened = await openTestStore({ idleMs: 800 });
  const { hub, store, clock } = opened;
  hub.faults.bytesPerSecond = 250_000;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect(clock.sleeps).toEqual([]);
});

test('keeps to the commit it began with', async () => {
  await using opened = await openTestStore();
  const { hub, store, model } = opened;
  const first = await hub.commit('kinora/tiny', { 'model.gguf': model, 'tokenizer/a.json': '{"a":1}' });
  const stop = store.watch(({ install }) => {
    if (install.state === 'installing' && install.doneBytes >= 60_000) void store.pause('tiny');
  });
  hub.faults.bytesPerSecond = 400_000;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'paused' });
  stop();
  hub.faults.bytesPerSecond = Infinity;
  await hub.commit('kinora/tiny', { 'model.gguf': pattern(300_000, 2), 'tokenizer/a.json': '{"a":2}' });
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect((await store.installed())[0]?.revision).toBe(first);
  expect(await installedBytes(opened)).toEqual(model);
});

test('begins a file anew that changed when its commit is gone, and keeps the others', async () => {
  await using opened = await openTestStore();
  const { hub, store } = opened;
  const stop = store.watch(({ install }) => {
    if (install.state === 'installing' && install.doneBytes >= 60_000) void store.pause('tiny');
  });
  hub.faults.bytesPerSecond = 400_000;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'paused' });
  stop();
  hub.faults.bytesPerSecond = Infinity;
  const changed = pattern(310_000, 2);
  const head = await hub.commit('kinora/tiny', { 'model.gguf': changed, 'tokenizer/a.json': '{"a":1}' });
  hub.squash('kinora/tiny');
  hub.requests.length = 0;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed', bytes: 310_007 });
  expect((await store.installed())[0]?.revision).toBe(head);
  expect(await installedBytes(opened)).toEqual(changed);
  expect(hub.requests.filter(({ path }) => path.includes('tokenizer'))).toEqual([]);
});

test('says which file of the catalogue the repository no longer has', async () => {
  await using opened = await openTestStore({ catalogue: [tinyEntry({ files: ['model.gguf', 'voices.bin'] })] });
  const { store } = opened;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('kinora/tiny has no file "voices.bin" any more'),
  });
});

test('says that there is no such repository', async () => {
  await using opened = await openTestStore({ catalogue: [tinyEntry({ repository: 'kinora/none' })] });
  await opened.store.install('tiny');
  expect(await opened.store.settled('tiny')).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('shows no model kinora/none; check its name'),
  });
});

test('reads a long listing page by page', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`tokenizer/${index}.json`, `{"i":${index}}`]),
  );
  await using opened = await openTestStore({ files: { ...files, 'model.gguf': pattern(1000) }, pageSize: 10 });
  await opened.store.install('tiny');
  expect(await opened.store.settled('tiny')).toMatchObject({ state: 'installed' });
  expect((await opened.store.installed())[0]?.files).toHaveLength(41);
  // 42 entries, with the folder.
  expect(opened.hub.requests.filter(({ path }) => path.includes('/tree/'))).toHaveLength(5);
});

test('checks the room on the disk before it starts', async () => {
  await using opened = await openTestStore({ freeBytes: async () => 100_000_000 });
  const { hub, store } = opened;
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({
    state: 'failed',
    message: expect.stringMatching(/needs 0\.5 GB free .* has 0\.1 GB|needs 0\.5 GB free .* has 100\.0 MB/),
  });
  expect(hub.requests.filter(({ host }) => host === 'content')).toEqual([]);
});
