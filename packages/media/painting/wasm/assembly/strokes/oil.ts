import { q, wide, spread } from './vector';

// Puts the half-size picture where the canvas is still bare; height 0.3.
export function ground(half: usize, canvas: usize, w: i32, h: i32): void {
  const q14 = f32x4.splat(16384),
    plane = (<usize>w) << 1;
  for (let y = 0; y < h; y++) {
    const row = half + ((<usize>((y >> 1) * (w >> 1))) << 4),
      to = canvas + <usize>(y * w * 10);
    for (let x = 0; x < w; x += 8) {
      let at = to + ((<usize>x) << 1);
      const open = v128.load(at);
      if (!v128.any_true(open)) continue;
      const from = row + ((<usize>(x >> 1)) << 4);
      const a = i32x4.trunc_sat_f32x4_s(f32x4.mul(v128.load(from), q14)),
        b = i32x4.trunc_sat_f32x4_s(f32x4.mul(v128.load(from, 16), q14)),
        c = i32x4.trunc_sat_f32x4_s(f32x4.mul(v128.load(from, 32), q14)),
        d = i32x4.trunc_sat_f32x4_s(f32x4.mul(v128.load(from, 48), q14));
      const ab = i16x8.narrow_i32x4_s(a, b),
        cd = i16x8.narrow_i32x4_s(c, d);
      const red = i8x16.shuffle(ab, cd, 0, 1, 0, 1, 8, 9, 8, 9, 16, 17, 16, 17, 24, 25, 24, 25),
        green = i8x16.shuffle(ab, cd, 2, 3, 2, 3, 10, 11, 10, 11, 18, 19, 18, 19, 26, 27, 26, 27),
        blue = i8x16.shuffle(ab, cd, 4, 5, 4, 5, 12, 13, 12, 13, 20, 21, 20, 21, 28, 29, 28, 29);
      at += plane;
      v128.store(at, i16x8.add(v128.load(at), q(red, open)));
      at += plane;
      v128.store(at, i16x8.add(v128.load(at), q(green, open)));
      at += plane;
      v128.store(at, i16x8.add(v128.load(at), q(blue, open)));
      at += plane;
      v128.store(at, i16x8.add(v128.load(at), q(i16x8.splat(4915), open)));
    }
  }
}

// Two rows of 16-bit sums with 8 more on each side.
// Light from the upper left on the height of the paint and the weave of the canvas. `rows`: room for 2 (w + 16) values of 16 bits.
export function relief(
  canvas: usize,
  weave: usize,
  out: usize,
  rows: usize,
  w: i32,
  h: i32,
  depth: f32,
  shine: f32,
  sx: i32,
  sy: i32,
): void {
  const plane = (<usize>w) << 1,
    line = plane * 5,
    height = plane * 4,
    S = rows + 16,
    D = rows + plane + 48;
  const across = i16x8.splat(<i16>(((depth * 0.6) / 9) * 8 * 32768)),
    down = i16x8.splat(<i16>(((depth * 0.8) / 9) * 8 * 32768)),
    gloss = i16x8.splat(<i16>min<f32>(32767, shine * 4 * 16384));
  const most = i16x8.splat(6554),
    least = i16x8.splat(-6554),
    from = i16x8.splat(1638),
    zero = i16x8.splat(0);
  for (let y = 0; y < h; y++) {
    const p0 = canvas + <usize>max(y - 2, 0) * line + height,
      p1 = canvas + <usize>max(y - 1, 0) * line + height,
      p2 = canvas + <usize>y * line + height,
      p3 = canvas + <usize>min(y + 1, h - 1) * line + height,
      p4 = canvas + <usize>min(y + 2, h - 1) * line + height;
    const g0 = weave + ((<usize>((y + sy - 1) & 511)) << 9),
      g1 = weave + ((<usize>((y + sy) & 511)) << 9),
      g2 = weave + ((<usize>((y + sy + 1) & 511)) << 9);
    for (let x: usize = 0; x < plane; x += 16) {
      // heights with 11 bits
      const a = i16x8.shr_s(v128.load(p0 + x), 3),
        b = i16x8.shr_s(v128.load(p1 + x), 3),
        c = i16x8.shr_s(v128.load(p2 + x), 3),
        d = i16x8.shr_s(v128.load(p3 + x), 3),
        e = i16x8.shr_s(v128.load(p4 + x), 3);
      v128.store(S + x, i16x8.add(b, i16x8.add(c, d)));
      v128.store(D + x, i16x8.sub(i16x8.add(e, d), i16x8.add(b, a)));
    }
    for (let k: usize = 2; k <= 4; k += 2) {
      store<i16>(S - k, load<i16>(S));
      store<i16>(S + plane - 2 + k, load<i16>(S + plane - 2));
      store<i16>(D - k, load<i16>(D));
      store<i16>(D + plane - 2 + k, load<i16>(D + plane - 2));
    }
    let p = canvas + <usize>y * line + plane,
      o = out + ((<usize>(y * w)) << 4);
    for (let x: usize = 0; x < plane; x += 16, p += 16, o += 128) {
      let gx = i16x8.sub(
        i16x8.add(v128.load(S + x + 2), v128.load(S + x + 4)),
        i16x8.add(v128.load(S + x - 2), v128.load(S + x - 4)),
      );
      let gy = i16x8.add(v128.load(D + x), i16x8.add(v128.load(D + x - 2), v128.load(D + x + 2)));
      const u = <usize>(((<i32>x >> 1) + sx) & 511),
        before = u > 0 ? u - 1 : 0;
      gx = i16x8.add(gx, i16x8.mul(i16x8.sub(wide(g1 + u + 1), wide(g1 + before)), i16x8.splat(4))); // 0.06 × 9 × 2048 / 255
      gy = i16x8.add(gy, i16x8.mul(i16x8.sub(wide(g2 + u), wide(g0 + u)), i16x8.splat(4)));
      // twice 11 bits, times 8: 15 bits
      const light = i16x8.min_s(
        most,
        i16x8.max_s(least, i16x8.add_sat_s(q(i16x8.shl(gx, 1), across), q(i16x8.shl(gy, 1), down))),
      );
      const spark = q(i16x8.max_s(zero, i16x8.sub(light, from)), gloss);
      const r = v128.load(p),
        g = v128.load(p + plane),
        b = v128.load(p + 2 * plane);
      spread(
        o,
        i16x8.add(i16x8.add(r, q(r, light)), spark),
        i16x8.add(i16x8.add(g, q(g, light)), spark),
        i16x8.add(i16x8.add(b, q(b, light)), spark),
      );
    }
  }
}
