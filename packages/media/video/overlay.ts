import type { Canvas } from '@napi-rs/canvas';
import type { Frame } from 'node-av/lib';
import { check } from './native.ts';

/** A picture with alpha, ready to be laid over YUV frames without turning them into RGB. Positions and sizes are even. */
export type Overlay = {
  x: number;
  y: number;
  width: number;
  height: number;
  luma: Uint8Array;
  alpha: Uint8Array;
  u: Uint8Array;
  v: Uint8Array;
  /** At half width and height, as U and V are. */
  chromaAlpha: Uint8Array;
};

/** A colour in BT.709 YUV, limited range. */
type Yuv = readonly [y: number, u: number, v: number];

/** BT.709, limited range, from red, green and blue of 0–255. */
export function toYuv(r: number, g: number, b: number): Yuv {
  return [
    16 + 0.18259 * r + 0.61423 * g + 0.06201 * b,
    128 - 0.10064 * r - 0.33857 * g + 0.43922 * b,
    128 + 0.43922 * r - 0.39894 * g - 0.04027 * b,
  ];
}

/** Turns a canvas of even size into an overlay whose corner lies at an even position. */
export function createOverlay(canvas: Canvas, { x, y }: { x: number; y: number }): Overlay {
  const { width, height } = canvas;
  const pixels = canvas.data();
  const half = (width / 2) * (height / 2);
  const overlay: Overlay = {
    x,
    y,
    width,
    height,
    luma: new Uint8Array(width * height),
    alpha: new Uint8Array(width * height),
    u: new Uint8Array(half),
    v: new Uint8Array(half),
    chromaAlpha: new Uint8Array(half),
  };
  for (let row = 0, chroma = 0; row < height; row += 2) {
    for (let column = 0; column < width; column += 2, chroma++) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const at of [
        row * width + column,
        row * width + column + 1,
        (row + 1) * width + column,
        (row + 1) * width + column + 1,
      ]) {
        const a = pixels[at * 4 + 3]!;
        if (a === 0) continue;
        const [r, g, b] = [pixels[at * 4]!, pixels[at * 4 + 1]!, pixels[at * 4 + 2]!];
        // Canvas pixels are premultiplied: the sums weigh each pixel by its alpha.
        const scale = 255 / a;
        overlay.luma[at] = Math.round(16 + (0.18259 * r + 0.61423 * g + 0.06201 * b) * scale);
        overlay.alpha[at] = a;
        red += r;
        green += g;
        blue += b;
        alpha += a;
      }
      if (alpha === 0) continue;
      const [, u, v] = toYuv((red * 255) / alpha, (green * 255) / alpha, (blue * 255) / alpha);
      overlay.u[chroma] = Math.round(u);
      overlay.v[chroma] = Math.round(v);
      overlay.chromaAlpha[chroma] = Math.round(alpha / 4);
    }
  }
  return overlay;
}

/** Lays an overlay over a YUV 4:2:0 frame. `opacity` is 0 to 1. */
export function layOver(frame: Frame, overlay: Overlay, opacity: number): void {
  if (opacity <= 0) return;
  check(frame.makeWritable(), 'preparing a frame');
  const planes = frame.data!;
  const { x, y, width, height, luma, alpha, u, v, chromaAlpha } = overlay;
  const strength = Math.round(Math.min(1, opacity) * 257);
  blendPlane(planes[0]!, { stride: frame.linesize[0]!, x, y, width, height }, luma, alpha, strength);
  const half = { x: x / 2, y: y / 2, width: width / 2, height: height / 2 };
  blendPlane(planes[1]!, { stride: frame.linesize[1]!, ...half }, u, chromaAlpha, strength);
  blendPlane(planes[2]!, { stride: frame.linesize[2]!, ...half }, v, chromaAlpha, strength);
}

/** Moves a whole frame toward a colour; `amount` is 0 to 1. */
export function tint(frame: Frame, colour: Yuv, amount: number): void {
  if (amount <= 0) return;
  check(frame.makeWritable(), 'preparing a frame');
  const { width, height } = frame;
  colour.forEach((target, plane) => {
    const table = Uint8Array.from({ length: 256 }, (_, value) => Math.round(value + (target - value) * amount));
    const bytes = frame.data![plane]!;
    const stride = frame.linesize[plane]!;
    const columns = plane === 0 ? width : width / 2;
    const rows = plane === 0 ? height : height / 2;
    for (let row = 0; row < rows; row++) {
      for (let at = row * stride, end = at + columns; at < end; at++) bytes[at] = table[bytes[at]!]!;
    }
  });
}

type Place = { stride: number; x: number; y: number; width: number; height: number };

function blendPlane(plane: Uint8Array, place: Place, values: Uint8Array, alpha: Uint8Array, strength: number): void {
  const { stride, x, y, width, height } = place;
  for (let row = 0; row < height; row++) {
    const start = row * width;
    let last = start + width - 1;
    while (last >= start && alpha[last] === 0) last--;
    let from = start;
    while (from <= last && alpha[from] === 0) from++;
    const shift = (y + row) * stride + x - start;
    for (; from <= last; from++) {
      const old = plane[from + shift]!;
      plane[from + shift] = old + (((values[from]! - old) * alpha[from]! * strength + 32_768) >> 16);
    }
  }
}
