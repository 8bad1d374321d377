import { clampPixel, clamp01, fromBytes, lumaOf, mixPixels, toBytes, withLuma } from './pixel';

// Colours of one pixel by 24 numbers; grade-numbers.ts says what they are, grade.glsl.ts does the same.
// @ts-ignore: decorator
@inline
function gradePixel(pixel: v128, n: usize, u: f32, v: f32): v128 {
  let c = f32x4.mul(f32x4.sub(pixel, v128.load32_splat(n)), v128.load32_splat(n, 4));
  c = clampPixel(c);
  const one = f32x4.splat(1);
  const lift = f32x4.mul(f32x4.mul(c, f32x4.sub(one, c)), v128.load32_splat(n, 8));
  c = f32x4.add(c, lift);
  const hard = load<f32>(n, 12);
  if (hard > 0) {
    const curve = f32x4.mul(f32x4.mul(c, c), f32x4.sub(f32x4.splat(3), f32x4.add(c, c)));
    c = mixPixels(c, curve, f32x4.splat(hard));
  } else if (hard < 0) c = mixPixels(c, f32x4.splat(0.56), f32x4.splat(-hard * 0.5));
  c = f32x4.mul(c, v128.load(n, 16));
  let luma = lumaOf(c);
  c = f32x4.add(luma, f32x4.mul(f32x4.sub(c, luma), v128.load32_splat(n, 28)));
  c = clampPixel(c);
  const toning = load<f32>(n, 44);
  if (toning > 0) {
    luma = lumaOf(c);
    let tone = mixPixels(v128.load(n, 32), v128.load(n, 48), luma);
    const match = f32x4.div(f32x4.add(luma, f32x4.splat(0.06)), f32x4.add(lumaOf(tone), f32x4.splat(0.06)));
    tone = clampPixel(f32x4.mul(tone, match));
    c = mixPixels(c, tone, f32x4.splat(toning));
  }
  const glow = load<f32>(n, 76);
  if (glow > 0) {
    const dx = (u - load<f32>(n, 80)) * load<f32>(n, 92);
    const dy = v - load<f32>(n, 84);
    const fall: f32 = 1 / (1 + (dx * dx + dy * dy) * 4.5);
    const light = f32x4.mul(v128.load(n, 64), f32x4.splat(glow * fall * fall));
    c = f32x4.sub(one, f32x4.mul(f32x4.sub(one, c), f32x4.sub(one, light)));
  }
  const vignette = load<f32>(n, 88);
  if (vignette > 0) {
    const t = clamp01((((u - 0.5) * (u - 0.5) + (v - 0.5) * (v - 0.5)) * 2 - 0.12) / 0.88);
    c = f32x4.mul(c, f32x4.splat(1 - vignette * t));
  }
  return c;
}

// A graded copy of a picture.
export function grade(picture: usize, out: usize, numbers: usize, width: i32, height: i32): void {
  const right: f32 = 1 / <f32>width;
  const down: f32 = 1 / <f32>height;
  let i: usize = 0;
  for (let y = 0; y < height; y++) {
    const v = (<f32>y + 0.5) * down;
    for (let x = 0; x < width; x++) {
      const c = gradePixel(v128.load(picture + i), numbers, (<f32>x + 0.5) * right, v);
      v128.store(out + i, withLuma(clampPixel(c)));
      i += 16;
    }
  }
}

// The painted picture as bytes: graded once more, mixed with the frame by strength, and with the last picture of the look
// before, which goes blotch by blotch.
export function finish(
  painted: usize,
  numbers: usize,
  rgba: usize,
  before: usize,
  blotch: usize,
  out: usize,
  width: i32,
  height: i32,
  strength: f32,
  dissolve: f32,
): void {
  const right: f32 = 1 / <f32>width;
  const down: f32 = 1 / <f32>height;
  const part = f32x4.splat(strength);
  let i: usize = 0;
  for (let y = 0; y < height; y++) {
    const v = (<f32>y + 0.5) * down;
    for (let x = 0; x < width; x++) {
      let c = clampPixel(v128.load(painted + i * 16));
      if (numbers != 0) c = gradePixel(c, numbers, (<f32>x + 0.5) * right, v);
      if (strength < 1) c = mixPixels(fromBytes(rgba + i * 4), c, part);
      if (dissolve > 0) {
        const noise = load<f32>(blotch + (<usize>(((y & 511) << 9) + (x & 511)) << 2));
        const still = clamp01((dissolve * 1.3 - noise) / 0.3);
        c = mixPixels(c, fromBytes(before + i * 4), f32x4.splat(still));
      }
      toBytes(out + i * 4, c);
      i++;
    }
  }
}
