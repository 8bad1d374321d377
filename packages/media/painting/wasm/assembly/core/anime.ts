import { clampPixel, clamp01, lumaOf, mixPixels, smooth, softSteps, softTanh, withLuma } from './pixel';
import { sampleLinear } from './blur';

// Flat cel tones with violet shadows. `soft` is the blurred luma that decides the steps.
export function animeTones(picture: usize, soft: usize, out: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    const s = v128.load(picture + i * 16);
    const l = load<f32>(soft + i * 4);
    const lit = clamp01((l - 0.03) * 1.12);
    const tone = softSteps((lit * 0.74 + sqrt<f32>(lit) * 0.26) * 0.93 + 0.07, 5, 7);
    const shade: f32 = 1 - tone;
    let c = clampPixel(f32x4.mul(s, f32x4.splat((tone + 0.04) / (l + 0.04))));
    const luma = lumaOf(c);
    c = clampPixel(f32x4.add(luma, f32x4.mul(f32x4.sub(c, luma), f32x4.splat(1.45 + shade * 0.15))));
    c = mixPixels(c, f32x4(0.16, 0.12, 0.36, 0), f32x4.splat(shade * shade * 0.3));
    v128.store(out + i * 16, withLuma(c));
  }
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

// Bloom on the tones, lines over both. `bloom` is of half size.
export function animeLines(tones: usize, bloom: usize, edges: usize, soft: usize, out: usize, w: i32, h: i32): void {
  const one = f32x4.splat(1);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = <usize>(y * w + x);
      const glow = sampleLinear(bloom, w >> 1, h >> 1, <f32>x * 0.5 - 0.25, <f32>y * 0.5 - 0.25);
      const light = f32x4.mul(glow, f32x4(0.5, 0.46, 0.4, 0));
      let c = f32x4.sub(one, f32x4.mul(f32x4.sub(one, v128.load(tones + i * 16)), f32x4.sub(one, light)));
      const u = load<f32>(edges + i * 4) * 20 + load<f32>(soft + i * 4) * 0.25;
      const ink = softTanh(-5 * u);
      c = f32x4.mul(c, f32x4.sub(one, f32x4.mul(f32x4(0.88, 0.92, 0.8, 0), f32x4.splat(ink))));
      v128.store(out + i * 16, c);
    }
  }
}
