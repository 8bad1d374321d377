import { sheets } from '../../strokes/border.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { border, strokes } from '../stages/strokes.ts';

const sheetSource = /* glsl */ `
uniform sampler2D colour;
void main() {
  vec4 chalk = at(colour, here());
  result = vec4(chalk.rgb + vec3(0.21, 0.2, 0.25) * chalk.a * (0.94 + 0.12 * noiseAAt(here()).y), 1.0);
}`;

/** Soft pastel on a dark, toothed sheet: see `wasm/looks/pastel.ts`. */
export function pastel(frame: GlFrame): Target {
  const { colour } = strokes(frame, 'pastel', { border: border(frame, 'pastel', sheets.pastel) });
  return frame.draw('pastel sheet', sheetSource, frame.target('painted'), { colour });
}
