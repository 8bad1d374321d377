import { clampInt, clampPixel, lumaOf, mixPixels, smooth, softSteps } from '../core/pixel';
import { sampleLinear } from '../core/blur';
import { sampleSharp } from './kuwahara';
import { between, halfAt, noise, ramp, ramps, tanhOf } from './shading';

// Washes: the filtered picture, wobbling by a hand's tremor, run into its surroundings under wet spots, in soft tone steps.
export function washes(picture: usize, half: usize, wet: usize, swayX: usize, swayY: usize, mottle: usize, out: usize, width: i32, height: i32, scale: f32, sx: i32, sy: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  const tremor: f32 = 6.6 * scale;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const px: f32 = <f32>x + (noise(swayX, x + sx, y + sy) - 0.5) * tremor;
      const py: f32 = <f32>y + (noise(swayY, x + sx, y + sy) - 0.5) * tremor;
      const own = v128.load(picture + (<usize>(clampInt(<i32>floor<f32>(py + 0.5), height - 1) * width + clampInt(<i32>floor<f32>(px + 0.5), width - 1)) << 4));
      const hx: f32 = px * 0.5 - 0.25;
      const hy: f32 = py * 0.5 - 0.25;
      const bleed = ramp(0.52, 0.8, noise(mottle, x + sx, y + sy)) * 0.85;
      let c = sampleSharp(half, own, w, h, hx, hy);
      if (bleed > 0) c = mixPixels(c, sampleLinear(wet, w, h, hx, hy), f32x4.splat(bleed));
      const l = f32x4.extract_lane(c, 3);
      const tone: f32 = softSteps(l, 6, 5) * 0.75 + l * 0.25;
      v128.store(out + (<usize>(y * width + x) << 4), f32x4.mul(c, f32x4.splat((tone + 0.02) / (l + 0.02))));
    }
  }
}

// Pigment on paper: density C' = C - (C - C²)(d - 1) (Bousseau et al. 2006) by the dark rims of washes, blotches and grain.
export function pigment(wash: usize, tones: usize, lines: usize, blotch: usize, mottle: usize, cold: usize, fine: usize, out: usize, width: i32, height: i32, scale: f32, sx: i32, sy: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  const one = f32x4.splat(1);
  const margin: f32 = 20 * scale;
  const inner: f32 = margin + 1.5 + 14 * scale;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = <usize>(y * width + x);
      let c = v128.load(wash + (i << 4));
      const l = f32x4.extract_lane(c, 3);
      const tone = halfAt(tones, w, h, x, y);
      const l3 = f32x4.extract_lane(tone, 0);
      const l9 = f32x4.extract_lane(tone, 1);
      const spot: f32 = noise(blotch, x + sx, y + sy) - 0.5;
      const patch: f32 = noise(mottle, x + sx, y + sy) - 0.5;
      const paper: f32 = noise(cold, x + sx, y + sy) - 0.5;
      // Greys are mixed from a warm and a cool pigment.
      // Largest minus smallest of red, green and blue.
      const second = v128.shuffle<i32>(c, c, 1, 2, 0, 3);
      const third = v128.shuffle<i32>(c, c, 2, 0, 1, 3);
      const spread = f32x4.sub(f32x4.pmax(c, f32x4.pmax(second, third)), f32x4.pmin(c, f32x4.pmin(second, third)));
      const chroma = f32x4.extract_lane(spread, 0);
      const r = ramps(
        f32x4(0.06, 0.05, 0.8, 0.45),
        f32x4(1 / 0.24, 1 / 0.37, 1 / 0.17, 1 / 0.45),
        f32x4(chroma, l, l + paper * 0.25, l),
      );
      const grey: f32 = (<f32>1 - f32x4.extract_lane(r, 0)) * (0.35 + 0.65 * (1 - abs<f32>(2 * l - 1)));
      const lean: f32 = patch * 0.13 * grey;
      c = f32x4.add(c, f32x4(lean + 0.012 * grey, 0, 0.02 * grey - lean * 1.1, 0));
      const luma = lumaOf(c);
      c = clampPixel(f32x4.add(luma, f32x4.mul(f32x4.sub(c, luma), f32x4.splat(1.5))));
      // Darks stay transparent: indigo, lifted from black, with little grain.
      const deep: f32 = <f32>1 - f32x4.extract_lane(r, 1);
      c = mixPixels(c, f32x4.add(f32x4.mul(c, f32x4.splat(0.75)), f32x4(0.05, 0.075, 0.15, 0)), f32x4.splat(deep));
      const rim: f32 = between(-0.4, 1, (l3 - l) * 5) + between(-0.5, 0.8, (l9 - l) * 1.6);
      const dry: f32 = f32x4.extract_lane(r, 2);
      const settles: f32 = (0.35 + 0.65 * (<f32>1 - f32x4.extract_lane(r, 3))) * (1 - 0.45 * deep);
      const density: f32 = rim + (spot * 0.9 + patch * 0.6) * settles - paper * (0.75 - 0.35 * deep) + (noise(fine, x + sx, y + sy) - 0.5) * 0.15;
      const distance = <f32>min(min(x, y), min(width - 1 - x, height - 1 - y));
      let sheet: f32 = 1;
      if (distance < inner) {
        const rough: f32 = (noise(mottle, x, y) - 0.5) * 22 + (noise(cold, x, y) - 0.5) * 6;
        sheet = smooth(margin - 1.5, margin + 1.5, distance + rough * scale);
      }
      const line: f32 = tanhOf(-6 * (load<f32>(lines + (i << 2)) * 14 + 0.16)) * 0.5 * sheet;
      c = f32x4.sub(one, f32x4.mul(f32x4.sub(one, c), f32x4(0.84, 0.82, 0.74, 0)));
      c = clampPixel(f32x4.sub(c, f32x4.mul(f32x4.sub(c, f32x4.mul(c, c)), f32x4.splat(density))));
      c = mixPixels(one, c, f32x4.splat(sheet * (1 - dry)));
      const white = f32x4.sub(f32x4.splat(0.965 + paper * 0.05), f32x4(0, 0.008, 0.03, 0));
      c = f32x4.mul(f32x4.mul(c, white), f32x4.sub(one, f32x4.mul(f32x4(0.8, 0.85, 0.75, 0), f32x4.splat(line))));
      v128.store(out + (i << 4), c);
    }
  }
}

// Luma of the washes near by and far around, two planes, side by side.
export function pairTones(near: usize, wide: usize, out: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count << 2; i += 4)
    v128.store(out + (i << 2), f32x4(load<f32>(near + i), load<f32>(wide + i), 0, 0));
}
