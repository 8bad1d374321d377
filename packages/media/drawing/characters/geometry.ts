import type { Point } from '../paths.ts';

/** `point` turned by `angle` about the origin. */
export function rotated(point: Point, angle: number): Point {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [point[0] * cos - point[1] * sin, point[0] * sin + point[1] * cos];
}

/** `a` + `b`. */
export function plus(a: Point, b: Point): Point {
  return [a[0] + b[0], a[1] + b[1]];
}

/** The point `share` of the way from `a` to `b`. */
export function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** The direction from `a` to `b` in radians, 0 to the right, clockwise on screen. */
export function direction(a: Point, b: Point): number {
  return Math.atan2(b[1] - a[1], b[0] - a[0]);
}

/**
 * Root, joint and end of a limb of two equal bones (law of cosines). A target out of reach is approached as far as the
 * limb goes.
 * @param bend 1 puts the joint to the left of the way from root to target, -1 to the right.
 */
export function twoBones(root: Point, target: Point, length: number, bend: number): [Point, Point, Point] {
  const dx = target[0] - root[0];
  const dy = target[1] - root[1];
  const far = Math.hypot(dx, dy) || 1e-6;
  const reach = Math.min(far, length * 0.995);
  const end: Point = [root[0] + (dx / far) * reach, root[1] + (dy / far) * reach];
  const out = Math.sqrt(Math.max(0, (length / 2) ** 2 - (reach / 2) ** 2)) * bend;
  const joint: Point = [(root[0] + end[0]) / 2 + (dy / far) * out, (root[1] + end[1]) / 2 - (dx / far) * out];
  return [root, joint, end];
}
