import { KinoraError } from '@kinora/capabilities';
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, utimes } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addVersion, createProject, localOwnerId } from '../db/index.ts';
import { openTemporaryDatabase } from '../testing/temporary-home.ts';
import type { AssetBackend } from './backend.ts';
import { createFileSystemBackend } from './file-system.ts';
import type { Assets } from './store.ts';
import { createAssets } from './store.ts';
import type { Uploads } from './uploads.ts';
import { createUploads } from './uploads.ts';

let opened: Awaited<ReturnType<typeof openTemporaryDatabase>>;
let assets: Assets;
let uploads: Uploads;
let incoming: string;

/** As after a start of the server: nothing is remembered but what is on the disk and in the database. */
const open = (change: Partial<AssetBackend['partials']> = {}) => {
  const backend = createFileSystemBackend(opened.home.assets);
  return createUploads({
    database: opened.database.as(localOwnerId),
    backend: { ...backend, partials: { ...backend.partials, ...change } },
    identify: (head) => {
      if (head[0] === 0x21) throw new KinoraError('request.invalid', 'No song begins with an exclamation mark.');
      return 'audio/flac';
    },
  });
};

beforeAll(async () => {
  opened = await openTemporaryDatabase();
  incoming = path.join(opened.home.assets, '.incoming');
  assets = createAssets({ database: opened.database, backend: createFileSystemBackend(opened.home.assets) });
  uploads = open();
}, 60_000);
afterAll(() => opened?.[Symbol.asyncDispose](), 60_000);

const song = (bytes = 20_000) => Buffer.concat([Buffer.from('fLaC'), randomBytes(bytes - 4)]);
const hashOf = (bytes: Buffer, algorithm = 'sha256') => createHash(algorithm).update(bytes);
const chunksOf = async function* (...chunks: (Buffer | Error)[]) {
  for (const chunk of chunks) {
    if (chunk instanceof Error) throw chunk;
    yield chunk;
  }
};
const send = (id: string, bytes: Buffer, offset = 0) => uploads.append(id, { offset, chunks: chunksOf(bytes) });

test('a file comes in pieces and becomes an asset', async () => {
  const bytes = song();
  const { id, received, file } = await uploads.begin({ name: 'Night Drive.flac', bytes: bytes.length });
  expect([received, file]).toEqual([0, null]);
  expect(await send(id, bytes.subarray(0, 7000))).toMatchObject({ received: 7000, file: null });
  expect(await send(id, bytes.subarray(7000), 7000)).toMatchObject({
    received: bytes.length,
    file: { asset: hashOf(bytes).digest('hex'), mediaType: 'audio/flac', bytes: bytes.length },
  });
  expect((await uploads.look(id)).file).not.toBeNull();
  expect(await uploads.nameOf(hashOf(bytes).digest('hex'))).toBe('Night Drive.flac');
  const stored = await assets.as(localOwnerId).get((await uploads.look(id)).file!);
  expect(Buffer.from(stored).equals(bytes)).toBe(true);
});

test('what came before a connection broke off is kept, also over a restart', async () => {
  const bytes = song();
  const { id } = await uploads.begin({ name: '', bytes: bytes.length });
  const broken = chunksOf(bytes.subarray(0, 5000), new Error('ECONNRESET'));
  await expect(uploads.append(id, { offset: 0, chunks: broken })).rejects.toThrow('ECONNRESET');
  const later = open();
  expect((await later.look(id)).received).toBe(5000);
  const { file } = await later.append(id, { offset: 5000, chunks: chunksOf(bytes.subarray(5000)) });
  expect(file?.asset).toBe(hashOf(bytes).digest('hex'));
});

test('a wrong offset is told the right one, and too much is refused', async () => {
  const bytes = song();
  const { id } = await uploads.begin({ name: '', bytes: bytes.length });
  await send(id, bytes.subarray(0, 5000));
  await expect(send(id, bytes.subarray(0, 100))).rejects.toMatchObject({
    code: 'request.conflict',
    data: { received: 5000 },
  });
  await expect(send(id, Buffer.concat([bytes, bytes]), 5000)).rejects.toMatchObject({ code: 'request.invalid' });
  expect((await uploads.look(id)).file).toBeNull();
});

test('a piece whose checksum is wrong counts as nothing', async () => {
  const bytes = song();
  const { id } = await uploads.begin({ name: '', bytes: bytes.length });
  await send(id, bytes.subarray(0, 5000));
  const piece = bytes.subarray(5000, 9000);
  const checksum = { algorithm: 'sha1', digest: hashOf(bytes, 'sha1').digest() } as const;
  await expect(uploads.append(id, { offset: 5000, chunks: chunksOf(piece), checksum })).rejects.toMatchObject({
    data: { checksum: true },
  });
  expect((await uploads.look(id)).received).toBe(5000);
  const right = { algorithm: 'sha1', digest: hashOf(piece, 'sha1').digest() } as const;
  expect(await uploads.append(id, { offset: 5000, chunks: chunksOf(piece), checksum: right })).toMatchObject({
    received: 9000,
  });
});

test('a connection that is dead is cut off by the next one', async () => {
  const bytes = song();
  const { id } = await uploads.begin({ name: '', bytes: bytes.length });
  const { promise: isHere, resolve } = Promise.withResolvers<void>();
  const hanging = async function* () {
    yield bytes.subarray(0, 6000);
    resolve();
    await new Promise(() => {});
  };
  const dead = uploads.append(id, { offset: 0, chunks: hanging() }).catch((error: unknown) => error);
  await isHere;
  expect((await uploads.look(id)).received).toBe(6000);
  expect(await dead).toMatchObject({ code: 'request.conflict' });
  expect((await send(id, bytes.subarray(6000), 6000)).file).not.toBeNull();
});

