import { countFrames, placeSpans } from './spans.ts';
import type { Span } from './spans.ts';

/** One part of a film, in order: spans of the recording, or something that has no sound, a title. */
export type Part = { spans: readonly Span[] } | { seconds: number };

/** Frames of a part. */
export function partFrames(part: Part, fps: number): number {
  return 'spans' in part ? countFrames(part.spans, fps) : Math.round(part.seconds * fps);
}

/**
 * Where times of the recording lie in the film.
 * @returns `seconds` of the film, `starts` of its parts in seconds, and `timeOf`: where a time of the recording is seen; of a
 * time that was cut out, where what follows it is seen; null after the last.
 */
export function mapTimes(
  parts: readonly Part[],
  fps: number,
): { seconds: number; starts: number[]; timeOf: (recorded: number) => number | null } {
  const placed: { start: number; end: number; at: number }[] = [];
  const starts: number[] = [];
  let frame = 0;
  for (const part of parts) {
    starts.push(frame / fps);
    if ('spans' in part) {
      for (const { start, first, frames } of placeSpans(part.spans, fps)) {
        placed.push({ start, end: start + frames / fps, at: (frame + first) / fps });
      }
    }
    frame += partFrames(part, fps);
  }
  placed.sort((a, b) => a.start - b.start);
  return {
    seconds: frame / fps,
    starts,
    timeOf(recorded) {
      const next = placed.find(({ end }) => end > recorded);
      return next ? next.at + Math.max(0, recorded - next.start) : null;
    },
  };
}
