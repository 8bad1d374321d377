import { expect, test } from 'vitest';
import { Anchors } from './anchors.ts';
import type { MotionField } from './block-motion.ts';

const size = { width: 256, height: 192 };

function evenly(x: number, y: number): MotionField {
  const shifts = Float32Array.from({ length: 8 * 6 * 2 }, (_, i) => (i % 2 === 0 ? x : y));
  return { columns: 8, rows: 6, spacing: 32, shifts, isMoving: x !== 0 || y !== 0 };
}

/** Shares of blocks of 24 pixels without any stroke, and strokes for each square of the spacing. */
function cover(anchors: Anchors, spacing: number): { empty: number; density: number } {
  const blocks = new Uint8Array(10 * 8);
  let inside = 0;
  for (let at = 0; at < anchors.places.length; at += 4) {
    const [x, y, shown] = anchors.places.subarray(at, at + 3);
    if (shown! <= 0 || x! < 0 || y! < 0 || x! >= 240 || y! >= 192) continue;
    inside++;
    blocks[Math.floor(y! / 24) * 10 + Math.floor(x! / 24)]!++;
  }
  return {
    empty: blocks.filter((count) => count === 0).length / blocks.length,
    density: (inside * spacing ** 2) / (240 * 192),
  };
}

test('in a picture that stands still nothing changes', () => {
  const anchors = new Anchors({ ...size, spacing: 8, seed: 3 });
  for (let i = 0; i < 4; i++) anchors.move(evenly(0, 0), { spacing: 8, fade: 0.2 });
  const { version } = anchors;
  const before = anchors.places.slice();
  for (let i = 0; i < 5; i++) anchors.move(evenly(0, 0), { spacing: 8, fade: 0.2 });
  expect(anchors.version).toBe(version);
  expect(anchors.places).toEqual(before);
  expect(before.filter((_, i) => i % 4 === 3).every((number) => number % 2 === 0)).toBe(true);
});

test('strokes go where the picture goes', () => {
  const anchors = new Anchors({ ...size, spacing: 8, seed: 3 });
  anchors.move(evenly(0, 0), { spacing: 8, fade: 1 });
  const before = anchors.places.slice();
  anchors.move(evenly(3, -1.5), { spacing: 8, fade: 0.2 });
  let moved = 0;
  for (let at = 0; at < before.length; at += 4) {
    if (before[at + 2] !== 1 || anchors.places[at + 3]! % 2 === 1 || anchors.places[at + 2] === 0) continue;
    expect(anchors.places[at]! - before[at]!).toBeCloseTo(3, 3);
    expect(anchors.places[at + 1]! - before[at + 1]!).toBeCloseTo(-1.5, 3);
    // The grain under a stroke goes with it: 3 columns on, a row and a half up, rounded.
    expect([anchors.places[at + 3]! >> 10, (anchors.places[at + 3]! >> 1) & 511]).toEqual([509, 1]);
    moved++;
  }
  expect(moved).toBeGreaterThan(600);
});

test('a long pan neither thins nor crowds them, and few come or go in a frame', () => {
  const anchors = new Anchors({ ...size, spacing: 8, seed: 3 });
  anchors.move(evenly(0, 0), { spacing: 8, fade: 1 });
  let births = 0;
  for (let i = 0; i < 150; i++) {
    anchors.move(evenly(2.3, 0.7), { spacing: 8, fade: 0.2 });
    if (i >= 50) births += anchors.places.filter((value, k) => k % 4 === 3 && value % 2 === 1).length;
    const { empty, density } = cover(anchors, 8);
    expect(empty).toBe(0);
    expect(density).toBeGreaterThan(0.75);
    expect(density).toBeLessThan(1.6);
  }
  // Through the edges come 2.3 / 256 + 0.7 / 192 of them in each frame; twice that is plenty.
  expect(births / 100).toBeLessThan(0.026 * 256 * 3);
});

test('where strokes are drawn apart new ones appear, and another size changes their number', () => {
  const anchors = new Anchors({ ...size, spacing: 6, seed: 3 });
  anchors.move(evenly(0, 0), { spacing: 12, fade: 1 });
  const apart = evenly(0, 0);
  apart.isMoving = true;
  for (let k = 0; k < apart.shifts.length; k += 2) apart.shifts[k] = (k / 2) % 8 < 4 ? -2 : 2;
  for (let i = 0; i < 15; i++) anchors.move(apart, { spacing: 12, fade: 0.25 });
  expect(cover(anchors, 12).empty).toBe(0);
  for (let i = 0; i < 8; i++) anchors.move(evenly(0, 0), { spacing: 6, fade: 0.25 });
  expect(cover(anchors, 6).density).toBeGreaterThan(0.7);
  for (let i = 0; i < 12; i++) anchors.move(evenly(0, 0), { spacing: 12, fade: 0.25 });
  expect(cover(anchors, 12).density).toBeLessThan(1.7);
});