test('two uploads of the same bytes at once are one asset', async () => {
  const bytes = song();
  const both = await Promise.all([1, 2].map(() => uploads.begin({ name: '', bytes: bytes.length })));
  const [first, second] = await Promise.all(both.map(({ id }) => send(id, bytes)));
  expect(first?.file).toEqual(second?.file);
  expect(await assets.as(localOwnerId).have([first!.file!.asset])).toBe(true);
});

test('a process that dies after the last byte, or after the file was moved, has lost nothing', async () => {
  const bytes = song();
  for (const at of ['hash', 'commit'] as const) {
    const fresh = Buffer.concat([bytes, Buffer.from(at)]);
    const backend = createFileSystemBackend(opened.home.assets);
    const dying = open({
      [at]: async (id: string, key: string) => {
        if (at === 'commit') await backend.partials.commit(id, key);
        throw new Error('killed');
      },
    });
    const { id } = await dying.begin({ name: '', bytes: fresh.length });
    await expect(dying.append(id, { offset: 0, chunks: chunksOf(fresh) })).rejects.toThrow('killed');
    expect((await uploads.look(id)).file?.asset).toBe(hashOf(fresh).digest('hex'));
  }
});

test('what isn’t taken is refused at its first bytes, and gone', async () => {
  const bytes = Buffer.concat([Buffer.from('!'), song()]);
  const { id } = await uploads.begin({ name: '', bytes: bytes.length });
  await expect(send(id, bytes.subarray(0, 8000))).rejects.toMatchObject({ code: 'request.invalid' });
  await expect(uploads.look(id)).rejects.toMatchObject({ code: 'resource.missing' });
  await expect(uploads.receive({ name: '', chunks: chunksOf(bytes), limit: 1e6 })).rejects.toMatchObject({
    code: 'request.invalid',
  });
  await expect(uploads.receive({ name: '', chunks: chunksOf(song()), limit: 100 })).rejects.toMatchObject({
    code: 'request.too-large',
  });
  expect(await readdir(incoming)).not.toContain(id);
});

test('a full disk is told before the first byte', async () => {
  const full = open({ room: async () => 1000 });
  await expect(full.begin({ name: '', bytes: 500 })).rejects.toMatchObject({ code: 'storage.full' });
});

test('a cancelled upload is gone', async () => {
  const { id } = await uploads.begin({ name: '', bytes: 9000 });
  await send(id, song(5000));
  await uploads.cancel(id);
  await expect(uploads.look(id)).rejects.toMatchObject({ code: 'resource.missing' });
  expect(await readdir(incoming)).not.toContain(id);
});

test('what came in lives a day without use; once used, it goes with the last project that used it', async () => {
  const unused = await uploads.receive({ name: 'unused', chunks: chunksOf(song()), limit: 1e6 });
  const used = await uploads.receive({ name: 'used', chunks: chunksOf(song()), limit: 1e6 });
  const mine = assets.as(localOwnerId);
  const project = () =>
    opened.database.as(localOwnerId).transaction(async (tx) => {
      const { id } = await createProject(tx, { studio: 'music-video', title: 'Song', summary: {} });
      await addVersion(tx, { projectId: id, request: { song: { ...used } }, change: 'made' });
      return id;
    });
  const [first, second] = [await project(), await project()];
  await assets.sweep({ graceSeconds: -1 });
  expect(await mine.have([unused.asset, used.asset])).toBe(true);
  await assets.deleteProject(localOwnerId, first);
  expect(await mine.have([used.asset])).toBe(true);
  await assets.deleteProject(localOwnerId, second);
  expect(await mine.have([used.asset])).toBe(false);
  expect(await mine.have([unused.asset])).toBe(true);

  const { id } = await uploads.begin({ name: '', bytes: 9000 });
  await send(id, song(5000));
  const stray = path.join(incoming, id);
  await opened.database.as(localOwnerId).transaction((tx) => {
    return tx.client.query("update uploads set touched_at = now() - interval '25 hours'");
  });
  await utimes(stray, 0, 0);
  await uploads.sweep();
  await expect(readFile(stray)).rejects.toThrow('ENOENT');
  await assets.sweep({ graceSeconds: -1 });
  expect(await mine.have([unused.asset])).toBe(false);
});

test('an upload whose file was deleted with its project names it no more, until it comes again', async () => {
  const bytes = song();
  const { id } = await uploads.begin({ name: '', bytes: bytes.length });
  const { file } = await send(id, bytes);
  const project = await opened.database.as(localOwnerId).transaction(async (tx) => {
    const created = await createProject(tx, { studio: 'music-video', title: 'Song', summary: {} });
    await addVersion(tx, { projectId: created.id, request: { song: { ...file! } }, change: 'made' });
    return created.id;
  });
  await assets.deleteProject(localOwnerId, project);
  await expect(uploads.look(id)).rejects.toMatchObject({
    code: 'resource.missing',
    message: expect.stringContaining('upload it again'),
  });
  await uploads.receive({ name: '', chunks: chunksOf(bytes), limit: 1e6 });
  expect((await uploads.look(id)).file).toEqual(file);
});

test('several uploads that each have room, but not together, leave some', async () => {
  const bytes = song();
  const { id } = await uploads.begin({ name: '', bytes: bytes.length });
  const full = open({ room: async () => 199_999_999 });
  const late = { offset: 0, chunks: chunksOf(bytes) };
  await expect(full.append(id, late)).rejects.toMatchObject({ code: 'storage.full' });
  const atOnce = full.receive({ name: '', chunks: chunksOf(bytes), limit: 1e6 });
  await expect(atOnce).rejects.toMatchObject({ code: 'storage.full' });
  expect((await send(id, bytes)).file?.asset).toBe(hashOf(bytes).digest('hex'));
});
