import { bayer } from '../../regions/bayer.ts';
import { pixelPairs } from '../../regions/palettes.ts';
import type { WasmFrame } from '../frame.ts';
import type { RegionKernels } from '../regions-kernels.ts';
import { edges } from '../stages/flow.ts';
import { kuwahara } from '../stages/kuwahara.ts';

/** A picture of few large squares from a fixed palette, as on an old game console. */
export function pixel(frame: WasmFrame): number {
  const kernels = frame.kernels('regions') as RegionKernels;
  const { width, height } = frame;
  const size = Math.max(2, Math.round(4 * frame.scale));
  const [columns, rows] = [Math.ceil(width / size), Math.ceil(height / size)];
  const key = `cells ${size}`;
  const cells = frame.picture(key, columns * rows);
  const isFresh = !frame.wasFresh(key);
  frame.stage(key, () => cells);
  const lines = edges(frame, 1.6 * frame.scale);
  kernels.pixelCells(kuwahara(frame), lines, cells, width, height, size, isFresh ? 1 : 0);
  const entries = frame.arena.buffer('pixel entries', (width >> 1) * (height >> 1) + width + height);
  const pairs = frame.table('pixel pairs', () => pixelPairs().pairs);
  const palette = frame.table('pixel palette', () => pixelPairs().palette);
  kernels.pixelEntries(
    cells,
    pairs,
    frame.table('bayer', () => bayer),
    entries,
    columns,
    rows,
  );
  const out = frame.picture('painted');
  kernels.paintPixels(entries, palette, out, width, height, size);
  return out;
}
