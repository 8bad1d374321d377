import { timeOfOffset } from '../transcript/index.ts';
import type { Cue, Sentence } from '../transcript/index.ts';

declare const isWitnessed: unique symbol;

/** Where an item is said. Only {@link witness} makes one, from a transcript: what isn't there can't be an item. */
export type Evidence = {
  readonly [isWitnessed]: true;
  /** Place of the sentence in the transcript. */
  readonly sentence: number;
  /** The whole sentence. */
  readonly context: string;
  /** Stretch of the sentence, UTF-16, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Exactly that stretch. */
  readonly surface: string;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  /** The cue it begins in. */
  readonly cueIndex: number;
  readonly speaker?: string;
};

/** A transcript: cues as read, and sentences built from them. */
export type Transcript = { cues: readonly Cue[]; sentences: readonly Sentence[] };

/**
 * Evidence for a stretch of a sentence. Null when there is no such stretch, or nothing but blanks in it.
 * @param surface When given: what must stand there, e.g. as a model claims.
 */
export function witness(
  transcript: Transcript,
  { sentence: index, from, to, surface }: { sentence: number; from: number; to: number; surface?: string },
): Evidence | null {
  const sentence = transcript.sentences[index];
  if (sentence === undefined || from < 0 || to <= from || to > sentence.text.length) return null;
  const found = sentence.text.slice(from, to);
  if (found.trim() === '' || (surface !== undefined && surface !== found)) return null;
  const part = sentence.parts.findLast((each) => each.from <= from) ?? sentence.parts[0]!;
  const start = timeOfOffset(sentence, transcript.cues, from);
  const end = Math.max(start, timeOfOffset(sentence, transcript.cues, to - 1));
  return {
    sentence: index,
    context: sentence.text,
    from,
    to,
    surface: found,
    start,
    // A word is heard for a moment at least.
    end: Math.min(Math.max(end, start + 0.2), Math.max(sentence.end, start + 0.2)),
    cueIndex: part.cueIndex,
    ...(sentence.speaker === undefined ? {} : { speaker: sentence.speaker }),
  } as Evidence;
}
