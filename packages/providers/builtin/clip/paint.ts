import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Compositor, Sprite } from '@kinora/media/video/compositing';

/** A rectangle in pixels of a canvas. */
export type Area = { x: number; y: number; width: number; height: number };

/** A sprite and where its top left corner lies in the frame, in frame pixels. */
export type PlacedSprite = { sprite: Sprite; x: number; y: number };

/** The part of a canvas that holds any paint; undefined when it is empty. */
export function paintedArea(canvas: Canvas): Area | undefined {
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

/** Cuts an area out of a canvas. */
export function cutCanvas(canvas: Canvas, area: Area): Canvas {
  const cut = createCanvas(area.width, area.height);
  cut.getContext('2d').drawImage(canvas, -area.x, -area.y);
  return cut;
}

/** Takes a canvas into a compositor. */
export function toSprite(compositor: Compositor, canvas: Canvas, options?: { isLight?: boolean }): Sprite {
  return compositor.addSprite({ width: canvas.width, height: canvas.height, data: canvas.data() }, options);
}

/** Draws a small sprite once. Later calls with the same key give it again. */
export type SpriteMaker = (
  key: string,
  size: { width: number; height: number },
  draw: (context: SKRSContext2D) => void,
  options?: { isLight?: boolean },
) => Sprite;

/** Makes a {@link SpriteMaker} for a compositor. */
export function createSpriteMaker(compositor: Compositor): SpriteMaker {
  const made = new Map<string, Sprite>();
  return (key, { width, height }, draw, options) => {
    const known = made.get(key);
    if (known) return known;
    const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
    draw(canvas.getContext('2d'));
    const sprite = toSprite(compositor, canvas, options);
    made.set(key, sprite);
    return sprite;
  };
}

/** Fills a sprite with a round glow of a colour that fades to nothing. */
export function drawGlow(context: SKRSContext2D, colour: string, size: number): void {
  const middle = size / 2;
  const gradient = context.createRadialGradient(middle, middle, 0, middle, middle, middle);
  for (let step = 0; step <= 8; step++) {
    const alpha = Math.round((1 - step / 8) ** 2.2 * 255);
    gradient.addColorStop(step / 8, `${colour.slice(0, 7)}${alpha.toString(16).padStart(2, '0')}`);
  }
  context.fillStyle = gradient;
  context.fillRect(0, 0, size, size);
}
