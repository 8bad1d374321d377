import type { Random } from '@kinora/media/audio';

/** A shuffled copy (Fisher–Yates). */
export function shuffle<Value>(values: readonly Value[], next: Random): Value[] {
  const shuffled = [...values];
  for (let index = shuffled.length - 1; index > 0; index--) {
    const other = Math.floor(next() * (index + 1));
    [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
  }
  return shuffled;
}

/** The numbers from 0 to below `count` in an order in which, where there are two or more, not all stand in their places. */
export function shuffledOrder(count: number, next: Random): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  const shuffled = shuffle(order, next);
  if (count < 2 || shuffled.some((value, index) => value !== index)) return shuffled;
  return [...order.slice(1), 0];
}
