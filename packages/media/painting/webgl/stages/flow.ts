import { acrossWeights, alongTaps, gaussianPair, lineWeights, pace } from '../../tables/gauss.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { blur } from './blur.ts';

const halveSource = /* glsl */ `
uniform sampler2D picture;
void main() {
  ivec2 p = here() * 2;
  result = 0.25 * (at(picture, p) + at(picture, p + ivec2(1, 0)) + at(picture, p + ivec2(0, 1)) + at(picture, p + 1));
}`;

const tensorSource = /* glsl */ `
uniform sampler2D picture;
vec3 c(int x, int y) { return at(picture, here() + ivec2(x, y)).rgb; }
void main() {
  vec3 gx = 0.183 * (c(1, -1) - c(-1, -1) + c(1, 1) - c(-1, 1)) + 0.634 * (c(1, 0) - c(-1, 0));
  vec3 gy = 0.183 * (c(-1, 1) - c(-1, -1) + c(1, 1) - c(1, -1)) + 0.634 * (c(0, 1) - c(0, -1));
  result = vec4(dot(gx, gx), dot(gx, gy), dot(gy, gy), 0.0) * 1024.0;
}`;

const holdTensorSource = /* glsl */ `
uniform sampler2D near;
uniform sampler2D wide;
uniform sampler2D past;
uniform float share;
void main() {
  vec4 v = at(near, here()) + 0.06 * at(wide, here()) + vec4(0.06, -0.03, 0.12, 0.0);
  vec4 p = at(past, here());
  result = p + (v - p) * share;
}`;

const tangentsSource = /* glsl */ `
uniform sampler2D held;
void main() {
  vec4 t = linearAt(held, vec2(here()) * 0.5 - 0.25);
  float e = t.x, f = t.y, g = t.z;
  float spread = sqrt((e - g) * (e - g) + 4.0 * f * f);
  float major = (e + g + spread) * 0.5;
  vec2 v = e > g ? vec2(-f, major - g) : vec2(major - e, -f);
  float l = length(v);
  v = l > 1e-9 ? v / l : vec2(1.0, 0.0);
  result = vec4(v, spread / (e + g + 1e-6), sqrt(max(0.0, major) / 1024.0));
}`;

const bilateralSource = /* glsl */ `
uniform sampler2D picture;
uniform sampler2D field;
uniform float weights[6];
uniform int taps;
uniform int isAlong;
uniform float reach;
void main() {
  vec2 tangent = at(field, here() * 2).xy;
  vec2 d = isAlong == 1 ? tangent : vec2(-tangent.y, tangent.x);
  vec4 middle = at(picture, here());
  vec4 sum = middle;
  float total = 1.0;
  for (int t = 1; t <= taps; t++) {
    ivec2 o = ivec2(floor(d * float(t) + 0.5));
    for (int side = 0; side < 2; side++) {
      vec4 there = at(picture, side == 1 ? here() - o : here() + o);
      vec3 e = there.rgb - middle.rgb;
      float close = max(0.0, 1.0 - dot(e, e) / reach);
      float weight = weights[t] * close * close;
      sum += there * weight;
      total += weight;
    }
  }
  result = sum / total;
}`;

const sharpenSource = /* glsl */ `
uniform sampler2D picture;
uniform sampler2D small;
uniform sampler2D filtered;
uniform float core;
void main() {
  vec2 p = vec2(here()) * 0.5 - 0.25;
  vec3 detail = at(picture, here()).rgb - linearAt(small, p).rgb;
  vec3 back = sign(detail) * max(vec3(0.0), abs(detail) - core);
  result = withLuma(clampPixel(linearAt(filtered, p).rgb + back));
}`;

const gaussSource = /* glsl */ `
uniform sampler2D picture;
uniform float weights[48];
uniform int radius;
uniform int isDown;
void main() {
  vec2 sum = vec2(0.0);
  for (int t = -radius; t <= radius; t++) {
    vec4 there = at(picture, here() + (isDown == 1 ? ivec2(0, t) : ivec2(t, 0)));
    vec2 value = isDown == 1 ? there.xy : there.aa;
    sum += value * vec2(weights[abs(t)], weights[radius + 1 + abs(t)]);
  }
  result = isDown == 1 ? vec4(sum.x - sum.y) : vec4(sum, 0.0, 0.0);
}`;

