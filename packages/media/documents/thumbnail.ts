import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { VistaPalette } from '@kinora/capabilities';
import { type Canvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { addJpegProvenance } from './jpeg.ts';
import type { Provenance } from './provenance.ts';
import { drawLine, measureLine, openCanvas, quietFaces, strongFaces } from './set-line.ts';
import { balanceLines, curlQuotes } from './type.ts';

/** Largest thumbnail that the big video sites take, in bytes. */
const mostBytes = 2_000_000;
const maximumPixels = 40_000_000;

/** What a thumbnail shows. */
export type ThumbnailParts = {
  /** PNG, JPEG or WebP. */
  picture: Uint8Array;
  title: string;
  artist?: string;
  /** Colours of the film's world. */
  palette: Pick<VistaPalette, 'deep' | 'accent'>;
  /** Pixels. */
  width: number;
  height: number;
  provenance: Provenance;
};

/**
 * A still that makes one want to see the film: its picture to the edges, the title so large that it is read on a phone, the
 * artist. JPEG of at most 2 MB with provenance in XMP.
 * @throws KinoraError `request.invalid` when the picture can't be read.
 */
export async function buildThumbnail(parts: ThumbnailParts): Promise<Uint8Array> {
  const { title, artist, palette, width, height, provenance } = parts;
  const header = readPictureHeader(parts.picture);
  if (!header || header.width * header.height > maximumPixels) {
    throw new KinoraError(
      'request.invalid',
      'The picture of the thumbnail can not be read; choose a PNG, JPEG or WebP.',
    );
  }
  const { canvas, context } = openCanvas({ width, height });
  drawCovering(context, await loadImage(parts.picture), canvas);
  const isWide = width > height * 1.1;
  const room = { width: width * (isWide ? 0.62 : 0.86), height: height * (isWide ? 0.62 : 0.3) };
  const layout = layOut(context, { title, artist, room, most: isWide ? 3 : 4, largest: Math.min(width, height) / 4.6 });
  drawDusk(context, { canvas, colour: palette.deep, isWide, text: layout });
  drawWords(context, { ...layout, canvas, accent: palette.accent });
  for (let quality = 92; ; quality -= 8) {
    const jpeg = addJpegProvenance(await canvas.encode('jpeg', quality), provenance);
    if (jpeg.length <= mostBytes || quality <= 20) return jpeg;
  }
}

function drawCovering(context: SKRSContext2D, picture: Image, { width, height }: Canvas): void {
  const scale = Math.max(width / picture.width, height / picture.height);
  const [wide, tall] = [picture.width * scale, picture.height * scale];
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, (width - wide) / 2, (height - tall) / 2, wide, tall);
}

type Layout = { rows: string[]; size: number; width: number; height: number; artist: string; small: number };

/** The largest type in which the title takes few rows and its place. */
function layOut(
  context: SKRSContext2D,
  options: {
    title: string;
    artist: string | undefined;
    room: { width: number; height: number };
    most: number;
    largest: number;
  },
): Layout {
  const { room, most, largest } = options;
  const title = curlQuotes(options.title.trim());
  const artist = curlQuotes(options.artist?.trim() ?? '');
  for (let size = Math.round(largest); ; size -= 2) {
    const measure = (text: string) => measureLine(context, text, { faces: strongFaces, size });
    const rows = balanceLines(title, { width: room.width, measure });
    let small = Math.max(size * 0.36, largest * 0.2);
    const widest = Math.max(...rows.map(measure));
    const height = rows.length * size * 1.06 + (artist === '' ? 0 : small * 2);
    if ((rows.length > most || widest > room.width || height > room.height) && size > 16) continue;
    const nameWidth = () => measureLine(context, artist, { faces: quietFaces, size: small, spacing: 0.04 });
    while (artist !== '' && nameWidth() > room.width && small > 10) small--;
    return { rows, size, artist, small, height, width: Math.max(widest, artist === '' ? 0 : nameWidth()) };
  }
}

/** A shade of the world's darkest colour from the corner where the words stand, eased so that no border shows. */
function drawDusk(
  context: SKRSContext2D,
  { canvas, colour, isWide, text }: { canvas: Canvas; colour: string; isWide: boolean; text: Layout },
): void {
  const { width, height } = canvas;
  const shade = (gradient: ReturnType<SKRSContext2D['createLinearGradient']>, strongest: number) => {
    for (let step = 0; step <= 12; step++) {
      const alpha = strongest * Math.cos((step / 12) * (Math.PI / 2)) ** 1.5;
      gradient.addColorStop(
        step / 12,
        colour +
          Math.round(alpha * 255)
            .toString(16)
            .padStart(2, '0'),
      );
    }
    context.fillStyle = gradient;
    context.fillRect(0, 0, width, height);
  };
  const reach = Math.min(height, text.height + height * 0.24);
  shade(context.createLinearGradient(0, height, 0, height - reach), 0.74);
  if (isWide) shade(context.createLinearGradient(0, 0, Math.min(width, text.width * 1.15), 0), 0.26);
}

function drawWords(
  context: SKRSContext2D,
  { rows, size, artist, small, height, canvas, accent }: Layout & { canvas: Canvas; accent: string },
): void {
  const margin = Math.min(canvas.width, canvas.height) * 0.075;
  const top = canvas.height - margin - height;
  context.fillStyle = accent;
  context.fillRect(margin, top - size * 0.22, size * 0.9, Math.max(4, size * 0.07));
  context.shadowColor = 'rgba(4, 5, 14, 0.6)';
  context.shadowBlur = size * 0.16;
  context.fillStyle = '#fffaf0';
  rows.forEach((row, index) => {
    drawLine(context, row, { faces: strongFaces, size, x: margin, y: top + size * (index * 1.06 + 0.86) });
  });
  if (artist === '') return;
  context.fillStyle = '#fff0d2';
  const y = canvas.height - margin - small * 0.18;
  drawLine(context, artist, { faces: quietFaces, size: small, spacing: 0.04, x: margin, y });
}
