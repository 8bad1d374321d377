import { expect, test } from 'vitest';
import { hash } from '../tables/hash.ts';
import { BlockMotion } from './block-motion.ts';

const size = 96;

/** Texture with features of about four pixels, drawn at any place. */
function texture(x: number, y: number, seed: number): number {
  const at = (u: number, v: number) => hash(u * 131 + v * 7919 + seed) * 220;
  const [u, v] = [Math.floor(x / 4), Math.floor(y / 4)];
  const [a, b] = [x / 4 - u, y / 4 - v];
  const top = at(u, v) + (at(u + 1, v) - at(u, v)) * a;
  const low = at(u, v + 1) + (at(u + 1, v + 1) - at(u, v + 1)) * a;
  return top + (low - top) * b;
}

/** Thumbnail of a wall with a square of 40 pixels before it. */
function scene(options: { wall: [number, number]; square: [number, number]; noise?: number }): Uint8Array {
  const { wall, square, noise = 0 } = options;
  return Uint8Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)];
    const [u, v] = [x - 28 - square[0], y - 28 - square[1]];
    const isSquare = u >= 0 && v >= 0 && u < 40 && v < 40;
    const value = isSquare ? texture(u, v, 5) : texture(x - wall[0], y - wall[1], 9);
    return value + noise * (hash(i * 3 + Math.round(noise * 977)) - 0.5);
  });
}

function shiftAt(motion: BlockMotion, x: number, y: number): [number, number] {
  const { columns, spacing, shifts } = motion.field;
  const k = (Math.floor((y * 4) / spacing) * columns + Math.floor((x * 4) / spacing)) * 2;
  return [shifts[k]!, shifts[k + 1]!];
}

test('follows what moves before a camera that stands still, and leaves the rest where it is', () => {
  const motion = new BlockMotion({ width: size, height: size, scale: 4 });
  for (let i = 0; i < 3; i++) motion.follow(scene({ wall: [0, 0], square: [i * 1.5, i * 0.75] }), { x: 0, y: 0 });
  const [x, y] = shiftAt(motion, 48, 48);
  expect(x).toBeCloseTo(6, 0);
  expect(y).toBeCloseTo(3, 0);
  expect(shiftAt(motion, 8, 88)).toEqual([0, 0]);
});

test('takes the camera’s own motion where that fits', () => {
  const motion = new BlockMotion({ width: size, height: size, scale: 4 });
  motion.follow(scene({ wall: [0, 0], square: [0, 0] }), { x: 0, y: 0 });
  const { shifts } = motion.follow(scene({ wall: [2, 0], square: [2, 0] }), { x: 8, y: 0 });
  for (let k = 0; k < shifts.length; k += 2) expect([shifts[k], shifts[k + 1]]).toEqual([8, 0]);
});

test('sees no motion in the noise of a camera', () => {
  const motion = new BlockMotion({ width: size, height: size, scale: 4 });
  motion.follow(scene({ wall: [0, 0], square: [0, 0], noise: 3 }), { x: 0, y: 0 });
  const field = motion.follow(scene({ wall: [0, 0], square: [0, 0], noise: 3.1 }), { x: 0, y: 0 });
  expect(field.isMoving).toBe(false);
  expect(field.shifts.every((shift) => shift === 0)).toBe(true);
});
