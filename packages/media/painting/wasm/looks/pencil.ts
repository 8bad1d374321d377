import { sheets } from '../../strokes/border.ts';
import type { WasmFrame } from '../frame.ts';
import { edges } from '../stages/flow.ts';
import { border, broad, kernelsOf, noiseBytes, strokes } from '../stages/strokes.ts';

/** Graphite on paper: tone by layers of hatching, an outline and a second, searching one. */
export function pencil(frame: WasmFrame): number {
  const { width, height, noiseX, noiseY } = frame;
  const out = frame.picture('painted');
  const unit = Math.min(width, height) / 512;
  const [tooth, swayX, swayY] = [noiseBytes(frame, 'tooth'), noiseBytes(frame, 'swayX'), noiseBytes(frame, 'swayY')];
  const mask = border(frame, 'pencil', sheets.pencil);
  const canvas = strokes(frame, 'pencil', { border: mask, planes: 0 });
  const lines = edges(frame, unit);
  const tone = broad(frame);
  const kernels = kernelsOf(frame);
  kernels.pencilSheet(canvas, lines, tone, tooth, swayX, swayY, mask, out, width, height, noiseX, noiseY, unit);
  return out;
}
