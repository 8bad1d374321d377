import { softTanh4, smooth4, bytes4, f4 } from './vector4';

// Sheets: what lies on the canvas becomes chalk, graphite or ink on paper. Four pixels at a time, results are pictures.

// @ts-ignore: decorator
@inline
function open4(canvas: usize, w: i32, x: i32, y: i32): v128 {
  return f32x4.mul(
    f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(v128.load64_zero(canvas + <usize>(y * w * 10 + x * 2)))),
    f32x4.splat(1 / 32767.0),
  );
}
// @ts-ignore: decorator
@inline
function red4(canvas: usize, w: i32, x: i32, y: i32): v128 {
  return f32x4.mul(
    f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(v128.load64_zero(canvas + <usize>((y * 5 + 1) * w * 2 + x * 2)))),
    f32x4.splat(1 / 16384.0),
  );
}
// @ts-ignore: decorator
@inline
function put(out: usize, r: v128, g: v128, b: v128): void {
  const lo = v128.shuffle<i32>(r, g, 0, 4, 1, 5),
    hi = v128.shuffle<i32>(r, g, 2, 6, 3, 7);
  v128.store(out, v128.shuffle<i32>(lo, b, 0, 1, 4, 4));
  v128.store(out, v128.shuffle<i32>(lo, b, 2, 3, 5, 5), 16);
  v128.store(out, v128.shuffle<i32>(hi, b, 0, 1, 6, 6), 32);
  v128.store(out, v128.shuffle<i32>(hi, b, 2, 3, 7, 7), 48);
}
// @ts-ignore: decorator
@inline
function mix(a: v128, b: v128, t: v128): v128 {
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), t));
}
// One line of a drawing, 0..1: tanh(sharp (threshold - gain E)).
// @ts-ignore: decorator
@inline
function line(e: v128, gain: f32, threshold: f32, sharp: f32): v128 {
  return softTanh4(f32x4.mul(f4(sharp), f32x4.sub(f4(threshold), f32x4.mul(e, f4(gain)))));
}

// Chalk on a dark sheet, rubbed in below. `rubbed`: half-size picture.
export function pastelSheet(
  canvas: usize,
  rubbed: usize,
  border: usize,
  tooth: usize,
  out: usize,
  w: i32,
  h: i32,
  sx: i32,
  sy: i32,
): void {
  const plane = (<usize>w) << 1;
  for (let y = 0; y < h; y++) {
    const grain = tooth + ((<usize>((y + sy) & 511)) << 9);
    let o = out + ((<usize>(y * w)) << 4);
    for (let x = 0; x < w; x += 4, o += 64) {
      const open = open4(canvas, w, x, y),
        texture = f32x4.add(f4(0.94), f32x4.mul(f4(0.12), bytes4(grain + <usize>((x + sx) & 511))));
      const share = f32x4.mul(bytes4(border + <usize>(y * w + x)), f4(0.5)),
        from = rubbed + ((<usize>((y >> 1) * (w >> 1) + (x >> 1))) << 4),
        a = v128.load(from),
        b = v128.load(from, 16),
        p = canvas;
      const red = mix(f32x4.mul(f4(0.21), texture), v128.shuffle<i32>(a, b, 0, 0, 4, 4), share),
        green = mix(f32x4.mul(f4(0.2), texture), v128.shuffle<i32>(a, b, 1, 1, 5, 5), share),
        blue = mix(f32x4.mul(f4(0.25), texture), v128.shuffle<i32>(a, b, 2, 2, 6, 6), share);
      put(
        o,
        f32x4.add(red4(p, w, x, y), f32x4.mul(open, red)),
        f32x4.add(red4(p + plane, w, x, y), f32x4.mul(open, green)),
        f32x4.add(red4(p + 2 * plane, w, x, y), f32x4.mul(open, blue)),
      );
    }
  }
}

