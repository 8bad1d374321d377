import { describe, expect, test } from 'vitest';
import { createSharedWork } from './shared-work.ts';

describe('work that is shared', () => {
  test('is given up when nobody waits any more, not before', async () => {
    const shared = createSharedWork<string>({ remembers: 1 });
    let given: unknown;
    const run = (signal: AbortSignal) =>
      new Promise<string>((_, reject) => {
        signal.addEventListener('abort', () => {
          given = signal.reason;
          reject(signal.reason);
        });
      });
    const [first, second] = [new AbortController(), new AbortController()];
    const both = [shared.get('a', run, first.signal), shared.get('a', run, second.signal)];
    first.abort('one');
    await expect(both[0]).rejects.toBe('one');
    expect(given).toBeUndefined();
    second.abort('two');
    await expect(both[1]).rejects.toBe('two');
    expect(given).toBe('two');
    expect(await shared.get('a', async () => 'again', undefined)).toBe('again');
  });

  test('is remembered as long as there is room', async () => {
    const shared = createSharedWork<number>({ remembers: 1 });
    let runs = 0;
    const run = async () => ++runs;
    expect(await shared.get('a', run, undefined)).toBe(1);
    expect(await shared.get('a', run, undefined)).toBe(1);
    await shared.get('b', run, undefined);
    expect(await shared.get('a', run, undefined)).toBe(3);
  });
});
