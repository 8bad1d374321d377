import { alongWeights } from './tables/gauss.ts';

/** Weights along the currents of the look dream, 14 pixels both ways. */
export const currentWeights = alongWeights(10);

/** How far the look dream bends the scene, in pixels across and down: it breathes slowly. */
export function bendOf(frame: { time: number; scale: number }): [number, number] {
  const breath = frame.time * 0.9;
  return [frame.scale * (5 + 1.5 * Math.sin(breath)), frame.scale * (5 + 1.5 * Math.cos(breath))];
}
