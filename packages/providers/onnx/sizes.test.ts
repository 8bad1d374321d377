import { describe, expect, test } from 'vitest';
import { coverPart, planSize, sizeOfAspect } from './sizes.ts';

const limits = { native: 512, multiple: 64 };

describe('a model of 512 × 512 draws', () => {
  test.each([
    [512, 512, 512, 512],
    [768, 512, 768, 512],
    [500, 333, 512, 384],
    [1280, 720, 704, 384],
    [720, 1280, 384, 704],
    [1024, 1024, 512, 512],
    [4096, 64, 4096, 64],
    [10, 10, 64, 64],
  ])('%i × %i at %i × %i', (width, height, drawnWidth, drawnHeight) => {
    expect(planSize({ width, height }, limits)).toEqual({ width: drawnWidth, height: drawnHeight });
  });
});

test('a model of one size draws that', () => {
  const fixed = { width: 512, height: 512 };
  expect(planSize({ width: 1280, height: 720 }, { ...limits, fixed })).toEqual(fixed);
  expect(sizeOfAspect('16:9', { ...limits, fixed })).toEqual(fixed);
});

test('an aspect ratio becomes the native area in multiples', () => {
  expect(sizeOfAspect('1:1', limits)).toEqual({ width: 512, height: 512 });
  expect(sizeOfAspect(undefined, limits)).toEqual({ width: 512, height: 512 });
  expect(sizeOfAspect('16:9', limits)).toEqual({ width: 704, height: 384 });
  expect(sizeOfAspect('wide', limits)).toBeNull();
});

test('a picture is cut evenly to fill another shape', () => {
  expect(coverPart({ width: 100, height: 100 }, { width: 200, height: 100 })).toEqual({
    x: 0,
    y: 25,
    width: 100,
    height: 50,
  });
});
