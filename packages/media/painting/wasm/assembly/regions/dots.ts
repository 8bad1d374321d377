import { clampPixel, mixPixels } from '../core/pixel';
import { sharpAt } from './kuwahara';
import { between, noise, ramp, tanhOf } from './shading';

// @ts-ignore: decorator
@inline
function cellOf(c: v128): usize {
  const q = i32x4.trunc_sat_f32x4_s(f32x4.mul(clampPixel(c), f32x4.splat(31.99)));
  return <usize>((i32x4.extract_lane(q, 0) << 10) | (i32x4.extract_lane(q, 1) << 5) | i32x4.extract_lane(q, 2)) << 2;
}

// Two colours of a printer's palette per place, the rarer one as dots of a screen at 45°; black where it is dark and on lines.
// `pairs`: 32³ × (first, second, share of the second in 255ths, 0). `palette`: 16 bytes a colour.
export function paintComic(picture: usize, half: usize, lines: usize, pairs: usize, palette: usize, grain: usize, out: usize, width: i32, height: i32, cell: f32, ox: f32, oy: f32, sx: i32, sy: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  const turn: f32 = 0.70710678 / cell;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = <usize>(y * width + x);
      const c = sharpAt(half, v128.load(picture + (i << 4)), w, h, x, y);
      const l = f32x4.extract_lane(c, 3);
      const lift: f32 = (between(0, 1, (l - 0.01) * 1.2) + 0.02) / (l + 0.02);
      const pair = pairs + cellOf(f32x4.mul(c, f32x4.splat(lift)));
      let first = <usize>load<u8>(pair);
      let second = <usize>load<u8>(pair, 1);
      let share = <f32>load<u8>(pair, 2) * (1.0 / 255.0);
      if (share > 0.5) {
        const swap = first;
        first = second;
        second = swap;
        share = 1 - share;
      }
      let p = v128.load(palette + (first << 4));
      if (share >= 0.04) {
        const px = <f32>x - ox;
        const py = <f32>y - oy;
        const u = (px + py) * turn;
        const v = (px - py) * turn;
        const du = u - floor<f32>(u) - 0.5;
        const dv = v - floor<f32>(v) - 0.5;
        const away = sqrt<f32>(du * du + dv * dv) - sqrt<f32>(share * 0.31831);
        const dot: f32 = 1 - ramp(-0.08, 0.08, away);
        if (dot > 0) p = mixPixels(p, v128.load(palette + (second << 4)), f32x4.splat(dot));
      }
      const edge = tanhOf(-9 * (load<f32>(lines + (i << 2)) * 22 + l * 0.3 + 0.02));
      const ink = max<f32>(edge, <f32>1 - ramp(0.1, 0.14, l));
      const paper: f32 = 0.97 + (noise(grain, x + sx, y + sy) - 0.5) * 0.06;
      p = mixPixels(f32x4.mul(p, f32x4.splat(paper)), f32x4(0.08, 0.06, 0.09, 0), f32x4.splat(ink));
      v128.store(out + (i << 4), p);
    }
  }
}

// Colours of the cells of a coarse picture, held until they change by more than noise does: means of `size`² pixels of the
// filtered picture, darker on lines. `cells`: 16 bytes each; written anew where `isFresh`.
export function pixelCells(half: usize, lines: usize, cells: usize, width: i32, height: i32, size: i32, isFresh: i32): void {
  const w = width >> 1;
  const cols = (width + size - 1) / size;
  const rows = (height + size - 1) / size;
  for (let cy = 0; cy < rows; cy++) {
    for (let cx = 0; cx < cols; cx++) {
      const endX = min(width, (cx + 1) * size);
      const endY = min(height, (cy + 1) * size);
      let sum = f32x4.splat(0);
      let edge: f32 = 0;
      let count: f32 = 0;
      for (let y = cy * size; y < endY; y++) {
        for (let x = cx * size; x < endX; x++) {
          sum = f32x4.add(sum, v128.load(half + (<usize>((y >> 1) * w + (x >> 1)) << 4)));
          edge += tanhOf(-8 * (load<f32>(lines + (<usize>(y * width + x) << 2)) * 22 + 0.2));
          count += 1;
        }
      }
      const k: f32 = 1 / count;
      let c = f32x4.mul(sum, f32x4.splat(k));
      const l = f32x4.extract_lane(c, 3);
      c = clampPixel(f32x4.mul(c, f32x4.splat((1 + (l - 0.42) * (l > 0.42 ? 0.12 : 0.35)) * (1 - 0.55 * ramp(0.3, 0.7, edge * k)))));
      const at = cells + (<usize>(cy * cols + cx) << 4);
      const d = f32x4.abs(f32x4.sub(v128.load(at), c));
      const change = f32x4.extract_lane(d, 0) + f32x4.extract_lane(d, 1) + f32x4.extract_lane(d, 2);
      if (isFresh || change >= 0.05) v128.store(at, c);
    }
  }
}

// Entry of the palette for each cell: of its pair by an ordered 4 × 4 pattern; short mixes don't dither.
export function pixelEntries(cells: usize, pairs: usize, pattern: usize, out: usize, cols: i32, rows: i32): void {
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < cols; x++) {
      const i = <usize>(y * cols + x);
      const pair = pairs + cellOf(v128.load(cells + (i << 4)));
      const share = <f32>load<u8>(pair, 2) * (1.0 / 255.0);
      const mark = load<f32>(pattern + (<usize>(((y & 3) << 2) | (x & 3)) << 2));
      const level: f32 = share < 0.2 ? 0 : share > 0.8 ? 1 : 0.25 + 0.25 * floor<f32>((share - 0.25) * 4 + 0.5);
      store<u8>(out + i, level > mark ? load<u8>(pair, 1) : load<u8>(pair));
    }
  }
}

// Cells as squares of one colour; one that differs from four like neighbours is taken for a flaw.
export function paintPixels(entries: usize, palette: usize, out: usize, width: i32, height: i32, size: i32): void {
  const cols = (width + size - 1) / size;
  const rows = (height + size - 1) / size;
  for (let cy = 0; cy < rows; cy++) {
    for (let cx = 0; cx < cols; cx++) {
      const i = <usize>(cy * cols + cx);
      let entry = load<u8>(entries + i);
      if (cx > 0 && cy > 0 && cx < cols - 1 && cy < rows - 1) {
        const left = load<u8>(entries + i - 1);
        if (left == load<u8>(entries + i + 1) && left == load<u8>(entries + i - <usize>cols) && left == load<u8>(entries + i + <usize>cols)) entry = left;
      }
      const colour = v128.load(palette + (<usize>entry << 4));
      const endX = min(width, (cx + 1) * size);
      const endY = min(height, (cy + 1) * size);
      for (let y = cy * size; y < endY; y++)
        for (let x = cx * size; x < endX; x++) v128.store(out + (<usize>(y * width + x) << 4), colour);
    }
  }
}
