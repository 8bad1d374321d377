import type { SpritePixels } from './compositor.ts';

/** A picture at half its size, rounded up: each pixel is the mean of four, what lies beyond the edge being clear. */
export function halve({ width, height, data }: SpritePixels): SpritePixels {
  const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const half = new Uint8Array(halfWidth * halfHeight * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      const to = ((y >> 1) * halfWidth + (x >> 1)) * 4;
      // Rounding by turns up and down keeps the mean.
      const round = (x + y) & 1 ? 3 : 0;
      for (let channel = 0; channel < 4; channel++) half[to + channel]! += (data[from + channel]! + round) >> 2;
    }
  }
  return { width: halfWidth, height: halfHeight, data: half };
}
