import { lerp, mix } from '../colour.ts';
import { noiseTiles, tileSize } from '../noise.ts';
import { curve, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import type { Stage } from '../stage.ts';

/** The height of a crest at x. */
export type Crest = (x: number) => number;

/** Options of {@link drawHill}. */
export type HillOptions = {
  tilt?: number;
  /** Raises the crest at x. */
  bump?: (x: number) => number;
  /** How far down the gradient runs. Default 200. */
  length?: number;
  lift?: number;
};

/** A hill over the whole width with a crest of noise. Returns its crest. */
export function drawHill(
  stage: Stage,
  y: number,
  height: number,
  step: number,
  colour: string,
  to: string,
  options: HillOptions = {},
): Crest {
  const { brush, view } = stage;
  const { wash } = noiseTiles();
  const phase = Math.floor(brush.random() * 400) + 4096;
  const row = Math.floor(brush.random() * tileSize) * tileSize;
  const crest: Crest = (x) => {
    const u = ((x / step) * 22 + phase) % tileSize;
    const i = Math.floor(u);
    const noise = lerp(wash[row + i]!, wash[row + ((i + 1) & (tileSize - 1))]!, u - i) / 64;
    return y + (options.tilt ?? 0) * (x / stage.width - 0.5) - height * noise * 1.5 - (options.bump?.(x) ?? 0);
  };
  const points: Point[] = [];
  for (let x = view.x0 - 40; x <= view.x1 + 40; x += 24) points.push([x, crest(x)]);
  const path = curve(points);
  path.lineTo(view.x1 + 60, view.y1 + 60);
  path.lineTo(view.x0 - 60, view.y1 + 60);
  path.closePath();
  brush.shape(path, colour, {
    to,
    along: [0, y - height, 0, y + (options.length ?? 200)],
    lift: options.lift ?? 12,
    plate: true,
  });
  return crest;
}

/** A smooth rise around `x`, for `bump`. */
export function mound(x: number, width: number, height: number): (at: number) => number {
  return (at) => height * Math.exp(-(((at - x) / width) ** 2));
}

/** Snow-capped peaks over the whole width. */
export function drawPeaks(
  stage: Stage,
  y: number,
  count: number,
  height: number,
  colour: string,
  to: string,
  cap: string | undefined,
): void {
  const { brush, view } = stage;
  const points: Point[] = [];
  const width = view.x1 - view.x0 + 120;
  for (let i = 0; i <= count; i++) {
    const rise = i % 2 ? height * brush.between(0.55, 1) : height * brush.between(0, 0.2);
    points.push([view.x0 - 60 + ((i + brush.between(-0.3, 0.3)) * width) / count, y - rise]);
  }
  const path = curve(points, 0.3);
  path.lineTo(view.x1 + 60, view.y1);
  path.lineTo(view.x0 - 60, view.y1);
  path.closePath();
  brush.shape(path, colour, { to, along: [0, y - height, 0, y + 70], lift: 10, plate: true });
  points.forEach(([x, top], index) => {
    if (index % 2 === 0) return;
    const h = y - top;
    const half = width / count;
    const shadow = spline(
      [
        [x, top + 2],
        [x + half * 0.95, y + 6],
        [x + half * 0.25, y + 6],
        [x + half * 0.12, top + h * 0.6],
        [x - half * 0.05, top + h * 0.35],
      ],
      0.2,
    );
    brush.dab(shadow, brush.darker(to, 0.35), 0.3);
    if (!cap) return;
    const snow = spline(
      [
        [x, top + 1],
        [x + half * 0.36, top + h * 0.4],
        [x + half * 0.15, top + h * 0.31],
        [x, top + h * 0.46],
        [x - half * 0.14, top + h * 0.29],
        [x - half * 0.34, top + h * 0.37],
      ],
      0.35,
    );
    brush.dab(snow, cap, 0.82);
  });
}

/** A path or stream that winds from the viewer to a far point and narrows. */
export function drawPath(
  stage: Stage,
  from: Point,
  to: Point,
  width: number,
  colour: string,
  strength: number,
  edge?: string,
): void {
  const { brush } = stage;
  const [x0, y0] = from;
  const [x1, y1] = to;
  const bend = (x1 - x0) * 0.4 + (x1 > x0 ? -1 : 1) * width;
  const middle: Point[] = [
    [x0, y0],
    [x0 + bend * 0.6, lerp(y0, y1, 0.36)],
    [lerp(x0, x1, 0.62) - bend * 0.3, lerp(y0, y1, 0.68)],
    [x1, y1],
  ];
  const halves = [width, width * 0.6, width * 0.3, width * 0.1];
  const outline = [
    ...middle.map(([x, y], index): Point => [x - halves[index]!, y]),
    ...middle.map(([x, y], index): Point => [x + halves[index]!, y]).reverse(),
  ];
  const path = spline(outline, 0.9);
  if (edge) brush.line(path, edge, 5, 0.5);
  brush.dab(path, colour, strength);
  for (let i = 0; i < 14; i++) {
    const t = brush.random() ** 0.7;
    const index = Math.min(2, Math.floor(t * 3));
    const f = t * 3 - index;
    const x = lerp(middle[index]![0], middle[index + 1]![0], f) + brush.between(-0.7, 0.7) * width * (1 - t * 0.85);
    const y = lerp(middle[index]![1], middle[index + 1]![1], f);
    const r = brush.between(3, 9) * (1.1 - t);
    brush.dab(brush.blob(x, y, r * 1.5, r * 0.6, 0.1, 7), mix(colour, stage.grade.shade, 0.3), 0.45);
  }
}
