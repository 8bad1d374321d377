import { expect, test } from 'vitest';
import { fromRgba, toByte, toRgba } from './pictures.ts';

test('writes and reads pixels by channel', () => {
  const picture = { width: 2, height: 1, data: Uint8Array.from([255, 0, 64, 255, 1, 128, 200, 255]) };
  const values = fromRgba(picture);
  expect(values[0]).toBe(1);
  expect(values[2]).toBe(-1);
  expect(values[4]).toBeCloseTo((2 * 64) / 255 - 1, 6);
  expect(toRgba(values, { width: 2, height: 1 })).toEqual(picture);
});

test('clamps, and rounds halves to even', () => {
  expect([-3, -1, 0, 1, 7].map(toByte)).toEqual([0, 0, 128, 255, 255]);
});
