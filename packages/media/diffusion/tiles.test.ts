import { expect, test } from 'vitest';
import { normalNoise } from './noise.ts';
import { decodeInTiles } from './tiles.ts';
import type { LatentPicture } from './tiles.ts';

/** The first three channels, each value on 8 × 8 pixels. */
function nearest({ latents, width, height }: LatentPicture): Float32Array {
  const pixels = new Float32Array(3 * width * height * 64);
  for (let at = 0; at < pixels.length; at++) {
    const x = Math.floor((at % (width * 8)) / 8);
    const y = Math.floor((Math.floor(at / (width * 8)) % (height * 8)) / 8);
    const channel = Math.floor(at / (width * height * 64));
    pixels[at] = latents[(channel * height + y) * width + x]!;
  }
  return pixels;
}

test.each([
  [20, 12],
  [33, 40],
  [70, 9],
])('gives what one piece would give, for %i × %i latents', async (width, height) => {
  const picture = { latents: normalNoise(1)(4 * width * height), width, height };
  let largest = 0;
  const tiled = await decodeInTiles(picture, {
    size: 16,
    overlap: 4,
    decode(part) {
      largest = Math.max(largest, part.width, part.height);
      return nearest(part);
    },
  });
  expect(largest).toBeLessThanOrEqual(16);
  const whole = nearest(picture);
  const worst = tiled.reduce((most, value, at) => Math.max(most, Math.abs(value - whole[at]!)), 0);
  expect(worst).toBeLessThan(1e-5);
});

test('blends tiles that disagree without a seam', async () => {
  let calls = 0;
  const tiled = await decodeInTiles(
    { latents: new Float64Array(4 * 24 * 16), width: 24, height: 16 },
    {
      size: 16,
      overlap: 8,
      factor: 1,
      decode: ({ width, height }) => new Float32Array(3 * width * height).fill(calls++),
    },
  );
  const row = [...tiled.subarray(0, 24)];
  expect(row[0]).toBe(0);
  expect(row[23]).toBe(1);
  const jumps = row.slice(1).map((value, at) => value - row[at]!);
  expect(Math.min(...jumps)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...jumps)).toBeLessThan(0.2);
});
