/** Vertex shader of everything that covers its whole target: one triangle. */
export const coverVertex = /* glsl */ `#version 300 es
void main() {
  vec2 p = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
  gl_Position = vec4(p * 2.0 - 1.0, 0.0, 1.0);
}`;

/**
 * What every fragment shader begins with. Row 0 of a texture is the top row of the picture; `here()` is the pixel that is being
 * made. Pictures hold red, green and blue in 0..1 and luma in alpha. The formulas are those of `wasm/assembly/core/pixel.ts`.
 */
export const prelude = /* glsl */ `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform ivec2 size;
uniform sampler2D noiseA;
uniform sampler2D noiseB;
uniform ivec2 noiseStart;
layout(location = 0) out vec4 result;

ivec2 here() { return ivec2(gl_FragCoord.xy); }
float lumaOf(vec3 c) { return dot(c, vec3(0.299, 0.587, 0.114)); }
vec4 withLuma(vec3 c) { return vec4(c, lumaOf(c)); }
float clamp01(float x) { return clamp(x, 0.0, 1.0); }
vec3 clampPixel(vec3 c) { return clamp(c, 0.0, 1.0); }
float softTanh(float x) {
  float t = clamp(x, 0.0, 3.0);
  return t * (27.0 + t * t) / (27.0 + 9.0 * t * t);
}
float softSteps(float value, float bins, float sharp) {
  float middle = (floor(value * bins) + 0.5) / bins;
  float from = value - middle;
  float over = abs(from) * 2.0 * bins - (1.0 - 1.0 / sharp);
  return over > 0.0 ? middle + sign(from) * over * sharp * 0.5 / bins : middle;
}
vec4 at(sampler2D picture, ivec2 p) {
  return texelFetch(picture, clamp(p, ivec2(0), textureSize(picture, 0) - 1), 0);
}
// Linear between pixels; (0, 0) is the middle of the first one.
vec4 linearAt(sampler2D picture, vec2 p) {
  vec2 q = clamp(p, vec2(0.0), vec2(textureSize(picture, 0) - 1));
  ivec2 i = ivec2(q);
  vec2 f = q - vec2(i);
  vec4 top = mix(at(picture, i), at(picture, i + ivec2(1, 0)), f.x);
  vec4 low = mix(at(picture, i + ivec2(0, 1)), at(picture, i + ivec2(1, 1)), f.x);
  return mix(top, low, f.y);
}
// fine, tooth, grain, cold
vec4 noiseAAt(ivec2 p) { return texelFetch(noiseA, (p + noiseStart) & 511, 0); }
// blotch, mottle, swayX, swayY
vec4 noiseBAt(ivec2 p) { return texelFetch(noiseB, (p + noiseStart) & 511, 0); }
`;
