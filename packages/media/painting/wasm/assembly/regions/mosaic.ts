import { clampPixel, lumaOf, mixPixels, smooth, withLuma } from '../core/pixel';
import { sampleLinear } from '../core/blur';
import { noise, ramp } from './shading';

// Seeds turn with the flow: direction (fields p, q) of the tensor at half size, held by the share `follow` (as a double angle).
export function turnSeeds(placed: usize, seeds: usize, tensor: usize, count: i32, w: i32, h: i32, follow: f32): void {
  for (let i = 0; i < count; i++) {
    const p = placed + (<usize>i << 5);
    const s = seeds + (<usize>load<i32>(p, 28) << 5);
    const t = sampleLinear(tensor, w, h, load<f32>(p) - 0.5, load<f32>(p, 4) - 0.5);
    const e = f32x4.extract_lane(t, 0);
    const f = f32x4.extract_lane(t, 1);
    const g = f32x4.extract_lane(t, 2);
    const k: f32 = 1 / (sqrt<f32>((g - e) * (g - e) + 4 * f * f) + 1e-6);
    const cos = load<f32>(s, 8);
    const sin = load<f32>(s, 12);
    let x = cos * cos - sin * sin;
    let y: f32 = 2 * cos * sin;
    x += ((g - e) * k - x) * follow;
    y += (f * k * -2 - y) * follow;
    const length = sqrt<f32>(x * x + y * y) + 1e-6;
    x /= length;
    y /= length;
    const half = sqrt<f32>(max<f32>(0, 0.5 + 0.5 * x));
    const across = sqrt<f32>(max<f32>(0, 0.5 - 0.5 * x));
    store<f32>(s, half, 8);
    store<f32>(s, y < 0 ? -across : across, 12);
  }
}

// Tesserae, 32 bytes a seed: r, g, b of the stone, glint, tilt x, tilt y, size, chance. `chances` holds four numbers a seed.
export function tesserae(seeds: usize, chances: usize, out: usize, count: i32, time: f32): void {
  for (let i = 0; i < count; i++) {
    const s = seeds + (<usize>i << 5);
    const n = chances + (<usize>i << 4);
    const a = load<f32>(n);
    const b = load<f32>(n, 4);
    let c = withLuma(f32x4(load<f32>(s, 16), load<f32>(s, 20), load<f32>(s, 24), 0));
    const l = lumaOf(c);
    c = f32x4.add(l, f32x4.mul(f32x4.sub(c, l), f32x4.splat(1.55)));
    // Stones of one colour differ a little in lightness and warmth.
    const light: f32 = (a - 0.5) * 0.24;
    const warm: f32 = (b - 0.5) * 0.1;
    c = f32x4.add(f32x4.mul(c, f32x4.splat(1 + light)), f32x4(0.02 + warm, 0.02, 0.025 - warm, 0));
    c = clampPixel(c);
    const curve = f32x4.mul(f32x4.mul(c, c), f32x4.sub(f32x4.splat(3), f32x4.add(c, c)));
    c = mixPixels(c, curve, f32x4.splat(0.5));
    // A stone glints while the light passes the angle at which it was set: once in about nine seconds.
    const phase: f32 = time * 0.11 + a * 7 + b * 3;
    const from = abs<f32>(phase - floor<f32>(phase) - 0.5);
    const glint = smooth(0.06, 0, from) * smooth(0.25, 0.7, f32x4.extract_lane(l, 0)) * (b > 0.55 ? 1 : 0.25);
    const to = out + (<usize>i << 5);
    v128.store(to, f32x4.replace_lane(c, 3, glint));
    v128.store(to, f32x4(load<f32>(n, 8) - 0.5, load<f32>(n, 12) - 0.5, 0.47 + 0.05 * a, a), 16);
  }
}

