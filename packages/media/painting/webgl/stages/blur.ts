import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';

const box = /* glsl */ `
uniform sampler2D picture;
uniform ivec2 direction;
uniform int radius;
void main() {
  vec4 sum = vec4(0.0);
  for (int t = -radius; t <= radius; t++) sum += at(picture, here() + direction * t);
  result = sum / float(2 * radius + 1);
}`;

const sideways = Int32Array.of(1, 0);
const downwards = Int32Array.of(0, 1);

/**
 * Blurs a picture by boxes, all four channels.
 * @param options.name Of the blurred target, which has the size of the picture.
 * @param options.radius Box radius in pixels.
 * @param options.passes How often the box goes over it. Default 2.
 */
export function blur(
  frame: GlFrame,
  picture: Target,
  options: { name: string; radius: number; passes?: number },
): Target {
  const { name, radius, passes = 2 } = options;
  const { width, height } = picture;
  const between = frame.target(`${name} sideways`, { width, height });
  const out = frame.target(name, { width, height });
  for (let pass = 0; pass < passes; pass++) {
    frame.draw('box', box, between, { picture: pass === 0 ? picture : out, direction: sideways, radius });
    frame.draw('box', box, out, { picture: between, direction: downwards, radius });
  }
  return out;
}
