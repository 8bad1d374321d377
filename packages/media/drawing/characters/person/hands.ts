import { Path2D } from '@napi-rs/canvas';
import { limb, spline, type Point } from '../../paths.ts';
import { shade, type Figure } from '../figure.ts';
import type { HandKind } from '../rigs/upright-poses.ts';

/** A small hand with fingers; origin at the wrist, positive x the way the arm goes, thumb to negative y. */
export function drawHand(fig: Figure, kind: HandKind, skin: string, r: number): void {
  const { brush } = fig;
  const dark = shade(skin, 0.3);
  const finger = (points: Point[], width: number) =>
    brush.shape(
      limb(
        points,
        points.map((_, i) => width * (i === points.length - 1 ? 0.8 : 1)),
      ),
      skin,
      { lift: 0.6, edge: 0 },
    );
  if (kind === 'open') {
    for (const angle of [-0.5, -0.16, 0.17, 0.5]) {
      finger(
        [
          [r * 0.7, Math.sin(angle) * r * 0.8],
          [r * 0.9 + Math.cos(angle) * r * 1.05, Math.sin(angle) * r * 2],
        ],
        r * 0.25,
      );
    }
    finger(
      [
        [r * 0.2, -r * 0.6],
        [r * 0.95, -r * 1.35],
      ],
      r * 0.26,
    );
    palm();
    return;
  }
  if (kind === 'point') {
    finger(
      [
        [r * 0.6, -r * 0.3],
        [r * 1.5, -r * 0.36],
        [r * 2.25, -r * 0.4],
      ],
      r * 0.26,
    );
    finger(
      [
        [r * 0.3, -r * 0.5],
        [r * 1, -r * 1],
      ],
      r * 0.27,
    );
    palm();
    knuckles([0.1, 0.45]);
    return;
  }
  if (kind === 'grip') {
    palm();
    finger(
      [
        [r * 0.1, -r * 0.5],
        [r * 0.85, -r * 0.7],
        [r * 1.1, -r * 0.2],
      ],
      r * 0.27,
    );
    knuckles([-0.1, 0.25, 0.6]);
    return;
  }
  finger(
    [
      [r * 0.1, -r * 0.5],
      [r * 0.75, -r * 0.98],
    ],
    r * 0.28,
  );
  const mitten = spline([
    [-r * 0.3, -r * 0.62],
    [r * 0.6, -r * 0.74],
    [r * 1.5, -r * 0.5],
    [r * 1.85, 0],
    [r * 1.5, r * 0.52],
    [r * 0.6, r * 0.72],
    [-r * 0.3, r * 0.62],
  ]);
  brush.shape(mitten, skin, { to: dark, along: [0, -r, 0, r * 1.2], lift: 1, edge: 0.12 });
  const lines = new Path2D();
  for (const y of [-0.22, 0.12, 0.42]) {
    lines.moveTo(r * 1.1, y * r);
    lines.lineTo(r * 1.66, y * r * 0.9);
  }
  brush.line(lines, dark, 1, 0.6);

  function palm(): void {
    brush.shape(
      spline([
        [-r * 0.35, -r * 0.6],
        [r * 0.5, -r * 0.82],
        [r * 1.15, -r * 0.5],
        [r * 1.15, r * 0.5],
        [r * 0.5, r * 0.82],
        [-r * 0.35, r * 0.6],
      ]),
      skin,
      { to: dark, along: [0, -r, 0, r * 1.3], lift: 1, edge: 0 },
    );
  }
  function knuckles(at: number[]): void {
    const lines = new Path2D();
    for (const y of at) {
      lines.moveTo(r * 0.75, y * r);
      lines.lineTo(r * 1.15, y * r);
    }
    brush.line(lines, dark, 1, 0.6);
  }
}
