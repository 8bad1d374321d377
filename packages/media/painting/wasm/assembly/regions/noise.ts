// A noise plane of 512 × 512 at a place of the sheet; it repeats.
// @ts-ignore: decorator
@inline
export function noise(plane: usize, x: i32, y: i32): f32 {
  return load<f32>(plane + (<usize>(((y & 511) << 9) | (x & 511)) << 2));
}
