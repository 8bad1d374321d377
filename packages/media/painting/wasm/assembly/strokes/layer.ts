// Fields of a layer's parameters, f32 each.
export const COUNT: usize = 0; // strokes in the table
export const WIDTH: usize = 4; // picture
export const HEIGHT: usize = 8;
export const GUIDE: usize = 12; // 0 everywhere, 1 where the gradient is strong, 2 where it is dark
export const FROM: usize = 16; // guide value from which strokes are drawn
export const SPREAD: usize = 20; // and how far that differs from stroke to stroke
export const ALWAYS: usize = 24; // share of the strokes that the guide doesn't decide on
export const LENGTH: usize = 28; // half, pixels
export const BREADTH: usize = 32; // half, pixels
export const SWAY: usize = 36; // radians, whole range
export const HUE: usize = 40; // jitter of the colour, whole range
export const CLIP: usize = 44; // difference of colour at which a stroke ends
export const OPACITY: usize = 48;
export const BRISTLE: usize = 52;
export const LIFT: usize = 56; // how much bristles show in the colour
export const ANGLE_X: usize = 60; // direction when fixed, both 0: along the flow
export const ANGLE_Y: usize = 64;
export const TOOTH: usize = 68; // level of the paper's tooth, < 0: none
export const TOOTH_FLOOR: usize = 72;
export const COLOURING: usize = 76; // 0 colour, 1 density of ink, 2 graphite
export const SATURATION: usize = 80;
export const CURVE: usize = 84; // tone: share of the S curve
export const GAIN: usize = 88;
export const LIFTED: usize = 92;
export const WARMTH: usize = 96; // lights to orange, shadows to blue
export const COARSE: usize = 100; // 1: colours are at half size
export const BODY: usize = 116; // height of the paint
export const INSIDE: usize = 120; // 1: none on the bare border

// A mark, f32 each, 64 bytes.
export const MARK: usize = 64;

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
export function near(colours: usize, stride: i32, w: i32, h: i32, shift: i32, x: f32, y: f32): usize {
  const X = min(w - 1, max(0, <i32>x)) >> shift,
    Y = min(h - 1, max(0, <i32>y)) >> shift;
  return colours + ((<usize>(Y * stride + X)) << 4);
}
