import { clampInt, sumOfLanes, withLuma } from '../core/pixel';
import { between } from './shading';

// The picture at half size with a frame of `pad` repeated pixels around it, so that taps need no bounds.
export function padHalf(picture: usize, out: usize, width: i32, height: i32, pad: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  const stride = <usize>width << 4;
  let to = out;
  for (let y = -pad; y < h + pad; y++) {
    const row = picture + <usize>clampInt(y, h - 1) * 2 * stride;
    for (let x = -pad; x < w + pad; x++) {
      const from = row + (<usize>clampInt(x, w - 1) << 5);
      const top = f32x4.add(v128.load(from), v128.load(from, 16));
      const low = f32x4.add(v128.load(from + stride), v128.load(from + stride, 16));
      v128.store(to, f32x4.mul(f32x4.add(top, low), f32x4.splat(0.25)));
      to += 16;
    }
  }
}

// Which of the filter's tables fits each pixel at half size: 24 directions × 4 lengths, from the flow at full size.
// `slopes` holds tan((k + 0.5) π / 24) for k = 0..11, so that no arc tangent is needed.
export function pickTables(flow: usize, slopes: usize, out: usize, width: i32, height: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = flow + (<usize>(y * 2 * width + x * 2) << 4);
      let tx = load<f32>(at);
      let ty = load<f32>(at, 4);
      if (ty < 0) {
        tx = -tx;
        ty = -ty;
      }
      const flat = abs<f32>(tx);
      let k = 0;
      while (k < 12 && ty > flat * load<f32>(slopes + (<usize>k << 2))) k++;
      const direction = tx < 0 ? (24 - k) % 24 : k;
      const long = min(3, <i32>(load<f32>(at, 8) * 4));
      store<u8>(out + <usize>(y * w + x), <u8>(direction * 4 + long));
    }
  }
}

// Anisotropic Kuwahara filter with polynomial sector weights (Kyprianidis, Kang & Döllner 2009; Kyprianidis et al. 2010):
// the mean of eight sectors of an ellipse along the flow, each weighted 1 / (1 + (2600 s²)⁴) by its variance of luma. `tables`:
// one u32 offset per table, then per table nine u32 (ends of the sectors in bytes) and pairs (offset i32, weight f32).
export function kuwahara(padded: usize, index: usize, tables: usize, out: usize, w: i32, h: i32, pad: i32): void {
  const stride = w + 2 * pad;
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  const steep = f32x4.splat(2600);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = <usize>(y * w + x);
      const centre = padded + (<usize>((y + pad) * stride + x + pad) << 4);
      const head = tables + <usize>load<u32>(tables + (<usize>load<u8>(index + i) << 2));
      const taps = head + 36;
      let p = taps;
      let sum = zero;
      let total = zero;
      for (let k: usize = 4; k <= 32; k += 4) {
        const end = taps + <usize>load<u32>(head + k);
        let mean = zero;
        let square = zero;
        while (p < end) {
          const v = v128.load(centre + <usize>load<i32>(p));
          const t = f32x4.mul(v, v128.load32_splat(p, 4));
          mean = f32x4.add(mean, t);
          square = f32x4.add(square, f32x4.mul(t, v));
          p += 8;
        }
        let s = f32x4.mul(f32x4.pmax(zero, f32x4.sub(square, f32x4.mul(mean, mean))), steep);
        s = v128.shuffle<f32>(s, s, 3, 3, 3, 3);
        s = f32x4.mul(s, s);
        s = f32x4.mul(s, s);
        const weight = f32x4.div(one, f32x4.add(one, s));
        sum = f32x4.add(sum, f32x4.mul(mean, weight));
        total = f32x4.add(total, weight);
      }
      v128.store(out + (i << 4), withLuma(f32x4.div(sum, f32x4.add(total, f32x4.splat(1e-12)))));
    }
  }
}

