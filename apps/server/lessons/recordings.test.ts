import { mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserAssets } from '@kinora/platform/storage';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolders } from './folders.ts';
import { openRecordings } from './recordings.ts';

let home: string;
let path: string;
beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'kinora-recordings-')));
  path = join(home, 'stream.mp4');
  await writeFile(path, 'RIFF\u0024\0\0\0WAVEfmt ');
});
afterEach(() => rm(home, { recursive: true }));

const open = (allowed: string) =>
  openRecordings({
    assets: {} as UserAssets,
    folders: createFolders(allowed),
    nameOf: async () => undefined,
  });

test('a recording that was swapped for a link is not followed to where it leads', async () => {
  const recordings = open(home);
  const { source, access } = await recordings.find({ kind: 'path', path });
  expect(await access.lend(async (lent) => lent)).toBe(path);
  await writeFile(join(home, 'elsewhere'), 'a secret');
  await rename(path, join(home, 'before.mp4'));
  await symlink(join(home, 'elsewhere'), path);
  await expect(recordings.playable(source)).rejects.toMatchObject({ code: 'resource.missing' });
  await expect(access.lend(async (lent) => lent)).rejects.toMatchObject({ code: 'request.conflict' });
});

test('who may read everything may name a recording by a link; its true place is kept', async () => {
  await symlink(path, join(home, 'link.mp4'));
  const recordings = open('');
  const { source } = await recordings.find({ kind: 'path', path: join(home, 'link.mp4') }, { isTrusted: true });
  expect(source).toEqual({ kind: 'path', path });
  expect(await recordings.playable(source)).toMatchObject({ path, file: { bytes: 16 } });
});

test('a recording that changes while it is read is told, and nothing made of it is kept', async () => {
  const { access } = await open(home).find({ kind: 'path', path });
  const reading = access.lend(() => writeFile(path, 'another recording'));
  await expect(reading).rejects.toMatchObject({ code: 'request.conflict' });
});
