import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import { type Image, loadImage } from '@napi-rs/canvas';
import { drawFitted } from './fit.ts';
import type { PixelSize } from './fit.ts';
import { isWholePicture } from './is-whole.ts';

/** What a picture is brought to: `cover` fills the size and is cut evenly; `inside` keeps its shape and all of it. */
export type UploadSize = PixelSize & { shape: 'cover' | 'inside' };

/** Largest picture that is decoded, in pixels: a small file can claim to hold a very large one. */
const maximumPixels = 40_000_000;

/**
 * Decodes a picture that somebody brought. For processes that may crash.
 * @throws KinoraError `request.invalid` when it is no PNG, JPEG or WebP or not whole, `request.too-large` above 40 megapixels.
 */
export async function decodeUpload(picture: Uint8Array): Promise<Image> {
  const header = readPictureHeader(picture);
  if (!header) throw new KinoraError('request.invalid', 'A picture is a PNG, JPEG or WebP; use one of these.');
  if (header.width * header.height > maximumPixels) {
    throw new KinoraError('request.too-large', 'A picture has at most 40 megapixels; make it smaller.');
  }
  if (!isWholePicture(picture, header.mediaType)) {
    throw new KinoraError('request.invalid', 'This picture is damaged or its end is missing; save or send it again.');
  }
  return loadImage(picture).catch((cause: unknown) => {
    throw new KinoraError('request.invalid', 'This picture is damaged and cannot be read; save it again.', { cause });
  });
}

/**
 * Decodes a picture that somebody brought and brings it to a size. For processes that may crash.
 * @returns A PNG. @throws As {@link decodeUpload}.
 */
export async function fitUploadHere(picture: Uint8Array, { width, height, shape }: UploadSize): Promise<Uint8Array> {
  const image = await decodeUpload(picture);
  if (shape === 'cover') return drawFitted(image, { width, height });
  const scale = Math.min(1, width / image.width, height / image.height);
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return drawFitted(image, { width: side(image.width), height: side(image.height) });
}
