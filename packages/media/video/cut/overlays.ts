import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { KinoraError } from '@kinora/capabilities/errors';
import type { Frame } from 'node-av/lib';
import { createCompositor } from '../compositor/compositor.ts';
import type { Draw, Sprite, SpritePixels } from '../compositor/compositor.ts';
import { createFrames } from '../compositor/frames.ts';
import { createSpriteStore } from '../compositor/sprite-store.ts';
import { check } from '../native.ts';
import { yuvSize } from '../yuv-size.ts';
import { aliasYuv, newYuvFrame } from '../yuv.ts';
import type { Size } from './fit.ts';

/** A picture with alpha: path of a PNG, its bytes, or pixels as a canvas holds them (premultiplied RGBA). */
export type Picture = string | Uint8Array | { width: number; height: number; rgba: Uint8Array };

/**
 * Something that lies over a stretch for a while. Times in seconds since the stretch began; they may lie outside it, where
 * something is seen across stretches.
 */
export type Overlay = {
  start: number;
  end: number;
  /** Pixels of the film at which the top left corner lies. */
  x: number;
  y: number;
  /**
   * Pictures that follow one another at one place, each from its time on; the first from the start, whatever its time. `x` and
   * `y` move it from that place. One: it stays the same.
   */
  states: readonly { at: number; picture: Picture; x?: number; y?: number }[];
  /** Seconds in which it comes and goes. Default 0.2; 0: at once. */
  fade?: number;
};

/** What is done to a frame at a time: what lies over it, and how dark it is. Two with the same key look the same. */
export type Finish = { key: string; draws: readonly Seen[]; dark: number };

type Seen = { picture: Picture; x: number; y: number; opacity: number };

/** Lays pictures over frames and darkens them. */
export type OverlayPainter = Disposable & {
  /** @returns A frame that is valid until the next call; the given one stays as it is. */
  paint(frame: Frame, finish: Finish): Promise<Frame>;
};

/** Sprites in memory are thrown away when they are more than so many bytes. */
const mostBytes = 48_000_000;

/** Makes an {@link OverlayPainter}; pictures are read when they are first seen. */
export function createOverlayPainter({ width, height }: Size): OverlayPainter {
  // Rows as long as the kernels' steps, so that nothing lies between them: the frame is drawn and encoded where it is.
  const padded = { width: Math.ceil(width / 16) * 16, height };
  const frames = createFrames({ ...padded, count: 1 });
  const painted = newYuvFrame(padded);
  aliasYuv(painted, new Uint8Array(frames.memory.buffer, 0, yuvSize(padded.width, padded.height)));
  painted.width = width;
  const store = createSpriteStore();
  let compositor = createCompositor({ frames, store });
  let sprites = new Map<Picture, Sprite>();

  const spriteOf = async (picture: Picture): Promise<Sprite> => {
    const known = sprites.get(picture);
    if (known) return known;
    const sprite = compositor.addSprite(await readPicture(picture));
    sprites.set(picture, sprite);
    return sprite;
  };
  return {
    async paint(frame, { draws, dark }) {
      if (compositor.store.used > mostBytes && draws.some(({ picture }) => !sprites.has(picture))) {
        compositor = createCompositor({ frames, store: { memory: compositor.store.memory, used: store.used } });
        sprites = new Map();
      }
      const drawn: Draw[] = [];
      for (const { picture, ...place } of draws) {
        drawn.push({ sprite: await spriteOf(picture), scaleX: 1, scaleY: 1, ...place });
      }
      check(painted.copy(frame), 'copying a frame');
      compositor.lay(drawn, 0);
      if (dark > 0) compositor.grade(0, { gain: 1 - dark });
      return painted;
    },
    [Symbol.dispose]: () => painted.free(),
  };
}

/** What is done to the frame at a time. @param dark How dark the whole is, 0 to 1. Default 0. */
export function finishAt(overlays: readonly Overlay[], time: number, dark = 0): Finish {
  const keys: string[] = [];
  const draws = overlays.flatMap((overlay, index): Seen[] => {
    const opacity = opacityAt(overlay, time);
    const place = stateAt(overlay, time);
    const state = overlay.states[place];
    if (opacity <= 0 || state === undefined) return [];
    keys.push(`${index} ${place} ${opacity.toFixed(3)}`);
    const { picture, x = 0, y = 0 } = state;
    return [{ picture, x: Math.round(overlay.x + x), y: Math.round(overlay.y + y), opacity }];
  });
  if (dark > 0) keys.push(`dark ${dark}`);
  return { key: keys.join(','), draws, dark };
}

/** How much of an overlay is seen, 0 to 1. */
export function opacityAt({ start, end, fade = 0.2 }: Overlay, time: number): number {
  // Half a millisecond: times of frames are not exact.
  if (time < start - 0.0005 || time >= end - 0.0005) return 0;
  const length = Math.min(fade, (end - start) / 2);
  if (length <= 0) return 1;
  const t = Math.min(1, (time - start) / length, (end - time) / length);
  const held = Math.max(0, t);
  return held * held * (3 - 2 * held);
}

/** Which state is seen. */
export function stateAt({ states }: Overlay, time: number): number {
  let index = 0;
  while (index + 1 < states.length && states[index + 1]!.at <= time + 0.0005) index++;
  return index;
}

/** Draws a picture on a canvas of its size. @throws KinoraError `request.invalid`. */
export async function drawPicture(picture: Picture): Promise<Canvas> {
  if (typeof picture === 'object' && 'rgba' in picture) {
    const { width, height, rgba } = picture;
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    const straight = context.createImageData(width, height);
    for (let at = 0; at < straight.data.length; at += 4) {
      const alpha = rgba[at + 3]!;
      for (let channel = 0; channel < 3; channel++) {
        straight.data[at + channel] = alpha > 0 ? Math.round((rgba[at + channel]! * 255) / alpha) : 0;
      }
      straight.data[at + 3] = alpha;
    }
    context.putImageData(straight, 0, 0);
    return canvas;
  }
  const image = await loadImage(picture).catch((cause: unknown) => {
    throw new KinoraError('request.invalid', "A picture to be laid over can't be read; use PNG with alpha.", { cause });
  });
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas;
}

async function readPicture(picture: Picture): Promise<SpritePixels> {
  if (typeof picture === 'object' && 'rgba' in picture) {
    const { width, height, rgba } = picture;
    return { width, height, data: rgba };
  }
  const canvas = await drawPicture(picture);
  const { width, height } = canvas;
  return { width, height, data: canvas.data() };
}
