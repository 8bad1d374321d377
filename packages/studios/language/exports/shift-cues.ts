import type { Span } from '../lesson/plan.ts';
import { firstEndingAfter } from '../planning/spans.ts';
import type { Cue, CueWord } from '../transcript/index.ts';

/** A cue of which less is left goes, unless its words are timed and some are left. */
const leastShare = 0.4;
/** Two pieces of a cue closer than this are one, in seconds of the video. */
const touching = 0.05;

/**
 * Cues of a recording as they stand in a video that keeps only some stretches of it. A cue through which a cut goes shows as
 * long as any of it is heard.
 * @param keeps Stretches in order and apart from each other, in seconds of the recording.
 * @param options.offset Seconds of the video before the first stretch, e.g. of a title. Default 0.
 * @returns Renumbered, with times of the video.
 */
export function shiftCues(
  cues: readonly Cue[],
  keeps: readonly Span[],
  { offset = 0 }: { offset?: number } = {},
): Cue[] {
  const shifted: Omit<Cue, 'index'>[] = [];
  const starts: number[] = [];
  let length = offset;
  for (const { start, end } of keeps) {
    starts.push(length);
    length += end - start;
  }
  /** The stretches of a span that are kept, in times of the video. */
  const left = (span: Span): Span[] => {
    const pieces: Span[] = [];
    for (let index = firstEndingAfter(keeps, span.start); index < keeps.length; index++) {
      const keep = keeps[index]!;
      if (keep.start >= span.end) break;
      const [start, end] = [Math.max(span.start, keep.start), Math.min(span.end, keep.end)];
      if (end <= start) continue;
      const at = starts[index]! - keep.start;
      const last = pieces.at(-1);
      if (last !== undefined && start + at - last.end < touching) last.end = end + at;
      else pieces.push({ start: start + at, end: end + at });
    }
    return pieces;
  };
  for (const { index: _index, words, ...cue } of cues) {
    const pieces = left(cue);
    const kept = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
    if (pieces.length === 0) continue;
    const [start, end] = [pieces[0]!.start, pieces.at(-1)!.end];
    const heard = words?.filter((word) => isHeard(word, left(word)));
    if (words === undefined || heard === undefined) {
      if (kept >= (cue.end - cue.start) * leastShare) shifted.push({ ...cue, start, end });
      continue;
    }
    if (heard.length === 0) continue;
    const [first, last] = [heard[0]!, heard.at(-1)!];
    const from = first === words[0] ? 0 : first.offset;
    const to = last === words.at(-1) ? cue.text.length : last.offset + last.text.length;
    const text = cue.text.slice(from, to);
    const moved = heard.map((word) => {
      const own = left(word);
      return { ...word, offset: word.offset - from, start: own[0]!.start, end: own.at(-1)!.end };
    });
    shifted.push({ ...cue, text: text.trim() === '' ? cue.text : text, start, end, words: moved });
  }
  return shifted.toSorted((a, b) => a.start - b.start).map((cue, index) => ({ index, ...cue }));
}

function isHeard(word: CueWord, pieces: readonly Span[]): boolean {
  const kept = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  return pieces.length > 0 && kept >= (word.end - word.start) / 2;
}
