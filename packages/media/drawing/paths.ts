import { Path2D } from '@napi-rs/canvas';

/** A point in the units of whatever is being drawn; y grows downwards. */
export type Point = readonly [number, number];

/** A smooth closed Catmull–Rom outline through the points. `tension` 0 gives straight edges, 1 round ones. */
export function spline(points: readonly Point[], tension = 1, path = new Path2D()): Path2D {
  return throughPoints(points, true, tension, path);
}

/** A smooth open Catmull–Rom line through the points. */
export function curve(points: readonly Point[], tension = 1, path = new Path2D()): Path2D {
  return throughPoints(points, false, tension, path);
}

function throughPoints(points: readonly Point[], closed: boolean, tension: number, path: Path2D): Path2D {
  const count = points.length;
  const at = (index: number): Point =>
    closed ? points[(index + count) % count]! : points[Math.max(0, Math.min(count - 1, index))]!;
  path.moveTo(points[0]![0], points[0]![1]);
  const k = tension / 6;
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    path.bezierCurveTo(
      b[0] + (c[0] - a[0]) * k,
      b[1] + (c[1] - a[1]) * k,
      c[0] - (d[0] - b[0]) * k,
      c[1] - (d[1] - b[1]) * k,
      c[0],
      c[1],
    );
  }
  if (closed) path.closePath();
  return path;
}

/** The right half of a symmetrical outline, top to bottom, completed by its mirror image at x = 0. */
export function mirror(points: readonly Point[]): Point[] {
  const left = points
    .slice(1, -1)
    .reverse()
    .map(([x, y]): Point => [-x, y]);
  return [...points, ...left];
}

/** An ellipse as a path. */
export function ellipse(x: number, y: number, rx: number, ry = rx, rotation = 0): Path2D {
  const path = new Path2D();
  path.ellipse(x, y, rx, ry, rotation, 0, Math.PI * 2);
  return path;
}

/** A box with slightly soft corners, from its corner points. */
export function box(x0: number, y0: number, x1: number, y1: number, tension = 0.08): Path2D {
  return spline(
    [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ],
    tension,
  );
}

/** A polygon with straight edges. */
export function polygon(points: readonly Point[], path = new Path2D()): Path2D {
  points.forEach(([x, y], index) => (index ? path.lineTo(x, y) : path.moveTo(x, y)));
  path.closePath();
  return path;
}

/** A star with `tips` tips. */
export function star(x: number, y: number, radius: number, tips = 5, inner = 0.45, tension = 0.3): Path2D {
  return spline(
    Array.from({ length: tips * 2 }, (_, index): Point => {
      const angle = (index / tips) * Math.PI;
      const r = index % 2 ? radius * inner : radius;
      return [x + Math.sin(angle) * r, y - Math.cos(angle) * r];
    }),
    tension,
  );
}

/** A tapering limb along a smooth centre line: legs, arms, tails, trunks, kelp. `widths` are half widths, one per point. */
export function limb(points: readonly Point[], widths: readonly number[]): Path2D {
  const [line, halves] = withRoundEnds(points, widths);
  const left: Point[] = [];
  const right: Point[] = [];
  line.forEach((point, index) => {
    const before = line[Math.max(0, index - 1)]!;
    const after = line[Math.min(line.length - 1, index + 1)]!;
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const k = halves[index]! / (Math.hypot(dx, dy) || 1);
    left.push([point[0] - dy * k, point[1] + dx * k]);
    right.unshift([point[0] + dy * k, point[1] - dx * k]);
  });
  const end = line.length - 1;
  const cap = (index: number, inner: number): Point => {
    const a = line[index]!;
    const b = line[inner]!;
    const k = (halves[index]! * 0.9) / (Math.hypot(a[0] - b[0], a[1] - b[1]) || 1);
    return [a[0] + (a[0] - b[0]) * k, a[1] + (a[1] - b[1]) * k];
  };
  return spline([...left, cap(end, Math.max(0, end - 1)), ...right, cap(0, Math.min(1, end))]);
}

/** Adds points near each end: without them a long last stretch makes the spline overshoot at the cap, like a forked stick. */
function withRoundEnds(points: readonly Point[], widths: readonly number[]): [Point[], number[]] {
  const last = points.length - 1;
  const near = (end: number, inner: number): [Point, number][] => {
    const [a, b] = [points[end]!, points[inner]!];
    const share = widths[end]! / (Math.hypot(a[0] - b[0], a[1] - b[1]) || 1);
    return [share * 1.2, share * 4]
      .filter((t) => t < 0.42)
      .map((t) => [
        [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t],
        widths[end]! + (widths[inner]! - widths[end]!) * t,
      ]);
  };
  const all: [Point, number][] = [
    [points[0]!, widths[0]!],
    ...(last ? near(0, 1) : []),
    ...points.slice(1, -1).map((point, index): [Point, number] => [point, widths[index + 1]!]),
    ...(last ? near(last, last - 1).reverse() : []),
    ...(last ? [[points[last]!, widths[last]!] as [Point, number]] : []),
  ];
  return [all.map(([point]) => point), all.map(([, width]) => width)];
}
