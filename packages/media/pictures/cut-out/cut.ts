import { KinoraError } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { decodeUpload } from '../decode-upload.ts';
import { cutPixels } from './cut-pixels.ts';
import type { CutOutMethod } from './cut-pixels.ts';
import { framed } from './framed.ts';

export type { CutOutMethod } from './cut-pixels.ts';

/** A cut-out. */
export type CutOutResult = {
  /** PNG with alpha, trimmed. */
  image: Uint8Array;
  /** How it was done: with the alpha the picture had, by removing its background, or with a border around it as it was. */
  method: 'alpha' | 'background' | 'framed';
  /** 0 to 1: how sure it is that only the subject is left. */
  confidence: number;
};

/** Longest side of a cut-out, pixels. */
const longestSide = 1024;

/** {@link cutOutPicture} in this process; for threads and processes that may crash. */
export async function cutOutHere(picture: Uint8Array, method: CutOutMethod): Promise<CutOutResult> {
  const canvas = await decode(picture);
  if (method.kind === 'none') return await finish(framed(canvas), 'framed', 1);
  const image = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const cut = cutPixels({ data: image.data, width: image.width, height: image.height }, method);
  if (cut.method === 'framed') return await finish(framed(canvas), 'framed', cut.confidence);
  if (cut.method === 'background') canvas.getContext('2d').putImageData(image, 0, 0);
  return await finish(canvas, cut.method, cut.confidence);
}

async function decode(picture: Uint8Array): Promise<Canvas> {
  const decoded = await decodeUpload(picture);
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
