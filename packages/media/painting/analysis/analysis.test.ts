import { expect, test } from 'vitest';
import { hash } from '../tables/hash.ts';
import { Levels } from './levels.ts';
import { CameraShift } from './shift.ts';

/** A smooth landscape of luma, sampled at any place. */
function landscape(x: number, y: number): number {
  return 128 + 50 * Math.sin(x * 0.31 + 1) * Math.cos(y * 0.23) + 45 * Math.sin(x * 0.11 - y * 0.17);
}

function thumbnail(dx: number, dy: number, noise = 0, seed = 1): Uint8Array {
  return Uint8Array.from({ length: 128 * 96 }, (_, i) =>
    Math.round(landscape((i % 128) - dx, Math.floor(i / 128) - dy) + (hash(i + seed * 100_003) - 0.5) * noise),
  );
}

test('a camera that turns is followed to a fifth of a pixel of the frame, also through noise', () => {
  const shift = new CameraShift({ width: 128, height: 96, scale: 4 });
  shift.follow(thumbnail(0, 0, 6, 1));
  shift.follow(thumbnail(2.4, -1.2, 6, 2));
  expect(Math.abs(shift.x - 9.6)).toBeLessThan(0.2);
  expect(Math.abs(shift.y + 4.8)).toBeLessThan(0.2);
  shift.follow(thumbnail(2.9, -1.2, 6, 3));
  expect(Math.abs(shift.x - 11.6)).toBeLessThan(0.3);
});

test('noise, and something small that moves, are no camera motion', () => {
  const shift = new CameraShift({ width: 128, height: 96, scale: 4 });
  for (let frame = 0; frame < 5; frame++) {
    const luma = thumbnail(0, 0, 12, frame);
    for (let y = 30; y < 60; y++)
      for (let x = 20 + frame * 4; x < 44 + frame * 4; x++) luma[y * 128 + x] = (x * 37) & 255;
    shift.follow(luma);
  }
  expect([shift.x, shift.y]).toEqual([0, 0]);
});

test('a dim picture gets three quarters of its whites and blacks back, and nothing pumps', () => {
  const levels = new Levels();
  const dim = Uint8Array.from({ length: 4000 }, (_, i) => 40 + (i % 81));
  levels.follow(dim);
  expect(levels.low).toBeCloseTo((40 / 255) * 0.75, 2);
  expect(levels.high).toBeCloseTo(1 - (1 - 120 / 255) * 0.75, 2);
  const before = levels.high;
  levels.follow(new Uint8Array(4000).fill(255));
  expect(levels.high - before).toBeLessThan(0.03);
});

test('flat frames keep a range of at least 0.3', () => {
  for (const value of [0, 127, 255]) {
    const levels = new Levels();
    levels.follow(new Uint8Array(1000).fill(value));
    expect(levels.high - levels.low).toBeGreaterThanOrEqual(0.3 - 1e-9);
    expect(levels.high).toBeLessThanOrEqual(1);
  }
});
