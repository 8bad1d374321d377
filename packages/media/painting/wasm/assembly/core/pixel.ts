// A pixel is a v128 of four f32: red, green, blue in 0..1 and luma in the last lane.

export const ZERO: v128 = f32x4(0, 0, 0, 0);
export const ONE: v128 = f32x4(1, 1, 1, 1);

// @ts-ignore: decorator
@inline
export function sumOfLanes(v: v128): v128 {
  const pairs = f32x4.add(v, v128.shuffle<i32>(v, v, 1, 0, 3, 2));
  return f32x4.add(pairs, v128.shuffle<i32>(pairs, pairs, 2, 3, 0, 1));
}

// @ts-ignore: decorator
@inline
export function lumaOf(v: v128): v128 {
  return sumOfLanes(f32x4.mul(v, f32x4(0.299, 0.587, 0.114, 0)));
}

// The same colour with its luma in the last lane.
// @ts-ignore: decorator
@inline
export function withLuma(v: v128): v128 {
  return v128.shuffle<i32>(v, lumaOf(v), 0, 1, 2, 7);
}

// @ts-ignore: decorator
@inline
export function clampPixel(v: v128): v128 {
  return f32x4.pmin(f32x4(1, 1, 1, 1), f32x4.pmax(f32x4(0, 0, 0, 0), v));
}

// @ts-ignore: decorator
@inline
export function mixPixels(a: v128, b: v128, t: v128): v128 {
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), t));
}

// @ts-ignore: decorator
@inline
export function fromBytes(pointer: usize): v128 {
  const bytes = v128.load32_zero(pointer);
  const ints = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes));
  return f32x4.mul(f32x4.convert_i32x4_u(ints), f32x4.splat(1.0 / 255.0));
}

// @ts-ignore: decorator
@inline
export function toBytes(pointer: usize, v: v128): void {
  const scaled = f32x4.add(f32x4.mul(clampPixel(v), f32x4.splat(255)), f32x4.splat(0.5));
  const ints = i32x4.trunc_sat_f32x4_u(scaled);
  const shorts = i16x8.narrow_i32x4_u(ints, ints);
  const bytes = i8x16.narrow_i16x8_u(shorts, shorts);
  store<u32>(pointer, <u32>i32x4.extract_lane(bytes, 0) | 0xff000000);
}

// @ts-ignore: decorator
@inline
export function clamp01(x: f32): f32 {
  return min<f32>(1, max<f32>(0, x));
}

// @ts-ignore: decorator
@inline
export function smooth(a: f32, b: f32, x: f32): f32 {
  const t = clamp01((x - a) / (b - a));
  return t * t * (3 - 2 * t);
}

// @ts-ignore: decorator
@inline
export function clampInt(x: i32, last: i32): i32 {
  return min<i32>(last, max<i32>(0, x));
}

// tanh for x >= 0 as a Padé fraction, 1 from 3 on; the shaders have the same.
// @ts-ignore: decorator
@inline
export function softTanh(x: f32): f32 {
  const t = min<f32>(3, max<f32>(0, x));
  return (t * (27 + t * t)) / (27 + 9 * t * t);
}

// Tone steps with a continuous ramp (Winnemöller 2006): flat, then 1/sharp of a bin leads to the next.
// @ts-ignore: decorator
@inline
export function softSteps(value: f32, bins: f32, sharp: f32): f32 {
  const middle = (floor<f32>(value * bins) + 0.5) / bins;
  const from = value - middle;
  const over = abs<f32>(from) * 2 * bins - (1 - 1 / sharp);
  return over > 0 ? middle + (copysign<f32>(over, from) * sharp * 0.5) / bins : middle;
}
