import type { Span } from '../lesson/plan.ts';

/** Sorted, with those that touch or overlap (or lie closer than `gap` seconds) made one. */
export function mergeSpans(spans: readonly Span[], gap = 0): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start <= last.end + gap) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** What is left of sorted, disjoint spans without others of the same kind. */
export function subtractSpans(spans: readonly Span[], without: readonly Span[]): Span[] {
  const left: Span[] = [];
  let first = 0;
  for (const span of spans) {
    while (first < without.length && without[first]!.end <= span.start) first++;
    let from = span.start;
    for (let at = first; at < without.length && without[at]!.start < span.end; at++) {
      if (without[at]!.start > from) left.push({ start: from, end: without[at]!.start });
      from = Math.max(from, without[at]!.end);
    }
    if (from < span.end) left.push({ start: from, end: span.end });
  }
  return left;
}

/** Parts of sorted, disjoint spans that lie between two times. */
export function clipSpans(spans: readonly Span[], start: number, end: number): Span[] {
  const first = firstEndingAfter(spans, start);
  const clipped: Span[] = [];
  for (let at = first; at < spans.length && spans[at]!.start < end; at++) {
    const part = { start: Math.max(start, spans[at]!.start), end: Math.min(end, spans[at]!.end) };
    if (part.end > part.start) clipped.push(part);
  }
  return clipped;
}

/** Seconds of all spans together. */
export function secondsOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Index of the first of sorted, disjoint spans that ends after a time; their number when none does. */
export function firstEndingAfter(spans: readonly Span[], time: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A time in whole milliseconds, so that plans are the same wherever they are made. */
export function milliseconds(time: number): number {
  return Math.round(time * 1000) / 1000;
}
