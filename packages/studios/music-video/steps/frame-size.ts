import type { FilmSize } from '../schema.ts';

/** Pixels of a frame, both even. */
export function frameSize(size: FilmSize, scale = 1): { width: number; height: number } {
  const [width = 1280, height = 720] = size.split('x').map(Number);
  const even = (side: number) => 2 * Math.round((side * scale) / 2);
  return { width: even(width), height: even(height) };
}
