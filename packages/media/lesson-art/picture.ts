import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from './type/block.ts';

/** Pixels. */
export type Size = { width: number; height: number };

/** A picture with alpha and its place in a frame. Place and size are even, as films want it. */
export type LaidPicture = Box & {
  /** Pixels as a canvas holds them, premultiplied: red, green, blue, alpha from 0 to 255, `width` × `height` × 4 bytes. */
  rgba: Uint8Array;
};

/**
 * Draws a stretch of a frame; `draw` counts pixels from the frame's corner. What lies outside the frame is left out.
 */
export function drawPicture(box: Box, frame: Size, draw: (context: SKRSContext2D) => void): LaidPicture {
  const left = evenBelow(Math.max(0, box.x));
  const top = evenBelow(Math.max(0, box.y));
  const width = Math.max(2, evenAbove(Math.min(frame.width, box.x + box.width) - left));
  const height = Math.max(2, evenAbove(Math.min(frame.height, box.y + box.height) - top));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.translate(-left, -top);
  draw(context);
  return { x: left, y: top, width, height, rgba: new Uint8Array(canvas.data()) };
}

/** A picture as PNG, without its place. */
export async function encodePng(picture: Omit<LaidPicture, 'x' | 'y'>): Promise<Uint8Array> {
  return await canvasOf(picture).encode('png');
}

/** A canvas that holds a picture. */
export function canvasOf({ width, height, rgba }: Omit<LaidPicture, 'x' | 'y'>): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const straight = context.createImageData(width, height);
  const { data } = straight;
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3]!;
    const scale = alpha === 0 ? 0 : 255 / alpha;
    data[at] = rgba[at]! * scale;
    data[at + 1] = rgba[at + 1]! * scale;
    data[at + 2] = rgba[at + 2]! * scale;
    data[at + 3] = alpha;
  }
  context.putImageData(straight, 0, 0);
  return canvas;
}

function evenBelow(value: number): number {
  return Math.floor(value / 2) * 2;
}

function evenAbove(value: number): number {
  return Math.ceil(value / 2) * 2;
}
