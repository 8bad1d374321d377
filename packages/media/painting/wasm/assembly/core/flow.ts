import { clampPixel, withLuma } from './pixel';
import { doubleRow } from './blur';

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

// (tangent x, tangent y, anisotropy 0..1, gradient) at full size from the tensor at half size: the minor eigenvector. `row` has
// room for a row of a picture.
export function tangents(held: usize, out: usize, row: usize, width: i32, height: i32): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const tiny = f32x4.splat(1e-9);
  for (let y = 0; y < height; y++) {
    doubleRow(held, width >> 1, height >> 1, y, row, width);
    for (let column = 0; column < width; column += 4) {
      const x = min<i32>(column, width - 4);
      const at = row + (<usize>x << 4);
      const p0 = v128.load(at);
      const p1 = v128.load(at, 16);
      const p2 = v128.load(at, 32);
      const p3 = v128.load(at, 48);
      const a = v128.shuffle<i32>(p0, p1, 0, 4, 1, 5);
      const b = v128.shuffle<i32>(p2, p3, 0, 4, 1, 5);
      const e = v128.shuffle<i32>(a, b, 0, 1, 4, 5);
      const f = v128.shuffle<i32>(a, b, 2, 3, 6, 7);
      const g = v128.shuffle<i32>(v128.shuffle<i32>(p0, p1, 2, 6, 2, 6), v128.shuffle<i32>(p2, p3, 2, 6, 2, 6), 0, 1, 4, 5);
      const apart = f32x4.sub(e, g);
      const twice = f32x4.add(f, f);
      const spread = f32x4.sqrt(f32x4.add(f32x4.mul(apart, apart), f32x4.mul(twice, twice)));
      const sum = f32x4.add(e, g);
      const major = f32x4.mul(f32x4.add(sum, spread), f32x4.splat(0.5));
      const isWide = f32x4.gt(e, g);
      const minus = f32x4.neg(f);
      const vx = v128.bitselect(minus, f32x4.sub(major, e), isWide);
      const vy = v128.bitselect(f32x4.sub(major, g), minus, isWide);
      const length = f32x4.sqrt(f32x4.add(f32x4.mul(vx, vx), f32x4.mul(vy, vy)));
      const isLong = f32x4.gt(length, tiny);
      const k = f32x4.div(one, f32x4.pmax(length, tiny));
      const tx = v128.bitselect(f32x4.mul(vx, k), one, isLong);
      const ty = v128.and(f32x4.mul(vy, k), isLong);
      const anisotropy = f32x4.div(spread, f32x4.add(sum, f32x4.splat(1e-6)));
      const gradient = f32x4.sqrt(f32x4.mul(f32x4.pmax(zero, major), f32x4.splat(1.0 / 1024.0)));
      const xy = v128.shuffle<i32>(tx, ty, 0, 4, 1, 5);
      const zw = v128.shuffle<i32>(anisotropy, gradient, 0, 4, 1, 5);
      const xy2 = v128.shuffle<i32>(tx, ty, 2, 6, 3, 7);
      const zw2 = v128.shuffle<i32>(anisotropy, gradient, 2, 6, 3, 7);
      const to = out + (<usize>(y * width + x) << 4);
      v128.store(to, v128.shuffle<i32>(xy, zw, 0, 1, 4, 5));
      v128.store(to, v128.shuffle<i32>(xy, zw, 2, 3, 6, 7), 16);
      v128.store(to, v128.shuffle<i32>(xy2, zw2, 0, 1, 4, 5), 32);
      v128.store(to, v128.shuffle<i32>(xy2, zw2, 2, 3, 6, 7), 48);
    }
  }
}

// Addresses of four pixels by their coordinates, in units of pixels, edges repeated.
// @ts-ignore: decorator
@inline
function indexOf(px: v128, py: v128, w: v128, right: v128, bottom: v128): v128 {
  const zero = i32x4.splat(0);
  const x = i32x4.min_s(right, i32x4.max_s(zero, px));
  const y = i32x4.min_s(bottom, i32x4.max_s(zero, py));
  return i32x4.add(i32x4.mul(y, w), x);
}

