import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import { loadImage } from '@napi-rs/canvas';
import { openCanvas } from '../../documents/set-line.ts';
import type { Size } from '../../documents/set-line.ts';
import type { PlacedPicture } from './placed-picture.ts';

/** Where a logo lies. */
export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

const maximumPixels = 40_000_000;
/** Largest logo as parts of the frame's width and height, and of its area. */
const most = { width: 0.2, height: 0.16, area: 0.012 };
const opacity = 0.72;

/**
 * A logo, scaled to a modest size and translucent, in a corner that no player's buttons cover.
 * @param picture PNG, JPEG or WebP.
 * @throws KinoraError `request.invalid` when it can't be read.
 */
export async function watermarkOverlay(
  picture: Uint8Array,
  { width, height, corner }: Size & { corner: Corner },
): Promise<PlacedPicture> {
  const header = readPictureHeader(picture);
  if (!header || header.width * header.height > maximumPixels) throw unreadable();
  const logo = await loadImage(picture).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  const scale = Math.min(
    (most.width * width) / logo.width,
    (most.height * height) / logo.height,
    Math.sqrt((most.area * width * height) / (logo.width * logo.height)),
  );
  const [wide, tall] = [logo.width * scale, logo.height * scale];
  const halo = Math.ceil(Math.min(width, height) * 0.012);
  const { canvas, context } = openCanvas({ width: wide + 2 * halo, height: tall + 2 * halo });
  context.globalAlpha = opacity;
  context.imageSmoothingQuality = 'high';
  // A white logo is to be seen on a white sky, too.
  context.shadowColor = 'rgba(5, 6, 16, 0.45)';
  context.shadowBlur = halo;
  context.drawImage(logo, halo, halo, wide, tall);
  const margin = Math.round(Math.min(width, height) * 0.04) - halo;
  // A tall film has names at its foot and buttons at its head on phones.
  const [head, foot] = height > width * 1.1 ? [height * 0.07, height * 0.2] : [margin, margin];
  return {
    image: await canvas.encode('png'),
    x: corner.endsWith('left') ? margin : width - margin - canvas.width,
    y: Math.round(corner.startsWith('top') ? head : height - foot - canvas.height),
  };
}

function unreadable(cause?: unknown): KinoraError {
  return new KinoraError(
    'request.invalid',
    'The watermark is no picture that can be read; choose a PNG, JPEG or WebP of at most 40 megapixels.',
    { cause },
  );
}
