import { mix } from '../colour.ts';
import { curve, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import type { Stage } from '../stage.ts';

/** The two tones of a cloud. */
export type CloudTones = { lit: string; under: string };

/** A bank of cloud over the whole width: billows along its crest, opaque below. */
export function drawCloudBank(stage: Stage, y: number, size: number, tones: CloudTones): void {
  const { brush, view, key } = stage;
  const points: Point[] = [];
  const heads: [number, number, number][] = [];
  for (let x = view.x0 - size; x < view.x1 + size;) {
    const r = size * brush.between(0.45, 1);
    const base = y + brush.between(-0.16, 0.16) * size;
    heads.push([x + r, base - r * 0.3, r]);
    for (const a of [3.0, 2.45, 1.9, 1.35, 0.8, 0.25])
      points.push([x + r + Math.cos(a) * r, base - Math.sin(a) * r * 0.72]);
    x += r * 1.72;
  }
  const path = curve(points);
  path.lineTo(view.x1 + size * 2, view.y1 + 60);
  path.lineTo(view.x0 - size * 2, view.y1 + 60);
  path.closePath();
  brush.shape(path, tones.lit, {
    to: tones.under,
    along: [0, y - size * 0.8, 0, y + size * 1.7],
    lift: 9,
    plate: true,
    edge: 0.3,
  });
  brush.clip(path, () => {
    const side = key.toward.x > 0 ? -1 : 1;
    for (const [hx, hy, r] of heads) {
      brush.form(
        brush.blob(hx, hy, r * 1.1, r * 0.9, 0.05),
        hx + side * r * 0.45,
        hy + r * 0.5,
        r * 0.85,
        tones.under,
        0.55,
      );
      if (brush.style.flat) continue;
      brush.line(
        curve([
          [hx - r * 0.5, hy - r * 0.02],
          [hx - r * 0.2, hy + r * 0.18],
          [hx + r * 0.2, hy + r * 0.12],
        ]),
        mix(tones.under, tones.lit, 0.35),
        Math.max(1.5, r * 0.03),
        0.5,
      );
    }
  });
}

/** A cloud of its own, as one stands on it: its top flat enough for feet. (x, y) is the middle of its top edge. */
export function puff(stage: Stage, x: number, y: number, half: number, tones: CloudTones): void {
  const { brush } = stage;
  const lobes: Point[] = [];
  const top: readonly (readonly [number, number])[] = [
    [-1, 0.16],
    [-0.86, -0.02],
    [-0.62, -0.13],
    [-0.4, -0.06],
    [-0.16, -0.15],
    [0.1, -0.09],
    [0.34, -0.16],
    [0.6, -0.08],
    [0.84, -0.05],
    [1, 0.14],
  ];
  for (const [dx, dy] of top) lobes.push([x + dx * half, y + dy * half + brush.between(-0.02, 0.02) * half]);
  lobes.push(
    [x + half * 0.88, y + half * 0.3],
    [x + half * 0.5, y + half * 0.4],
    [x + half * 0.1, y + half * 0.36],
    [x - half * 0.4, y + half * 0.42],
    [x - half * 0.86, y + half * 0.3],
  );
  const path = spline(lobes);
  brush.shape(path, tones.lit, {
    to: mix(tones.under, tones.lit, 0.2),
    along: [0, y - half * 0.1, 0, y + half * 0.46],
    lift: 7,
    edge: 0.3,
  });
  brush.form(path, x + half * 0.2, y + half * 0.5, half * 0.9, tones.under, 0.5);
}
