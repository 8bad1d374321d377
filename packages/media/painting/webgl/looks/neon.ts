import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { blur } from '../stages/blur.ts';
import { bilateral, edges, halve } from '../stages/flow.ts';

const tubesSource = /* glsl */ `
uniform sampler2D wide;
uniform sampler2D lines;
void main() {
  float d = at(lines, here()).x * 26.0;
  float e = smoothstep(0.06, 0.6, -d) + smoothstep(0.3, 0.9, d) * 0.35;
  vec2 uv = gl_FragCoord.xy / vec2(size);
  vec3 c = linearAt(wide, vec2(here()) * 0.5 - 0.25).rgb;
  float warm = clamp01((c.r - c.b) * 2.2 + 0.45);
  float green = clamp01((c.g - (c.r + c.b) * 0.5) * 5.0);
  float hot = smoothstep(0.75, 1.0, warm) * smoothstep(0.35, 0.75, c.r);
  float hue = clamp01(warm * 0.75 + (0.5 - uv.x) * 0.5 + (0.5 - uv.y) * 0.15);
  vec3 colour = vec3(0.05 + hue + hot * 0.15, 0.85 - 0.75 * hue + green * 0.3 + hot * 0.42, 1.0 - 0.3 * hue - green * 0.5 - hot * 0.55);
  result = vec4(colour * e, warm);
}`;

const sumSource = /* glsl */ `
uniform sampler2D near;
uniform sampler2D middle;
uniform sampler2D far;
void main() {
  vec2 p = vec2(here()) * 0.5 - 0.25;
  result = at(near, here()) * 0.55 + linearAt(middle, p) * 0.75 + linearAt(far, p) * 0.85;
}`;

const glowSource = /* glsl */ `
uniform sampler2D calm;
uniform sampler2D tubes;
uniform sampler2D glow;
void main() {
  vec4 tube = at(tubes, here());
  float l = at(calm, here()).a;
  float v = l * sqrt(l);
  vec3 a = vec3(0.035 + v * 0.2 * (0.5 + tube.a * 0.7), 0.02 + v * 0.1 + v * v * 0.05, 0.085 + v * 0.34);
  float most = max(tube.r, max(tube.g, tube.b));
  a += tube.rgb * 0.75 + most * most * 0.48;
  a += linearAt(glow, vec2(here()) * 0.5 - 0.25).rgb;
  vec3 k = max(vec3(0.0), 1.0 - a * (1.25 / 8.0));
  k *= k;
  k *= k;
  k *= k;
  result = vec4(1.0 - k, 1.0);
}`;

/** Tubes of coloured light in a dark room: edges in both signs, hue by warmth and place, three glows. */
export function neon(frame: GlFrame): Target {
  const { scale } = frame;
  const calm = bilateral(frame);
  const lines = edges(frame, 1.2 * scale);
  const small = halve(frame, calm, 'neon wide');
  const wide = blur(frame, small, { name: 'neon wide blurred', radius: Math.max(1, Math.round(3 * scale)) });
  const tubes = frame.draw('neon tubes', tubesSource, frame.target('neon tubes'), { wide, lines });
  const half = halve(frame, tubes, 'neon half');
  const quarter = halve(frame, half, 'neon quarter');
  const near = blur(frame, half, { name: 'neon near', radius: Math.max(1, Math.round(scale)) });
  const middle = blur(frame, quarter, { name: 'neon middle', radius: Math.max(1, Math.round(1.8 * scale)) });
  const far = blur(frame, middle, { name: 'neon far', radius: Math.max(1, Math.round(5.5 * scale)) });
  const sum = frame.target('neon sum', { width: half.width, height: half.height });
  const glow = frame.draw('neon sum', sumSource, sum, { near, middle, far });
  return frame.draw('neon glow', glowSource, frame.target('painted'), { calm, tubes, glow });
}
