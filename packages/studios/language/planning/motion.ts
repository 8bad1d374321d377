import type { Region, Span } from '../lesson/plan.ts';
import type { MotionGrid } from './inputs.ts';
import { quantile } from './statistics.ts';

/** What moves in a stretch: nothing, one part of a picture that is still otherwise, or most of it. */
export type MovingPart = { kind: 'still' } | { kind: 'part' | 'most'; region: Region };

/** Share of the time in which a cell must move to belong to what keeps moving. */
const often = 0.4;
/** Largest share of the picture that counts as a part. */
const largestPart = 0.42;

/** The part of the picture that keeps moving: the largest group of neighbouring cells that move in two fifths of the steps. */
export function regionOfMotion(grid: MotionGrid, { start, end }: Span): MovingPart {
  const { columns, rows, step, motion } = grid;
  const cells = columns * rows;
  const steps = cells === 0 ? 0 : Math.floor(motion.length / cells);
  const from = Math.max(0, Math.min(steps - 1, Math.floor(start / step)));
  const to = Math.max(from + 1, Math.min(steps, Math.ceil(end / step)));
  if (steps === 0) return { kind: 'still' };
  const values = Array.from(motion.subarray(from * cells, to * cells));
  const least = Math.max(4, quantile(values, 0.95) * 0.25);
  const moving = new Float64Array(cells);
  const sums = new Float64Array(cells);
  let counted = 0;
  for (let at = 0; at < to - from; at++) {
    const frame = values.slice(at * cells, (at + 1) * cells);
    // A cut moves everything: it tells nothing of where.
    const isCut = grid.cuts.some((cut) => Math.floor(cut / step) === from + at) && to - from > 2;
    if (isCut) continue;
    counted++;
    for (const [cell, value] of frame.entries()) {
      if (value >= least) moving[cell]!++;
      sums[cell]! += Math.max(0, value - least);
    }
  }
  const busy = Array.from(moving, (count) => counted > 0 && count / counted >= often);
  const share = busy.filter(Boolean).length / cells;
  if (share === 0) return { kind: 'still' };
  const group = largestGroup(busy, sums, columns);
  const region = boundsOf(group, { columns, rows });
  if (share <= largestPart && region.width * region.height <= largestPart + 0.05) return { kind: 'part', region };
  return { kind: 'most', region: aboutMiddle(sums, columns) };
}

/** Neighbouring cells with the most motion together. */
function largestGroup(busy: readonly boolean[], sums: Float64Array, columns: number): number[] {
  const seen = new Set<number>();
  let best: number[] = [];
  let most = -1;
  for (const [first, is] of busy.entries()) {
    if (!is || seen.has(first)) continue;
    const group = [first];
    seen.add(first);
    for (const cell of group) {
      const column = cell % columns;
      const near = [cell - columns, cell + columns, column > 0 ? cell - 1 : -1, column < columns - 1 ? cell + 1 : -1];
      for (const other of near) {
        if (other < 0 || other >= busy.length || seen.has(other) || busy[other] !== true) continue;
        seen.add(other);
        group.push(other);
      }
    }
    const sum = group.reduce((whole, cell) => whole + sums[cell]!, 0);
    if (sum > most) [best, most] = [group, sum];
  }
  return best;
}

type Size = { columns: number; rows: number };

function boundsOf(cells: readonly number[], { columns, rows }: Size): Region {
  const xs = cells.map((cell) => cell % columns);
  const ys = cells.map((cell) => Math.floor(cell / columns));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    x: left / columns,
    y: top / rows,
    width: (Math.max(...xs) + 1 - left) / columns,
    height: (Math.max(...ys) + 1 - top) / rows,
  };
}

/** A third of the width about the middle of all motion, in steps of a twelfth. */
function aboutMiddle(sums: Float64Array, columns: number): Region {
  let [whole, weighted] = [0, 0];
  for (const [cell, sum] of sums.entries()) {
    whole += sum;
    weighted += sum * ((cell % columns) + 0.5);
  }
  const middle = whole === 0 ? 0.5 : Math.round((weighted / whole / columns) * 12) / 12;
  return { x: Math.min(2 / 3, Math.max(0, middle - 1 / 6)), y: 0, width: 1 / 3, height: 1 };
}
