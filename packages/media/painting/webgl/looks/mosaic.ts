import { stoneRules } from '../../regions/grids.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { blur } from '../stages/blur.ts';
import { flow } from '../stages/flow.ts';
import { gridSource, growSeeds, seedPlanes } from '../stages/seeds.ts';

const turnSource = /* glsl */ `
uniform sampler2D placed;
uniform sampler2D course;
uniform float follow;
void main() {
  vec4 a = at(placed, here());
  result = a;
  if ((here().x & 1) == 1) return;
  vec4 t = linearAt(course, a.xy - 0.5);
  vec2 wanted = vec2(t.z - t.x, -2.0 * t.y) / (sqrt((t.z - t.x) * (t.z - t.x) + 4.0 * t.y * t.y) + 1e-6);
  vec2 twice = vec2(a.z * a.z - a.w * a.w, 2.0 * a.z * a.w);
  twice += (wanted - twice) * follow;
  twice /= length(twice) + 1e-6;
  float across = sqrt(max(0.0, 0.5 - 0.5 * twice.x));
  result.zw = vec2(sqrt(max(0.0, 0.5 + 0.5 * twice.x)), twice.y < 0.0 ? -across : across);
}`;

const stonesSource = /* glsl */ `
${gridSource}
uniform sampler2D seeds;
uniform float time;
void main() {
  int id = here().y * grid.x + (here().x >> 1);
  float a = chance(id * 52 + 7), b = chance(id * 52 + 20);
  if ((here().x & 1) == 1) {
    result = vec4(chance(id * 52 + 33) - 0.5, chance(id * 52 + 46) - 0.5, 0.47 + 0.05 * a, a);
    return;
  }
  vec3 c = at(seeds, here() + ivec2(1, 0)).rgb;
  float l = lumaOf(c);
  c = l + (c - l) * 1.55;
  float warm = (b - 0.5) * 0.1;
  c = clampPixel(c * (1.0 + (a - 0.5) * 0.24) + vec3(0.02 + warm, 0.02, 0.025 - warm));
  c = mix(c, c * c * (3.0 - 2.0 * c), 0.5);
  float from = abs(fract(time * 0.11 + a * 7.0 + b * 3.0) - 0.5);
  float glint = (1.0 - smoothstep(0.0, 0.06, from)) * smoothstep(0.25, 0.7, l) * (b > 0.55 ? 1.0 : 0.25);
  result = vec4(c, glint);
}`;

const paintSource = /* glsl */ `
${gridSource}
uniform sampler2D placed;
uniform sampler2D stones;
uniform float joint;
void main() {
  vec2 p = (vec2(here()) + 0.5) * 0.5;
  ivec2 g = cellAt(p);
  float best = 1e9, next = 1e9;
  vec2 uv = vec2(0.0), turn = vec2(1.0, 0.0);
  ivec2 owner = ivec2(0);
  for (int y = -1; y <= 1; y++)
    for (int x = -1; x <= 1; x++) {
      ivec2 place = wrappedCell(g + ivec2(x, y));
      vec4 s = texelFetch(placed, ivec2(place.x * 2, place.y), 0);
      vec2 d = p - s.xy;
      vec2 q = vec2(d.x * s.z + d.y * s.w, d.y * s.z - d.x * s.w);
      float far = max(abs(q.x) * 0.87, abs(q.y) * 1.15);
      if (far < best) {
        next = best;
        best = far;
        uv = q;
        turn = s.zw;
        owner = ivec2(place.x * 2, place.y);
      } else next = min(next, far);
    }
  vec4 colour = texelFetch(stones, owner, 0);
  vec4 stone = texelFetch(stones, owner + ivec2(1, 0), 0);
  float inside = min((next - best) * 0.5, stone.z * cell * 1.12 - best) / cell - joint;
  vec2 n = abs(uv.x) * 0.87 > abs(uv.y) * 1.15 ? vec2(uv.x < 0.0 ? -1.0 : 1.0, 0.0) : vec2(0.0, uv.y < 0.0 ? -1.0 : 1.0);
  float facing = -(n.x * turn.x - n.y * turn.y) * 0.6 - (n.x * turn.y + n.y * turn.x) * 0.8;
  float rim = 1.0 - smoothstep(0.0, 0.13, inside);
  float rough = noiseAAt(here()).w - 0.5;
  float tilt = dot(stone.xy, uv) / cell;
  float light = 1.0 + tilt * 0.5 + rim * facing * 0.24 + rough * 0.13;
  float shine = colour.a * max(0.0, 0.35 + tilt * 1.6) * (1.0 - rim);
  vec3 c = colour.rgb * light + shine * vec3(1.0, 0.95, 0.8);
  vec3 mortar = (vec3(0.11, 0.1, 0.09) + colour.rgb * 0.32) * (1.0 + rough * 0.5);
  result = vec4(mix(mortar, c, smoothstep(-0.035, 0.035, inside)), 1.0);
}`;

/** Small stones set by hand in rows that follow the shapes: see `wasm/looks/mosaic.ts`. */
export function mosaic(frame: GlFrame): Target {
  const unit = Math.min(frame.width, frame.height) / 512;
  const radius = Math.max(1, Math.round(5 * unit));
  const rules = stoneRules(frame, frame.style.detail);
  flow(frame);
  const course = blur(frame, heldTensor(frame), { name: 'course', radius: Math.max(1, Math.round(8 * unit)) });
  const size = { width: rules.grid.columns * 2, height: rules.grid.rows, kind: 'float' } as const;
  const { placed, seeds, grid } = growSeeds(frame, seedPlanes(frame, { skin: 0.04, radius }), {
    name: 'stones',
    rules,
    steer: (at, isFresh) =>
      frame.draw('turn seeds', turnSource, frame.target('stones turned', size), {
        placed: at,
        course,
        follow: isFresh ? 1 : 0.12,
      }),
  });
  const inputs = { ...grid, seeds, time: frame.time };
  const stones = frame.draw('stones', stonesSource, frame.target('stone colours', size), inputs);
  const joint = 0.075;
  return frame.draw('mosaic', paintSource, frame.target('painted'), { ...grid, placed, stones, joint });
}

function heldTensor(frame: GlFrame): Target {
  const size = { width: frame.width >> 1, height: frame.height >> 1 };
  return frame.turns('tensor held', { ...size, kind: 'float' }).now;
}
