import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { blur } from '../stages/blur.ts';
import { bilateral, edges, halve } from '../stages/flow.ts';

const nightSource = /* glsl */ `
uniform sampler2D calm;
uniform float bend;
void main() {
  vec2 sway = noiseBAt(here()).ba - 0.5;
  vec3 c = linearAt(calm, vec2(here()) + sway * bend).rgb;
  float l = clamp01(lumaOf(c));
  float warm = smoothstep(0.04, 0.3, c.r - c.b) * smoothstep(0.22, 0.62, l);
  float deep = l * l;
  vec3 night = vec3(0.05 + 0.3 * deep + 0.5 * deep * l, 0.055 + 0.34 * l * 0.9 + 0.46 * deep * l, 0.2 + 0.62 * l + 0.14 * deep);
  vec3 lively = l + (c - l) * 1.35;
  vec3 d = mix(night, lively, 0.34);
  vec3 ember = vec3(0.16 + 1.02 * l, 0.06 + 0.8 * l, 0.14 + 0.52 * l);
  d = mix(d, mix(ember, lively, 0.45), warm * 0.85);
  result = withLuma(clampPixel(d));
}`;

const shineSource = /* glsl */ `
uniform sampler2D night;
void main() {
  vec4 c = at(night, here() * 2);
  result = c * smoothstep(0.36, 0.95, c.a) * 1.3;
}`;

const glowSource = /* glsl */ `
uniform sampler2D night;
uniform sampler2D near;
uniform sampler2D far;
uniform sampler2D lines;
uniform float time;
void main() {
  ivec2 p = here();
  vec4 n = at(night, p);
  float e = at(lines, p).x * 22.0;
  vec3 c = n.rgb * (1.0 - vec3(1.0, 0.95, 0.7) * softTanh(-e - 0.15) * 0.42);
  c += vec3(0.62, 0.8, 1.0) * clamp01(e - 0.1) * 0.34;
  vec3 halo = linearAt(near, vec2(p) * 0.5 - 0.25).rgb * 0.42 + linearAt(far, vec2(p) * 0.25 - 0.375).rgb * vec3(0.62, 0.56, 0.74);
  c = 1.0 - (1.0 - clampPixel(c)) * (1.0 - clampPixel(halo));
  float spots = noiseBAt(p - ivec2(int(floor(time * 6.0)), 0)).g;
  float mist = smoothstep(0.45, 1.0, gl_FragCoord.y / float(size.y)) * smoothstep(0.35, 0.8, spots) * 0.3;
  c = mix(c, vec3(0.46, 0.5, 0.78), mist);
  float star = smoothstep(0.9965, 1.0, noiseAAt(p).r) * (1.0 - smoothstep(0.1, 0.4, n.a));
  c += vec3(0.85, 0.9, 1.0) * star * 0.8;
  result = vec4(clampPixel(c), 1.0);
}`;

/** A night as one dreams it: moonlit blues, lit things warm and luminous, halos, low mist, the air in slow waves. */
export function dream(frame: GlFrame): Target {
  const { scale, time } = frame;
  const calm = bilateral(frame);
  const lines = edges(frame, 1.5 * scale);
  const night = frame.draw('dream night', nightSource, frame.target('dream night'), { calm, bend: 5 * scale });
  const half = frame.target('dream shine', { width: frame.width >> 1, height: frame.height >> 1 });
  const shine = frame.draw('dream shine', shineSource, half, { night });
  const quarter = halve(frame, shine, 'dream quarter');
  const near = blur(frame, shine, { name: 'dream near', radius: Math.max(1, Math.round(3 * scale)) });
  const far = blur(frame, quarter, { name: 'dream far', radius: Math.max(1, Math.round(7 * scale)) });
  return frame.draw('dream glow', glowSource, frame.target('painted'), { night, near, far, lines, time });
}
