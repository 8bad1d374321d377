import { clamp01, clampInt, smooth } from '../core/pixel';

// Superpixels on a grid of seeds (SLIC, Achanta et al. 2012): a pixel belongs to one of the nine seeds of its cell and of the
// cells around it. Seeds live on from frame to frame and travel with the camera; the grid wraps, so a seed that leaves on one
// side comes in anew on the other. All sizes here are in pixels of the picture at half size.
//
// seed, 32 bytes in the order of storage: dx, dy (from home, in cells), p, q (busyness and flag, or direction), r, g, b, tag
// placed, 32 bytes in the order of the visible grid: x, y, p, q, r, g, b, number of the seed (i32)
// sums, 32 bytes in the order of storage: Σr, Σg, Σb, Σbusy, Σx, Σy, n, 0

// @ts-ignore: decorator
@inline
function wrapped(value: i32, size: i32): i32 {
  const rest = value % size;
  return rest < 0 ? rest + size : rest;
}

// @ts-ignore: decorator
@inline
function firstCell(origin: f32, cell: f32): i32 {
  return <i32>floor<f32>(-origin / cell) - 1;
}

// @ts-ignore: decorator
@inline
function cellCount(origin: f32, cell: f32, size: i32): i32 {
  return <i32>floor<f32>((<f32>size - 0.5 - origin) / cell) + 2 - firstCell(origin, cell);
}

// Red, green and blue of a picture as three planes, and |∇| of all three as a fourth, raised where the colour may be skin.
export function planes(picture: usize, out: usize, w: i32, h: i32, skin: f32): void {
  const n = <usize>(w * h) << 2;
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = <usize>(y * w + x);
      const c = v128.load(picture + (i << 4));
      const right = v128.load(picture + (<usize>(y * w + min(x + 1, w - 1)) << 4));
      const below = v128.load(picture + (<usize>(min(y + 1, h - 1) * w + x) << 4));
      const d = f32x4.add(f32x4.abs(f32x4.sub(right, c)), f32x4.abs(f32x4.sub(below, c)));
      const slope = f32x4.extract_lane(d, 0) + f32x4.extract_lane(d, 1) + f32x4.extract_lane(d, 2);
      const r = f32x4.extract_lane(c, 0);
      const b = f32x4.extract_lane(c, 2);
      const l = f32x4.extract_lane(c, 3);
      const k: f32 = 1 / (l + 0.15);
      const warm = clamp01(1 - abs<f32>((r - l) * k - 0.24) * 5.5);
      const pale = clamp01(1 - abs<f32>((b - l) * k + 0.22) * 4);
      const to = out + (i << 2);
      store<f32>(to, r);
      store<f32>(to + n, f32x4.extract_lane(c, 1));
      store<f32>(to + 2 * n, b);
      store<f32>(to + 3 * n, min<f32>(slope, 0.5) * 0.6 + warm * pale * smooth(0.12, 0.3, l) * skin);
    }
  }
}

// Where the seeds of the visible grid are. A seed whose cell is new on the sheet starts at home with the colour found there.
export function placeSeeds(seeds: usize, jitter: usize, placed: usize, picture: usize, w: i32, h: i32, cols: i32, rows: i32, cell: f32, ox: f32, oy: f32): i32 {
  const n = <usize>(w * h) << 2;
  const x0 = firstCell(ox, cell);
  const y0 = firstCell(oy, cell);
  const nx = cellCount(ox, cell, w);
  const ny = cellCount(oy, cell, h);
  let p = placed;
  for (let gy = y0; gy < y0 + ny; gy++) {
    for (let gx = x0; gx < x0 + nx; gx++) {
      const id = wrapped(gy, rows) * cols + wrapped(gx, cols);
      const s = seeds + (<usize>id << 5);
      const j = jitter + (<usize>id << 3);
      const hx = (<f32>gx + 0.5 + load<f32>(j)) * cell + ox;
      const hy = (<f32>gy + 0.5 + load<f32>(j, 4)) * cell + oy;
      const tag = <f32>(wrapped(gx, 1024) * 1024 + wrapped(gy, 1024) + 1);
      if (load<f32>(s, 28) != tag) {
        const i = picture + (<usize>(clampInt(<i32>floor<f32>(hy), h - 1) * w + clampInt(<i32>floor<f32>(hx), w - 1)) << 2);
        v128.store(s, f32x4(0, 0, 1, 0));
        v128.store(s, f32x4(load<f32>(i), load<f32>(i + n), load<f32>(i + 2 * n), tag), 16);
      }
      store<f32>(p, hx + load<f32>(s) * cell);
      store<f32>(p, hy + load<f32>(s, 4) * cell, 4);
      v128.store(p, v128.load(s, 8), 8);
      store<f32>(p, load<f32>(s, 24), 24);
      store<i32>(p, id, 28);
      p += 32;
    }
  }
  return nx * ny;
}

