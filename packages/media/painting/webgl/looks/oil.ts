import type { Target } from '../context.ts';
import type { GlFrame } from '../frame.ts';
import { broad, strokes } from '../stages/strokes.ts';

const reliefSource = /* glsl */ `
uniform sampler2D colour;
uniform sampler2D height;
uniform sampler2D ground;
float tall(int x, int y) { ivec2 p = here() + ivec2(x, y); return at(height, p).r + 0.3 * at(colour, p).a; }
float weave(int x, int y) { return noiseAAt(here() + ivec2(x, y)).z; }
void main() {
  float gx = 0.0;
  float gy = 0.0;
  for (int k = -1; k <= 1; k++) {
    gx += tall(2, k) + tall(1, k) - tall(-1, k) - tall(-2, k);
    gy += tall(k, 2) + tall(k, 1) - tall(k, -1) - tall(k, -2);
  }
  vec2 slope = vec2(gx, gy) / 9.0 + 0.0553 * vec2(weave(1, 0) - weave(-1, 0), weave(0, 1) - weave(0, -1));
  float light = clamp(0.95 * dot(slope, vec2(0.6, 0.8)), -0.2, 0.2);
  float spark = max(0.0, light - 0.05) * 0.22 * 4.0;
  vec4 paint = at(colour, here());
  vec3 c = paint.rgb + texelFetch(ground, here() >> 1, 0).rgb * paint.a;
  result = vec4(c * (1.0 + light) + spark, 1.0);
}`;

/** Oil on canvas: see `wasm/looks/oil.ts`. */
export function oil(frame: GlFrame): Target {
  const canvas = strokes(frame, 'oil');
  return frame.draw('relief', reliefSource, frame.target('painted'), { ...canvas, ground: broad(frame) });
}
