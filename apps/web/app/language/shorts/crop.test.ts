import { expect, test } from 'vitest';
import { changed, frameAt, panesOf, regionAt, shownOf } from './crop.ts';

const whole = { side: 'upper', top: 0, height: 1 } as const;
const wide = 16 / 9;

test('a wide region is cropped about its middle to the tall shape', () => {
  const shown = shownOf({ x: 0, y: 0, width: 1, height: 1 }, whole, wide);
  expect(shown.height).toBe(1);
  expect((shown.width * wide) / shown.height).toBeCloseTo(9 / 16);
  expect(shown.x + shown.width / 2).toBeCloseTo(0.5);
});

test('a region stays within the picture wherever it is moved and however large it gets', () => {
  const region = regionAt({ x: 0, y: 2, height: 0.5 }, whole, wide);
  expect(region.x).toBe(0);
  expect(region.y + region.height).toBeCloseTo(1);
  const large = changed(region, { factor: 10 }, whole, wide);
  expect(large.height).toBe(1);
  expect(changed(region, { x: -5, y: -5 }, whole, wide)).toMatchObject({ x: 0, y: 0 });
});

test('two places share the height', () => {
  expect(panesOf({ kind: 'stack', split: 0.4 }).map(({ top, height }) => [top, height])).toEqual([
    [0, 0.4],
    [0.4, 0.6],
  ]);
});

test('places hold from their time on', () => {
  const frames = [5, 9].map((at) => ({ at, upper: { x: 0, y: 0, width: 1, height: 1 }, lower: null }));
  expect([0, 5, 8.9, 9, 30].map((time) => frameAt(frames, time))).toEqual([0, 0, 0, 1, 1]);
});
