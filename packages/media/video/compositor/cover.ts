import type { Draw } from './compositor.ts';
import { bandRows } from './draw-plane.ts';
import type { FramePlane } from './frames.ts';
import { opaque, padding } from './sprite.ts';
import type { SpritePlane } from './sprite.ts';

/** For each row of a plane of the frame: number of the last sprite that hides all of it, -1 where none does. */
export type Cover = Int16Array;

/** Sideways reach that a row's shift is reckoned with, frame pixels: swaying and ripples stay far below. */
const mostShift = 64;

/**
 * Marks the rows that a sprite hides from edge to edge: what lies behind need not be drawn there.
 * @param options.part Size of the plane by that of the sprite.
 */
export function markCover(
  cover: Cover,
  draw: Draw,
  { index, plane, target, part }: { index: number; plane: SpritePlane; target: FramePlane; part: number },
): void {
  if ((draw.opacity ?? 1) < 1 || draw.sprite.isLight) return;
  const reach = draw.shift ? mostShift : 0;
  for (const { first, last, stretches } of plane.bands) {
    let covers = false;
    for (let at = 0; at < stretches.length && !covers; at += 3) {
      if (stretches[at] !== opaque) continue;
      const left = (draw.x + reach) * part + (stretches[at + 1]! - padding + 1) * draw.scaleX;
      const right = (draw.x - reach) * part + (stretches[at + 2]! - padding - 1) * draw.scaleX;
      covers = left <= 0 && right >= target.width;
    }
    if (!covers) continue;
    const [top, bottom] = bandRows(draw, { first, last, part, height: target.height });
    if (bottom > top) cover.fill(index, top, bottom);
  }
}
