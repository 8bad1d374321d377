import { clampInt } from './pixel';

// Mean over (2r + 1)² pixels, edges repeated; sliding sums, so the radius costs nothing. `row` has room for one row,
// `scratch` for a picture. The result lies in `out`, which may be `picture`.
export function boxPicture(picture: usize, out: usize, scratch: usize, row: usize, w: i32, h: i32, r: i32): void {
  const k = f32x4.splat(1 / <f32>(r + r + 1));
  const last = w - 1;
  for (let y = 0; y < h; y++) {
    const from = picture + (<usize>(y * w) << 4);
    const to = scratch + (<usize>(y * w) << 4);
    let sum = f32x4.mul(v128.load(from), f32x4.splat(<f32>(r + 1)));
    for (let i = 1; i <= r; i++) sum = f32x4.add(sum, v128.load(from + (<usize>min(i, last) << 4)));
    for (let x = 0; x < w; x++) {
      v128.store(to + (<usize>x << 4), f32x4.mul(sum, k));
      const enters = v128.load(from + (<usize>min(x + r + 1, last) << 4));
      sum = f32x4.add(sum, f32x4.sub(enters, v128.load(from + (<usize>max(x - r, 0) << 4))));
    }
  }
  down(scratch, out, row, w * 4, h, r);
}

// The same for a plane of numbers.
export function boxPlane(plane: usize, out: usize, scratch: usize, row: usize, w: i32, h: i32, r: i32): void {
  const k: f32 = 1 / <f32>(r + r + 1);
  const last = w - 1;
  for (let y = 0; y < h; y++) {
    const from = plane + (<usize>(y * w) << 2);
    const to = scratch + (<usize>(y * w) << 2);
    let sum: f32 = load<f32>(from) * <f32>(r + 1);
    for (let i = 1; i <= r; i++) sum += load<f32>(from + (<usize>min(i, last) << 2));
    for (let x = 0; x < w; x++) {
      store<f32>(to + (<usize>x << 2), sum * k);
      sum += load<f32>(from + (<usize>min(x + r + 1, last) << 2)) - load<f32>(from + (<usize>max(x - r, 0) << 2));
    }
  }
  down(scratch, out, row, w, h, r);
}

// Vertical means of rows of `n` numbers, four at a time and the rest one by one.
function down(source: usize, out: usize, row: usize, n: i32, h: i32, r: i32): void {
  const k: f32 = 1 / <f32>(r + r + 1);
  const stride = <usize>n << 2;
  const bytes = stride & ~15;
  const many: f32 = <f32>(r + 1);
  for (let x: usize = 0; x < stride; x += 4) store<f32>(row + x, load<f32>(source + x) * many);
  for (let i = 1; i <= r; i++) {
    const from = source + <usize>min(i, h - 1) * stride;
    for (let x: usize = 0; x < stride; x += 4) store<f32>(row + x, load<f32>(row + x) + load<f32>(from + x));
  }
  for (let y = 0; y < h; y++) {
    const enters = source + <usize>min(y + r + 1, h - 1) * stride;
    const leaves = source + <usize>max(y - r, 0) * stride;
    const to = out + <usize>y * stride;
    for (let x: usize = 0; x < bytes; x += 16) {
      const sum = v128.load(row + x);
      v128.store(to + x, f32x4.mul(sum, f32x4.splat(k)));
      v128.store(row + x, f32x4.add(sum, f32x4.sub(v128.load(enters + x), v128.load(leaves + x))));
    }
    for (let x: usize = bytes; x < stride; x += 4) {
      const sum = load<f32>(row + x);
      store<f32>(to + x, sum * k);
      store<f32>(row + x, sum + load<f32>(enters + x) - load<f32>(leaves + x));
    }
  }
}

// Means of 2 × 2 pixels. Odd sizes drop the last row or column.
export function halve(picture: usize, out: usize, width: i32, height: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  for (let y = 0; y < h; y++) {
    let from = picture + (<usize>(y * 2 * width) << 4);
    let to = out + (<usize>(y * w) << 4);
    const stride = <usize>width << 4;
    for (let x = 0; x < w; x++) {
      const top = f32x4.add(v128.load(from), v128.load(from, 16));
      const low = f32x4.add(v128.load(from + stride), v128.load(from + stride, 16));
      v128.store(to, f32x4.mul(f32x4.add(top, low), f32x4.splat(0.25)));
      from += 32;
      to += 16;
    }
  }
}

// A picture of size w × h at the place (x, y) of its pixels' centres, linear between them, edges repeated.
// @ts-ignore: decorator
@inline
export function sampleLinear(picture: usize, w: i32, h: i32, x: f32, y: f32): v128 {
  const fx = min<f32>(<f32>(w - 1), max<f32>(0, x));
  const fy = min<f32>(<f32>(h - 1), max<f32>(0, y));
  const x0 = <i32>fx;
  const y0 = <i32>fy;
  const i = picture + (<usize>(y0 * w + x0) << 4);
  const right: usize = x0 < w - 1 ? 16 : 0;
  const below: usize = y0 < h - 1 ? <usize>w << 4 : 0;
  const a = f32x4.splat(fx - <f32>x0);
  const b = f32x4.splat(fy - <f32>y0);
  const p = v128.load(i);
  const q = v128.load(i + below);
  const top = f32x4.add(p, f32x4.mul(f32x4.sub(v128.load(i + right), p), a));
  const low = f32x4.add(q, f32x4.mul(f32x4.sub(v128.load(i + below + right), q), a));
  return f32x4.add(top, f32x4.mul(f32x4.sub(low, top), b));
}

