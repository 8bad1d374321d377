import { hash } from '../tables/hash.ts';

/** Brushes in {@link brushTable}, and bristles of each. */
export const brushes = 64;
export const bristles = 32;

/**
 * How much paint each bristle carries: a load of its own, and some that it shares with its neighbours.
 * @returns Bytes, shape [64 brushes, 32 bristles].
 */
export function brushTable(): Uint8Array {
  const own = (brush: number, v: number) => hash(brush * 131 + v * 17 + 5);
  return Uint8Array.from({ length: brushes * bristles }, (_, i) => {
    const [brush, v] = [Math.floor(i / bristles), i % bristles];
    return Math.round((own(brush, v) * 0.6 + own(brush, v + 1) * 0.2 + own(brush, v >> 2) * 0.2) * 255);
  });
}

/**
 * Four random numbers for each stroke of a layer, in [0, 1): brush; breadth, brightness and threshold; direction; length and hue.
 * @returns Shape [count, 4].
 */
export function strokeNumbers(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count * 4 }, (_, i) => hash(i * 9 + seed * 104729));
}
