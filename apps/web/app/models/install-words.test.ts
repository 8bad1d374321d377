import { expect, test } from 'vitest';
import { installFraction, installWords } from './install-words.ts';
import { amountOf, sizeOf, spanOf } from './words.ts';

test('a download says its step, bytes, speed and what is left', () => {
  const install = {
    state: 'installing',
    step: 'download',
    doneBytes: 208e6,
    totalBytes: 325e6,
    bytesPerSecond: 2.9e6,
  } as const;
  expect(installWords(install)).toBe('Fetching it · 208 MB of 325 MB · 3 MB a second · about 40 s left');
  expect(installFraction(install)).toBeCloseTo(0.64);
});

test('a trial has no bytes, a pause keeps them, an unknown total is no division by zero', () => {
  const trial = { state: 'installing', step: 'probe', doneBytes: 5, totalBytes: 5, bytesPerSecond: 0 } as const;
  expect(installWords(trial)).toBe('Trying it once');
  expect(installWords({ state: 'paused', doneBytes: 1e6, totalBytes: 4e6 })).toBe('Paused at 1 MB of 4 MB');
  expect(installFraction({ ...trial, totalBytes: 0 })).toBe(0);
});

test.each([
  [0, '0 kB'],
  [900, '1 kB'],
  [10_000_000, '10 MB'],
  [999_600_000, '1.0 GB'],
  [2_020_000_000, '2.0 GB'],
  [120_000_000_000, '120 GB'],
])('%i bytes are %s', (bytes, words) => expect(sizeOf(bytes)).toBe(words));

test.each([
  [0.42, '0.4 s'],
  [21.4, '21 s'],
  [400, '7 min'],
  [9000, '3 h'],
])('%d seconds are %s', (seconds, words) => expect(spanOf(seconds)).toBe(words));

test('money keeps what is tiny, calls are counted', () => {
  expect(amountOf(0.00213, 'usd')).toBe('$0.0021');
  expect(amountOf(2.5, 'eur')).toBe('€2.50');
  expect(amountOf(1, 'calls')).toBe('1 call');
});