// Row `y` of a picture of size w × h brought to double size, `width` pixels of it: what sampleLinear gives at x / 2 - 1/4,
// in a fraction of the time.
export function doubleRow(picture: usize, w: i32, h: i32, y: i32, out: usize, width: i32): void {
  const quarter = f32x4.splat(0.25);
  const most = f32x4.splat(0.75);
  const j = y >> 1;
  const near = picture + (<usize>(clampInt(j, h - 1) * w) << 4);
  const far = picture + (<usize>(clampInt(y & 1 ? j + 1 : j - 1, h - 1) * w) << 4);
  let middle = f32x4.add(f32x4.mul(v128.load(near), most), f32x4.mul(v128.load(far), quarter));
  let left = middle;
  const pairs = min<i32>(w, width >> 1);
  let to = out;
  for (let x = 0; x < pairs; x++) {
    const next = <usize>min<i32>(x + 1, w - 1) << 4;
    const right = f32x4.add(f32x4.mul(v128.load(near + next), most), f32x4.mul(v128.load(far + next), quarter));
    const own = f32x4.mul(middle, most);
    v128.store(to, f32x4.add(own, f32x4.mul(left, quarter)));
    v128.store(to, f32x4.add(own, f32x4.mul(right, quarter)), 16);
    left = middle;
    middle = right;
    to += 32;
  }
  for (let x = pairs * 2; x < width; x++) {
    v128.store(to, middle);
    to += 16;
  }
}

// `sum` + `picture` × `weights` (four numbers), the picture being brought from a size of w × h to double size first.
export function addDoubled(sum: usize, picture: usize, weights: usize, row: usize, w: i32, h: i32, width: i32, height: i32): void {
  const k = v128.load(weights);
  for (let y = 0; y < height; y++) {
    doubleRow(picture, w, h, y, row, width);
    const at = sum + (<usize>(y * width) << 4);
    const bytes = <usize>width << 4;
    for (let x: usize = 0; x < bytes; x += 16)
      v128.store(at + x, f32x4.add(v128.load(at + x), f32x4.mul(v128.load(row + x), k)));
  }
}

// A picture times four numbers, in place.
export function scalePicture(picture: usize, weights: usize, count: i32): void {
  const k = v128.load(weights);
  for (let i: usize = 0; i < <usize>count << 4; i += 16) v128.store(picture + i, f32x4.mul(v128.load(picture + i), k));
}

// Gaussian difference G(s) - G(1.6 s) of a plane, separable. `weights` holds both kernels from their middle outwards,
// 2 × (radius + 1) numbers; `narrow` and `wide` have room for a plane.
export function gaussianDifference(
  plane: usize,
  out: usize,
  narrow: usize,
  wide: usize,
  weights: usize,
  w: i32,
  h: i32,
  radius: i32,
): void {
  const second = <usize>(radius + 1) << 2;
  for (let y = 0; y < h; y++) {
    const row = plane + (<usize>(y * w) << 2);
    for (let x = 0; x < w; x++) {
      const at = <usize>(y * w + x) << 2;
      if (x >= radius && x + 4 + radius <= w) {
        const p = row + (<usize>x << 2);
        const middle = v128.load(p);
        let a = f32x4.mul(middle, v128.load32_splat(weights));
        let b = f32x4.mul(middle, v128.load32_splat(weights + second));
        for (let t = 1; t <= radius; t++) {
          const by = <usize>t << 2;
          const both = f32x4.add(v128.load(p - by), v128.load(p + by));
          a = f32x4.add(a, f32x4.mul(both, v128.load32_splat(weights + by)));
          b = f32x4.add(b, f32x4.mul(both, v128.load32_splat(weights + second + by)));
        }
        v128.store(narrow + at, a);
        v128.store(wide + at, b);
        x += 3;
        continue;
      }
      let a: f32 = 0;
      let b: f32 = 0;
      for (let t = -radius; t <= radius; t++) {
        const value = load<f32>(row + (<usize>clampInt(x + t, w - 1) << 2));
        const by = <usize>abs(t) << 2;
        a += value * load<f32>(weights + by);
        b += value * load<f32>(weights + second + by);
      }
      store<f32>(narrow + at, a);
      store<f32>(wide + at, b);
    }
  }
  const stride = <usize>w << 2;
  for (let y = 0; y < h; y++) {
    const to = out + <usize>y * stride;
    for (let x: usize = 0; x < stride; x += 16) {
      // The last columns of a width that is not a multiple of four are done twice.
      const at = min(x, stride - 16);
      const here = <usize>y * stride + at;
      let sum = f32x4.mul(v128.load(narrow + here), v128.load32_splat(weights));
      sum = f32x4.sub(sum, f32x4.mul(v128.load(wide + here), v128.load32_splat(weights + second)));
      for (let t = 1; t <= radius; t++) {
        const up = <usize>max(y - t, 0) * stride + at;
        const low = <usize>min(y + t, h - 1) * stride + at;
        const by = <usize>t << 2;
        const a = f32x4.add(v128.load(narrow + up), v128.load(narrow + low));
        const b = f32x4.add(v128.load(wide + up), v128.load(wide + low));
        sum = f32x4.add(sum, f32x4.mul(a, v128.load32_splat(weights + by)));
        sum = f32x4.sub(sum, f32x4.mul(b, v128.load32_splat(weights + second + by)));
      }
      v128.store(to + at, sum);
    }
  }
}
