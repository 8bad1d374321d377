import { isKinoraError } from '@kinora/capabilities';
import { chmod, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AssetBackend } from './backend.ts';
import { createFileSystemBackend } from './file-system.ts';

const owner = '00000000-0000-4000-8000-000000000001';
const key = `${owner}/${'ab'.repeat(32)}`;
let folder: string;
let backend: AssetBackend;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kinora-files-'));
  backend = createFileSystemBackend(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const store = async (words: string) => {
  const upload = await backend.upload();
  await upload.write(Buffer.from(words));
  await upload.commit(key);
};
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (isKinoraError(error) ? error.code : String(error)),
  );

test('shows a file only once it is committed, and whole', async () => {
  const upload = await backend.upload();
  await upload.write(Buffer.from('once upon '));
  expect(await backend.size(key)).toBeNull();
  await upload.write(Buffer.from('a time'));
  await upload.commit(key);
  await upload.abort();
  expect(await text(await backend.open(key))).toBe('once upon a time');
  expect(await readdir(path.join(folder, '.uploads'))).toEqual([]);
});

test('leaves nothing of an upload that is given up', async () => {
  const upload = await backend.upload();
  await upload.write(Buffer.from('never mind'));
  await upload.abort();
  expect(await backend.size(key)).toBeNull();
  expect(await readdir(path.join(folder, '.uploads'))).toEqual([]);
});

test('reads ranges with both ends included', async () => {
  await store('0123456789');
  expect(await text(await backend.open(key, { start: 2, end: 4 }))).toBe('234');
  expect(await text(await backend.open(key, { start: 7 }))).toBe('789');
});

test('writes a file again when the one that is there has another size', async () => {
  await store('0123456789');
  await writeFile(path.join(folder, owner, 'ab', 'ab'.repeat(31)), '01234');
  await store('0123456789');
  expect(await backend.size(key)).toBe(10);
});

test('says which file is missing, and removes without complaint', async () => {
  await expect(backend.open(key)).rejects.toMatchObject({ code: 'asset.missing', data: { asset: 'ab'.repeat(32) } });
  await backend.remove(key);
});

test('sweeps old uploads and lists old files', async () => {
  await store('kept');
  const stray = path.join(folder, '.uploads', 'stray');
  await writeFile(stray, 'half');
  await utimes(stray, 0, 0);
  await (await backend.upload()).write(Buffer.from('still going'));
  expect(await backend.sweepUploads({ olderThanSeconds: 60 })).toBe(1);
  expect(await readdir(path.join(folder, '.uploads'))).toHaveLength(1);
  expect(await Array.fromAsync(backend.list({ olderThanSeconds: 60 }))).toEqual([]);
  expect(await Array.fromAsync(backend.list({ olderThanSeconds: -1 }))).toEqual([key]);
});

test.skipIf(process.getuid?.() === 0)('says that it may not write', async () => {
  await chmod(folder, 0o500);
  expect(await codeOf(backend.upload())).toBe('storage.denied');
  await chmod(folder, 0o700);
});
