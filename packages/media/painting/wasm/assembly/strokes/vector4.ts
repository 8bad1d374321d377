// Vectors of four numbers.

// @ts-ignore: decorator
@inline
export function f4(x: f32): v128 {
  return f32x4.splat(x);
}
// Four bytes as 0..1.
// @ts-ignore: decorator
@inline
export function bytes4(at: usize): v128 {
  return f32x4.mul(
    f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(at)))),
    f32x4.splat(1 / 255.0),
  );
}
// @ts-ignore: decorator
@inline
export function smooth4(a: f32, b: f32, x: v128): v128 {
  const t = f32x4.pmin(f4(1), f32x4.pmax(f4(0), f32x4.mul(f32x4.sub(x, f4(a)), f4(<f32>1 / (b - a)))));
  return f32x4.mul(f32x4.mul(t, t), f32x4.sub(f4(3), f32x4.add(t, t)));
}
// tanh for x >= 0, as in core.
// @ts-ignore: decorator
@inline
export function softTanh4(x: v128): v128 {
  const t = f32x4.pmin(f4(3), f32x4.pmax(f4(0), x)),
    s = f32x4.mul(t, t);
  return f32x4.div(f32x4.mul(t, f32x4.add(f4(27), s)), f32x4.add(f4(27), f32x4.mul(f4(9), s)));
}