// What was filtered at half size at full size again, without soft edges: of the four neighbours those count most that look like
// the frame's own pixel, weight linear / (0.002 + |d|²) with luma in d (after Kopf et al. 2007, joint bilateral upsampling).
export function sharpen(half: usize, picture: usize, out: usize, width: i32, height: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = <usize>(y * width + x) << 4;
      v128.store(out + i, sharpAt(half, v128.load(picture + i), w, h, x, y));
    }
  }
}

// @ts-ignore: decorator
@inline
function squares(there: v128, own: v128): v128 {
  const d = f32x4.sub(there, own);
  return f32x4.mul(d, d);
}

// The same at any place, (0, 0) being the middle of the first pixel of the half-size picture.
// @ts-ignore: decorator
@inline
export function sampleSharp(half: usize, own: v128, w: i32, h: i32, x: f32, y: f32): v128 {
  const fx = between(0, <f32>(w - 1), x);
  const fy = between(0, <f32>(h - 1), y);
  const x0 = <i32>fx;
  const y0 = <i32>fy;
  const i = half + (<usize>(y0 * w + x0) << 4);
  const right: usize = x0 < w - 1 ? 16 : 0;
  const below: usize = y0 < h - 1 ? <usize>w << 4 : 0;
  const a = fx - <f32>x0;
  const b = fy - <f32>y0;
  return sharpOf(i, right, below, own, f32x4((1 - a) * (1 - b), a * (1 - b), (1 - a) * b, a * b));
}

// At a pixel of the frame.
// @ts-ignore: decorator
@inline
export function sharpAt(half: usize, own: v128, w: i32, h: i32, x: i32, y: i32): v128 {
  const x0 = max(0, (x - 1) >> 1);
  const y0 = max(0, (y - 1) >> 1);
  const i = half + (<usize>(y0 * w + x0) << 4);
  const right: usize = x0 < w - 1 && x > 0 ? 16 : 0;
  const below: usize = y0 < h - 1 && y > 0 ? <usize>w << 4 : 0;
  const across = x & 1 ? f32x4(0.75, 0.25, 0.75, 0.25) : f32x4(0.25, 0.75, 0.25, 0.75);
  const down = y & 1 ? f32x4(0.75, 0.75, 0.25, 0.25) : f32x4(0.25, 0.25, 0.75, 0.75);
  return sharpOf(i, right, below, own, f32x4.mul(across, down));
}

// @ts-ignore: decorator
@inline
function sharpOf(i: usize, right: usize, below: usize, own: v128, linear: v128): v128 {
  const p = v128.load(i);
  const q = v128.load(i + right);
  const r = v128.load(i + below);
  const s = v128.load(i + below + right);
  // The four squared distances side by side.
  const dp = squares(p, own);
  const dq = squares(q, own);
  const dr = squares(r, own);
  const ds = squares(s, own);
  const pq = f32x4.add(v128.shuffle<i32>(dp, dq, 0, 1, 4, 5), v128.shuffle<i32>(dp, dq, 2, 3, 6, 7));
  const rs = f32x4.add(v128.shuffle<i32>(dr, ds, 0, 1, 4, 5), v128.shuffle<i32>(dr, ds, 2, 3, 6, 7));
  const d = f32x4.add(v128.shuffle<i32>(pq, rs, 0, 2, 4, 6), v128.shuffle<i32>(pq, rs, 1, 3, 5, 7));
  const k = f32x4.div(linear, f32x4.add(d, f32x4.splat(0.002)));
  let sum = f32x4.mul(p, v128.shuffle<i32>(k, k, 0, 0, 0, 0));
  sum = f32x4.add(sum, f32x4.mul(q, v128.shuffle<i32>(k, k, 1, 1, 1, 1)));
  sum = f32x4.add(sum, f32x4.mul(r, v128.shuffle<i32>(k, k, 2, 2, 2, 2)));
  sum = f32x4.add(sum, f32x4.mul(s, v128.shuffle<i32>(k, k, 3, 3, 3, 3)));
  return f32x4.div(sum, sumOfLanes(k));
}
