import type { FilmSize } from '../schema.ts';

/** Pixels of a frame. */
export function frameSize(size: FilmSize): { width: number; height: number } {
  const [width = 1280, height = 720] = size.split('x').map(Number);
  return { width, height };
}
