import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { KinoraError } from '@kinora/capabilities/errors';
import type { Frame } from 'node-av/lib';
import { createCompositor } from '../compositor/compositor.ts';
import type { Draw, Sprite, SpritePixels } from '../compositor/compositor.ts';
import { createFrames, layoutOf } from '../compositor/frames.ts';
import { createSpriteStore } from '../compositor/sprite-store.ts';
import { check } from '../native.ts';
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

/** Lays overlays over frames. */
export type OverlayPainter = {
  /** What is seen at a time: frames with the same key look the same. Empty: nothing. */
  keyAt(time: number): string;
  /** Lays what is seen at a time over a frame that nobody else uses. */
  lay(frame: Frame, time: number): Promise<void>;
};

/** Sprites in memory are thrown away when they are more than so many bytes. */
const mostBytes = 48_000_000;

/** Makes an {@link OverlayPainter}; the pictures are read when they are first seen. */
export function createOverlayPainter(overlays: readonly Overlay[], size: Size): OverlayPainter {
  const frames = createFrames({ ...size, count: 1 });
  const store = createSpriteStore();
  let compositor = createCompositor({ frames, store });
  let sprites = new Map<Picture, Sprite>();
  const memory = new Uint8Array(frames.memory.buffer);

  const spriteOf = async (picture: Picture): Promise<Sprite> => {
    const known = sprites.get(picture);
    if (known) return known;
    const sprite = compositor.addSprite(await readPicture(picture));
    sprites.set(picture, sprite);
    return sprite;
  };
  return {
    keyAt: (time) =>
      overlays
        .flatMap((overlay, index) => {
          const opacity = opacityAt(overlay, time);
          return opacity > 0 ? [`${index} ${stateAt(overlay, time)} ${opacity.toFixed(3)}`] : [];
        })
        .join(','),
    async lay(frame, time) {
      const seen = overlays.flatMap((overlay) => {
        const opacity = opacityAt(overlay, time);
        const state = overlay.states[stateAt(overlay, time)];
        return opacity > 0 && state ? [{ overlay, opacity, state }] : [];
      });
      if (seen.length === 0) return;
      if (compositor.store.used > mostBytes && seen.some(({ state }) => !sprites.has(state.picture))) {
        compositor = createCompositor({ frames, store: { memory: compositor.store.memory, used: store.used } });
        sprites = new Map();
      }
      const draws: Draw[] = [];
      for (const { overlay, opacity, state } of seen) {
        const sprite = await spriteOf(state.picture);
        const x = Math.round(overlay.x + (state.x ?? 0));
        const y = Math.round(overlay.y + (state.y ?? 0));
        draws.push({ sprite, x, y, scaleX: 1, scaleY: 1, opacity });
      }
      check(frame.makeWritable(), 'preparing a frame');
      const bands = bandsOf(draws, size.height);
      copyBands(frame, memory, { size, bands, isBack: false });
      compositor.lay(draws, 0);
      copyBands(frame, memory, { size, bands, isBack: true });
    },
  };
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

type Band = { top: number; bottom: number };

/** Rows that draws reach, even, apart from each other. */
function bandsOf(draws: readonly Draw[], height: number): Band[] {
  const bands: Band[] = [];
  const reaches = draws.map(({ sprite, y }) => ({
    top: Math.max(0, Math.floor((y - 1) / 2) * 2),
    bottom: Math.min(height, Math.ceil((y + sprite.height + 1) / 2) * 2),
  }));
  for (const { top, bottom } of reaches.toSorted((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    if (last && top <= last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else if (bottom > top) bands.push({ top, bottom });
  }
  return bands;
}

/** Copies rows of a frame's planes to the compositor's memory, or back. */
function copyBands(
  frame: Frame,
  memory: Uint8Array,
  { size: { width, height }, bands, isBack }: { size: Size; bands: readonly Band[]; isBack: boolean },
): void {
  const { stride, chromaStride } = layoutOf({ width, height });
  const u = stride * height;
  const planes = [
    { address: 0, own: stride, columns: width, part: 1 },
    { address: u, own: chromaStride, columns: width / 2, part: 2 },
    { address: u + (chromaStride * height) / 2, own: chromaStride, columns: width / 2, part: 2 },
  ];
  planes.forEach(({ address, own, columns, part }, plane) => {
    const bytes = frame.data![plane]!;
    const theirs = frame.linesize[plane]!;
    for (const { top, bottom } of bands) {
      for (let row = top / part; row < bottom / part; row++) {
        const [from, to] = [row * theirs, address + row * own];
        if (isBack) bytes.set(memory.subarray(to, to + columns), from);
        else memory.set(bytes.subarray(from, from + columns), to);
      }
    }
  });
}
