import type { Path2D } from '@napi-rs/canvas';
import { type Point, curve, spline } from '../../paths.ts';

/** Half widths of a body from the neck to the seat, evenly spaced, and its length. Origin: middle of the seat, y up. */
export type Trunk = { height: number; widths: readonly number[] };

/** Half width at `share` of the way from the neck (0) to the seat (1); the last width goes on below. */
export function trunkWidth(trunk: Trunk, share: number): number {
  const { widths } = trunk;
  const at = Math.max(0, Math.min(1, share)) * (widths.length - 1);
  const i = Math.min(widths.length - 2, Math.floor(at));
  return widths[i]! + (widths[i + 1]! - widths[i]!) * (at - i);
}

/**
 * Outline of a body or of a garment around it.
 * @param options.from Where it begins, 0 the neck. Default 0.
 * @param options.to Where it ends, 1 the seat. Default 1.
 * @param options.grow How much wider than the body at the top and the hem. Default none.
 * @param options.turn Three-quarter turn: the chest comes forward. Default 0.
 * @param options.round How far top and hem bulge, in units. Default 7 and 7.
 */
export function trunkPath(
  trunk: Trunk,
  options: {
    from?: number;
    to?: number;
    grow?: readonly [number, number];
    turn?: number;
    round?: readonly [number, number];
  } = {},
): Path2D {
  const { from = 0, to = 1, grow = [0, 0], turn = 0, round = [7, 7] } = options;
  const steps = 5;
  const right: Point[] = [];
  const left: Point[] = [];
  for (let i = 0; i <= steps; i++) {
    const share = from + ((to - from) * i) / steps;
    const y = -trunk.height * (1 - share);
    const width = trunkWidth(trunk, share) + grow[0] + (grow[1] - grow[0]) * (i / steps) ** 1.5;
    const belly = Math.sin(Math.max(0, Math.min(1, share)) * Math.PI) * turn;
    right.push([width * (1 + 0.03 * belly) + belly * 2.5, y]);
    left.unshift([-width * (1 - 0.06 * belly) + belly * 0.8, y]);
  }
  const top = -trunk.height * (1 - from) - round[0];
  const bottom = -trunk.height * (1 - to) + round[1];
  return spline([[0, top], ...right, [0, bottom], ...left]);
}

/** A line around the trunk, as a hem or a belt is drawn; `share` from 0 at the neck to 1 at the seat. */
export function hemLine(torso: Trunk, share: number, grow: number, turn: number): Path2D {
  const width = trunkWidth(torso, share) + grow;
  const y = -torso.height * (1 - share);
  return curve([
    [-width * 0.96, y],
    [turn * 3, y + 5],
    [width * 1.02 + turn * 2, y],
  ]);
}
