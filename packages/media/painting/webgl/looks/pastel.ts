import { sheets } from '../../strokes/border.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { border, broad, strokes } from '../stages/strokes.ts';

const sheetSource = /* glsl */ `
uniform sampler2D colour;
uniform sampler2D rubbed;
uniform sampler2D sheet;
void main() {
  vec4 chalk = at(colour, here());
  vec3 paper = vec3(0.21, 0.2, 0.25) * (0.94 + 0.12 * noiseAAt(here()).y);
  vec3 ground = mix(paper, texelFetch(rubbed, here() >> 1, 0).rgb, 0.5 * at(sheet, here()).r);
  result = vec4(chalk.rgb + ground * chalk.a, 1.0);
}`;

/** Soft pastel on a dark, toothed sheet: see `wasm/looks/pastel.ts`. */
export function pastel(frame: GlFrame): Target {
  const sheet = border(frame, 'pastel', sheets.pastel);
  const { colour } = strokes(frame, 'pastel', { border: sheet });
  return frame.draw('pastel sheet', sheetSource, frame.target('painted'), { colour, rubbed: broad(frame), sheet });
}
