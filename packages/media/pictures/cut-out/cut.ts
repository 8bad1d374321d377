import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { framed } from './framed.ts';
import { backgroundMask, maskAt } from './mask.ts';
import { softMatte } from './matte.ts';
import { toLab } from './pixels.ts';
import type { Pixels } from './pixels.ts';

/** How a picture is freed of its background. Places are fractions of the picture; `tolerance` is 0 to 1. */
export type CutOutMethod =
  | { kind: 'auto' }
  | { kind: 'none' }
  | { kind: 'points'; background: readonly (readonly [x: number, y: number])[]; tolerance: number };

/** A cut-out. */
export type CutOutResult = {
  /** PNG with alpha, trimmed. */
  image: Uint8Array;
  /** How it was done: with the alpha the picture had, by removing its background, or with a border around it as it was. */
  method: 'alpha' | 'background' | 'framed';
  /** 0 to 1: how sure it is that only the subject is left. */
  confidence: number;
};

/** Largest picture that is decoded, in pixels: a small file can claim to hold a very large one. */
const maximumPixels = 40_000_000;
/** Longest side of a cut-out, pixels. */
const longestSide = 1024;
/** Below this the background isn't removed on its own account. */
const leastConfidence = 0.3;

/** {@link cutOutPicture} in this process; for threads and processes that may crash. */
export async function cutOutHere(picture: Uint8Array, method: CutOutMethod): Promise<CutOutResult> {
  const canvas = await decode(picture);
  if (method.kind === 'none') return await finish(framed(canvas), 'framed', 1);
  const image = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const pixels: Pixels = { data: image.data, width: image.width, height: image.height };
  if (method.kind === 'auto' && hasAlpha(pixels)) return await finish(canvas, 'alpha', 1);
  const lab = toLab(pixels);
  const mask = method.kind === 'points' ? maskAt(lab, method) : backgroundMask(lab);
  const isEmpty = mask.share < 0.004 || mask.share > 0.985;
  if (isEmpty || (method.kind === 'auto' && mask.confidence < leastConfidence)) {
    if (method.kind === 'points') {
      const message =
        mask.share < 0.004
          ? 'Nothing is left of the picture with these places and this tolerance; lower the tolerance.'
          : 'Nothing looks like the background that was named; raise the tolerance or name other places.';
      throw new KinoraError('request.invalid', message, { data: { field: 'cutOut' } });
    }
    return await finish(framed(canvas), 'framed', isEmpty ? 0 : mask.confidence);
  }
  softMatte(pixels, mask.subject);
  canvas.getContext('2d').putImageData(image, 0, 0);
  return await finish(canvas, 'background', mask.confidence);
}

async function decode(picture: Uint8Array): Promise<Canvas> {
  const header = readPictureHeader(picture);
  if (!header)
    throw new KinoraError('request.invalid', 'A character picture is a PNG, JPEG or WebP; use one of these.');
  if (header.width * header.height > maximumPixels) {
    throw new KinoraError('request.too-large', 'A character picture has at most 40 megapixels; make it smaller.');
  }
  const decoded = await loadImage(picture).catch((cause: unknown) => {
    throw new KinoraError('request.invalid', 'This picture is damaged and cannot be read; save it again.', { cause });
  });
  const scale = Math.min(1, longestSide / Math.max(decoded.width, decoded.height));
  const canvas = createCanvas(
    Math.max(1, Math.round(decoded.width * scale)),
    Math.max(1, Math.round(decoded.height * scale)),
  );
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(decoded, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Whether somebody cut the picture out already: a good part is clear. */
function hasAlpha({ data }: Pixels): boolean {
  let clear = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]! < 128) clear++;
  return clear > data.length / 4 / 50;
}

async function finish(canvas: Canvas, method: CutOutResult['method'], confidence: number): Promise<CutOutResult> {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0, at = 3; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      if (data[at]! < 8) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) throw new KinoraError('request.invalid', 'This picture is empty: all of it is transparent.');
  const cut = createCanvas(right - left + 1, bottom - top + 1);
  cut.getContext('2d').drawImage(canvas, -left, -top);
  return { image: await cut.encode('png'), method, confidence: Math.round(confidence * 100) / 100 };
}
