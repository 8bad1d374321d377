import type { RgbaPicture } from '@kinora/media/diffusion';
import { createCanvas, ImageData, loadImage } from '@napi-rs/canvas';
import type { Canvas, Image } from '@napi-rs/canvas';
import { coverPart } from './sizes.ts';
import type { Size } from './sizes.ts';

/** Decodes a PNG, JPEG or WebP, scales and cuts it to a size, on white. */
export async function readPicture(bytes: Uint8Array, size: Size): Promise<RgbaPicture> {
  return fitted(await loadImage(bytes), size);
}

/** Scales and cuts a picture to a size; the same picture when it has that size. */
export function fitPicture(picture: RgbaPicture, size: Size): RgbaPicture {
  return picture.width === size.width && picture.height === size.height ? picture : fitted(toCanvas(picture), size);
}

/** PNG without loss, or JPEG of middling quality for previews. */
export async function encodePicture(picture: RgbaPicture, format: 'png' | 'jpeg'): Promise<Uint8Array> {
  const canvas = toCanvas(picture);
  return new Uint8Array(format === 'png' ? await canvas.encode('png') : await canvas.encode('jpeg', 75));
}

function fitted(source: Canvas | Image, size: Size): RgbaPicture {
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingEnabled = source.width !== size.width || source.height !== size.height;
  context.imageSmoothingQuality = 'high';
  const part = coverPart(source, size);
  context.drawImage(source, part.x, part.y, part.width, part.height, 0, 0, size.width, size.height);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return { ...size, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

function toCanvas({ width, height, data }: RgbaPicture): Canvas {
  const canvas = createCanvas(width, height);
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}