// Graphite: hatching, lines, a second line where the pencil searched, a little smudge. `tone`: half-size picture with luma.
export function pencilSheet(
  canvas: usize,
  edges: usize,
  tone: usize,
  tooth: usize,
  swayX: usize,
  swayY: usize,
  border: usize,
  out: usize,
  w: i32,
  h: i32,
  sx: i32,
  sy: i32,
  unit: f32,
): void {
  const one = f4(1),
    sway: f32 = ((0.8 * 6.6) / 255) * unit,
    offX: f32 = 1.4 * unit - 0.8 * 3.3 * unit,
    offY: f32 = -1.2 * unit - 0.8 * 3.3 * unit;
  for (let y = 0; y < h; y++) {
    const grains = (<usize>((y + sy) & 511)) << 9;
    const tones = tone + ((<usize>(y >> 1) * (w >> 1)) << 4);
    let o = out + ((<usize>(y * w)) << 4);
    for (let x = 0; x < w; x += 4, o += 64) {
      const i = <usize>(y * w + x),
        n = grains + <usize>((x + sx) & 511),
        grain = bytes4(tooth + n),
        inside = bytes4(border + i);
      const l0 = load<f32>(tones + ((<usize>(x >> 1)) << 4), 12),
        l1 = load<f32>(tones + ((<usize>(x >> 1)) << 4), 28),
        l = f32x4(l0, l0, l1, l1);
      let second = f4(0);
      for (let k = 0; k < 4; k++) {
        const px = min(w - 1, max(0, <i32>(<f32>(x + k) + offX + <f32>load<u8>(swayX + n + k) * sway + 0.5))),
          py = min(h - 1, max(0, <i32>(<f32>y + offY + <f32>load<u8>(swayY + n + k) * sway + 0.5)));
        const e = load<f32>(edges + ((<usize>(py * w + px)) << 2));
        second = v128.shuffle<i32>(second, f4(e), 1, 2, 3, 4);
      }
      const e1 = line(v128.load(edges + (i << 2)), 20, -0.14, 4),
        e2 = line(second, 20, -0.3, 4);
      const hold = f32x4.add(f4(0.5), f32x4.mul(f4(0.5), smooth4(0.2, 0.75, grain)));
      const smudge = f32x4.add(
        f32x4.mul(f32x4.pmax(f4(0), f32x4.sub(f4(0.86), l)), f32x4.add(f4(0.24), f32x4.mul(grain, f4(0.14)))),
        f32x4.mul(f4(0.5), smooth4(0.22, 0.03, l)),
      );
      const cover = f32x4.sub(one, open4(canvas, w, x, y));
      let light = f32x4.sub(one, f32x4.mul(f32x4.mul(e1, f4(0.9)), hold));
      light = f32x4.mul(light, f32x4.sub(one, f32x4.mul(f32x4.mul(e2, f4(0.35)), hold)));
      light = f32x4.mul(light, f32x4.sub(one, f32x4.pmin(one, smudge)));
      light = f32x4.sub(one, f32x4.mul(f32x4.sub(one, light), inside));
      const a = f32x4.sub(one, f32x4.mul(light, f32x4.sub(one, f32x4.mul(cover, f4(0.86))))),
        paper = f32x4.add(f4(0.955 - 0.0175), f32x4.mul(grain, f4(0.035)));
      put(
        o,
        mix(paper, f4(0.12), a),
        mix(f32x4.sub(paper, f4(0.012)), f4(0.12), a),
        mix(f32x4.sub(paper, f4(0.045)), f4(0.14), a),
      );
    }
  }
}

