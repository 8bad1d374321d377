import type { WasmFrame } from '../frame.ts';
import { broad, kernelsOf, noiseBytes, strokes } from '../stages/strokes.ts';

/** Oil on canvas: three layers of bristle strokes, the finer ones where there is something to see, lit from the upper left. */
export function oil(frame: WasmFrame): number {
  const { width, height, arena, noiseX, noiseY } = frame;
  const kernels = kernelsOf(frame);
  const canvas = strokes(frame, 'oil', { planes: 4 });
  kernels.ground(broad(frame), canvas, width, height);
  const out = frame.picture('painted');
  const rows = arena.buffer('relief rows', (width + 64) * 4);
  kernels.relief(canvas, noiseBytes(frame, 'grain'), out, rows, width, height, 0.95, 0.22, noiseX, noiseY);
  return out;
}
