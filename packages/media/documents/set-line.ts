import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { fontRuns, registerBookFonts } from './fonts.ts';
import type { BookFont } from './fonts.ts';

/** Pixels. */
export type Size = { width: number; height: number };

/** The typefaces of a text. */
export type Faces = { latin: BookFont; japanese: BookFont };

/** Of titles and lyrics. */
export const strongFaces: Faces = { latin: 'Kinora Title', japanese: 'Kinora Japanese Bold' };
/** Of names. */
export const quietFaces: Faces = { latin: 'Kinora Book Italic', japanese: 'Kinora Japanese' };

/** How a text is set; `spacing` between letters in parts of the size, default 0. */
export type Setting = { faces: Faces; size: number; spacing?: number };

/** A canvas that text is set on. */
export function openCanvas({ width, height }: Size): { canvas: Canvas; context: SKRSContext2D } {
  registerBookFonts();
  const canvas = createCanvas(Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
  return { canvas, context: canvas.getContext('2d') };
}

/** Width of a line in pixels. */
export function measureLine(context: SKRSContext2D, text: string, setting: Setting): number {
  return setLine(context, text, { ...setting, draw: () => {} });
}

/** Draws a line from its left end on its baseline. */
export function drawLine(context: SKRSContext2D, text: string, place: Setting & { x: number; y: number }): void {
  setLine(context, text, { ...place, draw: (run, x) => context.fillText(run, place.x + x, place.y) });
}

function setLine(
  context: SKRSContext2D,
  text: string,
  { faces, size, spacing = 0, draw }: Setting & { draw: (run: string, x: number) => void },
): number {
  context.letterSpacing = `${(spacing * size).toFixed(2)}px`;
  let at = 0;
  for (const run of fontRuns(text, faces)) {
    context.font = `${size}px "${run.font}"`;
    draw(run.text, at);
    at += context.measureText(run.text).width;
  }
  context.letterSpacing = '0px';
  return at;
}
