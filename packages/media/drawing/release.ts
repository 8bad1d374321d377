import type { Canvas } from '@napi-rs/canvas';

/**
 * Gives back a canvas's pixels at once: left to the garbage collector, which sees small objects only, megabytes pile up.
 * Nobody may use the canvas, or bytes of it, afterwards.
 */
export function release(canvas: Canvas): void {
  canvas.width = 1;
  canvas.height = 1;
}