// Whole numbers below, for numbers from -512 on.
// @ts-ignore: decorator
@inline
function floorOf(v: v128): v128 {
  return i32x4.sub(i32x4.trunc_sat_f32x4_s(f32x4.add(v, f32x4.splat(512))), i32x4.splat(512));
}

// One pass of the orientation-aligned bilateral filter (Kyprianidis & Döllner 2008), across the edge or along it, on a picture
// of half the size of the flow; weights by colour are (1 - d² / reach)² (Tukey). `weights` holds the weights by distance, from
// the middle outwards. Four pixels at a time.
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
  const inverse = f32x4.splat(1 / reach);
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  const half = f32x4.splat(0.5);
  const stride = i32x4.splat(w);
  const right = i32x4.splat(w - 1);
  const bottom = i32x4.splat(h - 1);
  for (let y = 0; y < h; y++) {
    const py = i32x4.splat(y);
    for (let column = 0; column < w; column += 4) {
      const x = min<i32>(column, w - 4);
      const px = i32x4.add(i32x4.splat(x), i32x4(0, 1, 2, 3));
      const f = flow + (<usize>(y * 2 * (w * 2) + x * 2) << 4);
      const near = v128.load64_lane(f + 32, v128.load64_zero(f), 1);
      const far = v128.load64_lane(f + 96, v128.load64_zero(f + 64), 1);
      const tx = v128.shuffle<i32>(near, far, 0, 2, 4, 6);
      const ty = v128.shuffle<i32>(near, far, 1, 3, 5, 7);
      const dx = isAlong ? tx : f32x4.neg(ty);
      const dy = isAlong ? ty : tx;
      const at = picture + (<usize>(y * w + x) << 4);
      const m0 = v128.load(at);
      const m1 = v128.load(at, 16);
      const m2 = v128.load(at, 32);
      const m3 = v128.load(at, 48);
      let s0 = m0;
      let s1 = m1;
      let s2 = m2;
      let s3 = m3;
      let total = one;
      for (let t = 1; t <= taps; t++) {
        const far = f32x4.splat(<f32>t);
        const ox = floorOf(f32x4.add(f32x4.mul(dx, far), half));
        const oy = floorOf(f32x4.add(f32x4.mul(dy, far), half));
        const close = v128.load32_splat(weights + (<usize>t << 2));
        for (let side = 0; side < 2; side++) {
          const qx = side ? i32x4.sub(px, ox) : i32x4.add(px, ox);
          const qy = side ? i32x4.sub(py, oy) : i32x4.add(py, oy);
          const index = i32x4.shl(indexOf(qx, qy, stride, right, bottom), 4);
          const p0 = v128.load(picture + <usize>i32x4.extract_lane(index, 0));
          const p1 = v128.load(picture + <usize>i32x4.extract_lane(index, 1));
          const p2 = v128.load(picture + <usize>i32x4.extract_lane(index, 2));
          const p3 = v128.load(picture + <usize>i32x4.extract_lane(index, 3));
          const e0 = f32x4.sub(p0, m0);
          const e1 = f32x4.sub(p1, m1);
          const e2 = f32x4.sub(p2, m2);
          const e3 = f32x4.sub(p3, m3);
          const d0 = f32x4.mul(e0, e0);
          const d1 = f32x4.mul(e1, e1);
          const d2 = f32x4.mul(e2, e2);
          const d3 = f32x4.mul(e3, e3);
          // Transposed: reds, greens and blues of the four pixels.
          const a = v128.shuffle<i32>(d0, d1, 0, 4, 1, 5);
          const b = v128.shuffle<i32>(d2, d3, 0, 4, 1, 5);
          const c = v128.shuffle<i32>(d0, d1, 2, 6, 2, 6);
          const d = v128.shuffle<i32>(d2, d3, 2, 6, 2, 6);
          const reds = v128.shuffle<i32>(a, b, 0, 1, 4, 5);
          const greens = v128.shuffle<i32>(a, b, 2, 3, 6, 7);
          const blues = v128.shuffle<i32>(c, d, 0, 1, 4, 5);
          const distance = f32x4.add(f32x4.add(reds, greens), blues);
          const like = f32x4.pmax(zero, f32x4.sub(one, f32x4.mul(distance, inverse)));
          const weight = f32x4.mul(close, f32x4.mul(like, like));
          s0 = f32x4.add(s0, f32x4.mul(p0, v128.shuffle<i32>(weight, weight, 0, 0, 0, 0)));
          s1 = f32x4.add(s1, f32x4.mul(p1, v128.shuffle<i32>(weight, weight, 1, 1, 1, 1)));
          s2 = f32x4.add(s2, f32x4.mul(p2, v128.shuffle<i32>(weight, weight, 2, 2, 2, 2)));
          s3 = f32x4.add(s3, f32x4.mul(p3, v128.shuffle<i32>(weight, weight, 3, 3, 3, 3)));
          total = f32x4.add(total, weight);
        }
      }
      const k = f32x4.div(one, total);
      const to = out + (<usize>(y * w + x) << 4);
      v128.store(to, f32x4.mul(s0, v128.shuffle<i32>(k, k, 0, 0, 0, 0)));
      v128.store(to, f32x4.mul(s1, v128.shuffle<i32>(k, k, 1, 1, 1, 1)), 16);
      v128.store(to, f32x4.mul(s2, v128.shuffle<i32>(k, k, 2, 2, 2, 2)), 32);
      v128.store(to, f32x4.mul(s3, v128.shuffle<i32>(k, k, 3, 3, 3, 3)), 48);
    }
  }
}

