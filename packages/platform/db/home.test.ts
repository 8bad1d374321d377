import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultHomePath, isRoot, isTraversableBy, openHome } from './home.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kinora-home-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

test('makes the folder, for its owner alone, and keeps its id when it is moved or opened again', async () => {
  const place = path.join(folder, 'a', 'kinora');
  const [home] = await Promise.all([openHome({ path: place }), openHome({ path: place })]);
  expect((await stat(home.path)).mode & 0o777).toBe(isRoot() ? 0o701 : 0o700);
  expect((await stat(home.assets)).mode & 0o777).toBe(0o700);
  const ids = await Promise.all([1, 2, 3].map(async () => (await openHome({ path: home.path })).id));
  expect(new Set([home.id, ...ids]).size).toBe(1);
  expect((await openHome({ path: path.join(folder, 'b') })).id).not.toBe(home.id);
});

test('takes KINORA_HOME', async () => {
  vi.stubEnv('KINORA_HOME', path.join(folder, 'mine'));
  expect((await openHome()).path).toBe(path.join(folder, 'mine'));
});

test('says what is wrong with a place that is no folder', async () => {
  await writeFile(path.join(folder, 'file'), '');
  await expect(openHome({ path: path.join(folder, 'file') })).rejects.toMatchObject({ code: 'home.denied' });
  await expect(openHome({ path: path.join(folder, 'file', 'below') })).rejects.toMatchObject({ code: 'home.denied' });
});

test.skipIf(isRoot() || process.platform !== 'linux')('follows XDG_DATA_HOME', () => {
  vi.stubEnv('XDG_DATA_HOME', '/data');
  expect(defaultHomePath()).toBe('/data/kinora');
});

test('knows whether another user can pass', async () => {
  const nobody = { uid: 65534, gid: 65534 };
  await chmod(folder, 0o711);
  expect(await isTraversableBy(path.join(folder, 'not', 'there', 'yet'), nobody)).toBe(true);
  await chmod(folder, 0o700);
  expect(await isTraversableBy(path.join(folder, 'below'), nobody)).toBe(false);
});