// The nearest stone of each pixel of a row (larger of both axes of its direction, a little longer along it), four pixels at once:
// `rows` gets distance, distance of the next one, place along and across the stone, and where the stone is, `width` values each.
function nearestStones(placed: usize, rows: usize, width: i32, y: i32, nx: i32, x0: i32, y0: i32, cell: f32, ox: f32, oy: f32): void {
  const n = <usize>(width + 4) << 2;
  const fy = (<f32>y + 0.5) * 0.5;
  const row = <i32>floor<f32>((fy - oy) / cell) - y0 - 1;
  const py = f32x4.splat(fy);
  const lanes = f32x4(0.25, 0.75, 1.25, 1.75);
  let x = 0;
  while (x < width) {
    const col = <i32>floor<f32>(((<f32>x + 0.5) * 0.5 - ox) / cell);
    const end = min(width, max(x + 1, <i32>ceil<f32>((<f32>(col + 1) * cell + ox) * 2 - 0.5)));
    const corner = placed + (<usize>(row * nx + col - x0 - 1) << 5);
    // The last vector of a cell reaches into the next one, which writes over it.
    for (let q = x; q < end; q += 4) {
      const px = f32x4.add(f32x4.splat(<f32>q * 0.5), lanes);
      let best = f32x4.splat(1e9);
      let next = best;
      let u = best;
      let v = best;
      let owner = i32x4.splat(<i32>corner);
      for (let r = 0; r < 3; r++) {
        let c = corner + (<usize>(r * nx) << 5);
        for (let k = 0; k < 3; k++) {
          const dx = f32x4.sub(px, v128.load32_splat(c));
          const dy = f32x4.sub(py, v128.load32_splat(c, 4));
          const cos = v128.load32_splat(c, 8);
          const sin = v128.load32_splat(c, 12);
          const a = f32x4.add(f32x4.mul(dx, cos), f32x4.mul(dy, sin));
          const b = f32x4.sub(f32x4.mul(dy, cos), f32x4.mul(dx, sin));
          const long = f32x4.mul(f32x4.abs(a), f32x4.splat(0.87));
          const d = f32x4.pmax(long, f32x4.mul(f32x4.abs(b), f32x4.splat(1.15)));
          const nearer = f32x4.lt(d, best);
          next = v128.bitselect(best, f32x4.pmin(next, d), nearer);
          best = v128.bitselect(d, best, nearer);
          u = v128.bitselect(a, u, nearer);
          v = v128.bitselect(b, v, nearer);
          owner = v128.bitselect(i32x4.splat(<i32>c), owner, nearer);
          c += 32;
        }
      }
      const to = rows + (<usize>q << 2);
      v128.store(to, best);
      v128.store(to + n, next);
      v128.store(to + 2 * n, u);
      v128.store(to + 3 * n, v);
      v128.store(to + 4 * n, owner);
    }
    x = end;
  }
}

// Stones with a rim, a tilt and now and then a glint; between two of them and beyond a stone's size is mortar. Positions are those
// of the half-size picture. `rows` has room for 5 × (width + 4) numbers.
export function paintMosaic(placed: usize, stones: usize, grain: usize, rows: usize, out: usize, width: i32, height: i32, cell: f32, ox: f32, oy: f32, joint: f32, sx: i32, sy: i32): void {
  const x0 = <i32>floor<f32>(-ox / cell) - 1;
  const y0 = <i32>floor<f32>(-oy / cell) - 1;
  const nx = <i32>floor<f32>((<f32>(width >> 1) - 0.5 - ox) / cell) + 2 - x0;
  const inverse: f32 = 1 / cell;
  const n = <usize>(width + 4) << 2;
  for (let y = 0; y < height; y++) {
    nearestStones(placed, rows, width, y, nx, x0, y0, cell, ox, oy);
    for (let x = 0; x < width; x++) {
      const from = rows + (<usize>x << 2);
      const best = load<f32>(from);
      const u = load<f32>(from + 2 * n);
      const v = load<f32>(from + 3 * n);
      const owner = load<usize>(from + 4 * n);
      const stone = stones + (<usize>load<i32>(owner, 28) << 5);
      const colour = v128.load(stone);
      // In cells: how far inside the stone, from 0 at its rim.
      const room = min<f32>((load<f32>(from + n) - best) * 0.5, load<f32>(stone, 24) * cell * 1.12 - best);
      const inside = room * inverse - joint;
      const rough: f32 = noise(grain, x + sx, y + sy) - 0.5;
      const tilt = (load<f32>(stone, 16) * u + load<f32>(stone, 20) * v) * inverse;
      let light: f32 = 1 + tilt * 0.5 + rough * 0.13;
      let shine = f32x4.extract_lane(colour, 3) * max<f32>(0, 0.35 + tilt * 1.6);
      if (inside < 0.13) {
        const cos = load<f32>(owner, 8);
        const sin = load<f32>(owner, 12);
        const isEnd = abs<f32>(u) * 0.87 > abs<f32>(v) * 1.15;
        const nu: f32 = isEnd ? (u < 0 ? -1 : 1) : 0;
        const nv: f32 = isEnd ? 0 : v < 0 ? -1 : 1;
        const facing = -(nu * cos - nv * sin) * 0.6 - (nu * sin + nv * cos) * 0.8;
        const rim: f32 = <f32>1 - ramp(0, 0.13, inside);
        light += rim * facing * 0.24;
        shine *= 1 - rim;
      }
      let p = f32x4.add(f32x4.mul(colour, f32x4.splat(light)), f32x4.mul(f32x4(1, 0.95, 0.8, 0), f32x4.splat(shine)));
      if (inside < 0.035) {
        const mortar = f32x4.add(f32x4(0.11, 0.1, 0.09, 0), f32x4.mul(colour, f32x4.splat(0.32)));
        p = mixPixels(f32x4.mul(mortar, f32x4.splat(1 + rough * 0.5)), p, f32x4.splat(ramp(-0.035, 0.035, inside)));
      }
      v128.store(out + (<usize>(y * width + x) << 4), p);
    }
  }
}
