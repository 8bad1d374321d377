import type { ProviderHealth } from '@kinora/capabilities/routing';
import { expect, test } from 'vitest';
import { mergeHealth } from './health.ts';

const ready: ProviderHealth = { id: 'a/m', device: 'cpu', state: 'ready', failures: 0, served: 0 };
const route = (...providers: ProviderHealth[]) => [{ capability: 'image', providers }];

test('adds up what was served, and shows the pause and the last failure of either audience', () => {
  const failure = (at: string) => ({ code: 'provider.failed' as const, reason: at, at });
  const paused: ProviderHealth = {
    ...ready,
    state: 'paused',
    pausedUntil: '2026-11-21T10:00:00Z',
    failures: 3,
    served: 2,
    lastSeconds: 4,
    lastFailure: failure('2026-11-21T09:00:00Z'),
  };
  const child = { ...ready, served: 5, lastSeconds: 1, lastFailure: failure('2026-11-21T08:00:00Z') };
  const only = { ...ready, id: 'b/m' };
  const [image] = mergeHealth(route(paused), route(child, only));
  expect(image?.providers).toEqual([{ ...paused, served: 7, lastSeconds: 1, failures: 3 }, only]);
});
