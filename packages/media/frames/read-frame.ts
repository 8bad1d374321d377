import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { StylerFrame } from '@kinora/capabilities';
import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Pixels, RGBA, rows from the top, width × height × 4 bytes. */
export type RgbaFrame = { width: number; height: number; data: Uint8Array };

/** Largest side of an encoded frame: what a camera may give before it is scaled. */
const largestSide = 2048;

/**
 * The pixels of a frame, scaled and cut in the middle to a size. Raw pixels must have that size.
 * @throws KinoraError `request.invalid` for what is no such frame, before anything large is decoded.
 */
export async function readFrame(
  { image, mediaType }: StylerFrame,
  { width, height }: { width: number; height: number },
): Promise<RgbaFrame> {
  if (mediaType === 'image/x-rgba') {
    if (image.length === width * height * 4) return { width, height, data: image };
    throw invalid(`A raw frame of ${width} × ${height} pixels has ${width * height * 4} bytes, not ${image.length}.`);
  }
  const header = readPictureHeader(image);
  if (header === null || !['image/jpeg', 'image/webp'].includes(header.mediaType)) {
    throw invalid('The frame is neither JPEG nor WebP.');
  }
  if (Math.max(header.width, header.height) > largestSide) {
    throw invalid(`A frame has at most ${largestSide} pixels a side; this one is ${header.width} × ${header.height}.`);
  }
  const picture = await loadImage(image).catch((cause: unknown) => {
    throw invalid('The frame is damaged; the next one may be whole.', cause);
  });
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const scale = Math.max(width / picture.width, height / picture.height);
  context.imageSmoothingQuality = scale < 0.5 ? 'medium' : 'low';
  const [wide, high] = [picture.width * scale, picture.height * scale];
  context.drawImage(picture, (width - wide) / 2, (height - high) / 2, wide, high);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

function invalid(message: string, cause?: unknown): KinoraError {
  return new KinoraError('request.invalid', message, { data: { field: 'frame' }, cause });
}
