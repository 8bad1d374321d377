import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';

/** A piece of a picture and where its top left corner lies in the picture's frame, in frame pixels. */
export type Sprite = { canvas: Canvas; x: number; y: number };

/** The part of a canvas that holds any paint; undefined when it is empty. Coordinates are the canvas's own. */
export function paintedArea(canvas: Canvas): { x: number; y: number; width: number; height: number } | undefined {
  const { width, height } = canvas;
  const bytes = canvas.data();
  const pixels = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  let top = height;
  let bottom = -1;
  let left = width;
  let right = -1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let first = 0;
    while (first < width && pixels[row + first] === 0) first++;
    if (first === width) continue;
    let last = width - 1;
    while (pixels[row + last] === 0) last--;
    top = Math.min(top, y);
    bottom = y;
    left = Math.min(left, first);
    right = Math.max(right, last);
  }
  return bottom < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** First row from which on every pixel of the canvas is opaque; its height when there is none. */
export function opaqueFrom(canvas: Canvas): number {
  const { width, height } = canvas;
  const bytes = canvas.data();
  for (let y = height - 1; y >= 0; y--) {
    for (let at = y * width * 4 + 3, end = at + width * 4; at < end; at += 4) {
      if (bytes[at]! < 255) return y + 1;
    }
  }
  return 0;
}

/** Cuts an area out of a canvas. `frame` is where the frame's corner lies on that canvas. */
export function cutSprite(
  canvas: Canvas,
  area: { x: number; y: number; width: number; height: number },
  frame: { x: number; y: number },
): Sprite {
  const cut = createCanvas(area.width, area.height);
  cut.getContext('2d').drawImage(canvas, -area.x, -area.y);
  return { canvas: cut, x: area.x - frame.x, y: area.y - frame.y };
}

/** A round glow that fades to nothing, for lights and glints. */
export function glowSprite(colour: string, size: number): Canvas {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext('2d');
  const middle = size / 2;
  const gradient = context.createRadialGradient(middle, middle, 0, middle, middle, middle);
  for (let step = 0; step <= 8; step++) {
    const alpha = Math.round((1 - step / 8) ** 2.2 * 255);
    gradient.addColorStop(step / 8, `${colour}${alpha.toString(16).padStart(2, '0')}`);
  }
  context.fillStyle = gradient;
  context.fillRect(0, 0, size, size);
  return canvas;
}
