import type { PairTable } from '../../regions/palettes.ts';
import type { GlFrame } from '../frame.ts';

/** GLSL that looks up a pair of colours: first entry, second entry, share of the second. */
export const pairSource = /* glsl */ `
uniform sampler2D pairs;
uniform sampler2D palette;
vec3 pairOf(vec3 c) {
  ivec3 q = ivec3(clampPixel(c) * 31.99);
  vec3 pair = texelFetch(pairs, ivec2(q.y << 5 | q.z, q.x), 0).rgb;
  return vec3(floor(pair.xy * 255.0 + 0.5), pair.z);
}
vec3 entry(float index) { return texelFetch(palette, ivec2(int(index), 0), 0).rgb; }
`;

/** Textures for {@link pairSource}. @param name Of the table. */
export function pairTextures(frame: GlFrame, name: string, table: () => PairTable) {
  const pairs = frame.context.texture(`${name} pairs`, (gl) => {
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, 1024, 32, 0, gl.RGBA, gl.UNSIGNED_BYTE, table().pairs);
  });
  const palette = frame.context.texture(`${name} palette`, (gl) => {
    const colours = table().palette;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, colours.length / 4, 1, 0, gl.RGBA, gl.FLOAT, colours);
  });
  return { pairs, palette };
}
