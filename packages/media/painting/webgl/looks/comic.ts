import { comicPairs } from '../../regions/palettes.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { edges } from '../stages/flow.ts';
import { kuwahara, sharpSource } from '../stages/kuwahara.ts';
import { pairSource, pairTextures } from '../stages/pairs.ts';

const source = /* glsl */ `
${sharpSource}
${pairSource}
uniform sampler2D picture;
uniform sampler2D dabs;
uniform sampler2D lines;
uniform float cell;
uniform vec2 shift;
void main() {
  ivec2 p = here();
  vec4 c = sharpAt(dabs, at(picture, p), vec2(p) * 0.5 - 0.25);
  float l = c.a;
  vec3 pair = pairOf(c.rgb * (clamp01((l - 0.01) * 1.2) + 0.02) / (l + 0.02));
  if (pair.z > 0.5) pair = vec3(pair.yx, 1.0 - pair.z);
  vec2 o = vec2(p) - shift;
  vec2 s = vec2(o.x + o.y, o.x - o.y) * 0.70710678 / cell;
  float away = length(fract(s) - 0.5) - sqrt(pair.z * 0.31831);
  float spot = pair.z < 0.04 ? 0.0 : 1.0 - smoothstep(-0.08, 0.08, away);
  vec3 ink = mix(entry(pair.x), entry(pair.y), spot);
  float edge = softTanh(-9.0 * (at(lines, p).x * 22.0 + l * 0.3 + 0.02));
  float black = max(edge, 1.0 - smoothstep(0.1, 0.14, l));
  float paper = 0.97 + (noiseAAt(p).z - 0.5) * 0.06;
  result = vec4(mix(ink * paper, vec3(0.08, 0.06, 0.09), black), 1.0);
}`;

/** A printed comic: see `wasm/looks/comic.ts`. */
export function comic(frame: GlFrame): Target {
  const { scale, shift } = frame;
  return frame.draw('comic', source, frame.target('painted'), {
    ...pairTextures(frame, 'comic', comicPairs),
    picture: frame.source,
    dabs: kuwahara(frame),
    lines: edges(frame, Math.max(0.8, 1.6 * scale)),
    cell: Math.max(4, 7 * scale),
    shift: [Math.round(shift.x), Math.round(shift.y)],
  });
}
