// Helpers of shading. Scalar min and max are slow on x86 (they mind NaN and −0), so what is clamped is clamped in vectors.

// A noise plane of 512 × 512 at a place of the sheet; it repeats.
// @ts-ignore: decorator
@inline
export function noise(plane: usize, x: i32, y: i32): f32 {
  return load<f32>(plane + (<usize>(((y & 511) << 9) | (x & 511)) << 2));
}

// Four smoothsteps at once, from `start` on, `slope` = 1 / length.
// @ts-ignore: decorator
@inline
export function ramps(start: v128, slope: v128, x: v128): v128 {
  let t = f32x4.mul(f32x4.sub(x, start), slope);
  t = f32x4.pmin(f32x4.splat(1), f32x4.pmax(f32x4.splat(0), t));
  return f32x4.mul(f32x4.mul(t, t), f32x4.sub(f32x4.splat(3), f32x4.add(t, t)));
}

// smoothstep between constants.
// @ts-ignore: decorator
@inline
export function ramp(a: f32, b: f32, x: f32): f32 {
  return f32x4.extract_lane(ramps(f32x4.splat(a), f32x4.splat(1 / (b - a)), f32x4.splat(x)), 0);
}

// @ts-ignore: decorator
@inline
export function between(low: f32, high: f32, x: f32): f32 {
  return f32x4.extract_lane(f32x4.pmin(f32x4.splat(high), f32x4.pmax(f32x4.splat(low), f32x4.splat(x))), 0);
}

// `softTanh` of core/pixel in vectors.
// @ts-ignore: decorator
@inline
export function tanhOf(x: f32): f32 {
  const t = between(0, 3, x);
  const square = t * t;
  return (t * (27 + square)) / (27 + 9 * square);
}

// A half-size picture at the place of a pixel of the frame, linear, edges repeated.
// @ts-ignore: decorator
@inline
export function halfAt(picture: usize, w: i32, h: i32, x: i32, y: i32): v128 {
  const x0 = max(0, (x - 1) >> 1);
  const y0 = max(0, (y - 1) >> 1);
  const i = picture + (<usize>(y0 * w + x0) << 4);
  const right: usize = x0 < w - 1 && x > 0 ? 16 : 0;
  const below: usize = y0 < h - 1 && y > 0 ? <usize>w << 4 : 0;
  const a = f32x4.splat(x & 1 ? 0.25 : 0.75);
  const b = f32x4.splat(y & 1 ? 0.25 : 0.75);
  const p = v128.load(i);
  const q = v128.load(i + below);
  const top = f32x4.add(p, f32x4.mul(f32x4.sub(v128.load(i + right), p), a));
  const low = f32x4.add(q, f32x4.mul(f32x4.sub(v128.load(i + below + right), q), a));
  return f32x4.add(top, f32x4.mul(f32x4.sub(low, top), b));
}
