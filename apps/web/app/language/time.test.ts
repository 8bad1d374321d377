import { expect, test } from 'vitest';
import { clock, fineClock, secondsOf } from './time.ts';

test('seconds are shown as players do', () => {
  expect([clock(0), clock(158.9), clock(3600), clock(7384)]).toEqual(['0:00', '2:38', '1:00:00', '2:03:04']);
  expect([fineClock(59.96), fineClock(3725.34)]).toEqual(['1:00.0', '1:02:05.3']);
});

test('times that people write are understood', () => {
  expect([secondsOf('2:38.4'), secondsOf('1:02:05,3'), secondsOf('12'), secondsOf(' 0:07 ')]).toEqual([
    158.4, 3725.3, 12, 7,
  ]);
  expect([secondsOf(''), secondsOf('1:75'), secondsOf('a'), secondsOf('-3')]).toEqual([null, null, null, null]);
});
