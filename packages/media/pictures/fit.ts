import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';

/** Largest picture that is decoded, in pixels: a small file can claim to hold a very large one. */
const maximumPixels = 40_000_000;

/** Width and height in pixels. */
export type PixelSize = { width: number; height: number };

/**
 * Brings a PNG, JPEG or WebP that a model drew to a size: scaled to cover it and cut evenly at the sides that are too long.
 * @returns The same bytes when the size is right already, otherwise a PNG.
 * @throws KinoraError `provider.failed` when the bytes are no such picture or hold more than 40 megapixels.
 */
export async function fitPicture(picture: Uint8Array, { width, height }: PixelSize): Promise<Uint8Array> {
  const header = readPictureHeader(picture);
  if (!header)
    throw new KinoraError('provider.failed', 'The model gave no picture that can be read; try another model.');
  if (header.width === width && header.height === height) return picture;
  if (header.width * header.height > maximumPixels) {
    throw new KinoraError(
      'provider.failed',
      'The model gave a picture of more than 40 megapixels; ask for a smaller one.',
    );
  }
  return drawFitted(await loadImage(picture), { width, height });
}

/** PNG of a picture that covers a size, cut evenly at the sides that are too long. */
export async function drawFitted(image: Image, { width, height }: PixelSize): Promise<Uint8Array> {
  const scale = Math.max(width / image.width, height / image.height);
  const [cutWidth, cutHeight] = [width / scale, height / scale];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  const [left, top] = [(image.width - cutWidth) / 2, (image.height - cutHeight) / 2];
  context.drawImage(image, left, top, cutWidth, cutHeight, 0, 0, width, height);
  return await canvas.encode('png');
}

/**
 * The size a model should draw at for a picture that is wanted in another: the same shape with as many pixels as the model
 * was trained on, because far larger pictures come out with everything doubled.
 * @param options.side Side of the square the model was trained on: 512 for Stable Diffusion 1.5, 1024 for SDXL.
 * @param options.step Sides are multiples of this. Default 64.
 */
export function drawingSize(wanted: PixelSize, { side, step = 64 }: { side: number; step?: number }): PixelSize {
  const ratio = Math.sqrt(wanted.width / wanted.height);
  const round = (value: number) => Math.max(step, Math.round(value / step) * step);
  return { width: round(side * ratio), height: round(side / ratio) };
}

/**
 * The size in pixels that an AI SDK call asks for.
 * @param options.size `1280x720`; wins over the ratio.
 * @param options.aspectRatio `16:9`: a size of about `side` × `side` pixels, both even.
 */
export function wantedSize(
  options: { size?: string | undefined; aspectRatio?: string | undefined },
  side: number,
): PixelSize {
  if (options.size !== undefined) {
    const [width = side, height = side] = options.size.split('x').map(Number);
    return { width, height };
  }
  const [width = 1, height = 1] = options.aspectRatio?.split(':').map(Number) ?? [];
  const even = (value: number) => Math.round(value / 2) * 2;
  return { width: even(side * Math.sqrt(width / height)), height: even(side * Math.sqrt(height / width)) };
}
