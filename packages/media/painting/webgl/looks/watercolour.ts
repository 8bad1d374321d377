import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { blur } from '../stages/blur.ts';
import { edges } from '../stages/flow.ts';
import { kuwahara, sharpSource } from '../stages/kuwahara.ts';

const washesSource = /* glsl */ `
${sharpSource}
uniform sampler2D picture;
uniform sampler2D dabs;
uniform sampler2D wet;
uniform float scale;
void main() {
  vec4 spots = noiseBAt(here());
  vec2 p = vec2(here()) + (spots.zw - 0.5) * 6.6 * scale;
  vec4 own = at(picture, ivec2(floor(p + 0.5)));
  vec2 q = p * 0.5 - 0.25;
  float bleed = smoothstep(0.52, 0.8, spots.y) * 0.85;
  vec4 c = mix(sharpAt(dabs, own, q), linearAt(wet, q), bleed);
  float l = c.a;
  float tone = softSteps(l, 6.0, 5.0) * 0.75 + l * 0.25;
  result = c * (tone + 0.02) / (l + 0.02);
}`;

const halveSource = /* glsl */ `
uniform sampler2D picture;
void main() {
  ivec2 p = here() * 2;
  result = 0.25 * (at(picture, p) + at(picture, p + ivec2(1, 0)) + at(picture, p + ivec2(0, 1)) + at(picture, p + 1));
}`;

const pigmentSource = /* glsl */ `
uniform sampler2D wash;
uniform sampler2D near;
uniform sampler2D wide;
uniform sampler2D lines;
uniform float scale;
void main() {
  ivec2 p = here();
  vec4 w = at(wash, p);
  vec3 c = w.rgb;
  float l = w.a;
  vec2 q = vec2(p) * 0.5 - 0.25;
  float l3 = linearAt(near, q).a;
  float l9 = linearAt(wide, q).a;
  vec4 grains = noiseAAt(p) - 0.5;
  vec4 spots = noiseBAt(p) - 0.5;
  float chroma = max(c.r, max(c.g, c.b)) - min(c.r, min(c.g, c.b));
  float grey = (1.0 - smoothstep(0.06, 0.3, chroma)) * (0.35 + 0.65 * (1.0 - abs(2.0 * l - 1.0)));
  float lean = spots.y * 0.13 * grey;
  c += vec3(lean + 0.012 * grey, 0.0, 0.02 * grey - lean * 1.1);
  float luma = lumaOf(c);
  c = clampPixel(luma + (c - luma) * 1.5);
  float deep = 1.0 - smoothstep(0.05, 0.42, l);
  c = mix(c, c * 0.75 + vec3(0.05, 0.075, 0.15), deep);
  float rim = clamp((l3 - l) * 5.0, -0.4, 1.0) + clamp((l9 - l) * 1.6, -0.5, 0.8);
  float dry = smoothstep(0.8, 0.97, l + grains.w * 0.25);
  float settles = (0.35 + 0.65 * (1.0 - smoothstep(0.45, 0.9, l))) * (1.0 - 0.45 * deep);
  float density = rim + (spots.x * 0.9 + spots.y * 0.6) * settles - grains.w * (0.75 - 0.35 * deep) + grains.x * 0.15;
  ivec2 edge = min(p, size - 1 - p);
  float rough = (texelFetch(noiseB, p & 511, 0).y - 0.5) * 22.0 + (texelFetch(noiseA, p & 511, 0).w - 0.5) * 6.0;
  float margin = 20.0 * scale;
  float sheet = smoothstep(margin - 1.5, margin + 1.5, float(min(edge.x, edge.y)) + rough * scale);
  float line = softTanh(-6.0 * (at(lines, p).x * 14.0 + 0.16)) * 0.5 * sheet;
  c = 1.0 - (1.0 - c) * vec3(0.84, 0.82, 0.74);
  c = clampPixel(c - (c - c * c) * density);
  c = mix(vec3(1.0), c, sheet * (1.0 - dry));
  c *= (0.965 + grains.w * 0.05 - vec3(0.0, 0.008, 0.03)) * (1.0 - vec3(0.8, 0.85, 0.75) * line);
  result = vec4(c, 1.0);
}`;

/** Washes with dark rims on rough paper: see `wasm/looks/watercolour.ts`. */
export function watercolour(frame: GlFrame): Target {
  const { scale } = frame;
  const half = { width: frame.width >> 1, height: frame.height >> 1 };
  const radius = (pixels: number) => Math.max(1, Math.round(pixels * scale));
  const dabs = kuwahara(frame);
  const wet = blur(frame, dabs, { name: 'wet', radius: radius(2.5) });
  const inputs = { picture: frame.source, dabs, wet, scale };
  const wash = frame.draw('washes', washesSource, frame.target('washes'), inputs);
  const small = frame.draw('halve', halveSource, frame.target('washes half', half), { picture: wash });
  const wide = blur(frame, small, { name: 'wash wide', radius: radius(3.5) });
  const near = blur(frame, small, { name: 'wash near', radius: radius(1) });
  const lines = edges(frame, 1.2 * scale);
  return frame.draw('pigment', pigmentSource, frame.target('painted'), { wash, near, wide, lines, scale });
}
