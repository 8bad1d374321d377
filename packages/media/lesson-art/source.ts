import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import { canvasOf } from './picture.ts';
import type { LaidPicture, Size } from './picture.ts';
import type { Box } from './type/block.ts';

/** A frame of a film: PNG, JPEG or WebP, or its pixels. */
export type SourcePicture = Uint8Array | Omit<LaidPicture, 'x' | 'y'>;

/** A rectangle in fractions of a picture's width and height. */
export type Region = { x: number; y: number; width: number; height: number };

const maximumPixels = 40_000_000;
const mostJpegBytes = 2_000_000;

/**
 * A picture that can be drawn.
 * @throws KinoraError `request.invalid` when it can't be read.
 */
export async function openSource(picture: SourcePicture): Promise<Image | Canvas> {
  if (!(picture instanceof Uint8Array)) return canvasOf(picture);
  const header = readPictureHeader(picture);
  const unreadable = (cause?: unknown) =>
    new KinoraError(
      'request.invalid',
      'The frame can not be read; choose a PNG, JPEG or WebP of at most 40 megapixels.',
      {
        cause,
      },
    );
  if (!header || header.width * header.height > maximumPixels) throw unreadable();
  return await loadImage(picture).catch((cause: unknown) => {
    throw unreadable(cause);
  });
}

/**
 * Where a picture lies that covers a box, with a place of it as near to the box's middle as can be.
 * @param options.zoom How much larger than needed to cover. Default 1.
 */
export function coverBox(
  picture: Size,
  box: Box,
  { focus = { x: 0.5, y: 0.5 }, zoom = 1 }: { focus?: { x: number; y: number }; zoom?: number } = {},
): Box {
  const scale = Math.max(box.width / picture.width, box.height / picture.height) * zoom;
  const [width, height] = [picture.width * scale, picture.height * scale];
  const along = (start: number, room: number, long: number, share: number) =>
    Math.min(start, Math.max(start + room - long, start + room / 2 - long * share));
  return {
    x: along(box.x, box.width, width, focus.x),
    y: along(box.y, box.height, height, focus.y),
    width,
    height,
  };
}

/** Draws a picture into a box, cut at the box's edges. */
export function drawCovering(
  context: SKRSContext2D,
  picture: Image | Canvas,
  { box, focus }: { box: Box; focus?: { x: number; y: number } },
): void {
  const place = coverBox(picture, box, focus ? { focus } : {});
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, place.x, place.y, place.width, place.height);
  context.restore();
}

/** Draws a picture out of focus over a box, as the light that it throws. */
export function drawGlow(context: SKRSContext2D, picture: Image | Canvas, box: Box): void {
  const small = createCanvas(24, Math.max(2, Math.round((24 * box.height) / box.width)));
  const inner = small.getContext('2d');
  drawCovering(inner, picture, { box: { x: 0, y: 0, width: small.width, height: small.height } });
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, box.x, box.y, box.width, box.height);
}

/** A JPEG of at most 2 MB, as good as that allows. */
export async function encodeJpeg(canvas: Canvas): Promise<Uint8Array> {
  for (let quality = 92; ; quality -= 8) {
    const jpeg = await canvas.encode('jpeg', quality);
    if (jpeg.length <= mostJpegBytes || quality <= 20) return jpeg;
  }
}
