import { isKinoraError } from '@kinora/capabilities';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addVersion, createProject, localOwnerId } from '../db/index.ts';
import { openTemporaryDatabase } from '../testing/temporary-home.ts';
import { createFileSystemBackend } from './file-system.ts';
import type { Assets, UserAssets } from './store.ts';
import { createAssets } from './store.ts';

const other = '00000000-0000-4000-8000-000000000002';
let opened: Awaited<ReturnType<typeof openTemporaryDatabase>>;
let all: Assets;
let assets: UserAssets;

beforeAll(async () => {
  opened = await openTemporaryDatabase();
  all = createAssets({ database: opened.database, backend: createFileSystemBackend(opened.home.assets) });
  assets = all.as(localOwnerId);
}, 60_000);
afterAll(() => opened?.[Symbol.asyncDispose](), 60_000);

const text = { mediaType: 'text/plain' };
const bytesOf = (words: string) => new TextEncoder().encode(words);
const placeOf = (hash: string, owner = localOwnerId) =>
  path.join(opened.home.assets, owner, hash.slice(0, 2), hash.slice(2));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (isKinoraError(error) ? error.code : String(error)),
  );
const project = (summary: object) =>
  opened.database.as(localOwnerId).transaction(async (tx) => {
    const { id } = await createProject(tx, { studio: 'story', title: 'Fox', summary: { ...summary } });
    await addVersion(tx, { projectId: id, request: {}, result: { ...summary }, change: 'made' });
    return id;
  });

test('stores bytes once under their SHA-256', async () => {
  const ref = await assets.put(bytesOf('a fox'), text);
  expect(ref).toEqual({ asset: createHash('sha256').update('a fox').digest('hex'), mediaType: 'text/plain', bytes: 5 });
  expect(await assets.put(bytesOf('a fox'), text)).toEqual(ref);
  expect(Buffer.from(await assets.get(ref)).toString()).toBe('a fox');
  expect(await assets.find(ref.asset)).toEqual(ref);
  expect(await readFile(placeOf(ref.asset), 'utf8')).toBe('a fox');
});

test('streams in and out, whole and by range', async () => {
  const chunks = async function* () {
    for (let index = 0; index < 50; index++) yield Buffer.alloc(10_000, index);
  };
  const ref = await assets.putStream(chunks(), { mediaType: 'video/mp4' });
  expect(ref.bytes).toBe(500_000);
  const whole = await buffer(await assets.stream(ref, { verify: true }));
  expect(createHash('sha256').update(whole).digest('hex')).toBe(ref.asset);
  const part = await buffer(await assets.stream(ref, { range: { start: 9_999, end: 10_000 } }));
  expect([...part]).toEqual([0, 1]);
});

test('lends files by path and stores what is written to one', async () => {
  const ref = await assets.put(bytesOf('a song'), text);
  expect(await assets.lend([ref, ref], (paths) => Promise.all(paths.map((each) => readFile(each, 'utf8'))))).toEqual([
    'a song',
    'a song',
  ]);
  const gone = { ...ref, asset: '0'.repeat(64) };
  expect(await codeOf(assets.lend([ref, gone], async () => {}))).toBe('asset.missing');
  const made = await assets.putFile((file) => writeFile(file, 'a film'), { mediaType: 'video/mp4' });
  expect(made).toMatchObject({ mediaType: 'video/mp4', bytes: 6 });
  expect(Buffer.from(await assets.get(made)).toString()).toBe('a film');
  let lent = '';
  const failing = assets.putFile(
    async (file) => {
      lent = file;
      await writeFile(file, 'half');
      throw new Error('the encoder failed');
    },
    { mediaType: 'video/mp4' },
  );
  await expect(failing).rejects.toThrow('the encoder failed');
  await expect(readFile(lent)).rejects.toThrow('ENOENT');
});

test('copies files to lend them when a store has no paths', async () => {
  const { path: _path, ...remote } = createFileSystemBackend(opened.home.assets);
  const other = createAssets({ database: opened.database, backend: remote }).as(localOwnerId);
  const ref = await other.put(bytesOf('far away'), text);
  let lent = '';
  const read = other.lend([ref], async ([file = '']) => readFile((lent = file), 'utf8'));
  expect(await read).toBe('far away');
  expect(lent).not.toContain(ref.asset.slice(2));
  await expect(readFile(lent)).rejects.toThrow('ENOENT');
});

