import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { fontRuns, registerBookFonts } from '../documents/fonts.ts';
import { balanceLines } from '../documents/type.ts';
import { createOverlay } from './overlay.ts';
import type { Overlay } from './overlay.ts';

/** Words over a picture. `area`: where the picture is quiet; default `top`, for what a picture shows stands on its ground. */
export type TitleWords = { title: string; subtitle?: string; area?: 'top' | 'middle' | 'bottom' };

type Faces = Parameters<typeof fontRuns>[1];
const titleFaces: Faces = { latin: 'Kinora Title', japanese: 'Kinora Japanese Bold' };
const subtitleFaces: Faces = { latin: 'Kinora Book Italic', japanese: 'Kinora Japanese' };

/** A title on a soft dusk that fades out all round. Dim the whole picture as well, or the dusk looks like a stain. */
export function paintTitle(
  { title, subtitle, area = 'top' }: TitleWords,
  { width, height }: { width: number; height: number },
): Overlay {
  registerBookFonts();
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const room = width * 0.76;
  let size = Math.round(Math.min(width, height) / 8.5);
  let lines: string[] = [];
  for (; size > 12; size -= 2) {
    const measure = (text: string) => widthOf(context, text, titleFaces, size);
    lines = balanceLines(title, { width: room, measure });
    if (lines.length <= (width > height ? 2 : 4) && lines.every((line) => measure(line) <= room)) break;
  }
  const small = Math.round(size * 0.44);
  const below = subtitle
    ? balanceLines(subtitle, { width: room, measure: (text) => widthOf(context, text, subtitleFaces, small) })
    : [];
  const tall = lines.length * size * 1.16 + (below.length > 0 ? small * (0.6 + below.length * 1.35) : 0);
  const edge = tall / 2 + height * 0.09;
  const middle = { top: Math.min(height / 2, edge), middle: height / 2, bottom: Math.max(height / 2, height - edge) }[
    area
  ];
  paintDusk(context, { width, height, tall, middle });
  let y = middle - tall / 2 + size * 0.92;
  context.shadowColor = 'rgba(8, 9, 26, 0.8)';
  context.shadowBlur = size * 0.22;
  context.fillStyle = '#fff3d9';
  for (const line of lines) {
    writeCentred(context, line, { faces: titleFaces, size, y, width });
    y += size * 1.16;
  }
  y += small * 0.25;
  context.fillStyle = '#f2dfba';
  for (const line of below) {
    writeCentred(context, line, { faces: subtitleFaces, size: small, y, width });
    y += small * 1.35;
  }
  return createOverlay(canvas, { x: 0, y: 0 });
}

function paintDusk(
  context: SKRSContext2D,
  { width, height, tall, middle }: { width: number; height: number; tall: number; middle: number },
): void {
  const radius = width * 0.5;
  context.save();
  context.translate(width / 2, middle);
  context.scale(1, (tall * 0.75 + height * 0.16) / radius);
  const dusk = context.createRadialGradient(0, 0, 0, 0, 0, radius);
  for (let step = 0; step <= 10; step++) {
    const t = step / 10;
    const fall = 0.5 + 0.5 * Math.cos(Math.PI * t);
    dusk.addColorStop(t, `rgba(16, 18, 44, ${(0.4 * fall).toFixed(3)})`);
  }
  context.fillStyle = dusk;
  context.fillRect(-width, -height * 4, width * 2, height * 8);
  context.restore();
}

function widthOf(context: SKRSContext2D, text: string, faces: Faces, size: number): number {
  return fontRuns(text, faces).reduce((sum, run) => {
    context.font = `${size}px "${run.font}"`;
    return sum + context.measureText(run.text).width;
  }, 0);
}

function writeCentred(
  context: SKRSContext2D,
  text: string,
  { faces, size, y, width }: { faces: Faces; size: number; y: number; width: number },
): void {
  let x = (width - widthOf(context, text, faces, size)) / 2;
  for (const run of fontRuns(text, faces)) {
    context.font = `${size}px "${run.font}"`;
    context.fillText(run.text, x, y);
    x += context.measureText(run.text).width;
  }
}
