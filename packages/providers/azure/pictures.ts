import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import { createCanvas, loadImage } from '@napi-rs/canvas';

/** What a service takes. */
export type PictureLimits = { maxBytes: number; minSide: number; maxSide: number };

/** Pixels a picture may have before it is decoded: a file of 30 kB can hold 800 MB. */
const pixelLimit = 40_000_000;

/**
 * Makes a picture fit for a service: unchanged where it fits already, else scaled, and with a border where it is too
 * narrow, as JPEG on white.
 * @throws KinoraError `asset.broken` for bytes that are no PNG, JPEG or WebP picture, or one of unreasonable size.
 */
export async function fitPicture(image: Uint8Array, limits: PictureLimits): Promise<Uint8Array> {
  const { maxBytes, minSide, maxSide } = limits;
  const header = readPictureHeader(image);
  if (!header) throw new KinoraError('asset.broken', 'This is no PNG, JPEG or WebP picture; make it again.');
  const { width, height } = header;
  if (width * height > pixelLimit) {
    throw new KinoraError(
      'asset.broken',
      `A picture of ${width} × ${height} pixels is too large; it has at most 40 million.`,
    );
  }
  const isSized = Math.min(width, height) >= minSide && Math.max(width, height) <= maxSide;
  if (isSized && image.length <= maxBytes) return image;
  const decoded = await loadImage(image).catch((cause: unknown) => {
    throw new KinoraError('asset.broken', 'This picture cannot be decoded; make it again.', { cause });
  });
  const enlarge = Math.max(1, minSide / Math.min(width, height));
  let scale = Math.min(enlarge, maxSide / Math.max(width, height));
  for (;;) {
    const drawn = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const canvas = createCanvas(Math.max(minSide, drawn.width), Math.max(minSide, drawn.height));
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    const [left, top] = [(canvas.width - drawn.width) >> 1, (canvas.height - drawn.height) >> 1];
    context.drawImage(decoded, left, top, drawn.width, drawn.height);
    const bytes = await canvas.encode('jpeg', 90);
    if (bytes.length <= maxBytes) return bytes;
    scale *= 0.7;
  }
}