// Density of the wash at half size: the luma of a picture where the wobble leads, dark as ink.
export function inkDensity(
  picture: usize,
  swayX: usize,
  swayY: usize,
  out: usize,
  w: i32,
  h: i32,
  sx: i32,
  sy: i32,
  unit: f32,
): void {
  const sway: f32 = ((0.7 * 6.6) / 255) * unit,
    off: f32 = -0.7 * 3.3 * unit;
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const n = ((<usize>((2 * y + sy) & 511)) << 9) + <usize>((2 * x + sx) & 511);
      const px = min<f32>(<f32>w - 1.001, max<f32>(0, <f32>x + off + <f32>load<u8>(swayX + n) * sway)),
        py = min<f32>(<f32>h - 1.001, max<f32>(0, <f32>y + off + <f32>load<u8>(swayY + n) * sway));
      const ix = <i32>px,
        iy = <i32>py,
        a = px - <f32>ix,
        b = py - <f32>iy,
        p = picture + ((<usize>(iy * w + ix)) << 4),
        q = p + ((<usize>w) << 4);
      const top = load<f32>(p, 12) + (load<f32>(p, 28) - load<f32>(p, 12)) * a,
        low = load<f32>(q, 12) + (load<f32>(q, 28) - load<f32>(q, 12)) * a;
      const d: f32 = min<f32>(1, max<f32>(0, 1.08 - 1.55 * (top + (low - top) * b)));
      store<f32>(out + ((<usize>(y * w + x)) << 2), d * (0.64 + 0.36 * d)); // d^1.35, nearly
    }
}

// A row of a half-size plane at full size, interpolated. `row`: room for w / 2 + 8.
// @ts-ignore: decorator
@inline
function enlarge(plane: usize, row: usize, out: usize, w: i32, h: i32, y: i32): void {
  const half = w >> 1,
    last = (h >> 1) - 1,
    near = y >> 1,
    other = min(last, max(0, y & 1 ? near + 1 : near - 1));
  const a = plane + ((<usize>(near * half)) << 2),
    b = plane + ((<usize>(other * half)) << 2),
    from = row + 16;
  for (let x: usize = 0; x < (<usize>half) << 2; x += 16)
    v128.store(from + x, f32x4.add(f32x4.mul(v128.load(a + x), f4(0.75)), f32x4.mul(v128.load(b + x), f4(0.25))));
  store<f32>(from - 4, load<f32>(from));
  store<f32>(from + ((<usize>half) << 2), load<f32>(from + ((<usize>half) << 2) - 4));
  for (let x: usize = 0; x < (<usize>half) << 2; x += 16) {
    const m = f32x4.mul(v128.load(from + x), f4(0.75)),
      l = f32x4.add(m, f32x4.mul(v128.load(from + x - 4), f4(0.25))),
      r = f32x4.add(m, f32x4.mul(v128.load(from + x + 4), f4(0.25)));
    v128.store(out + 2 * x, v128.shuffle<i32>(l, r, 0, 4, 1, 5));
    v128.store(out + 2 * x, v128.shuffle<i32>(l, r, 2, 6, 3, 7), 16);
  }
}

