import { expect, test } from 'vitest';
import { createOutgoing } from '../http/index.ts';
import { openTestStore, pattern } from './testing/open-store.ts';

test('downloads go through the outgoing client: redirects, ranges, cuts and stalls', async () => {
  await using outgoing = createOutgoing({
    allowPrivate: ['127.0.0.1'],
    totalTimeoutMs: Infinity,
    maxResponseBytes: Infinity,
  });
  await using opened = await openTestStore({ fetch: outgoing.fetch, token: 'hf_test', idleMs: 200 });
  const { hub, store, clock } = opened;
  hub.faults.gate = 'login';
  hub.faults.cuts = Array.from(pattern(10, 5), (byte) => 1 + byte * 100);
  hub.faults.refusals = { count: 1, retryAfter: 3 };
  await store.install('tiny');
  expect(await store.settled('tiny')).toMatchObject({ state: 'installed', bytes: 300_007 });
  expect(clock.sleeps.some((ms) => ms >= 3000)).toBe(true);
  const contents = hub.requests.filter(({ host }) => host === 'content');
  expect(contents.length).toBeGreaterThan(8);
  expect(contents.every(({ authorization }) => authorization === undefined)).toBe(true);
});

test('an address that is not allowed is said so at once', async () => {
  await using outgoing = createOutgoing({});
  await using opened = await openTestStore({ fetch: outgoing.fetch });
  const { store, clock } = opened;
  await store.install('tiny');
  const state = await store.settled('tiny');
  expect(state).toMatchObject({ state: 'failed', message: expect.stringMatching(/127\.0\.0\.1|private|allow/) });
  expect(clock.sleeps).toEqual([]);
});
