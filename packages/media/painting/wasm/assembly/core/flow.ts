import { clampInt } from './pixel';
import { sampleLinear } from './blur';

// Structure tensor (E, F, G, 0) × 1024 of a picture by Scharr's operator, red, green and blue summed.
export function tensor(picture: usize, out: usize, w: i32, h: i32): void {
  const side = f32x4.splat(0.183);
  const middle = f32x4.splat(0.634);
  for (let y = 0; y < h; y++) {
    const up = picture + (<usize>(max(y - 1, 0) * w) << 4);
    const row = picture + (<usize>(y * w) << 4);
    const low = picture + (<usize>(min(y + 1, h - 1) * w) << 4);
    for (let x = 0; x < w; x++) {
      const l = <usize>max(x - 1, 0) << 4;
      const m = <usize>x << 4;
      const r = <usize>min(x + 1, w - 1) << 4;
      const upLeft = v128.load(up + l);
      const upRight = v128.load(up + r);
      const lowLeft = v128.load(low + l);
      const lowRight = v128.load(low + r);
      let gx = f32x4.mul(f32x4.add(f32x4.sub(upRight, upLeft), f32x4.sub(lowRight, lowLeft)), side);
      gx = f32x4.add(gx, f32x4.mul(f32x4.sub(v128.load(row + r), v128.load(row + l)), middle));
      let gy = f32x4.mul(f32x4.add(f32x4.sub(lowLeft, upLeft), f32x4.sub(lowRight, upRight)), side);
      gy = f32x4.add(gy, f32x4.mul(f32x4.sub(v128.load(low + m), v128.load(up + m)), middle));
      const xx = f32x4.mul(gx, gx);
      const xy = f32x4.mul(gx, gy);
      const yy = f32x4.mul(gy, gy);
      const e = f32x4.extract_lane(xx, 0) + f32x4.extract_lane(xx, 1) + f32x4.extract_lane(xx, 2);
      const f = f32x4.extract_lane(xy, 0) + f32x4.extract_lane(xy, 1) + f32x4.extract_lane(xy, 2);
      const g = f32x4.extract_lane(yy, 0) + f32x4.extract_lane(yy, 1) + f32x4.extract_lane(yy, 2);
      v128.store(out + (<usize>(y * w + x) << 4), f32x4.mul(f32x4(e, f, g, 0), f32x4.splat(1024)));
    }
  }
}

// The tensor that is held: `share` of (near + 0.06 wide + a fixed drift) enters it.
export function holdTensor(near: usize, wide: usize, held: usize, count: i32, share: f32): void {
  const drift = f32x4(0.06, -0.03, 0.12, 0);
  const part = f32x4.splat(share);
  for (let i: usize = 0; i < <usize>count << 4; i += 16) {
    let v = f32x4.add(v128.load(near + i), f32x4.mul(v128.load(wide + i), f32x4.splat(0.06)));
    v = f32x4.add(v, drift);
    const past = v128.load(held + i);
    v128.store(held + i, f32x4.add(past, f32x4.mul(f32x4.sub(v, past), part)));
  }
}

// (tangent x, tangent y, anisotropy 0..1, gradient) at full size from the tensor at half size: the minor eigenvector.
export function tangents(held: usize, out: usize, width: i32, height: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const t = sampleLinear(held, w, h, <f32>x * 0.5 - 0.25, <f32>y * 0.5 - 0.25);
      const e = f32x4.extract_lane(t, 0);
      const f = f32x4.extract_lane(t, 1);
      const g = f32x4.extract_lane(t, 2);
      const spread = sqrt<f32>((e - g) * (e - g) + 4 * f * f);
      const major = (e + g + spread) * 0.5;
      let vx = major - e;
      let vy = -f;
      if (e > g) {
        vx = -f;
        vy = major - g;
      }
      const length = sqrt<f32>(vx * vx + vy * vy);
      const k: f32 = length > 1e-9 ? 1 / length : 0;
      v128.store(
        out + (<usize>(y * width + x) << 4),
        f32x4(
          length > 1e-9 ? vx * k : 1,
          vy * k,
          spread / (e + g + 1e-6),
          sqrt<f32>(max<f32>(0, major) * (1.0 / 1024.0)),
        ),
      );
    }
  }
}

// One pass of the orientation-aligned bilateral filter (Kyprianidis & Döllner 2008), across the edge or along it; weights
// by colour are (1 - d² / reach)² (Tukey). `weights` holds the weights by distance, from the middle outwards.
export function bilateral(
  picture: usize,
  out: usize,
  flow: usize,
  weights: usize,
  w: i32,
  h: i32,
  taps: i32,
  isAlong: i32,
  reach: f32,
): void {
  const inverse: f32 = 1 / reach;
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = <usize>(y * w + x) << 4;
      const tx = load<f32>(flow + i);
      const ty = load<f32>(flow + i, 4);
      const dx = isAlong ? tx : -ty;
      const dy = isAlong ? ty : tx;
      const middle = v128.load(picture + i);
      let sum = middle;
      let total: f32 = 1;
      for (let t = 1; t <= taps; t++) {
        const near = load<f32>(weights + (<usize>t << 2));
        const ox = <i32>floor<f32>(dx * <f32>t + 0.5);
        const oy = <i32>floor<f32>(dy * <f32>t + 0.5);
        for (let side = 0; side < 2; side++) {
          const px = clampInt(side ? x - ox : x + ox, w - 1);
          const py = clampInt(side ? y - oy : y + oy, h - 1);
          const there = v128.load(picture + (<usize>(py * w + px) << 4));
          const d = f32x4.sub(there, middle);
          const dd = f32x4.mul(d, d);
          const distance = f32x4.extract_lane(dd, 0) + f32x4.extract_lane(dd, 1) + f32x4.extract_lane(dd, 2);
          const close = max<f32>(0, 1 - distance * inverse);
          const weight = near * close * close;
          sum = f32x4.add(sum, f32x4.mul(there, f32x4.splat(weight)));
          total += weight;
        }
      }
      v128.store(out + i, f32x4.mul(sum, f32x4.splat(1 / total)));
    }
  }
}

// Means of a plane along the flow lines (Kang et al. 2007): `steps` pixels both ways, weighted from the middle outwards.
export function alongFlow(plane: usize, out: usize, flow: usize, weights: usize, w: i32, h: i32, steps: i32): void {
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = <usize>(y * w + x);
      let sum = load<f32>(plane + (i << 2));
      let total: f32 = 1;
      const tx = load<f32>(flow + (i << 4));
      const ty = load<f32>(flow + (i << 4), 4);
      for (let side = 0; side < 2; side++) {
        let ux = side ? -tx : tx;
        let uy = side ? -ty : ty;
        let px = <f32>x + 0.5;
        let py = <f32>y + 0.5;
        for (let t = 1; t <= steps; t++) {
          px += ux;
          py += uy;
          const j = <usize>(clampInt(<i32>floor<f32>(py), h - 1) * w + clampInt(<i32>floor<f32>(px), w - 1));
          const weight = load<f32>(weights + (<usize>t << 2));
          sum += load<f32>(plane + (j << 2)) * weight;
          total += weight;
          const nx = load<f32>(flow + (j << 4));
          const ny = load<f32>(flow + (j << 4), 4);
          const turn: f32 = nx * ux + ny * uy < 0 ? -1 : 1;
          ux = nx * turn;
          uy = ny * turn;
        }
      }
      store<f32>(out + (i << 2), sum / total);
    }
  }
}
