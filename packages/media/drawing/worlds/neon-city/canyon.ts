import type { Context } from '../../brush.ts';
import { alpha } from '../../colour.ts';
import { curve } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import type { VistaStage } from '../vista-stage.ts';

/** A street canyon: where it vanishes, how wide it is right before the viewer, and its depth as nearness 0 (far) to 1. */
export type Canyon = { x: number; y: number; half: number; high: number };

/** A point of the left (-1) or right (1) house front: `near` 0 at the vanishing point, 1 before the viewer; `up` 0 ground to 1 roof. */
export function onWall({ x, y, half, high }: Canyon, side: number, near: number, up: number): Point {
  return [x + side * half * near, y + high * 0.42 * near - high * 1.5 * near * up];
}

/** Wires across the street. */
export function wires(stage: VistaStage, c: Context): void {
  const { tones, w, h, view } = stage;
  c.strokeStyle = alpha(tones.ink, 0.9);
  for (let index = 0; index < 5; index++) {
    const y = h * stage.between(-0.02, 0.26);
    c.lineWidth = stage.between(1.2, 2.6);
    c.stroke(
      curve([
        [view.x0, y],
        [w * stage.between(0.35, 0.65), y + h * stage.between(0.07, 0.15)],
        [view.x1, y - h * stage.between(-0.08, 0.08)],
      ]),
    );
  }
}
