import { bendOf, currentWeights } from '../../dream.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { blur } from '../stages/blur.ts';
import { along, bilateral, edges, flow, halve } from '../stages/flow.ts';

const nightSource = /* glsl */ `
uniform sampler2D calm;
uniform vec2 bend;
void main() {
  vec2 sway = noiseBAt(here()).ba - 0.5;
  vec3 c = linearAt(calm, vec2(here()) + sway * bend).rgb;
  float l = clamp01(lumaOf(c));
  float warm = smoothstep(0.05, 0.35, c.r - c.b) * smoothstep(0.34, 0.85, l);
  float cube = l * l * l;
  float moon = cube * cube;
  vec3 night = vec3(0.03 + 0.14 * l + 0.6 * moon, 0.04 + 0.27 * l + 0.57 * moon, 0.15 + 0.58 * l + 0.24 * moon);
  vec3 lively = l + (c - l) * 1.5;
  vec3 d = mix(night, lively, 0.3);
  vec3 ember = vec3(0.1 + 0.95 * l, 0.03 + 0.74 * l, 0.16 + 0.32 * l);
  d = mix(d, mix(ember, lively, 0.4), warm * 0.9);
  result = withLuma(clampPixel(d));
}`;

const shineSource = /* glsl */ `
uniform sampler2D night;
void main() {
  vec4 c = at(night, here() * 2);
  result = c * smoothstep(0.34, 0.85, c.a) * 1.3;
}`;

const noiseSource = /* glsl */ `
void main() { result = vec4(noiseAAt(here()).g); }`;

const haloSource = /* glsl */ `
uniform sampler2D near;
uniform sampler2D far;
void main() {
  result = at(near, here()) * 0.34 + linearAt(far, vec2(here()) * 0.5 - 0.25) * vec4(0.6, 0.52, 0.66, 0.0);
}`;

const glowSource = /* glsl */ `
uniform sampler2D night;
uniform sampler2D halo;
uniform sampler2D lines;
uniform sampler2D currents;
uniform sampler2D field;
uniform float time;
void main() {
  ivec2 p = here();
  vec3 c = at(night, p).rgb;
  float calm = 1.0 - 0.72 * smoothstep(0.015, 0.09, at(field, p).a);
  float s = clamp((at(currents, p).x - 0.5) * 5.0, -1.0, 1.0) * calm;
  float up = max(0.0, s);
  c *= 1.0 + 0.5 * s;
  c = mix(c, vec3(0.16, 0.05, 0.3), (up - s) * 0.34);
  c += vec3(0.1, 0.2, 0.2) * up;
  float e = at(lines, p).x * 22.0;
  c *= 1.0 - vec3(1.0, 0.95, 0.7) * softTanh(-e - 0.1) * 0.6;
  c += vec3(0.7, 0.82, 1.0) * clamp01(e - 0.1) * 0.42;
  vec3 shine = clampPixel(linearAt(halo, vec2(p) * 0.5 - 0.25).rgb);
  c = 1.0 - (1.0 - clampPixel(c)) * (1.0 - shine);
  float spots = noiseBAt(p - ivec2(int(floor(time * 6.0)), 0)).g;
  float low = smoothstep(0.45, 1.0, gl_FragCoord.y / float(size.y)) * 0.26;
  c = mix(c, vec3(0.42, 0.46, 0.78), low * smoothstep(0.35, 0.8, spots));
  result = vec4(clampPixel(c), 1.0);
}`;

/** A night as one dreams it: moonlit blues, lit things warm and luminous, halos, low mist; currents run through the calm air. */
export function dream(frame: GlFrame): Target {
  const { scale, time } = frame;
  const calm = bilateral(frame);
  const lines = edges(frame, 1.5 * scale);
  const night = frame.draw('dream night', nightSource, frame.target('dream night'), { calm, bend: bendOf(frame) });
  const half = frame.target('dream shine', { width: frame.width >> 1, height: frame.height >> 1 });
  const shine = frame.draw('dream shine', shineSource, half, { night });
  const quarter = halve(frame, shine, 'dream quarter');
  const near = blur(frame, shine, { name: 'dream near', radius: Math.max(1, Math.round(3 * scale)) });
  const far = blur(frame, quarter, { name: 'dream far', radius: Math.max(1, Math.round(7 * scale)) });
  const around = frame.target('dream halo', { width: half.width, height: half.height });
  const halo = frame.draw('dream halo', haloSource, around, { near, far });
  const laid = frame.draw('dream noise', noiseSource, frame.target('dream noise', { kind: 'byte' }), {});
  const currents = along(frame, laid, { name: 'dream currents', weights: currentWeights });
  const field = flow(frame);
  return frame.draw('dream glow', glowSource, frame.target('painted'), { night, halo, lines, currents, field, time });
}
