import { expect, test } from 'vitest';
import { chooseThreads } from './threads.ts';

const choose = (most: number, speeds: Record<number, number>) =>
  chooseThreads(most, (threads) => Promise.resolve(speeds[threads] ?? 0));

test('takes as many threads as are faster', async () => {
  expect(await choose(8, { 1: 10, 2: 19, 4: 35, 8: 60 })).toEqual({
    threads: 8,
    speeds: { 1: 10, 2: 19, 4: 35, 8: 60 },
  });
});

test('stops where more are slower, and tries the largest number even when it is no power of two', async () => {
  expect((await choose(6, { 1: 10, 2: 19, 4: 30, 6: 33 })).threads).toBe(6);
  const shared = await choose(16, { 1: 4444, 2: 89, 4: 9999 });
  expect(shared).toEqual({ threads: 1, speeds: { 1: 4444, 2: 89 } });
});

test('leaves cores to others where they would gain next to nothing', async () => {
  expect((await choose(4, { 1: 20, 2: 30, 4: 31 })).threads).toBe(2);
});

test('has nothing to choose on one core', async () => {
  expect(await choose(1, { 1: 7 })).toEqual({ threads: 1, speeds: { 1: 7 } });
});
