import { sheets } from '../../strokes/border.ts';
import type { WasmFrame } from '../frame.ts';
import { border, broad, kernelsOf, noiseBytes, strokes } from '../stages/strokes.ts';

/** Soft pastel on a dark, toothed sheet: broad hatching, strokes along the forms, accents. */
export function pastel(frame: WasmFrame): number {
  const { width, height, noiseX, noiseY } = frame;
  const mask = border(frame, 'pastel', sheets.pastel);
  const canvas = strokes(frame, 'pastel', { border: mask });
  const [rubbed, tooth] = [broad(frame), noiseBytes(frame, 'tooth')];
  const out = frame.picture('painted');
  kernelsOf(frame).pastelSheet(canvas, rubbed, mask, tooth, out, width, height, noiseX, noiseY);
  return out;
}
