import { comicPairs } from '../../regions/palettes.ts';
import type { WasmFrame } from '../frame.ts';
import type { RegionKernels } from '../regions-kernels.ts';
import { edges } from '../stages/flow.ts';
import { kuwahara } from '../stages/kuwahara.ts';

/** A printed comic: few inks, dots of a 45° screen between them, solid blacks and brush lines. */
export function comic(frame: WasmFrame): number {
  const kernels = frame.kernels('regions') as RegionKernels;
  const { width, height, scale, shift } = frame;
  const pairs = frame.table('comic pairs', () => comicPairs().pairs);
  const palette = frame.table('comic palette', () => comicPairs().palette);
  const out = frame.picture('painted');
  kernels.paintComic(
    ...([
      frame.source,
      kuwahara(frame),
      edges(frame, Math.max(0.8, 1.6 * scale)),
      pairs,
      palette,
      frame.noise('grain'),
      out,
    ] as const),
    ...([
      width,
      height,
      Math.max(4, 7 * scale),
      Math.round(shift.x),
      Math.round(shift.y),
      frame.noiseX,
      frame.noiseY,
    ] as const),
  );
  return out;
}
