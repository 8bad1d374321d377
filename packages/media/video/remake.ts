import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { readAnimatedWebp } from './animated-webp.ts';
import { decodeVideoSync, probeSync } from './decode.ts';
import { createSegmentEncoder } from './segment-encoder.ts';
import { createYuvConverter, readYuv } from './yuv.ts';
import { yuvSize } from './yuv-size.ts';

/** How frames of a video model become a clip. */
export type RemakeOptions = {
  /** A video, an animated WebP, or stills (PNG, JPEG, WebP) in order. */
  from: readonly Uint8Array[];
  /** Which part of `from` the clip shows, 0 to 1. Default the whole. */
  window?: [number, number];
  /** Given: the clip dissolves into this one. */
  to?: readonly Uint8Array[];
  /** Which part of `to` is shown meanwhile. Default its first frame. */
  toWindow?: [number, number];
  /** Number of frames, ≥ 1. */
  frames: number;
  fps: number;
  /** Pixels, even. Frames of another shape are scaled to cover it and cut evenly. */
  width: number;
  height: number;
};

type Size = { width: number; height: number };

/** Frames kept of one source; of a longer one every second, fourth … is taken. */
const mostFrames = 160;
const maximumPixels = 40_000_000;

/**
 * Makes an H.264 MP4 of exactly the asked size, rate and number of frames from what a video model gave: its frames are spread
 * evenly over the clip, with blends between neighbours.
 */
export async function remakeClipHere(options: RemakeOptions, onProgress: (done: number) => void): Promise<Uint8Array> {
  const { width, height, frames, fps, window = [0, 1], toWindow = [0, 0] } = options;
  const from = await readFrames(options.from, { width, height });
  const to = options.to && (await readFrames(options.to, { width, height }));
  using encoder = createSegmentEncoder({ width, height, fps });
  const [first, second] = [new Uint8Array(yuvSize(width, height)), new Uint8Array(yuvSize(width, height))];
  for (let frame = 0; frame < frames; frame++) {
    const time = frames > 1 ? frame / (frames - 1) : 0;
    pickFrame(from, between(window, time), first);
    if (to) {
      pickFrame(to, between(toWindow, time), second);
      blend(first, second, time * time * (3 - 2 * time), first);
    }
    encoder.addYuv(first);
    onProgress((frame + 1) / frames);
  }
  return encoder.finish();
}

/** The frame at a place of a source, 0 to 1: blended of the two next to it. */
function pickFrame(frames: readonly Uint8Array[], place: number, out: Uint8Array): void {
  const position = Math.min(1, Math.max(0, place)) * (frames.length - 1);
  const before = Math.floor(position);
  const [one, next] = [frames[before]!, frames[Math.min(before + 1, frames.length - 1)]!];
  blend(one, next, position - before, out);
}

function blend(one: Uint8Array, other: Uint8Array, weight: number, out: Uint8Array): void {
  if (weight < 0.001) {
    if (one !== out) out.set(one);
    return;
  }
  // Fixed point: 8 bits are finer than the samples.
  const share = Math.round(weight * 256);
  for (let index = 0; index < out.length; index++) {
    out[index] = (one[index]! * (256 - share) + other[index]! * share + 128) >> 8;
  }
}

function between([start, end]: [number, number], time: number): number {
  return start + (end - start) * time;
}

/** All frames of a source as planar YUV of a size. */
async function readFrames(files: readonly Uint8Array[], size: Size): Promise<Uint8Array[]> {
  const [only] = files;
  const frames = createSieve();
  using converter = createYuvConverter(size);
  const add = (context: SKRSContext2D) => {
    const { data } = context.getImageData(0, 0, size.width, size.height);
    const yuv = new Uint8Array(yuvSize(size.width, size.height));
    readYuv(converter.convert(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)), yuv);
    frames.add(yuv);
  };
  const animation = only && files.length === 1 ? readAnimatedWebp(only) : null;
  if (animation) await drawAnimation(animation, { size, add });
  else if (files.length === 1 && only && !readPictureHeader(only)) {
    for (const yuv of readVideo(only, size)) frames.add(yuv);
  } else {
    const canvas = createCanvas(size.width, size.height);
    const context = canvas.getContext('2d');
    for (const file of files) {
      const header = readPictureHeader(file);
      if (!header || header.width * header.height > maximumPixels) throw unreadable();
      const image = await loadImage(file);
      cover(context, {
        size,
        width: image.width,
        height: image.height,
        draw: (...area) => context.drawImage(image, ...area),
      });
      add(context);
    }
  }
  if (frames.list.length === 0) throw unreadable();
  return frames.list;
}