// labels = the seed with the least compact · (distance in cells)² + |colour|². The label of the frame before counts as nearer by
// the factor `keep`, so that noise moves no border. `square`: distance as the
// larger of both axes of the seed's direction, a little longer along it.
export function assignSeeds(placed: usize, picture: usize, labels: usize, w: i32, h: i32, cell: f32, ox: f32, oy: f32, compact: f32, keep: f32, square: i32): void {
  const n = <usize>(w * h) << 2;
  const x0 = firstCell(ox, cell);
  const y0 = firstCell(oy, cell);
  const nx = cellCount(ox, cell, w);
  const lanes = f32x4(0.5, 1.5, 2.5, 3.5);
  const scale = f32x4.splat(compact / (cell * cell));
  const kept = f32x4.splat(keep);
  for (let y = 0; y < h; y++) {
    const gy = <i32>floor<f32>((<f32>y + 0.5 - oy) / cell) - y0;
    const py = f32x4.splat(<f32>y + 0.5);
    let x = 0;
    while (x < w) {
      const gx = <i32>floor<f32>((<f32>x + 0.5 - ox) / cell);
      const end = min(w, max(x + 1, <i32>ceil<f32>(<f32>(gx + 1) * cell + ox - 0.5)));
      const corner = placed + (<usize>((gy - 1) * nx + gx - x0 - 1) << 5);
      for (let q = x; q < end; q += 4) {
        const at = min(q, w - 4);
        const i = <usize>(y * w + at) << 2;
        const px = f32x4.add(f32x4.splat(<f32>at), lanes);
        const r = v128.load(picture + i);
        const g = v128.load(picture + i + n);
        const b = v128.load(picture + i + 2 * n);
        const before = v128.load(labels + i);
        let best = f32x4.splat(1e9);
        let label = before;
        for (let row = 0; row < 3; row++) {
          let c = corner + (<usize>(row * nx) << 5);
          for (let col = 0; col < 3; col++) {
            const dx = f32x4.sub(px, v128.load32_splat(c));
            const dy = f32x4.sub(py, v128.load32_splat(c, 4));
            let d: v128;
            if (square) {
              const cos = v128.load32_splat(c, 8);
              const sin = v128.load32_splat(c, 12);
              const u = f32x4.abs(f32x4.add(f32x4.mul(dx, cos), f32x4.mul(dy, sin)));
              const v = f32x4.abs(f32x4.sub(f32x4.mul(dy, cos), f32x4.mul(dx, sin)));
              const far = f32x4.pmax(f32x4.mul(u, f32x4.splat(0.87)), f32x4.mul(v, f32x4.splat(1.15)));
              d = f32x4.mul(far, far);
            } else d = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
            const dr = f32x4.sub(r, v128.load32_splat(c, 16));
            const dg = f32x4.sub(g, v128.load32_splat(c, 20));
            const db = f32x4.sub(b, v128.load32_splat(c, 24));
            const colour = f32x4.add(f32x4.mul(dr, dr), f32x4.add(f32x4.mul(dg, dg), f32x4.mul(db, db)));
            d = f32x4.add(f32x4.mul(d, scale), colour);
            const id = v128.load32_splat(c, 28);
            d = v128.bitselect(f32x4.mul(d, kept), d, i32x4.eq(id, before));
            const nearer = f32x4.lt(d, best);
            best = v128.bitselect(d, best, nearer);
            label = v128.bitselect(id, label, nearer);
            c += 32;
          }
        }
        if (at == q && q + 4 <= end) v128.store(labels + i, label);
        else {
          const to = labels + i;
          if (q <= at && at < end) store<i32>(to, i32x4.extract_lane(label, 0));
          if (q <= at + 1 && at + 1 < end) store<i32>(to, i32x4.extract_lane(label, 1), 4);
          if (q <= at + 2 && at + 2 < end) store<i32>(to, i32x4.extract_lane(label, 2), 8);
          if (q <= at + 3 && at + 3 < end) store<i32>(to, i32x4.extract_lane(label, 3), 12);
        }
      }
      x = end;
    }
  }
}

