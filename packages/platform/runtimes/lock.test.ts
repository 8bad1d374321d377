import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isLocked, withLock } from './lock.ts';

async function lockFile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinora-lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return path.join(folder, 'lock');
}

test('work under one lock comes one after the other', async () => {
  const file = await lockFile();
  const order: string[] = [];
  const work = (name: string) =>
    withLock(file, async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 10));
      order.push(`${name} ends`);
    });
  await Promise.all([work('a'), work('b')]);
  expect(order.map((each) => each.slice(2))).toEqual(['begins', 'ends', 'begins', 'ends']);
  expect(await isLocked(file)).toBe(false);
  expect(await readdir(path.dirname(file))).toEqual([]);
});

test('a lock whose holder is gone or silent is taken over', async () => {
  const file = await lockFile();
  const gone = JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), id: 'gone' });
  await writeFile(file, gone);
  expect(await isLocked(file)).toBe(false);
  expect(await withLock(file, async () => 'mine')).toBe('mine');
  await writeFile(file, JSON.stringify({ pid: process.pid, host: 'elsewhere', id: 'silent' }));
  expect(await isLocked(file)).toBe(true);
  await utimes(file, new Date(0), new Date(0));
  expect(await isLocked(file)).toBe(false);
  expect(await withLock(file, async () => 'mine')).toBe('mine');
});

test('waiting can be given up, and failing work gives the lock back', async () => {
  const file = await lockFile();
  const held = Promise.withResolvers<void>();
  const first = withLock(file, () => held.promise);
  await expect.poll(() => isLocked(file)).toBe(true);
  await expect(withLock(file, async () => 0, { signal: AbortSignal.timeout(20) })).rejects.toThrow('aborted');
  held.resolve();
  await first;
  await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await isLocked(file)).toBe(false);
});
