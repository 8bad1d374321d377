import { expect, test } from 'vitest';
import { mapTimes } from './timeline.ts';

const parts = [
  { seconds: 3 },
  {
    spans: [
      { start: 10, end: 15 },
      { start: 20, end: 30 },
    ],
  },
  { seconds: 2 },
];

test('tells where a time of the recording lies in the film', () => {
  const { seconds, starts, timeOf } = mapTimes(parts, 30);
  expect(seconds).toBe(20);
  expect(starts).toEqual([0, 3, 18]);
  expect(timeOf(10)).toBe(3);
  expect(timeOf(12.5)).toBe(5.5);
  expect(timeOf(25)).toBeCloseTo(13, 9);
});

test('what was cut out leads to what follows it, and nothing follows the last', () => {
  const { timeOf } = mapTimes(parts, 30);
  expect(timeOf(0)).toBe(3);
  expect(timeOf(17)).toBe(8);
  expect(timeOf(30.5)).toBeNull();
});