// Sums over the pixels of each seed.
export function sumSeeds(picture: usize, labels: usize, sums: usize, count: i32, w: i32, h: i32): void {
  const n = <usize>(w * h) << 2;
  memory.fill(sums, 0, <usize>count << 5);
  let i: usize = 0;
  for (let y = 0; y < h; y++) {
    let place = f32x4(0.5, <f32>y + 0.5, 1, 0);
    for (let x = 0; x < w; x++) {
      const s = sums + (<usize>load<i32>(labels + i) << 5);
      const p = picture + i;
      const c = f32x4(load<f32>(p), load<f32>(p + n), load<f32>(p + 2 * n), load<f32>(p + 3 * n));
      v128.store(s, f32x4.add(v128.load(s), c));
      v128.store(s, f32x4.add(v128.load(s, 16), place), 16);
      place = f32x4.add(place, f32x4(1, 0, 0, 0));
      i += 4;
    }
  }
}

// Seeds go towards the middle of their pixels by the share `follow`, a little back home, and take on the mean colour. With
// `threshold` > 0 also field p (busyness, slow) and flag q (with hysteresis).
export function moveSeeds(placed: usize, seeds: usize, sums: usize, count: i32, cell: f32, follow: f32, home: f32, threshold: f32, slow: f32): void {
  const inverse: f32 = 1 / cell;
  for (let i = 0; i < count; i++) {
    const p = placed + (<usize>i << 5);
    const id = <usize>load<i32>(p, 28) << 5;
    const s = seeds + id;
    const sum = sums + id;
    const m = load<f32>(sum, 24);
    const dx = load<f32>(s);
    const dy = load<f32>(s, 4);
    if (m < 1) {
      store<f32>(s, dx * (1 - follow));
      store<f32>(s, dy * (1 - follow), 4);
      continue;
    }
    const k: f32 = 1 / m;
    const tx = (dx + (load<f32>(sum, 16) * k - load<f32>(p)) * inverse) * (1 - home);
    const ty = (dy + (load<f32>(sum, 20) * k - load<f32>(p, 4)) * inverse) * (1 - home);
    store<f32>(s, min<f32>(0.7, max<f32>(-0.7, dx + (tx - dx) * follow)));
    store<f32>(s, min<f32>(0.7, max<f32>(-0.7, dy + (ty - dy) * follow)), 4);
    // A colour that changes much is another thing that came here: it is taken on at once.
    const d = f32x4.sub(f32x4.mul(v128.load(sum), f32x4.splat(k)), v128.load(s, 16));
    const a = f32x4.abs(d);
    const change = f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + f32x4.extract_lane(a, 2);
    const share = follow + (1 - follow) * smooth(0.08, 0.3, change);
    const tag = load<f32>(s, 28);
    v128.store(s, f32x4.add(v128.load(s, 16), f32x4.mul(d, f32x4.splat(share))), 16);
    store<f32>(s, tag, 28);
    if (threshold > 0) {
      const busy = load<f32>(s, 8) + (load<f32>(sum, 12) * k - load<f32>(s, 8)) * slow;
      store<f32>(s, busy, 8);
      const was = load<f32>(s, 12);
      const limit = slow == 1 ? threshold : was > 0 ? threshold * 0.85 : threshold * 1.15;
      store<f32>(s, busy > limit ? 1 : 0, 12);
    }
  }
}
