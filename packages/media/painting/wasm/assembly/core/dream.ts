import { clampPixel, clamp01, lumaOf, mixPixels, smooth, softTanh, withLuma } from './pixel';
import { doubleRow, sampleLinear } from './blur';

// The scene as a night is dreamt: moonlit blues and violets, lit things warm and luminous, the air in slow waves. `sway` planes
// bend it, `calm` is the smooth picture.
export function dreamNight(
  calm: usize,
  swayX: usize,
  swayY: usize,
  out: usize,
  width: i32,
  height: i32,
  noiseX: i32,
  noiseY: i32,
  bendX: f32,
  bendY: f32,
): void {
  for (let y = 0; y < height; y++) {
    const row = ((y + noiseY) & 511) << 9;
    for (let x = 0; x < width; x++) {
      const n = <usize>(row + ((x + noiseX) & 511)) << 2;
      const sx = <f32>x + (load<f32>(swayX + n) - 0.5) * bendX;
      const sy = <f32>y + (load<f32>(swayY + n) - 0.5) * bendY;
      const c = sampleLinear(calm, width, height, sx, sy);
      const l = clamp01(lumaLane(c));
      const r = f32x4.extract_lane(c, 0);
      const b = f32x4.extract_lane(c, 2);
      // Lamps, skin and the sun stay warm; the rest is moonlight.
      const warm = smooth(0.05, 0.35, r - b) * smooth(0.34, 0.85, l);
      const cube = l * l * l;
      const moon = cube * cube;
      const night = f32x4(
        0.03 + 0.14 * l + 0.6 * moon,
        0.04 + 0.27 * l + 0.57 * moon,
        0.15 + 0.58 * l + 0.24 * moon,
        0,
      );
      const grey = f32x4.splat(l);
      const lively = f32x4.add(grey, f32x4.mul(f32x4.sub(c, grey), f32x4.splat(1.5)));
      let d = mixPixels(night, lively, f32x4.splat(0.3));
      const ember = f32x4(0.1 + 0.95 * l, 0.03 + 0.74 * l, 0.16 + 0.32 * l, 0);
      d = mixPixels(d, mixPixels(ember, lively, f32x4.splat(0.4)), f32x4.splat(warm * 0.9));
      v128.store(out + (<usize>(y * width + x) << 4), withLuma(clampPixel(d)));
    }
  }
}

// @ts-ignore: decorator
@inline
function lumaLane(c: v128): f32 {
  return f32x4.extract_lane(lumaOf(c), 0);
}

// What of the night shines, of half size: its lights, more than their share.
export function dreamShine(night: usize, out: usize, width: i32, height: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const c = v128.load(night + (<usize>(y * 2 * width + x * 2) << 4));
      const bright = smooth(0.34, 0.85, f32x4.extract_lane(c, 3));
      v128.store(out + (<usize>(y * w + x) << 4), f32x4.mul(c, f32x4.splat(bright * 1.3)));
    }
  }
}

// A noise plane where it lies on the scene.
export function layNoise(noise: usize, out: usize, width: i32, height: i32, noiseX: i32, noiseY: i32): void {
  for (let y = 0; y < height; y++) {
    const row = ((y + noiseY) & 511) << 9;
    for (let x = 0; x < width; x++) {
      const value = load<f32>(noise + (<usize>(row + ((x + noiseX) & 511)) << 2));
      store<f32>(out + (<usize>(y * width + x) << 2), value);
    }
  }
}

// Currents of brighter and darker air (noise smeared along the flow) run through the night and faint out on what has shape;
// halos (of half size), rims of light at edges, mist that lies low and drifts.
export function dreamGlow(
  night: usize,
  halo: usize,
  edges: usize,
  currents: usize,
  flow: usize,
  mottle: usize,
  out: usize,
  line: usize,
  width: i32,
  height: i32,
  noiseX: i32,
  noiseY: i32,
  time: f32,
): void {
  const one = f32x4.splat(1);
  const drift = <i32>floor<f32>(time * 6);
  for (let y = 0; y < height; y++) {
    const row = ((y + noiseY) & 511) << 9;
    doubleRow(halo, width >> 1, height >> 1, y, line, width);
    const low = smooth(0.45, 1, (<f32>y + 0.5) / <f32>height) * 0.26;
    for (let x = 0; x < width; x++) {
      const i = <usize>(y * width + x);
      let c = v128.load(night + (i << 4));
      const calm: f32 = 1 - 0.72 * smooth(0.015, 0.09, load<f32>(flow + (i << 4), 12));
      const s = max<f32>(-1, min<f32>(1, (load<f32>(currents + (i << 2)) - 0.5) * 5)) * calm;
      const up = max<f32>(0, s);
      c = f32x4.mul(c, f32x4.splat(1 + 0.5 * s));
      c = mixPixels(c, f32x4(0.16, 0.05, 0.3, 0), f32x4.splat((up - s) * 0.34));
      c = f32x4.add(c, f32x4.mul(f32x4(0.1, 0.2, 0.2, 0), f32x4.splat(up)));
      const e = load<f32>(edges + (i << 2)) * 22;
      const dark = softTanh(-e - 0.1) * 0.6;
      c = f32x4.mul(c, f32x4.sub(one, f32x4.mul(f32x4(1, 0.95, 0.7, 0), f32x4.splat(dark))));
      const rim = clamp01(e - 0.1) * 0.42;
      c = f32x4.add(c, f32x4.mul(f32x4(0.7, 0.82, 1, 0), f32x4.splat(rim)));
      const shine = clampPixel(v128.load(line + (<usize>x << 4)));
      c = f32x4.sub(one, f32x4.mul(f32x4.sub(one, clampPixel(c)), f32x4.sub(one, shine)));
      const spots = load<f32>(mottle + (<usize>(row + ((x + noiseX - drift) & 511)) << 2));
      c = mixPixels(c, f32x4(0.42, 0.46, 0.78, 0), f32x4.splat(low * smooth(0.35, 0.8, spots)));
      v128.store(out + (i << 4), clampPixel(c));
    }
  }
}
