import { glassTints, voteRing } from '../../regions/glass.ts';
import { leadShare, paneRules } from '../../regions/grids.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { blur } from '../stages/blur.ts';
import { edges } from '../stages/flow.ts';
import { kuwahara } from '../stages/kuwahara.ts';
import { gridSource, growSeeds, seedPlanes } from '../stages/seeds.ts';

const codeSource = /* glsl */ `
vec4 coded(int label) { return vec4(float(label & 255), float(label >> 8), 0.0, 0.0); }
int decoded(vec4 v) { return int(v.x) + (int(v.y) << 8); }
`;

const joinSource = /* glsl */ `
${codeSource}
uniform sampler2D large;
uniform sampler2D middle;
uniform sampler2D small;
uniform sampler2D middleSeeds;
uniform sampler2D smallSeeds;
uniform int middleColumns;
uniform int smallColumns;
uniform int middleBase;
uniform int smallBase;
void main() {
  int s = decoded(at(small, here()));
  int m = decoded(at(middle, here()));
  if (texelFetch(smallSeeds, ivec2(s % smallColumns * 2, s / smallColumns), 0).w > 0.0) result = coded(smallBase + s);
  else if (texelFetch(middleSeeds, ivec2(m % middleColumns * 2, m / middleColumns), 0).w > 0.0) result = coded(middleBase + m);
  else result = at(large, here());
}`;

const voteSource = /* glsl */ `
${codeSource}
uniform sampler2D labels;
uniform ivec2 ring0, ring1, ring2, ring3, ring4, ring5, ring6, ring7;
void main() {
  vec4 mine = at(labels, here());
  result = mine;
  ivec2 far = size - 1 - here();
  if (min(min(here().x, here().y), min(far.x, far.y)) < 3) return;
  int own = decoded(mine);
  int others[8];
  others[0] = decoded(at(labels, here() + ring0));
  others[1] = decoded(at(labels, here() + ring1));
  others[2] = decoded(at(labels, here() + ring2));
  others[3] = decoded(at(labels, here() + ring3));
  others[4] = decoded(at(labels, here() + ring4));
  others[5] = decoded(at(labels, here() + ring5));
  others[6] = decoded(at(labels, here() + ring6));
  others[7] = decoded(at(labels, here() + ring7));
  int most = 1;
  for (int k = 0; k < 8; k++) most += others[k] == own ? 1 : 0;
  if (most >= 5) return;
  int best = own;
  for (int k = 0; k < 8; k++) {
    if (others[k] == best) continue;
    int votes = 0;
    for (int j = 0; j < 8; j++) votes += others[j] == others[k] ? 1 : 0;
    if (votes > most) {
      most = votes;
      best = others[k];
    }
  }
  result = coded(best);
}`;

const bordersSource = /* glsl */ `
${codeSource}
uniform sampler2D labels;
uniform sampler2D colours;
uniform int middleBase;
uniform int smallBase;
uniform float share;
vec3 seen(int id) { return texelFetch(colours, ivec2((id & 255) * 2 + 1, id >> 8), 0).rgb; }
float leadBetween(int a, int b) {
  if (a == b) return 0.0;
  if (a < middleBase && b < middleBase) return 0.9;
  vec3 d = abs(seen(a) - seen(b));
  float least = a >= smallBase && b >= smallBase ? 0.28 : 0.42;
  float most = a >= smallBase || b >= smallBase ? 0.7 : 0.85;
  return least + (most - least) * smoothstep(0.15, 0.7, d.r + d.g + d.b);
}
void main() {
  int own = decoded(at(labels, here()));
  int right = decoded(at(labels, here() + ivec2(1, 0)));
  int below = decoded(at(labels, here() + ivec2(0, 1)));
  result = vec4(max(leadBetween(own, right), leadBetween(own, below)) * share);
}`;

const leadsSource = /* glsl */ `
uniform sampler2D narrow;
uniform sampler2D wide;
void main() {
  float e = at(narrow, here()).x;
  float before = here().x > 0 && here().y > 0 ? at(narrow, here() - 1).x : e;
  result = vec4(e, at(wide, here()).x, e - before, 0.0);
}`;

// Two texels a seed, 256 seeds a row: (r, g, b, chance) and (r, g, b, luma of the frame there).
const coloursSource = /* glsl */ `
${gridSource}
uniform sampler2D large;
uniform sampler2D middle;
uniform sampler2D small;
uniform int middleBase;
uniform int smallBase;
uniform float tints[24];
vec3 seedColour(int id) {
  int local = id >= smallBase ? id - smallBase : id >= middleBase ? id - middleBase : id;
  int columns = (id >= smallBase ? textureSize(small, 0) : id >= middleBase ? textureSize(middle, 0) : textureSize(large, 0)).x >> 1;
  ivec2 place = ivec2(local % columns * 2 + 1, local / columns);
  return (id >= smallBase ? at(small, place) : id >= middleBase ? at(middle, place) : at(large, place)).rgb;
}
void main() {
  int id = here().y * 256 + (here().x >> 1);
  vec3 c = seedColour(id);
  float luma = lumaOf(c);
  if ((here().x & 1) == 1) {
    result = vec4(c, luma);
    return;
  }
  float luck = chance(id * 13 + 7);
  float chroma = max(c.r, max(c.g, c.b)) - min(c.r, min(c.g, c.b));
  float dark = 1.0 - smoothstep(0.05, 0.3, luma);
  float pale = (1.0 - smoothstep(0.05, 0.22, chroma)) * 0.75 * (1.0 - dark);
  int t = int(luck * 5.999) * 4;
  c = mix(c, c * vec3(tints[t], tints[t + 1], tints[t + 2]), pale);
  c += vec3(0.02, 0.05, 0.16) * dark;
  float l = lumaOf(c);
  c = clampPixel(l + (c - l) * 1.65);
  result = vec4(mix(c, c * c * (3.0 - 2.0 * c), 0.4), luck);
}`;