// A filtered picture of half size brought to full size: what of the full picture's fine detail is stronger than `core` comes
// back, so that edges are crisp and texture stays away.
export function sharpen(
  picture: usize,
  half: usize,
  filtered: usize,
  out: usize,
  row: usize,
  width: i32,
  height: i32,
  core: f32,
): void {
  const w = width >> 1;
  const h = height >> 1;
  const limit = f32x4.splat(core);
  const sign = f32x4.splat(-0.0);
  const bytes = <usize>width << 4;
  for (let y = 0; y < height; y++) {
    const at = picture + <usize>y * bytes;
    const to = out + <usize>y * bytes;
    doubleRow(half, w, h, y, row, width);
    doubleRow(filtered, w, h, y, to, width);
    for (let x: usize = 0; x < bytes; x += 16) {
      const detail = f32x4.sub(v128.load(at + x), v128.load(row + x));
      const strength = f32x4.pmax(f32x4.splat(0), f32x4.sub(f32x4.abs(detail), limit));
      const back = v128.bitselect(detail, strength, sign);
      v128.store(to + x, withLuma(clampPixel(f32x4.add(v128.load(to + x), back))));
    }
  }
}

// Means of a plane along the flow lines (Kang et al. 2007): `steps` times `pace` pixels both ways, weighted from the middle
// outwards. Four pixels at a time.
export function alongFlow(
  plane: usize,
  out: usize,
  flow: usize,
  weights: usize,
  w: i32,
  h: i32,
  steps: i32,
  pace: f32,
): void {
  const far = f32x4.splat(pace);
  const zero = f32x4.splat(0);
  const sign = f32x4.splat(-0.0);
  const stride = i32x4.splat(w);
  const right = i32x4.splat(w - 1);
  const bottom = i32x4.splat(h - 1);
  let all: f32 = 1;
  for (let t = 1; t <= steps; t++) all += 2 * load<f32>(weights + (<usize>t << 2));
  const share = f32x4.splat(1 / all);
  for (let y = 0; y < h; y++) {
    const startY = f32x4.splat(<f32>y + 0.5);
    for (let column = 0; column < w; column += 4) {
      const x = min<i32>(column, w - 4);
      const i = <usize>(y * w + x);
      const startX = f32x4.add(f32x4.splat(<f32>x + 0.5), f32x4(0, 1, 2, 3));
      const f = flow + (i << 4);
      const near = v128.load64_lane(f + 16, v128.load64_zero(f), 1);
      const rest = v128.load64_lane(f + 48, v128.load64_zero(f + 32), 1);
      const tx = v128.shuffle<i32>(near, rest, 0, 2, 4, 6);
      const ty = v128.shuffle<i32>(near, rest, 1, 3, 5, 7);
      let sum = v128.load(plane + (i << 2));
      let ux = tx;
      let uy = ty;
      let px = startX;
      let py = startY;
      let vx = f32x4.neg(tx);
      let vy = f32x4.neg(ty);
      let qx = startX;
      let qy = startY;
      for (let t = 1; t <= steps; t++) {
        px = f32x4.add(px, f32x4.mul(ux, far));
        py = f32x4.add(py, f32x4.mul(uy, far));
        qx = f32x4.add(qx, f32x4.mul(vx, far));
        qy = f32x4.add(qy, f32x4.mul(vy, far));
        const j = indexOf(floorOf(px), floorOf(py), stride, right, bottom);
        const k = indexOf(floorOf(qx), floorOf(qy), stride, right, bottom);
        const j0 = <usize>i32x4.extract_lane(j, 0);
        const j1 = <usize>i32x4.extract_lane(j, 1);
        const j2 = <usize>i32x4.extract_lane(j, 2);
        const j3 = <usize>i32x4.extract_lane(j, 3);
        const k0 = <usize>i32x4.extract_lane(k, 0);
        const k1 = <usize>i32x4.extract_lane(k, 1);
        const k2 = <usize>i32x4.extract_lane(k, 2);
        const k3 = <usize>i32x4.extract_lane(k, 3);
        const ahead = f32x4(
          load<f32>(plane + (j0 << 2)),
          load<f32>(plane + (j1 << 2)),
          load<f32>(plane + (j2 << 2)),
          load<f32>(plane + (j3 << 2)),
        );
        const behind = f32x4(
          load<f32>(plane + (k0 << 2)),
          load<f32>(plane + (k1 << 2)),
          load<f32>(plane + (k2 << 2)),
          load<f32>(plane + (k3 << 2)),
        );
        sum = f32x4.add(sum, f32x4.mul(f32x4.add(ahead, behind), v128.load32_splat(weights + (<usize>t << 2))));
        if (t == steps) break;
        const jn = v128.load64_lane(flow + (j1 << 4), v128.load64_zero(flow + (j0 << 4)), 1);
        const jf = v128.load64_lane(flow + (j3 << 4), v128.load64_zero(flow + (j2 << 4)), 1);
        const kn = v128.load64_lane(flow + (k1 << 4), v128.load64_zero(flow + (k0 << 4)), 1);
        const kf = v128.load64_lane(flow + (k3 << 4), v128.load64_zero(flow + (k2 << 4)), 1);
        const jx = v128.shuffle<i32>(jn, jf, 0, 2, 4, 6);
        const jy = v128.shuffle<i32>(jn, jf, 1, 3, 5, 7);
        const kx = v128.shuffle<i32>(kn, kf, 0, 2, 4, 6);
        const ky = v128.shuffle<i32>(kn, kf, 1, 3, 5, 7);
        // A tangent has no sign: go on the way we came.
        const turnJ = v128.and(f32x4.lt(f32x4.add(f32x4.mul(jx, ux), f32x4.mul(jy, uy)), zero), sign);
        const turnK = v128.and(f32x4.lt(f32x4.add(f32x4.mul(kx, vx), f32x4.mul(ky, vy)), zero), sign);
        ux = v128.xor(jx, turnJ);
        uy = v128.xor(jy, turnJ);
        vx = v128.xor(kx, turnK);
        vy = v128.xor(ky, turnK);
      }
      v128.store(out + (i << 2), f32x4.mul(sum, share));
    }
  }
}
