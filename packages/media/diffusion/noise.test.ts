import { expect, test } from 'vitest';
import { normalNoise } from './noise.ts';

test('always draws these numbers', () => {
  expect([...normalNoise(7)(4)]).toEqual([
    -1.654533388499252, 1.4746986876059347, -0.2605064559511956, -0.5055376875833185,
  ]);
  expect([...normalNoise(2 ** 40 + 7)(2)]).toEqual([-0.028654390608235113, 1.3864279772476655]);
});

test('goes on where it stopped', () => {
  const random = normalNoise(3);
  expect([...random(3), ...random(5)]).toEqual([...normalNoise(3)(8)]);
});

test('is normal', () => {
  const values = normalNoise(1)(200_000);
  const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / values.length;
  expect(moment(1)).toBeCloseTo(0, 2);
  expect(moment(2)).toBeCloseTo(1, 1.9);
  expect(moment(3)).toBeCloseTo(0, 1.3);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.06);
  // Parts within one, two and three standard deviations.
  for (const [limit, part] of [
    [1, 0.682689],
    [2, 0.9545],
    [3, 0.9973],
  ] as const) {
    expect(values.filter((value) => Math.abs(value) < limit).length / values.length).toBeCloseTo(part, 2);
  }
});

test('differs between neighbouring, negative and large seeds', () => {
  const first = [0, 1, 2, -1, 2 ** 32, 2 ** 33, 2 ** 40].map((seed) => normalNoise(seed)(1)[0]);
  expect(new Set(first).size).toBe(first.length);
});

test('is white: neighbours and equal places of neighbouring seeds are independent', () => {
  const [a, b] = [normalNoise(10)(50_000), normalNoise(11)(50_000)];
  const correlation = (x: Float64Array, y: Float64Array) =>
    x.reduce((sum, value, at) => sum + value * y[at]!, 0) / x.length;
  expect(Math.abs(correlation(a, b))).toBeLessThan(0.015);
  expect(Math.abs(correlation(a.subarray(0, -1), a.subarray(1)))).toBeLessThan(0.015);
});
