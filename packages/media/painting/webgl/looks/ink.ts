import { sheets } from '../../strokes/border.ts';
import { SealPlace, sealRows } from '../../strokes/seal.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { blur } from '../stages/blur.ts';
import { edges } from '../stages/flow.ts';
import { border, settled, strokes } from '../stages/strokes.ts';

const densitySource = /* glsl */ `
uniform sampler2D picture;
uniform float unit;
void main() {
  vec2 sway = (noiseBAt(here() * 2).zw - 0.5) * 6.6 * 0.7 * unit;
  float d = clamp01(1.08 - 1.55 * linearAt(picture, vec2(here()) + sway).a);
  result = vec4(d * (0.64 + 0.36 * d));
}`;

const sheetSource = /* glsl */ `
uniform sampler2D colour;
uniform sampler2D lines;
uniform sampler2D picture;
uniform sampler2D density;
uniform sampler2D near;
uniform sampler2D far;
uniform sampler2D sheet;
uniform int seal[3];
uniform int mark[7];
vec3 pressed(vec3 c, float grain) {
  ivec2 p = here() - ivec2(seal[0], seal[1]);
  ivec2 q = seal[2] - 1 - p;
  float unit = float(seal[2]) / 34.0;
  if (min(min(p.x, p.y), min(q.x, q.y)) < 0) return c;
  float rough = (texelFetch(noiseA, here() & 511, 0).w - 0.5) * 4.0;
  if (float(min(min(p.x, p.y), min(q.x, q.y))) / unit + rough < 0.0) return c;
  ivec2 cell = ivec2(floor((vec2(p) / unit - 3.0) / 4.0));
  bool isCut = cell.x >= 0 && cell.y >= 0 && cell.x < 7 && cell.y < 7 && ((mark[cell.y] >> (6 - cell.x)) & 1) == 1;
  float a = min(1.0, (isCut ? 0.08 : 0.9) * (0.75 + 0.35 * texelFetch(noiseA, here() & 511, 0).z));
  return mix(c, vec3(0.74, 0.16, 0.12), a);
}
void main() {
  vec2 q = vec2(here()) * 0.5 - 0.25;
  float full = linearAt(density, q).x;
  vec4 spots = noiseBAt(here());
  float grain = noiseAAt(here()).z;
  vec4 strokes = at(colour, here());
  float wet = 0.7 * smoothstep(0.4, 0.75, spots.y);
  float d = 0.5 * (mix(full, linearAt(far, q).x, wet) + strokes.r + full * strokes.a);
  float steps = softSteps(clamp01(d), 4.0, 4.0);
  float rim = clamp(1.3 * (d - linearAt(near, q).x), 0.0, 0.25);
  float dry = smoothstep(0.25, 0.7, grain + 0.7 * steps);
  float a = (0.8 * steps + 0.15 * d + rim) * (0.72 + 0.28 * dry) * (0.8 + 0.4 * spots.x);
  float line = softTanh(3.2 * (0.12 - 0.8 * at(picture, here()).a - 22.0 * at(lines, here()).x)) * (0.55 + 0.45 * dry);
  a = min(1.0, max(a, 0.95 * line)) * at(sheet, here()).r;
  vec3 paper = 0.9075 + 0.03 * spots.y + 0.035 * grain - vec3(0.0, 0.025, 0.085);
  result = vec4(pressed(mix(paper, vec3(0.07, 0.075, 0.095), a), grain), 1.0);
}`;

const seals = new WeakMap<GlFrame, SealPlace>();
const mark = Int32Array.from(sealRows);

/** Ink and wash: see `wasm/looks/ink.ts`. */
export function ink(frame: GlFrame): Target {
  const unit = Math.min(frame.width, frame.height) / 512;
  const half = { width: frame.width >> 1, height: frame.height >> 1 };
  const { colour } = strokes(frame, 'ink');
  const wash = frame.target('ink density', { ...half, kind: 'float' });
  const density = frame.draw('ink density', densitySource, wash, { picture: settled(frame), unit });
  const near = blur(frame, density, { name: 'ink near', radius: Math.max(1, Math.round(1.5 * unit)) });
  const far = blur(frame, density, { name: 'ink far', radius: Math.max(2, Math.round(6 * unit)) });
  let place = seals.get(frame);
  if (place === undefined) {
    place = new SealPlace(frame);
    seals.set(frame, place);
  }
  place.follow(frame.luma);
  return frame.draw('ink sheet', sheetSource, frame.target('painted'), {
    colour,
    density,
    near,
    far,
    picture: frame.source,
    mark,
    lines: edges(frame, 1.6 * unit),
    sheet: border(frame, 'ink', sheets.ink),
    seal: Int32Array.of(place.x, place.y, place.side),
  });
}