/** Keeps a bounded number of frames that are spread evenly over all that came. */
function createSieve(): { list: Uint8Array[]; add(frame: Uint8Array): void } {
  let stride = 1;
  let count = 0;
  let list: Uint8Array[] = [];
  return {
    get list() {
      return list;
    },
    add(frame) {
      if (count++ % stride === 0) list.push(frame);
      if (list.length > mostFrames) {
        list = list.filter((_, index) => index % 2 === 0);
        stride *= 2;
      }
    },
  };
}

/** Frames of a video, scaled to cover the size and cut. */
function* readVideo(video: Uint8Array, size: Size): Generator<Uint8Array> {
  const stream = probeSync(video).streams.find(({ kind }) => kind === 'video');
  if (!stream?.width || !stream.height) throw unreadable();
  const scale = Math.max(size.width / stream.width, size.height / stream.height);
  const even = (value: number) => Math.ceil(value / 2) * 2;
  const scaled = { width: even(stream.width * scale), height: even(stream.height * scale) };
  const whole = new Uint8Array(yuvSize(scaled.width, scaled.height));
  for (const frame of decodeVideoSync(video, scaled)) {
    readYuv(frame, whole);
    yield cut(whole, { from: scaled, to: size });
  }
}

function cut(yuv: Uint8Array, { from, to }: { from: Size; to: Size }): Uint8Array {
  const out = new Uint8Array(yuvSize(to.width, to.height));
  const [left, top] = [(from.width - to.width) >> 2, (from.height - to.height) >> 2];
  let [source, target] = [0, 0];
  for (const divisor of [1, 2, 2]) {
    const [rowBytes, width] = [from.width / divisor, to.width / divisor];
    const [x, y] = [(left * 2) / divisor, (top * 2) / divisor];
    for (let row = 0; row < to.height / divisor; row++) {
      const at = source + (y + row) * rowBytes + x;
      out.set(yuv.subarray(at, at + width), target);
      target += width;
    }
    source += rowBytes * (from.height / divisor);
  }
  return out;
}

async function drawAnimation(
  animation: NonNullable<ReturnType<typeof readAnimatedWebp>>,
  { size, add }: { size: Size; add: (context: SKRSContext2D) => void },
): Promise<void> {
  const { width, height } = animation;
  if (width * height > maximumPixels) throw unreadable();
  const whole = createCanvas(width, height);
  const stage = whole.getContext('2d');
  const context = createCanvas(size.width, size.height).getContext('2d');
  for (const { still, left, top, isOpaque, isCleared, ...area } of animation.frames) {
    if (isOpaque) stage.clearRect(left, top, area.width, area.height);
    stage.drawImage(await loadImage(still), left, top);
    cover(context, { size, width, height, draw: (...place) => context.drawImage(whole, ...place) });
    add(context);
    if (isCleared) stage.clearRect(left, top, area.width, area.height);
  }
}

type Cover = Size & { size: Size; draw: (x: number, y: number, width: number, height: number) => void };

/** Draws a picture over the whole canvas, cut evenly where it is too long, on black where it is transparent. */
function cover(context: SKRSContext2D, { size, width, height, draw }: Cover): void {
  const scale = Math.max(size.width / width, size.height / height);
  context.fillStyle = '#000';
  context.fillRect(0, 0, size.width, size.height);
  draw((size.width - width * scale) / 2, (size.height - height * scale) / 2, width * scale, height * scale);
}

function unreadable(): KinoraError {
  return new KinoraError(
    'provider.failed',
    'The model gave no moving picture that can be read. Let its workflow save MP4, WebM, animated WebP or PNG frames.',
  );
}
