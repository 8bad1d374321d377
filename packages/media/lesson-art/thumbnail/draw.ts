import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, Image } from '@napi-rs/canvas';
import type { Size } from '../picture.ts';
import { paintScene } from '../scene.ts';
import { encodeJpeg, openSource } from '../source.ts';
import { drawPaperDesign } from './paper.ts';
import type { Lettering, Stage, ThumbnailParts } from './parts.ts';
import { drawQuestionDesign } from './question.ts';
import { drawWordDesign } from './word.ts';

/** The three designs: the word out of the dark, a question on strips of light, a page of a dictionary beside the picture. */
export const thumbnailDesigns = ['word', 'question', 'paper'] as const;

/** Name of a design of thumbnails. */
export type ThumbnailDesign = (typeof thumbnailDesigns)[number];

/** A thumbnail, and where its letters stand (pixels). */
export type Thumbnail = Lettering & Size & { jpeg: Uint8Array };

const designs: Record<ThumbnailDesign, (stage: Stage) => Lettering> = {
  word: drawWordDesign,
  question: drawQuestionDesign,
  paper: drawPaperDesign,
};

/**
 * Draws a thumbnail of a film: a sharp frame and type so large that it is read at 320 pixels. Letters have their own ground
 * or a shade that is measured, and keep clear of the subject where there is room. JPEG of at most 2 MB.
 * @param options.frame Pixels. Default 1280 × 720.
 * @throws KinoraError `request.invalid` when the picture can't be read.
 */
export async function drawThumbnail(
  parts: ThumbnailParts,
  { design, frame = { width: 1280, height: 720 } }: { design: ThumbnailDesign; frame?: Size },
): Promise<Thumbnail> {
  const canvas = createCanvas(frame.width, frame.height);
  const stage: Stage = {
    context: canvas.getContext('2d'),
    frame,
    unit: Math.min(frame.width / 1280, frame.height / 720),
    picture: parts.picture === null ? paintedPicture(frame) : await openSource(parts.picture),
    subject: parts.keepClear ?? (parts.picture === null ? moon : { x: 0.36, y: 0.2, width: 0.28, height: 0.6 }),
    parts,
  };
  const lettering = designs[design](stage);
  return { ...lettering, ...frame, jpeg: await encodeJpeg(canvas) };
}

/** The moon of {@link paintScene}, and the sky around it. */
const moon = { x: 0.6, y: 0.06, width: 0.34, height: 0.6 };

function paintedPicture(frame: Size): Image | Canvas {
  const canvas = createCanvas(frame.width, frame.height);
  paintScene(canvas.getContext('2d'), { x: 0, y: 0, ...frame });
  return canvas;
}