// Ink on paper: wash with soft steps and dark rims, brush strokes with flying white, lines; much bare paper. `density`, `near`, `far`: half-size
// planes, the last two blurred; `luma`: full size; `rows`: room for 5 (w + 16) numbers.
export function inkSheet(
  canvas: usize,
  edges: usize,
  luma: usize,
  density: usize,
  near: usize,
  far: usize,
  grain: usize,
  mottle: usize,
  blotch: usize,
  border: usize,
  rows: usize,
  out: usize,
  w: i32,
  h: i32,
  sx: i32,
  sy: i32,
): void {
  const one = f4(1),
    zero = f4(0),
    line0 = rows,
    line1 = rows + ((<usize>(w + 16)) << 2),
    line2 = line1 + ((<usize>(w + 16)) << 2),
    line3 = line2 + ((<usize>(w + 16)) << 2);
  for (let y = 0; y < h; y++) {
    enlarge(density, line0, line1, w, h, y);
    enlarge(near, line0, line2, w, h, y);
    enlarge(far, line0, line3, w, h, y);
    const grains = (<usize>((y + sy) & 511)) << 9;
    let o = out + ((<usize>(y * w)) << 4);
    for (let x = 0; x < w; x += 4, o += 64) {
      const i = <usize>(y * w + x),
        n = grains + <usize>((x + sx) & 511),
        j = (<usize>x) << 2;
      const D = v128.load(line1 + j),
        D1 = v128.load(line2 + j),
        D2 = v128.load(line3 + j),
        spots = bytes4(mottle + n),
        paper4 = bytes4(grain + n);
      const wet = f32x4.mul(f4(0.7), smooth4(0.4, 0.75, spots)),
        d0 = mix(D, D2, wet);
      const brush = f32x4.add(red4(canvas, w, x, y), f32x4.mul(D, open4(canvas, w, x, y)));
      const d = f32x4.mul(f32x4.add(d0, brush), f4(0.5));
      // four soft steps
      const c = f32x4.pmin(one, f32x4.pmax(zero, d)),
        middle = f32x4.mul(f32x4.add(f32x4.floor(f32x4.mul(c, f4(4))), f4(0.5)), f4(0.25)),
        from = f32x4.sub(c, middle);
      const over = f32x4.pmax(zero, f32x4.sub(f32x4.mul(f32x4.abs(from), f4(8)), f4(0.75)));
      const q = f32x4.add(middle, v128.or(f32x4.mul(over, f4(0.5)), v128.and(from, f4(-0.0))));
      const rim = f32x4.pmin(f4(0.25), f32x4.pmax(zero, f32x4.mul(f4(1.3), f32x4.sub(d, D1)))),
        dry = smooth4(0.25, 0.7, f32x4.add(paper4, f32x4.mul(q, f4(0.7))));
      let a = f32x4.add(f32x4.add(f32x4.mul(q, f4(0.8)), f32x4.mul(d, f4(0.15))), rim);
      a = f32x4.mul(
        f32x4.mul(a, f32x4.add(f4(0.72), f32x4.mul(f4(0.28), dry))),
        f32x4.add(f4(0.8), f32x4.mul(f4(0.4), bytes4(blotch + n))),
      );
      const u = f32x4.add(
        f32x4.mul(v128.load(luma + (i << 2)), f4(0.8)),
        f32x4.mul(v128.load(edges + (i << 2)), f4(22)),
      );
      const e = f32x4.mul(
        softTanh4(f32x4.mul(f4(3.2), f32x4.sub(f4(0.12), u))),
        f32x4.add(f4(0.55), f32x4.mul(f4(0.45), dry)),
      );
      a = f32x4.mul(f32x4.pmin(one, f32x4.pmax(a, f32x4.mul(e, f4(0.95)))), bytes4(border + i));
      const paper = f32x4.add(f4(0.94 - 0.0325), f32x4.add(f32x4.mul(spots, f4(0.03)), f32x4.mul(paper4, f4(0.035))));
      put(
        o,
        mix(paper, f4(0.07), a),
        mix(f32x4.sub(paper, f4(0.025)), f4(0.075), a),
        mix(f32x4.sub(paper, f4(0.085)), f4(0.095), a),
      );
    }
  }
}

// A cinnabar seal pressed on the sheet; `mark`: seven bytes of seven bits.
export function seal(mark: usize, cold: usize, grain: usize, out: usize, w: i32, left: i32, top: i32, side: i32): void {
  const unit: f32 = <f32>side / 34;
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const n = ((<usize>((top + y) & 511)) << 9) + <usize>((left + x) & 511);
      const edge: f32 =
        <f32>min(min(x, y), min(side - 1 - x, side - 1 - y)) / unit + (<f32>load<u8>(cold + n) / 255 - 0.5) * 4;
      if (edge < 0) continue;
      const u = <i32>floor((<f32>x / unit - 3) / 4),
        v = <i32>floor((<f32>y / unit - 3) / 4);
      const isCut = u >= 0 && v >= 0 && u < 7 && v < 7 && ((load<u8>(mark + <usize>v) >> <u8>(6 - u)) & 1) == 1;
      const a: f32 = min<f32>(1, (isCut ? <f32>0.08 : <f32>0.9) * (0.75 + (0.35 * <f32>load<u8>(grain + n)) / 255));
      const p = out + ((<usize>((top + y) * w + left + x)) << 4);
      store<f32>(p, load<f32>(p) + (0.74 - load<f32>(p)) * a);
      store<f32>(p, load<f32>(p, 4) + (0.16 - load<f32>(p, 4)) * a, 4);
      store<f32>(p, load<f32>(p, 8) + (0.12 - load<f32>(p, 8)) * a, 8);
    }
}