const alongSource = /* glsl */ `
uniform sampler2D plane;
uniform sampler2D field;
uniform float weights[24];
uniform int steps;
uniform float pace;
void main() {
  float sum = at(plane, here()).x;
  float total = 1.0;
  vec2 tangent = at(field, here()).xy;
  for (int side = 0; side < 2; side++) {
    vec2 u = side == 1 ? -tangent : tangent;
    vec2 p = vec2(here()) + 0.5;
    for (int t = 1; t <= steps; t++) {
      p += u * pace;
      ivec2 j = ivec2(floor(p));
      sum += at(plane, j).x * weights[t];
      total += weights[t];
      vec2 n = at(field, j).xy;
      u = dot(n, u) < 0.0 ? -n : n;
    }
  }
  result = vec4(sum / total);
}`;

/** A picture at half size, in a target of that name. */
export function halve(frame: GlFrame, picture: Target, name: string): Target {
  const target = frame.target(name, { width: picture.width >> 1, height: picture.height >> 1 });
  return frame.draw('halve', halveSource, target, { picture });
}

/** The graded frame at half size. */
export function half(frame: GlFrame): Target {
  return frame.stage('half', () => halve(frame, frame.source, 'half'));
}

/** The structure tensor at half size, held over time: see `wasm/stages/flow.ts`. */
export function tensor(frame: GlFrame): Target {
  return frame.stage('flow held', () => {
    const size = { width: frame.width >> 1, height: frame.height >> 1 };
    const unit = Math.min(frame.width, frame.height) / 512;
    const raw = frame.draw('tensor', tensorSource, frame.target('tensor', size), { picture: half(frame) });
    const near = blur(frame, raw, { name: 'tensor near', radius: Math.max(1, Math.round(2 * unit)) });
    const wide = blur(frame, near, { name: 'tensor wide', radius: Math.max(2, Math.round(14 * unit)) });
    const { past, now } = frame.turns('tensor held', { ...size, kind: 'float' });
    const share = frame.wasFresh('flow held') ? 0.5 : 1;
    return frame.draw('hold tensor', holdTensorSource, now, { near, wide, past, share });
  });
}

/** Direction of the brush at every pixel: (tangent x, tangent y, anisotropy 0..1, gradient). See `wasm/stages/flow.ts`. */
export function flow(frame: GlFrame): Target {
  return frame.stage('flow', () => {
    const held = tensor(frame);
    return frame.draw('tangents', tangentsSource, frame.target('flow', { kind: 'float' }), { held });
  });
}

/** The frame without texture and noise but with its edges: see `wasm/stages/flow.ts`. */
export function bilateral(frame: GlFrame): Target {
  return frame.stage('bilateral', () => {
    const field = flow(frame);
    const small = half(frame);
    const first = frame.target('bilateral across', small);
    const second = frame.target('bilateral along', small);
    const across = { field, weights: acrossWeights, taps: 3, isAlong: 0 };
    const along = { field, weights: alongTaps, taps: 5, isAlong: 1 };
    frame.draw('bilateral', bilateralSource, first, { ...across, picture: small, reach: 0.07 });
    frame.draw('bilateral', bilateralSource, second, { ...along, picture: first, reach: 0.07 });
    frame.draw('bilateral', bilateralSource, first, { ...across, picture: second, reach: 0.05 });
    frame.draw('bilateral', bilateralSource, second, { ...along, picture: first, reach: 0.05 });
    const out = frame.target('bilateral');
    return frame.draw('sharpen', sharpenSource, out, { picture: frame.source, small, filtered: second, core: 0.05 });
  });
}

/** Edges as lines, in all channels: see `wasm/stages/flow.ts`. @param sigma Width of the narrower Gaussian in pixels. */
export function edges(frame: GlFrame, sigma: number): Target {
  const key = `edges ${sigma.toFixed(1)}`;
  return frame.stage(key, () => {
    const { radius, weights } = gaussianPair(Number(sigma.toFixed(1)));
    const across = frame.target('edges sideways', { kind: 'float' });
    const difference = frame.target('edges difference', { kind: 'float' });
    frame.draw('gauss', gaussSource, across, { picture: frame.source, weights, radius, isDown: 0 });
    frame.draw('gauss', gaussSource, difference, { picture: across, weights, radius, isDown: 1 });
    return along(frame, difference, { name: 'edges', weights: lineWeights });
  });
}

/** Means of a plane (in red) along the flow lines, 1.4 pixels both ways for each weight after the middle's. */
export function along(frame: GlFrame, plane: Target, options: { name: string; weights: Float32Array }): Target {
  const { name, weights } = options;
  const out = frame.target(name, { kind: 'float' });
  const field = flow(frame);
  return frame.draw('along', alongSource, out, { plane, field, weights, steps: weights.length - 1, pace });
}
