import { isKinoraError } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { limitAttempts } from './attempts.ts';

test('what is too much is refused until its window is over, for each address on its own', () => {
  let now = 0;
  const attempts = limitAttempts({ most: 2, seconds: 10, now: () => now });
  const tryFrom = (address: string) => {
    try {
      attempts.check(address);
      attempts.count(address);
      return 'fine';
    } catch (error) {
      return isKinoraError(error) ? `${error.code} ${error.retryAfter}` : error;
    }
  };
  expect([tryFrom('a'), tryFrom('a')]).toEqual(['fine', 'fine']);
  now = 4000;
  expect([tryFrom('a'), tryFrom('b')]).toEqual(['request.too-many 6', 'fine']);
  now = 10_000;
  expect(tryFrom('a')).toBe('fine');
});
