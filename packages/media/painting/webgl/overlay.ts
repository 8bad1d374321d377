import type { FrameStyle } from '@kinora/capabilities';
import { isShining, maximumSprites, placeSprites, shapeOf, spriteLength } from '../overlay.ts';
import type { Target } from './context.ts';
import type { GlFrame } from './frame.ts';

// One quad per sprite; its numbers lie in a texture of three pixels a sprite.
const vertex = /* glsl */ `#version 300 es
precision highp float;
uniform highp sampler2D sprites;
uniform ivec2 size;
flat out vec4 place;
flat out vec4 manner;
flat out vec4 colour;
void main() {
  place = texelFetch(sprites, ivec2(0, gl_InstanceID), 0);
  manner = texelFetch(sprites, ivec2(1, gl_InstanceID), 0);
  colour = texelFetch(sprites, ivec2(2, gl_InstanceID), 0);
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  gl_Position = vec4((place.xy + corner * (place.z + 1.0)) / vec2(size) * 2.0 - 1.0, 0.0, 1.0);
}`;

const fragment = /* glsl */ `
flat in vec4 place;
flat in vec4 manner;
flat in vec4 colour;
uniform int shape;
uniform int isShining;
float shade = 1.0;
float smooth01(float a, float b, float x) {
  float t = clamp01((x - a) / (b - a));
  return t * t * (3.0 - 2.0 * t);
}
float cover(float x, float y, float variety) {
  float rr = x * x + y * y;
  if (shape == 0) {
    float r = sqrt(rr) * (1.0 + 0.25 * (variety - 0.5) * x);
    shade = 1.0 - 0.3 * smooth01(0.4, 0.95, r);
    return smooth01(1.0, 0.6, r);
  }
  if (shape == 1) {
    float wide = 0.52 * (1.0 - x * x) * (1.0 - 0.35 * x);
    float blade = x > -0.8 ? smooth01(0.07, -0.07, abs(y) - wide) : 0.0;
    float stalk = x < -0.6 ? smooth01(0.12, 0.03, abs(y - 0.12 * (x + 0.7))) : 0.0;
    shade = 0.86 + 0.3 * smooth01(-0.3, 0.3, y) - 0.34 * smooth01(0.09, 0.0, abs(y)) + 0.3 * (variety - 0.5);
    return max(blade, stalk);
  }
  if (shape == 2) {
    float wide = 0.62 * sqrt(max(0.0, 1.0 - x * x)) * (0.78 + 0.28 * x);
    float notch = smooth01(0.06, -0.06, x - 0.72 - 0.7 * abs(y));
    shade = 0.9 + 0.12 * x + 0.1 * (variety - 0.5);
    return smooth01(0.08, -0.08, abs(y) - wide) * notch;
  }
  if (shape == 3) return (1.0 - x * x) * smooth01(1.0, 0.2, abs(y));
  float inside = max(0.0, 1.0 - rr);
  float r = sqrt(rr);
  if (shape == 4) return 0.55 * inside * inside * inside + smooth01(0.34, 0.16, r);
  if (shape == 5) {
    float along = max(0.0, 1.0 - abs(x));
    float up = max(0.0, 1.0 - abs(y));
    float rays = along * along * smooth01(0.14, 0.0, abs(y)) + up * up * smooth01(0.14, 0.0, abs(x));
    return min(1.0, rays * 0.8 + smooth01(0.3, 0.08, r) + 0.25 * inside * inside * inside);
  }
  float rim = smooth01(0.74, 0.92, r) * smooth01(1.0, 0.94, r);
  float glint = smooth01(0.2, 0.06, length(vec2(x + 0.42, y + 0.46)));
  return min(1.0, rim * (0.45 + 0.3 * max(0.0, -(x + y) * 0.7)) + glint * 0.9 + smooth01(1.0, 0.9, r) * 0.08);
}
void main() {
  vec2 d = gl_FragCoord.xy - place.xy;
  if (max(abs(d.x), abs(d.y)) > place.z) discard;
  float u = (d.x * place.w + d.y * manner.x) / place.z;
  float v = (d.y * place.w - d.x * manner.x) / (place.z * manner.y);
  if (abs(u) >= 1.0 || abs(v) >= 1.0) discard;
  float a = clamp01(cover(u, v, manner.w) * manner.z);
  vec3 tint = min(vec3(1.0), colour.rgb * shade);
  result = isShining == 1 ? vec4(tint * a, 0.0) : vec4(tint, a);
}`;

const withLumaSource = /* glsl */ `
uniform sampler2D picture;
void main() { result = withLuma(at(picture, here()).rgb); }`;

const numbers = new Float32Array(maximumSprites * spriteLength);

/** Draws what drifts through the picture over a picture. @returns The picture, or one with it in a target named `name`. */
export function drawOverlay(frame: GlFrame, picture: Target, style: FrameStyle, name: string): Target {
  if (style.overlay === 'none') return picture;
  const { gl } = frame.context;
  const count = placeSprites(numbers, style, frame);
  const sprites = frame.context.texture('sprites', () =>
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, spriteLength / 4, maximumSprites),
  );
  gl.bindTexture(gl.TEXTURE_2D, sprites);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, spriteLength / 4, maximumSprites, gl.RGBA, gl.FLOAT, numbers);
  const shines = isShining(style.overlay) ? 1 : 0;
  frame.use('sprites', { vertex, fragment }, picture, { sprites, shape: shapeOf(style.overlay), isShining: shines });
  gl.enable(gl.BLEND);
  if (shines) gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_COLOR);
  else gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
  gl.bindVertexArray(null);
  gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
  gl.disable(gl.BLEND);
  // Blending has mixed the luma in alpha with coverage.
  return frame.draw('with luma', withLumaSource, frame.target(name), { picture });
}
