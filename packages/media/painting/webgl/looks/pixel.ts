import { bayer } from '../../regions/bayer.ts';
import { pixelPairs } from '../../regions/palettes.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { edges } from '../stages/flow.ts';
import { kuwahara } from '../stages/kuwahara.ts';
import { pairSource, pairTextures } from '../stages/pairs.ts';

const cellsSource = /* glsl */ `
uniform sampler2D dabs;
uniform sampler2D lines;
uniform sampler2D past;
uniform int side;
uniform int isFresh;
void main() {
  ivec2 limit = textureSize(lines, 0);
  vec4 sum = vec4(0.0);
  float edge = 0.0;
  float count = 0.0;
  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++) {
      ivec2 p = here() * side + ivec2(x, y);
      if (p.x >= limit.x || p.y >= limit.y) continue;
      sum += at(dabs, p >> 1);
      edge += softTanh(-8.0 * (at(lines, p).x * 22.0 + 0.2));
      count += 1.0;
    }
  vec4 c = sum / count;
  vec3 colour = clampPixel(c.rgb * (1.0 + (c.a - 0.42) * (c.a > 0.42 ? 0.12 : 0.35)) * (1.0 - 0.55 * smoothstep(0.3, 0.7, edge / count)));
  vec4 held = at(past, here());
  vec3 d = abs(held.rgb - colour);
  result = isFresh == 1 || d.r + d.g + d.b >= 0.05 ? vec4(colour, 1.0) : held;
}`;

const entriesSource = /* glsl */ `
${pairSource}
uniform sampler2D cells;
uniform float pattern[16];
void main() {
  vec3 pair = pairOf(at(cells, here()).rgb);
  float mark = pattern[(here().y & 3) << 2 | (here().x & 3)];
  float level = pair.z < 0.2 ? 0.0 : pair.z > 0.8 ? 1.0 : 0.25 + 0.25 * floor((pair.z - 0.25) * 4.0 + 0.5);
  result = vec4((level > mark ? pair.y : pair.x) / 255.0);
}`;

const paintSource = /* glsl */ `
${pairSource}
uniform sampler2D entries;
uniform int side;
float entryAt(ivec2 p) { return floor(at(entries, p).r * 255.0 + 0.5); }
void main() {
  ivec2 p = here() / side;
  ivec2 last = textureSize(entries, 0) - 1;
  float own = entryAt(p);
  if (p.x > 0 && p.y > 0 && p.x < last.x && p.y < last.y) {
    float left = entryAt(p - ivec2(1, 0));
    if (left == entryAt(p + ivec2(1, 0)) && left == entryAt(p - ivec2(0, 1)) && left == entryAt(p + ivec2(0, 1))) own = left;
  }
  result = vec4(entry(own), 1.0);
}`;

/** A picture of few large squares from a fixed palette: see `wasm/looks/pixel.ts`. */
export function pixel(frame: GlFrame): Target {
  const side = Math.max(2, Math.round(4 * frame.scale));
  const size = { width: Math.ceil(frame.width / side), height: Math.ceil(frame.height / side) };
  const key = `cells ${side}`;
  const isFresh = frame.wasFresh(key) ? 0 : 1;
  const { past, now } = frame.turns(key, { ...size, kind: 'float' });
  const cells = frame.stage(key, () =>
    frame.draw('pixel cells', cellsSource, now, {
      dabs: kuwahara(frame),
      lines: edges(frame, 1.6 * frame.scale),
      past,
      side,
      isFresh,
    }),
  );
  const pairs = pairTextures(frame, 'pixel', pixelPairs);
  const entries = frame.draw('pixel entries', entriesSource, frame.target('pixel entries', { ...size, kind: 'byte' }), {
    ...pairs,
    cells,
    pattern: bayer,
  });
  return frame.draw('pixels', paintSource, frame.target('painted'), { ...pairs, entries, side });
}
