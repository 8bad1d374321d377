import type { VistaPalette } from '@kinora/capabilities';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { balanceLines, curlQuotes } from '../../documents/type.ts';
import { drawLine, measureLine, openCanvas, quietFaces, strongFaces } from '../../documents/set-line.ts';
import type { Setting, Size } from '../../documents/set-line.ts';
import type { PlacedPicture } from './placed-picture.ts';

/** Words of a title card and the frame it lies on. */
export type TitleCard = Size & {
  title: string;
  artist?: string;
  /** Colours of the film's world. Omitted: warm white on night blue. */
  palette?: Pick<VistaPalette, 'deep' | 'accent'>;
};

/**
 * The card a film opens with: the title large in the middle, the artist below, on a dusk that fades out all round. As large
 * as the frame.
 */
export async function titleOverlay({ title, artist, palette, width, height }: TitleCard): Promise<PlacedPicture> {
  const { canvas, context } = openCanvas({ width, height });
  const room = width * (width > height ? 0.78 : 0.84);
  const words = curlQuotes(title.trim());
  const most = width > height * 1.1 ? 2 : 4;
  const fit = (text: string, setting: Setting, lines: number) => {
    for (let size = setting.size; ; size -= 2) {
      const measure = (line: string) => measureLine(context, line, { ...setting, size });
      const rows = balanceLines(text, { width: room, measure });
      if ((rows.length <= lines && rows.every((row) => measure(row) <= room)) || size <= 12) return { rows, size };
    }
  };
  const large = fit(words, { faces: strongFaces, size: Math.round(Math.min(width, height) / 6.5) }, most);
  const small = artist?.trim()
    ? fit(curlQuotes(artist.trim()), { faces: quietFaces, size: Math.round(large.size * 0.4), spacing: 0.06 }, 2)
    : { rows: [], size: 0 };
  const step = large.size * 1.14;
  const gap = small.rows.length > 0 ? large.size * 0.62 : 0;
  const tall = large.rows.length * step + gap + small.rows.length * small.size * 1.4;
  const top = height * (width > height ? 0.5 : 0.44) - tall / 2;
  paintDusk(context, { width, height, tall, middle: top + tall / 2, colour: palette?.deep ?? '#10122c' });
  const centre = (row: string, setting: Setting & { y: number; colour: string }) => {
    context.fillStyle = setting.colour;
    drawLine(context, row, { ...setting, x: (width - measureLine(context, row, setting)) / 2 });
  };
  context.shadowColor = 'rgba(5, 6, 16, 0.75)';
  context.shadowBlur = large.size * 0.24;
  large.rows.forEach((row, index) => {
    const y = top + step * index + large.size * 0.9;
    centre(row, { faces: strongFaces, size: large.size, y, colour: '#fff8ea' });
  });
  if (small.rows.length > 0) {
    const line = top + large.rows.length * step + gap * 0.42;
    context.fillStyle = palette?.accent ?? '#ffc96b';
    const [length, thickness] = [large.size * 0.9, Math.max(2, large.size * 0.035)];
    context.fillRect((width - length) / 2, line, length, thickness);
    small.rows.forEach((row, index) => {
      const y = top + large.rows.length * step + gap + small.size * (0.95 + index * 1.4);
      centre(row, { faces: quietFaces, size: small.size, spacing: 0.06, y, colour: '#fff0d2' });
    });
  }
  return { image: await canvas.encode('png'), x: 0, y: 0 };
}

function paintDusk(
  context: SKRSContext2D,
  { width, height, tall, middle, colour }: Size & { tall: number; middle: number; colour: string },
): void {
  const radius = width * 0.62;
  context.save();
  context.translate(width / 2, middle);
  context.scale(1, (tall * 0.9 + height * 0.2) / radius);
  const dusk = context.createRadialGradient(0, 0, 0, 0, 0, radius);
  for (let step = 0; step <= 12; step++) {
    const strength = 0.62 * (0.5 + 0.5 * Math.cos((Math.PI * step) / 12));
    dusk.addColorStop(step / 12, `${colour}${toHex(strength)}`);
  }
  context.fillStyle = dusk;
  context.fillRect(-width, -height * 4, width * 2, height * 8);
  context.restore();
}

function toHex(share: number): string {
  return Math.round(share * 255)
    .toString(16)
    .padStart(2, '0');
}
