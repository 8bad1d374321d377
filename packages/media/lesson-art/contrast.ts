import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from './type/block.ts';

/** Relative luminance of a colour (WCAG 2.2), 0 to 1. */
function luminance(red: number, green: number, blue: number): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two colours `#rrggbb` (WCAG 2.2), 1 to 21. */
export function contrastOf(one: string, other: string): number {
  return ratio(luminance(...channels(one)), luminance(...channels(other)));
}

/**
 * Least contrast of letters with the ground that they are going to stand on: with the pixels of a box that are nearest to
 * their colour, but for one in a hundred. To be measured before they are drawn.
 */
export function contrastWithin(context: SKRSContext2D, { x, y, width, height }: Box, colour: string): number {
  const own = luminance(...channels(colour));
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  const [wide, tall] = [Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height))];
  const { data } = context.getImageData(left, top, wide, tall);
  const ratios: number[] = [];
  const step = Math.max(1, Math.floor(Math.sqrt((wide * tall) / 6000)));
  for (let row = 0; row < tall; row += step) {
    for (let column = 0; column < wide; column += step) {
      const at = (row * wide + column) * 4;
      ratios.push(ratio(own, luminance(data[at]!, data[at + 1]!, data[at + 2]!)));
    }
  }
  ratios.sort((a, b) => a - b);
  return ratios[Math.floor(ratios.length * 0.01)]!;
}

function ratio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function channels(colour: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
}
