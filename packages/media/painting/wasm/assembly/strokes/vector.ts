// Vectors of eight 16-bit fixed-point numbers.
// @ts-ignore: decorator
@inline
export function q(x: v128, y: v128): v128 {
  return i16x8.q15mulr_sat_s(x, y);
}
// @ts-ignore: decorator
@inline
export function wide(at: usize): v128 {
  return i16x8.extend_low_i8x16_u(v128.load64_zero(at));
}
// Eight pixels of a picture from their colours, 1.0 = 16384.
// @ts-ignore: decorator
@inline
export function spread(out: usize, red: v128, green: v128, blue: v128): void {
  const a = i8x16.shuffle(red, green, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23),
    b = i8x16.shuffle(red, green, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31);
  const c = i8x16.shuffle(blue, blue, 0, 1, 0, 1, 2, 3, 2, 3, 4, 5, 4, 5, 6, 7, 6, 7),
    d = i8x16.shuffle(blue, blue, 8, 9, 8, 9, 10, 11, 10, 11, 12, 13, 12, 13, 14, 15, 14, 15);
  pair(out, v128.shuffle<i32>(a, c, 0, 4, 1, 5));
  pair(out + 32, v128.shuffle<i32>(a, c, 2, 6, 3, 7));
  pair(out + 64, v128.shuffle<i32>(b, d, 0, 4, 1, 5));
  pair(out + 96, v128.shuffle<i32>(b, d, 2, 6, 3, 7));
}
// @ts-ignore: decorator
@inline
function pair(out: usize, v: v128): void {
  const unit = f32x4.splat(1 / 16384.0);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(v)), unit));
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(v)), unit), 16);
}
