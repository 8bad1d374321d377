import { clampPixel, lumaOf, mixPixels, smooth, softTanh, withLuma } from './pixel';
import { doubleRow } from './blur';

// Flat cel tones with violet shadows, four pixels at a time. `soft` is the blurred luma that decides the steps: five, each with
// a ramp of a seventh, as softSteps gives them.
export function animeTones(picture: usize, soft: usize, out: usize, count: i32): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const violet = f32x4(0.16, 0.12, 0.36, 0);
  for (let i: usize = 0; i < <usize>count; i += 4) {
    const l = v128.load(soft + i * 4);
    const lit = f32x4.pmin(one, f32x4.pmax(zero, f32x4.mul(f32x4.sub(l, f32x4.splat(0.03)), f32x4.splat(1.12))));
    let v = f32x4.add(f32x4.mul(lit, f32x4.splat(0.74)), f32x4.mul(f32x4.sqrt(lit), f32x4.splat(0.26)));
    v = f32x4.add(f32x4.mul(v, f32x4.splat(0.93)), f32x4.splat(0.07));
    const middle = f32x4.mul(f32x4.add(f32x4.floor(f32x4.mul(v, f32x4.splat(5))), f32x4.splat(0.5)), f32x4.splat(0.2));
    const from = f32x4.sub(v, middle);
    const over = f32x4.sub(f32x4.mul(f32x4.abs(from), f32x4.splat(10)), f32x4.splat(1 - 1.0 / 7.0));
    const ramp = v128.bitselect(from, f32x4.mul(f32x4.pmax(zero, over), f32x4.splat(0.7)), f32x4.splat(-0.0));
    const tone = f32x4.add(middle, ramp);
    const gain = f32x4.div(f32x4.add(tone, f32x4.splat(0.04)), f32x4.add(l, f32x4.splat(0.04)));
    const shade = f32x4.sub(one, tone);
    const vivid = f32x4.add(f32x4.splat(1.45), f32x4.mul(shade, f32x4.splat(0.15)));
    const dusk = f32x4.mul(f32x4.mul(shade, shade), f32x4.splat(0.3));
    const at = picture + i * 16;
    const to = out + i * 16;
    tonePixel(at, to, v128.shuffle<i32>(gain, gain, 0, 0, 0, 0), v128.shuffle<i32>(vivid, vivid, 0, 0, 0, 0), v128.shuffle<i32>(dusk, dusk, 0, 0, 0, 0), violet);
    tonePixel(at + 16, to + 16, v128.shuffle<i32>(gain, gain, 1, 1, 1, 1), v128.shuffle<i32>(vivid, vivid, 1, 1, 1, 1), v128.shuffle<i32>(dusk, dusk, 1, 1, 1, 1), violet);
    tonePixel(at + 32, to + 32, v128.shuffle<i32>(gain, gain, 2, 2, 2, 2), v128.shuffle<i32>(vivid, vivid, 2, 2, 2, 2), v128.shuffle<i32>(dusk, dusk, 2, 2, 2, 2), violet);
    tonePixel(at + 48, to + 48, v128.shuffle<i32>(gain, gain, 3, 3, 3, 3), v128.shuffle<i32>(vivid, vivid, 3, 3, 3, 3), v128.shuffle<i32>(dusk, dusk, 3, 3, 3, 3), violet);
  }
}

// @ts-ignore: decorator
@inline
function tonePixel(at: usize, to: usize, gain: v128, vivid: v128, dusk: v128, violet: v128): void {
  let c = clampPixel(f32x4.mul(v128.load(at), gain));
  const luma = lumaOf(c);
  c = clampPixel(f32x4.add(luma, f32x4.mul(f32x4.sub(c, luma), vivid)));
  v128.store(to, withLuma(mixPixels(c, violet, dusk)));
}

// What of the tones shines: the lightest, at half size for the bloom.
export function animeShine(tones: usize, out: usize, width: i32, height: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const c = v128.load(tones + (<usize>(y * 2 * width + x * 2) << 4));
      const bright = smooth(0.68, 0.98, f32x4.extract_lane(c, 3));
      v128.store(out + (<usize>(y * w + x) << 4), f32x4.mul(c, f32x4.splat(bright)));
    }
  }
}

// Bloom on the tones, lines over both. `bloom` is of half size; `row` has room for a row of a picture.
export function animeLines(
  tones: usize,
  bloom: usize,
  edges: usize,
  soft: usize,
  out: usize,
  row: usize,
  w: i32,
  h: i32,
): void {
  const one = f32x4.splat(1);
  const glowing = f32x4(0.5, 0.46, 0.4, 0);
  const inked = f32x4(0.88, 0.92, 0.8, 0);
  for (let y = 0; y < h; y++) {
    doubleRow(bloom, w >> 1, h >> 1, y, row, w);
    for (let x = 0; x < w; x++) {
      const i = <usize>(y * w + x);
      const light = f32x4.mul(v128.load(row + (<usize>x << 4)), glowing);
      let c = f32x4.sub(one, f32x4.mul(f32x4.sub(one, v128.load(tones + i * 16)), f32x4.sub(one, light)));
      const u = load<f32>(edges + i * 4) * 20 + load<f32>(soft + i * 4) * 0.25;
      if (u < 0) c = f32x4.mul(c, f32x4.sub(one, f32x4.mul(inked, f32x4.splat(softTanh(-5 * u)))));
      v128.store(out + i * 16, c);
    }
  }
}
