import { clamp01, mixPixels, smooth, withLuma } from './pixel';

// How much of a sprite covers a place in its own frame, -1..1 along and across it, and how light it is there.
let shade: f32 = 1;

// @ts-ignore: decorator
@inline
function cover(shape: i32, x: f32, y: f32, variety: f32): f32 {
  const rr = x * x + y * y;
  if (shape == 0) {
    // A flake, grey at its rim, so that it shows before a white wall too.
    const r = sqrt<f32>(rr) * (1 + 0.25 * (variety - 0.5) * x);
    shade = 1 - 0.3 * smooth(0.4, 0.95, r);
    return smooth(1, 0.6, r);
  }
  if (shape == 1) {
    // A pointed leaf, widest before its middle, with a stalk and a vein.
    const wide: f32 = 0.52 * (1 - x * x) * (1 - 0.35 * x);
    const blade = smooth(0.07, -0.07, abs<f32>(y) - wide) * <f32>(x > -0.8 ? 1 : 0);
    const stalk: f32 = x < -0.6 ? smooth(0.12, 0.03, abs<f32>(y - 0.12 * (x + 0.7))) : 0;
    shade = 0.86 + 0.3 * smooth(-0.3, 0.3, y) - 0.34 * smooth(0.09, 0, abs<f32>(y)) + 0.3 * (variety - 0.5);
    return max<f32>(blade, stalk);
  }
  if (shape == 2) {
    // A cherry petal: round, with a notch at its tip, darker towards its foot.
    const wide: f32 = 0.62 * sqrt<f32>(max<f32>(0, 1 - x * x)) * (0.78 + 0.28 * x);
    const notch = smooth(0.06, -0.06, x - 0.72 - 0.7 * abs<f32>(y));
    shade = 0.9 + 0.12 * x + 0.1 * (variety - 0.5);
    return smooth(0.08, -0.08, abs<f32>(y) - wide) * notch;
  }
  if (shape == 3) return (1 - x * x) * smooth(1, 0.2, abs<f32>(y));
  const inside = max<f32>(0, 1 - rr);
  if (shape == 4) return 0.55 * inside * inside * inside + smooth(0.34, 0.16, sqrt<f32>(rr));
  if (shape == 5) {
    const along = max<f32>(0, 1 - abs<f32>(x));
    const up = max<f32>(0, 1 - abs<f32>(y));
    const rays = along * along * smooth(0.14, 0, abs<f32>(y)) + up * up * smooth(0.14, 0, abs<f32>(x));
    return min<f32>(1, rays * 0.8 + smooth(0.3, 0.08, sqrt<f32>(rr)) + 0.25 * inside * inside * inside);
  }
  const r = sqrt<f32>(rr);
  const rim = smooth(0.74, 0.92, r) * smooth(1, 0.94, r);
  const glint = smooth(0.2, 0.06, sqrt<f32>((x + 0.42) * (x + 0.42) + (y + 0.46) * (y + 0.46)));
  return min<f32>(1, rim * (0.45 + 0.3 * max<f32>(0, -(x + y) * 0.7)) + glint * 0.9 + smooth(1, 0.9, r) * 0.08);
}

// Draws sprites of one shape into a picture. overlay.ts says what their 12 numbers are; sprites.ts of WebGL does the same.
export function drawSprites(
  picture: usize,
  sprites: usize,
  count: i32,
  shape: i32,
  isShining: i32,
  width: i32,
  height: i32,
): void {
  const one = f32x4.splat(1);
  for (let k = 0; k < count; k++) {
    const s = sprites + <usize>(k * 48);
    const cx = load<f32>(s);
    const cy = load<f32>(s, 4);
    const radius = load<f32>(s, 8);
    const inverse: f32 = 1 / radius;
    const cos = load<f32>(s, 12);
    const sin = load<f32>(s, 16);
    const across: f32 = inverse / load<f32>(s, 20);
    const alpha = load<f32>(s, 24);
    const variety = load<f32>(s, 28);
    const colour = v128.load(s, 32);
    const x0 = max<i32>(0, <i32>ceil<f32>(cx - radius - 0.5));
    const x1 = min<i32>(width - 1, <i32>floor<f32>(cx + radius - 0.5));
    const y0 = max<i32>(0, <i32>ceil<f32>(cy - radius - 0.5));
    const y1 = min<i32>(height - 1, <i32>floor<f32>(cy + radius - 0.5));
    for (let y = y0; y <= y1; y++) {
      const dy = <f32>y + 0.5 - cy;
      for (let x = x0; x <= x1; x++) {
        const dx = <f32>x + 0.5 - cx;
        const u = (dx * cos + dy * sin) * inverse;
        const v = (dy * cos - dx * sin) * across;
        if (abs<f32>(u) >= 1 || abs<f32>(v) >= 1) continue;
        shade = 1;
        const a = clamp01(cover(shape, u, v, variety) * alpha);
        if (a < 0.004) continue;
        const at = picture + (<usize>(y * width + x) << 4);
        const c = v128.load(at);
        const tint = f32x4.pmin(one, f32x4.mul(colour, f32x4.splat(shade)));
        let drawn: v128;
        if (isShining) {
          const light = f32x4.mul(tint, f32x4.splat(a));
          drawn = f32x4.sub(one, f32x4.mul(f32x4.sub(one, c), f32x4.sub(one, light)));
        } else drawn = mixPixels(c, tint, f32x4.splat(a));
        v128.store(at, withLuma(drawn));
      }
    }
  }
}
