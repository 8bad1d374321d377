import { directionSlopes, kuwaharaRadius, packKuwahara } from '../../regions/kuwahara-tables.ts';
import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { flow, half } from './flow.ts';

const source = /* glsl */ `
uniform sampler2D picture;
uniform sampler2D field;
uniform sampler2D ends;
uniform sampler2D taps;
uniform float slopes[12];
int tableAt(ivec2 p) {
  vec4 f = at(field, p * 2);
  vec2 t = f.y < 0.0 ? -f.xy : f.xy;
  int k = 0;
  while (k < 12 && t.y > abs(t.x) * slopes[k]) k++;
  int direction = t.x < 0.0 ? (24 - k) % 24 : k;
  return direction * 4 + min(3, int(f.z * 4.0));
}
void main() {
  int table = tableAt(here());
  vec4 sum = vec4(0.0);
  float total = 0.0;
  int tap = int(texelFetch(ends, ivec2(0, table), 0).r);
  for (int k = 1; k <= 8; k++) {
    int end = int(texelFetch(ends, ivec2(k, table), 0).r);
    vec4 mean = vec4(0.0);
    float square = 0.0;
    for (; tap < end; tap++) {
      vec4 t = texelFetch(taps, ivec2(tap & 127, tap >> 7), 0);
      vec4 v = at(picture, here() + ivec2(t.xy));
      mean += v * t.z;
      square += v.a * v.a * t.z;
    }
    float s = max(0.0, square - mean.a * mean.a) * 2600.0;
    s = s * s;
    float weight = 1.0 / (1.0 + s * s);
    sum += mean * weight;
    total += weight;
  }
  result = withLuma(sum.rgb / (total + 1e-12));
}`;

/** The graded frame at half size as flat dabs of paint along the flow: see `wasm/stages/kuwahara.ts`. */
export function kuwahara(frame: GlFrame, radius = 3): Target {
  const reach = kuwaharaRadius(frame, radius);
  return frame.stage(`kuwahara ${reach}`, () => {
    const target = frame.target(`kuwahara ${reach}`, { width: frame.width >> 1, height: frame.height >> 1 });
    const packed = () => packKuwahara(reach);
    const ends = frame.context.texture(`kuwahara ends ${reach}`, (gl) => {
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, 9, 96, 0, gl.RED, gl.FLOAT, packed().ends);
    });
    const taps = frame.context.texture(`kuwahara taps ${reach}`, (gl) => {
      const list = packed().taps;
      const rows = Math.ceil(list.length / 512);
      const padded = new Float32Array(rows * 512);
      padded.set(list);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, 128, rows, 0, gl.RGBA, gl.FLOAT, padded);
    });
    return frame.draw('kuwahara', source, target, { picture: half(frame), field: flow(frame), ends, taps, slopes });
  });
}

const slopes = directionSlopes();

/** GLSL of `sampleSharp`: what was filtered at half size at a place of it, with the edges of the frame's own pixel. */
export const sharpSource = /* glsl */ `
float likeness(vec4 there, vec4 own, float linear) {
  vec4 d = there - own;
  return linear / (dot(d, d) + 0.002);
}
vec4 sharpAt(sampler2D picture, vec4 own, vec2 p) {
  vec2 q = clamp(p, vec2(0.0), vec2(textureSize(picture, 0) - 1));
  ivec2 i = ivec2(q);
  vec2 f = q - vec2(i);
  vec4 a = at(picture, i), b = at(picture, i + ivec2(1, 0)), c = at(picture, i + ivec2(0, 1)), d = at(picture, i + 1);
  float k = likeness(a, own, (1.0 - f.x) * (1.0 - f.y));
  float l = likeness(b, own, f.x * (1.0 - f.y));
  float m = likeness(c, own, (1.0 - f.x) * f.y);
  float n = likeness(d, own, f.x * f.y);
  return (a * k + b * l + c * m + d * n) / (k + l + m + n);
}
`;

const sharpenSource = /* glsl */ `
${sharpSource}
uniform sampler2D filtered;
uniform sampler2D picture;
void main() { result = sharpAt(filtered, at(picture, here()), vec2(here()) * 0.5 - 0.25); }`;

/** {@link kuwahara} at the frame's size, with the frame's own edges. */
export function sharpKuwahara(frame: GlFrame, radius = 3): Target {
  return frame.stage(`sharp kuwahara ${radius}`, () =>
    frame.draw('sharpen', sharpenSource, frame.target(`sharp kuwahara ${radius}`), {
      filtered: kuwahara(frame, radius),
      picture: frame.source,
    }),
  );
}
