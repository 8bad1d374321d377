import type { SeedRules } from '../../regions/grids.ts';
import type { GlContext, Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { blur } from './blur.ts';
import { kuwahara } from './kuwahara.ts';

// Seeds lie in textures of two texels each, side by side: (x, y, p, q) and (r, g, b, tag). What `x, y` are: in `seeds` the
// distance from home in cells, in `placed` pixels of the picture at half size. Numbers as in `wasm/assembly/regions/seeds.ts`.

/** GLSL that finds cells and seeds of a grid. */
export const gridSource = /* glsl */ `
uniform ivec2 grid;
uniform ivec2 area;
uniform float cell;
uniform vec2 origin;
int wrapped(int v, int n) { return v - n * int(floor(float(v) / float(n))); }
ivec2 wrappedCell(ivec2 g) { return ivec2(wrapped(g.x, grid.x), wrapped(g.y, grid.y)); }
ivec2 cellAt(vec2 p) { return ivec2(floor((p - origin) / cell)); }
ivec2 firstCell() { return ivec2(floor(-origin / cell)) - 1; }
// The cell on the sheet that a place of the wrapping grid stands for, and whether it can be seen.
ivec2 sheetCell(ivec2 place, out bool isSeen) {
  ivec2 first = firstCell();
  ivec2 g = first + ivec2(wrapped(place.x - first.x, grid.x), wrapped(place.y - first.y, grid.y));
  ivec2 last = cellAt(vec2(area) - 0.5) + 1;
  isSeen = g.x <= last.x && g.y <= last.y;
  return g;
}
float chance(int n) {
  uint x = uint(n);
  x = (x ^ (x >> 16)) * 0x7feb352du;
  x = (x ^ (x >> 15)) * 0x846ca68bu;
  return float(x ^ (x >> 16)) / 4294967296.0;
}
vec2 home(ivec2 g, ivec2 place, float jitter) {
  int i = (place.y * grid.x + place.x) * 2;
  vec2 j = vec2(chance(i * 5 + 1), chance(i * 5 + 6)) - 0.5;
  return (vec2(g) + 0.5 + j * jitter) * cell + origin;
}
float tagOf(ivec2 g) { return float(wrapped(g.x, 1024) * 1024 + wrapped(g.y, 1024) + 1); }
vec4 coded(int label) { return vec4(float(label & 255), float(label >> 8), 0.0, 0.0); }
int decoded(vec4 v) { return int(v.x) + (int(v.y) << 8); }
`;

const placeSource = /* glsl */ `
${gridSource}
uniform sampler2D seeds;
uniform sampler2D picture;
uniform float jitter;
uniform int isFresh;
void main() {
  ivec2 place = ivec2(here().x >> 1, here().y);
  bool isSeen;
  ivec2 g = sheetCell(place, isSeen);
  vec2 h = home(g, place, jitter);
  vec4 a = at(seeds, ivec2(place.x * 2, place.y));
  vec4 b = at(seeds, ivec2(place.x * 2 + 1, place.y));
  float tag = tagOf(g);
  if (isSeen && (isFresh == 1 || b.a != tag)) {
    a = vec4(0.0, 0.0, 1.0, 0.0);
    b = vec4(at(picture, ivec2(floor(h))).rgb, tag);
  }
  a.xy = h + a.xy * cell;
  result = (here().x & 1) == 0 ? a : b;
}`;

const assignSource = /* glsl */ `
${gridSource}
uniform sampler2D placed;
uniform sampler2D picture;
uniform sampler2D past;
uniform float compact;
uniform float keep;
uniform int isSquare;
void main() {
  vec2 p = vec2(here()) + 0.5;
  ivec2 g = cellAt(p);
  vec3 c = at(picture, here()).rgb;
  int before = decoded(at(past, here()));
  float best = 1e9;
  int label = before;
  for (int y = -1; y <= 1; y++)
    for (int x = -1; x <= 1; x++) {
      ivec2 place = wrappedCell(g + ivec2(x, y));
      vec4 a = texelFetch(placed, ivec2(place.x * 2, place.y), 0);
      vec3 e = c - texelFetch(placed, ivec2(place.x * 2 + 1, place.y), 0).rgb;
      vec2 d = p - a.xy;
      float far = dot(d, d);
      if (isSquare == 1) {
        float side = max(abs(d.x * a.z + d.y * a.w) * 0.87, abs(d.y * a.z - d.x * a.w) * 1.15);
        far = side * side;
      }
      far = far * compact / (cell * cell) + dot(e, e);
      int id = place.y * grid.x + place.x;
      if (id == before) far *= keep;
      if (far < best) {
        best = far;
        label = id;
      }
    }
  result = coded(label);
}`;

const moveSource = /* glsl */ `
${gridSource}
uniform sampler2D seeds;
uniform sampler2D placed;
uniform sampler2D labels;
uniform sampler2D picture;
uniform sampler2D busyness;
uniform float jitter;
uniform float follow;
uniform float back;
uniform float threshold;
uniform float slow;
void main() {
  ivec2 place = ivec2(here().x >> 1, here().y);
  bool isPosition = (here().x & 1) == 0;
  bool isSeen;
  ivec2 g = sheetCell(place, isSeen);
  if (!isSeen) {
    result = at(seeds, here());
    return;
  }
  vec4 a = at(placed, ivec2(place.x * 2, place.y));
  vec4 b = at(placed, ivec2(place.x * 2 + 1, place.y));
  int id = place.y * grid.x + place.x;
  ivec2 from = max(ivec2(0), ivec2(ceil(vec2(g - 1) * cell + origin - 0.5)));
  ivec2 to = min(area, ivec2(ceil(vec2(g + 2) * cell + origin - 0.5)) + 1);
  vec4 means = vec4(0.0);
  float count = 0.0;
  for (int y = from.y; y < to.y; y++)
    for (int x = from.x; x < to.x; x++) {
      ivec2 p = ivec2(x, y);
      if (decoded(texelFetch(labels, p, 0)) != id) continue;
      means += isPosition
        ? vec4(vec2(p) + 0.5 - a.xy, texelFetch(busyness, p, 0).a, 0.0)
        : texelFetch(picture, p, 0);
      count += 1.0;
    }
  if (count > 0.0) means /= count;
  if (!isPosition) {
    vec3 d = means.rgb - b.rgb;
    float change = abs(d.r) + abs(d.g) + abs(d.b);
    if (count > 0.0) b.rgb += d * (follow + (1.0 - follow) * smoothstep(0.08, 0.3, change));
    result = b;
    return;
  }
  vec2 offset = (a.xy - home(g, place, jitter)) / cell;
  if (count > 0.0) {
    vec2 wanted = (offset + means.xy / cell) * (1.0 - back);
    offset = clamp(offset + (wanted - offset) * follow, -0.7, 0.7);
    if (threshold > 0.0) {
      a.z += (means.z - a.z) * slow;
      a.w = a.z > threshold * (slow == 1.0 ? 1.0 : a.w > 0.0 ? 0.85 : 1.15) ? 1.0 : 0.0;
    }
  } else offset *= 1.0 - follow;
  result = vec4(offset, a.zw);
}`;

const planesSource = /* glsl */ `
uniform sampler2D picture;
uniform float skin;
void main() {
  vec4 c = at(picture, here());
  vec3 d = abs(at(picture, here() + ivec2(1, 0)).rgb - c.rgb) + abs(at(picture, here() + ivec2(0, 1)).rgb - c.rgb);
  float k = 1.0 / (c.a + 0.15);
  float warm = clamp01(1.0 - abs((c.r - c.a) * k - 0.24) * 5.5);
  float pale = clamp01(1.0 - abs((c.b - c.a) * k + 0.22) * 4.0);
  float busy = min(d.r + d.g + d.b, 0.5) * 0.6 + warm * pale * smoothstep(0.12, 0.3, c.a) * skin;
  result = vec4(c.rgb, busy);
}`;

/** The filtered frame at half size, and how busy each place is in the last channel of `busyness`. */
export function seedPlanes(frame: GlFrame, options: { skin: number; radius: number }) {
  const size = { width: frame.width >> 1, height: frame.height >> 1 };
  const picture = frame.stage('seed planes', () =>
    frame.draw('seed planes', planesSource, frame.target('seed planes', size), {
      picture: kuwahara(frame),
      skin: options.skin,
    }),
  );
  const busyness = frame.stage('busyness', () => blur(frame, picture, { name: 'busyness', radius: options.radius }));
  return { picture, busyness };
}

/** What {@link growSeeds} made: labels at half size, seeds as `seeds` and `placed`, and what shaders need to know of the grid. */
export type GrownSeeds = { labels: Target; seeds: Target; placed: Target; grid: GridInputs };
export type GridInputs = { grid: Int32Array; area: Int32Array; cell: number; origin: number[] };

// Which of two targets of a set of seeds holds the present, and where the scene was then.
const states = new WeakMap<GlContext, Map<string, { turn: number; x: number; y: number }>>();

/** Lets seeds that live on from frame to frame grow into regions of like colour: see `wasm/stages/seeds.ts`. */
export function growSeeds(
  frame: GlFrame,
  planes: { picture: Target; busyness: Target },
  options: { name: string; rules: SeedRules; steer?: (placed: Target, isFresh: boolean) => Target },
): GrownSeeds {
  const { name, rules, steer } = options;
  const { columns, rows, cell } = rules.grid;
  const { picture, busyness } = planes;
  const area = { width: frame.width >> 1, height: frame.height >> 1 };
  const size = { width: columns * 2, height: rows, kind: 'float' } as const;
  const origin = [Math.round(frame.shift.x) / 2, Math.round(frame.shift.y) / 2];
  const grid = { grid: Int32Array.of(columns, rows), area: Int32Array.of(area.width, area.height), cell, origin };
  const key = `${name} ${columns} ${rows}`;
  const isFresh = !frame.wasFresh(key);
  let all = states.get(frame.context);
  if (all === undefined) states.set(frame.context, (all = new Map()));
  const state = all.get(key) ?? { turn: 0, x: 0, y: 0 };
  all.set(key, state);
  const isStill = !isFresh && Math.abs(state.x - origin[0]!) + Math.abs(state.y - origin[1]!) < 0.25;
  [state.x, state.y] = [origin[0]!, origin[1]!];
  const labelsOf = (turn: number) => frame.target(`labels ${name} ${turn}`, { ...area, kind: 'float' });
  const seedsOf = (turn: number) => frame.target(`seeds ${key} ${turn}`, size);
  const { jitter, compact, threshold, follow, home } = rules;
  let placed = frame.target(`placed ${key}`, size);
  for (let round = 0; round < (isFresh ? rules.rounds : 1); round++) {
    const [past, seeds] = [labelsOf(state.turn), seedsOf(state.turn)];
    state.turn = 1 - state.turn;
    const labels = labelsOf(state.turn);
    placed = frame.draw('place seeds', placeSource, frame.target(`placed ${key}`, size), {
      ...grid,
      seeds,
      picture,
      jitter,
      isFresh: isFresh && round === 0 ? 1 : 0,
    });
    if (steer !== undefined) placed = steer(placed, isFresh);
    frame.draw('assign seeds', assignSource, labels, {
      ...grid,
      placed,
      picture,
      past,
      compact,
      keep: isStill ? 0.8 : 1,
      isSquare: rules.isSquare ? 1 : 0,
    });
    frame.draw('move seeds', moveSource, seedsOf(state.turn), {
      ...grid,
      seeds,
      placed,
      labels,
      picture,
      busyness,
      jitter,
      threshold,
      back: home,
      follow: isFresh ? 1 : follow,
      slow: isFresh ? 1 : 0.2,
    });
  }
  frame.stage(key, () => labelsOf(state.turn));
  return { labels: labelsOf(state.turn), seeds: seedsOf(state.turn), placed, grid };
}
