// A noise plane of 512 × 512 at a place of the sheet; it repeats.
// @ts-ignore: decorator
@inline
export function noise(plane: usize, x: i32, y: i32): f32 {
  return load<f32>(plane + (<usize>(((y & 511) << 9) | (x & 511)) << 2));
}

// smoothstep with a multiplication where `smooth` divides: for constant ends.
// @ts-ignore: decorator
@inline
export function ramp(a: f32, b: f32, x: f32): f32 {
  const t = min<f32>(1, max<f32>(0, (x - a) * (1 / (b - a))));
  return t * t * (3 - 2 * t);
}

// Linear between four half-size pixels as vectors of weights: for several pictures at one place.
// @ts-ignore: decorator
@inline
export function blend(picture: usize, right: usize, below: usize, a: v128, b: v128): v128 {
  const p = v128.load(picture);
  const q = v128.load(picture + below);
  const top = f32x4.add(p, f32x4.mul(f32x4.sub(v128.load(picture + right), p), a));
  const low = f32x4.add(q, f32x4.mul(f32x4.sub(v128.load(picture + below + right), q), a));
  return f32x4.add(top, f32x4.mul(f32x4.sub(low, top), b));
}
