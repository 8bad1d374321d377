import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFollowing } from './following.ts';
import type { Following } from './following.ts';

let value: string;
let readings: number;
let following: Following<string>;

beforeEach(() => {
  vi.useFakeTimers();
  [value, readings] = ['first', 0];
  following = createFollowing(
    async () => {
      readings += 1;
      return value;
    },
    { beatMs: 1000 },
  );
});
afterEach(() => {
  vi.useRealTimers();
});

const start = (signal = new AbortController().signal) => following.follow('a', signal)[Symbol.asyncIterator]();

test('tells how it is at once, when it changes, and from time to time', async () => {
  const follower = start();
  expect((await follower.next()).value).toBe('first');
  value = 'second';
  const changed = follower.next();
  following.wake('another');
  following.wake('a');
  expect((await changed).value).toBe('second');
  const beat = follower.next();
  vi.advanceTimersByTime(1000);
  expect((await beat).value).toBe('second');
  expect(readings).toBe(3);
  await follower.return(undefined);
  expect(vi.getTimerCount()).toBe(0);
});

test('a hundred who follow one thing cost one reading', async () => {
  const all = Array.from({ length: 100 }, () => start());
  await Promise.all(all.map((follower) => follower.next()));
  expect(readings).toBe(1);
  const told = all.map((follower) => follower.next());
  vi.advanceTimersByTime(1000);
  await Promise.all(told);
  expect(readings).toBe(2);
});

test('who is slow is told how it is now, not all that happened', async () => {
  const follower = start();
  await follower.next();
  for (let change = 0; change < 50; change += 1) following.wake('a');
  value = 'last';
  following.wake('a');
  expect((await follower.next()).value).toBe('last');
  expect(readings).toBe(2);
});

test('what was read while it changed is read again', async () => {
  const gates: PromiseWithResolvers<string>[] = [];
  following = createFollowing(async () => {
    gates.push(Promise.withResolvers<string>());
    return gates.at(-1)!.promise;
  });
  const follower = start();
  const first = follower.next();
  await Promise.resolve();
  following.wake('a');
  gates[0]!.resolve('before');
  expect((await first).value).toBe('before');
  const second = follower.next();
  await vi.waitFor(() => expect(gates).toHaveLength(2));
  gates[1]!.resolve('after');
  expect((await second).value).toBe('after');
});

test('ends with its signal, also one that aborted before', async () => {
  const gone = new AbortController();
  const follower = start(gone.signal);
  await follower.next();
  const next = follower.next();
  gone.abort();
  expect((await next).done).toBe(true);
  expect((await start(gone.signal).next()).done).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
