import type { Span } from '../lesson/plan.ts';
import { firstEndingAfter, milliseconds, secondsOf } from './spans.ts';

/** Length of what a cut keeps, seconds. */
export function cutSeconds(keeps: readonly Span[]): number {
  return milliseconds(secondsOf(keeps));
}

/**
 * When a moment of the recording comes in the cut, seconds from its beginning; what was cut out comes when the next kept stretch begins.
 * @param keeps Sorted and disjoint.
 */
export function toCutTime(keeps: readonly Span[], time: number): number {
  let passed = 0;
  for (const { start, end } of keeps) {
    if (time < end) return milliseconds(passed + Math.max(0, time - start));
    passed += end - start;
  }
  return milliseconds(passed);
}

/** The moment of the recording that is seen at a time of the cut; past the cut's end, the end of the last stretch. */
export function fromCutTime(keeps: readonly Span[], time: number): number {
  let left = Math.max(0, time);
  for (const { start, end } of keeps) {
    if (left < end - start) return milliseconds(start + left);
    left -= end - start;
  }
  return keeps.at(-1)?.end ?? 0;
}

/** Whether a moment of the recording is kept. */
export function isKept(keeps: readonly Span[], time: number): boolean {
  const at = firstEndingAfter(keeps, time);
  return at < keeps.length && keeps[at]!.start <= time;
}