test('keeps an upload that breaks off out of the store', async () => {
  const chunks = async function* () {
    yield bytesOf('half');
    throw new Error('the phone went away');
  };
  await expect(assets.putStream(chunks(), text)).rejects.toThrow('the phone went away');
  expect(await readdir(path.join(opened.home.assets, '.uploads'))).toEqual([]);
});

test('notices a damaged file, and heals when the bytes are put again', async () => {
  const ref = await assets.put(bytesOf('an owl'), text);
  await writeFile(placeOf(ref.asset), 'an 0wl');
  await expect(buffer(await assets.stream(ref, { verify: true }))).rejects.toMatchObject({ code: 'asset.broken' });
  expect(await codeOf(assets.get(ref))).toBe('asset.broken');
  expect(await assets.have([ref.asset])).toBe(false);
  await assets.put(bytesOf('an owl'), text);
  expect(await assets.have([ref.asset])).toBe(true);
  await writeFile(placeOf(ref.asset), 'an');
  expect(await codeOf(assets.stream(ref))).toBe('asset.broken');
});

test("doesn't show one user another's files", async () => {
  const ref = await assets.put(bytesOf('private'), text);
  const theirs = all.as(other);
  expect(await codeOf(theirs.find(ref.asset))).toBe('asset.missing');
  expect(await codeOf(theirs.get(ref))).toBe('asset.missing');
  expect(await theirs.have([ref.asset])).toBe(false);
});

test('deletes a project with the files that nothing else names', async () => {
  const shared = await assets.put(bytesOf('shared'), text);
  const own = await assets.put(bytesOf('own'), text);
  const first = await project({ shared, own });
  const second = await project({ shared });
  await all.deleteProject(localOwnerId, first);
  expect(await assets.have([own.asset])).toBe(false);
  await expect(readFile(placeOf(own.asset))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await assets.have([shared.asset])).toBe(true);
  await all.deleteProject(localOwnerId, second);
  expect(await assets.have([shared.asset])).toBe(false);
  expect(await codeOf(all.deleteProject(localOwnerId, second))).toBe('resource.missing');
});

test('deleting leaves a file that was just put and is not named yet', async () => {
  const words = bytesOf('put again while it is deleted');
  const id = await project({ file: await assets.put(words, text) });
  const again = await assets.put(words, text);
  await all.deleteProject(localOwnerId, id);
  expect(await assets.have([again.asset])).toBe(true);
});

test('sweeps files that nothing names, of every user, and spares the rest', async () => {
  const theirs = all.as(other);
  const orphan = await theirs.put(bytesOf('orphan'), text);
  const kept = await assets.put(bytesOf('kept'), text);
  await project({ kept });
  const stray = 'c'.repeat(64);
  await writeFile(path.join(path.dirname(placeOf(orphan.asset, other)), stray.slice(2)), 'no row knows me');
  expect(await all.sweep({ graceSeconds: 3600 })).toBe(0);
  expect(await theirs.have([orphan.asset])).toBe(true);
  expect(await all.sweep({ graceSeconds: -1 })).toBeGreaterThanOrEqual(2);
  expect(await theirs.have([orphan.asset])).toBe(false);
  expect(await assets.have([kept.asset])).toBe(true);
  const left = await readdir(path.join(opened.home.assets, other), { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile())).toEqual([]);
});

test('puts and deletions of the same bytes at once never lose a named file', async () => {
  // Whoever names a file too late is told, and puts it again.
  const make = async (): Promise<string> => {
    const file = await assets.put(words, text);
    return project({ file }).catch((error: unknown) => {
      if (isKinoraError(error) && error.code === 'asset.missing') return make();
      throw error;
    });
  };
  const words = bytesOf('contended');
  await Promise.all(
    Array.from({ length: 8 }, async (_, turn) => {
      const id = await make();
      if (turn % 2 === 0) await all.deleteProject(localOwnerId, id);
    }),
  );
  const asset = createHash('sha256').update(words).digest('hex');
  expect(await assets.have([asset])).toBe(true);
  expect(Buffer.from(await assets.get(await assets.find(asset)))).toEqual(Buffer.from(words));
});
