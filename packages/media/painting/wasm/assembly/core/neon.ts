import { clamp01, smooth } from './pixel';
import { doubleRow } from './blur';

// Tubes of light along both sides of the edges, and the dim room behind them. `wide` is the smooth picture blurred, of half size: it
// decides the hue, warm magenta to cool cyan, green lime.
export function neonTubes(
  calm: usize,
  wide: usize,
  edges: usize,
  tubes: usize,
  room: usize,
  row: usize,
  width: i32,
  height: i32,
): void {
  for (let y = 0; y < height; y++) {
    doubleRow(wide, width >> 1, height >> 1, y, row, width);
    const down: f32 = (0.5 - (<f32>y + 0.5) / <f32>height) * 0.15;
    for (let x = 0; x < width; x++) {
      const i = <usize>(y * width + x);
      const d = load<f32>(edges + i * 4) * 26;
      const e = smooth(0.06, 0.6, -d) + smooth(0.3, 0.9, d) * 0.35;
      const c = v128.load(row + (<usize>x << 4));
      const r = f32x4.extract_lane(c, 0);
      const g = f32x4.extract_lane(c, 1);
      const b = f32x4.extract_lane(c, 2);
      const warm = clamp01((r - b) * 2.2 + 0.45);
      const green = clamp01((g - (r + b) * 0.5) * 5);
      const hot = smooth(0.75, 1, warm) * smooth(0.35, 0.75, r);
      const mix = clamp01(warm * 0.75 + (0.5 - (<f32>x + 0.5) / <f32>width) * 0.5 + down);
      const colour = f32x4(
        0.05 + mix + hot * 0.15,
        0.85 - 0.75 * mix + green * 0.3 + hot * 0.42,
        1 - 0.3 * mix - green * 0.5 - hot * 0.55,
        0,
      );
      v128.store(tubes + i * 16, f32x4.mul(colour, f32x4.splat(e)));
      const l = f32x4.extract_lane(v128.load(calm + i * 16), 3);
      const v = l * sqrt<f32>(l);
      v128.store(
        room + i * 16,
        f32x4(0.035 + v * 0.2 * (0.5 + warm * 0.7), 0.02 + v * 0.1 + v * v * 0.05, 0.085 + v * 0.34, 0),
      );
    }
  }
}

// Room, tubes with white-hot cores, and their `glow` of half size. `row` has room for a row of a picture.
export function neonGlow(tubes: usize, room: usize, glow: usize, out: usize, row: usize, width: i32, height: i32): void {
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  for (let y = 0; y < height; y++) {
    doubleRow(glow, width >> 1, height >> 1, y, row, width);
    for (let x = 0; x < width; x++) {
      const i = <usize>(y * width + x) << 4;
      const tube = v128.load(tubes + i);
      const most = f32x4.pmax(tube, f32x4.pmax(v128.shuffle<i32>(tube, tube, 1, 2, 0, 3), v128.shuffle<i32>(tube, tube, 2, 0, 1, 3)));
      let a = f32x4.add(v128.load(room + i), f32x4.mul(tube, f32x4.splat(0.75)));
      a = f32x4.add(a, f32x4.mul(f32x4.mul(most, most), f32x4.splat(0.48)));
      a = f32x4.add(a, v128.load(row + (<usize>x << 4)));
      // 1 - exp(-1.25 a), as 1 - (1 - 1.25 a / 8)^8 and never below 0
      let k = f32x4.pmax(zero, f32x4.sub(one, f32x4.mul(a, f32x4.splat(1.25 / 8.0))));
      k = f32x4.mul(k, k);
      k = f32x4.mul(k, k);
      k = f32x4.mul(k, k);
      v128.store(out + i, f32x4.sub(one, k));
    }
  }
}
