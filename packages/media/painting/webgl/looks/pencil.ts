import { sheets } from '../../strokes/border.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { edges } from '../stages/flow.ts';
import { border, broad, strokes } from '../stages/strokes.ts';

const sheetSource = /* glsl */ `
uniform sampler2D colour;
uniform sampler2D lines;
uniform sampler2D tone;
uniform sampler2D sheet;
uniform float unit;
void main() {
  float tooth = noiseAAt(here()).y;
  vec2 sway = (noiseBAt(here()).zw - 0.5) * 6.6 * 0.8 + vec2(1.4, -1.2);
  float l = texelFetch(tone, here() >> 1, 0).a;
  float first = softTanh(4.0 * (-0.14 - 20.0 * at(lines, here()).x));
  float second = softTanh(4.0 * (-0.3 - 20.0 * at(lines, ivec2(vec2(here()) + sway * unit + 0.5)).x));
  float hold = 0.5 + 0.5 * smoothstep(0.2, 0.75, tooth);
  float smudge = max(0.0, 0.86 - l) * (0.24 + 0.14 * tooth) + 0.5 * (1.0 - smoothstep(0.03, 0.22, l));
  float light = (1.0 - 0.9 * first * hold) * (1.0 - 0.35 * second * hold) * (1.0 - min(1.0, smudge));
  light = 1.0 - (1.0 - light) * at(sheet, here()).r;
  float a = 1.0 - light * (1.0 - 0.86 * (1.0 - at(colour, here()).a));
  vec3 paper = 0.9375 + 0.035 * tooth - vec3(0.0, 0.012, 0.045);
  result = vec4(mix(paper, vec3(0.12, 0.12, 0.14), a), 1.0);
}`;

/** Graphite on paper: see `wasm/looks/pencil.ts`. */
export function pencil(frame: GlFrame): Target {
  const unit = Math.min(frame.width, frame.height) / 512;
  const sheet = border(frame, 'pencil', sheets.pencil);
  const { colour } = strokes(frame, 'pencil', { border: sheet });
  const inputs = { colour, lines: edges(frame, unit), tone: broad(frame), sheet, unit };
  return frame.draw('pencil sheet', sheetSource, frame.target('painted'), inputs);
}
