import type { PaintStyle } from '../painter.ts';

/** Frames and how to paint them. */
export type PaintingJob = {
  width: number;
  height: number;
  /** RGBA, one after the other. */
  frames: Uint8ClampedArray[];
  style: PaintStyle;
  seed?: number;
};

/** Frames a second of the moments at which test frames are said to be taken. */
export const framesPerSecond = 15;