const shineSource = /* glsl */ `
${codeSource}
uniform sampler2D labels;
uniform sampler2D colours;
void main() {
  int id = decoded(at(labels, here()));
  vec4 c = texelFetch(colours, ivec2((id & 255) * 2, id >> 8), 0);
  result = c * c;
}`;

const paintSource = /* glsl */ `
${codeSource}
uniform sampler2D labels;
uniform sampler2D colours;
uniform sampler2D lead;
uniform sampler2D shine;
uniform sampler2D dabs;
uniform sampler2D lines;
uniform int middleBase;
uniform int smallBase;
uniform ivec2 start;
float blotch(ivec2 p) { return texelFetch(noiseB, p & 511, 0).x - 0.5; }
void main() {
  ivec2 p = here();
  vec2 q = vec2(p) * 0.5 - 0.25;
  vec4 edge = linearAt(lead, q);
  int id = decoded(at(labels, p >> 1));
  ivec2 place = ivec2((id & 255) * 2, id >> 8);
  vec4 c = texelFetch(colours, place, 0);
  float mean = texelFetch(colours, place + ivec2(1, 0), 0).a;
  ivec2 uv = p + start;
  int way = int(c.a * 5.999);
  int steep = way & 3;
  float streak = blotch(ivec2((uv.x * (4 - steep)) >> 1, (uv.y * (steep + 1)) >> 1) + way * 61);
  float rough = texelFetch(noiseA, uv & 511, 0).w - 0.5;
  float light = 1.04 + streak * 0.22 + blotch(uv >> 1) * 0.34 + rough * 0.1 + (c.a - 0.5) * 0.16 - edge.y * 0.55;
  float tone = linearAt(dabs, q).a - mean;
  float painted = id >= smallBase ? 1.7 : id >= middleBase ? 1.4 : 0.5;
  float shade = 1.0 + clamp(tone * painted / (mean + 0.25), -0.6, 0.35);
  float line = softTanh(-4.0 * (at(lines, p).x * 20.0 + 0.16)) * 0.72;
  vec3 glass = clampPixel(c.rgb * light * shade) * (1.0 - line);
  vec3 metal = vec3(0.0, 0.005, 0.02) + 0.07 + clamp(edge.z * 0.9, -0.06, 0.22);
  vec3 lit = mix(glass, metal, smoothstep(0.09, 0.26, edge.x));
  result = vec4(1.0 - (1.0 - clampPixel(lit)) * (1.0 - linearAt(shine, q).rgb * 0.3), 1.0);
}`;

/** Panes of coloured glass in lead: see `wasm/looks/stained-glass.ts`. */
export function stainedGlass(frame: GlFrame): Target {
  const half = { width: frame.width >> 1, height: frame.height >> 1 };
  const unit = Math.min(frame.width, frame.height) / 512;
  const radius = (pixels: number) => Math.max(1, Math.round(pixels * unit));
  const rules = paneRules(frame, frame.style.detail);
  const dabs = kuwahara(frame);
  const planes = seedPlanes(frame, { skin: 0.04, radius: radius(5) });
  const [large, middle, small] = rules.map((rule, k) => growSeeds(frame, planes, { name: `panes ${k}`, rules: rule }));
  const middleBase = rules[0]!.grid.count;
  const smallBase = middleBase + rules[1]!.grid.count;
  const joined = frame.draw('join panes', joinSource, frame.target('panes joined', { ...half, kind: 'float' }), {
    large: large!.labels,
    middle: middle!.labels,
    small: small!.labels,
    middleBase,
    smallBase,
    middleSeeds: middle!.seeds,
    smallSeeds: small!.seeds,
    middleColumns: rules[1]!.grid.columns,
    smallColumns: rules[2]!.grid.columns,
  });
  const between = frame.target('panes voted', { ...half, kind: 'float' });
  frame.draw('vote', voteSource, between, { ...ring, labels: joined });
  const labels = frame.draw('vote', voteSource, joined, { ...ring, labels: between });

  const rows = Math.ceil((smallBase + rules[2]!.grid.count) / 256);
  const colours = frame.draw(
    'glass',
    coloursSource,
    frame.target(`glass ${rows}`, { width: 512, height: rows, kind: 'float' }),
    {
      large: large!.seeds,
      middle: middle!.seeds,
      small: small!.seeds,
      middleBase,
      smallBase,
      tints,
    },
  );

  const raw = frame.draw('pane borders', bordersSource, frame.target('pane borders', half), {
    labels,
    colours,
    middleBase,
    smallBase,
    share: leadShare(frame.style.detail),
  });
  const wide = blur(frame, raw, { name: 'lead wide', radius: radius(3) });
  const narrow = blur(frame, raw, { name: 'lead narrow', radius: 1, passes: unit > 1.4 ? 2 : 1 });
  const lead = frame.draw('leads', leadsSource, frame.target('leads', half), { narrow, wide });

  const raws = frame.draw('glass shine', shineSource, frame.target('glass shine', half), { labels, colours });
  const shine = blur(frame, raws, { name: 'glass glow', radius: radius(4) });
  return frame.draw('stained glass', paintSource, frame.target('painted'), {
    labels,
    colours,
    lead,
    shine,
    dabs,
    middleBase,
    smallBase,
    lines: edges(frame, 1.2 * unit),
    start: Int32Array.of(-Math.round(frame.shift.x), -Math.round(frame.shift.y)),
  });
}

const tints = glassTints;
const ring = Object.fromEntries(voteRing.map(([dx, dy], k) => [`ring${k}`, Int32Array.of(dx, dy)]));
