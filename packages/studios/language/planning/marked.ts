import type { Sentence } from '../transcript/index.ts';
import type { Span } from '../lesson/plan.ts';
import type { PlanSource } from './inputs.ts';
import { markerIn } from './markers.ts';
import { isTransition } from './cohesion.ts';
import type { MarkerOrder } from './markers.ts';
import type { SpeechMap } from './speech-map.ts';

/** A spoken marker, and what it points at; null where nothing was said before it. */
export type Marked = { marker: Sentence; order: MarkerOrder; points: Span | null };

/** Seconds before a marker that it can point at: what is to be shown off needs its lead-up, what is to go is short. */
const reach = { highlight: 30, important: 20, cut: 10 } as const;
/** Seconds of silence that end what a marker points at. */
const quietAfter = { highlight: 4, important: 3, cut: 1 } as const;

/** Spoken markers with what they point at: whole sentences before them, back to a longer pause or another marker. */
export function findMarkers({ transcript: { sentences } }: PlanSource, map: SpeechMap): Marked[] {
  const orders = sentences.map(({ text }) => markerIn(text));
  return sentences.flatMap((marker, index): Marked[] => {
    const order = orders[index];
    if (order == null) return [];
    let first: Sentence | null = null;
    let next = marker.start;
    for (let at = index - 1; at >= 0; at--) {
      const sentence = sentences[at]!;
      if (orders[at] != null && orders[at] !== 'important') break;
      if (next - sentence.end > quietAfter[order] && (first !== null || next - sentence.end > 8)) break;
      if (marker.start - sentence.start > reach[order] && first !== null) break;
      first = sentence;
      next = sentence.start;
      if (isTransition(sentence.text)) break;
    }
    if (order === 'important') {
      // What is important may be said before or after it is called so: both.
      const after = sentences.filter(({ start }) => start >= marker.end && start < marker.end + 10);
      const start = first === null ? marker.start : Math.max(first.start, marker.start - reach.important);
      return [{ marker, order, points: { start, end: Math.max(marker.end, ...after.map(({ end }) => end)) } }];
    }
    if (first === null) return [{ marker, order, points: null }];
    const points = { start: Math.max(0, first.start), end: Math.min(marker.start, map.seconds) };
    return [{ marker, order, points: points.end > points.start ? points : null }];
  });
}
