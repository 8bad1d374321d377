import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isKinoraError } from '@kinora/capabilities';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFolders } from './folders.ts';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'kinora-folders-'));
  await mkdir(join(base, 'allowed/season 1'), { recursive: true });
  await mkdir(join(base, 'allowed too'));
  await mkdir(join(base, 'secret'));
  for (const file of [
    'allowed/a 10.mkv',
    'allowed/a 2.MP4',
    'allowed/a 2.ja.srt',
    'allowed/notes.txt',
    'allowed/.hidden.mp4',
    'secret/s.mp4',
    'allowed too/b.mp3',
  ])
    await writeFile(join(base, file), 'x');
  await symlink(join(base, 'secret'), join(base, 'allowed/way out'));
  await symlink(join(base, 'secret/s.mp4'), join(base, 'allowed/link.mp4'));
  await symlink(join(base, 'allowed too/b.mp3'), join(base, 'allowed/fine.mp3'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (isKinoraError(error) ? error.code : String(error)),
  );
const open = () => createFolders([join(base, 'allowed'), join(base, 'allowed too')].join(delimiter));

test('the allowed folders are the top, and what can be used is listed in the order of people', async () => {
  const top = await open().look(null);
  expect(top.entries.map(({ name, kind }) => [name, kind])).toEqual([
    ['allowed', 'folder'],
    ['allowed too', 'folder'],
  ]);
  const inside = await open().look(top.entries[0]!.path);
  expect(inside.parent).toBeNull();
  expect(inside.entries.map(({ name, kind }) => [name, kind])).toEqual([
    ['season 1', 'folder'],
    ['a 2.MP4', 'recording'],
    ['a 10.mkv', 'recording'],
    ['fine.mp3', 'recording'],
    ['a 2.ja.srt', 'subtitles'],
  ]);
  expect((await open().look(inside.entries[0]!.path)).parent).toBe(inside.path);
});

test('links that lead out, folders above and made-up ways are refused', async () => {
  const folders = open();
  const ways = [
    'secret/s.mp4',
    'allowed/link.mp4',
    'allowed/way out/s.mp4',
    'allowed/../secret/s.mp4',
    'allowed/season 1/../../secret/s.mp4',
    'secret/there is no such file.mp4',
  ];
  for (const way of ways)
    expect([way, await codeOf(folders.resolve(join(base, way)))]).toEqual([way, 'auth.forbidden']);
  expect(await codeOf(folders.resolve(`${base}/allowed/../secret/s.mp4`))).toBe('auth.forbidden');
  expect(await codeOf(folders.resolve('allowed/a 2.MP4'))).toBe('auth.forbidden');
  expect(await codeOf(folders.look(join(base, 'secret')))).toBe('auth.forbidden');
  expect(await codeOf(folders.look('/etc'))).toBe('auth.forbidden');
});

test('a file is found by its true path; one that is gone is told so', async () => {
  const folders = open();
  expect(await folders.resolve(join(base, 'allowed/fine.mp3'))).toBe(join(base, 'allowed too/b.mp3'));
  expect(await codeOf(folders.resolve(join(base, 'allowed/gone.mp4')))).toBe('request.invalid');
  expect(await codeOf(folders.resolve(join(base, 'allowed/season 1')))).toBe('request.invalid');
});

test('without allowed folders there is nothing', async () => {
  const folders = createFolders('');
  expect((await folders.look(null)).entries).toEqual([]);
  expect(await codeOf(folders.resolve(join(base, 'allowed/a 2.MP4')))).toBe('auth.forbidden');
  expect(() => createFolders('not/whole')).toThrow(/KINORA_RECORDINGS/);
});
