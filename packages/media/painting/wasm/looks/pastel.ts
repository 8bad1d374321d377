import { sheets } from '../../strokes/border.ts';
import type { WasmFrame } from '../frame.ts';
import { border, kernelsOf, noiseBytes, strokes } from '../stages/strokes.ts';

/** Soft pastel on a dark, toothed sheet: broad hatching, strokes along the forms, accents. */
export function pastel(frame: WasmFrame): number {
  const { width, height, noiseX, noiseY } = frame;
  const canvas = strokes(frame, 'pastel', { border: border(frame, 'pastel', sheets.pastel) });
  const out = frame.picture('painted');
  kernelsOf(frame).pastelSheet(canvas, noiseBytes(frame, 'tooth'), out, width, height, noiseX, noiseY);
  return out;
}
