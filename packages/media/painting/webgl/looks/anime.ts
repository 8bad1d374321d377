import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { blur } from '../stages/blur.ts';
import { bilateral, edges } from '../stages/flow.ts';

const tonesSource = /* glsl */ `
uniform sampler2D picture;
uniform sampler2D soft;
void main() {
  vec3 s = at(picture, here()).rgb;
  float l = at(soft, here()).a;
  float lit = clamp01((l - 0.03) * 1.12);
  float tone = softSteps((lit * 0.74 + sqrt(lit) * 0.26) * 0.93 + 0.07, 5.0, 7.0);
  float shade = 1.0 - tone;
  vec3 c = clampPixel(s * (tone + 0.04) / (l + 0.04));
  float luma = lumaOf(c);
  c = clampPixel(luma + (c - luma) * (1.45 + shade * 0.15));
  result = withLuma(mix(c, vec3(0.16, 0.12, 0.36), shade * shade * 0.3));
}`;

const shineSource = /* glsl */ `
uniform sampler2D tones;
void main() {
  vec4 c = at(tones, here() * 2);
  result = c * smoothstep(0.68, 0.98, c.a);
}`;

const linesSource = /* glsl */ `
uniform sampler2D tones;
uniform sampler2D bloom;
uniform sampler2D lines;
uniform sampler2D soft;
void main() {
  vec3 glow = linearAt(bloom, vec2(here()) * 0.5 - 0.25).rgb * vec3(0.5, 0.46, 0.4);
  vec3 c = 1.0 - (1.0 - at(tones, here()).rgb) * (1.0 - glow);
  float ink = softTanh(-5.0 * (at(lines, here()).x * 20.0 + at(soft, here()).a * 0.25));
  result = vec4(c * (1.0 - vec3(0.88, 0.92, 0.8) * ink), 1.0);
}`;

/** Cel painting: flat tones with short ramps, violet shadows, clean lines, a bloom of the lights. */
export function anime(frame: GlFrame): Target {
  const { scale } = frame;
  const picture = bilateral(frame);
  const lines = edges(frame, 1 * scale);
  const soft = blur(frame, picture, { name: 'anime soft', radius: 1 });
  const tones = frame.draw('anime tones', tonesSource, frame.target('anime tones'), { picture, soft });
  const size = { width: frame.width >> 1, height: frame.height >> 1 };
  const shine = frame.draw('anime shine', shineSource, frame.target('anime shine', size), { tones });
  const bloom = blur(frame, shine, { name: 'anime bloom', radius: Math.max(1, Math.round(5 * scale)) });
  return frame.draw('anime lines', linesSource, frame.target('painted'), { tones, bloom, lines, soft });
}
