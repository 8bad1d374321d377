import { mix } from '../colour.ts';
import { spline } from '../paths.ts';
import type { Stage } from '../stage.ts';

/** The soft dark edge of something close in a room: a chair's back, a curtain, at the side where nobody stands. */
export function drawNearFurniture(stage: Stage, colour: string): void {
  const { brush, width, height, view, spec } = stage;
  if (['close', 'birds-eye'].includes(spec.camera.shot)) return;
  const side = stage.isTaken(width * 0.04, width * 0.02) ? (stage.isTaken(width * 0.96, width * 0.02) ? 0 : 1) : -1;
  if (side === 0) return;
  const dark = mix(stage.tone(colour), stage.grade.shade, 0.5);
  stage.layer(
    'near',
    0,
    { soft: 3, lit: 0.35, wash: 0.1, rim: 0.14, area: [view.x0, height * 0.5, view.x1, view.y1] },
    () => {
      const edge = side < 0 ? view.x0 - 30 : view.x1 + 30;
      const reach = Math.min(width * 0.12, 130) * -side;
      brush.shape(
        spline(
          [
            [edge, view.y1 + 40],
            [edge, height * 0.66],
            [edge + reach * 0.55, height * 0.62],
            [edge + reach * 0.95, height * 0.7],
            [edge + reach * 1.05, height * 0.86],
            [edge + reach * 1.2, view.y1 + 40],
          ],
          0.8,
        ),
        dark,
        { to: brush.darker(dark, 0.4), along: [0, height * 0.6, 0, view.y1], lift: 6 },
      );
    },
  );
}
