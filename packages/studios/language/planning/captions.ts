import { timeOfOffset } from '../transcript/index.ts';
import type { Cue, Sentence } from '../transcript/index.ts';
import { breakCaption } from './caption-lines.ts';
import { captionWords } from './caption-words.ts';
import type { CaptionToken, SpokenWord } from './caption-words.ts';
import { moraeOf } from './morae.ts';
import { milliseconds } from './spans.ts';
import { heardSpan, isTimed } from './speech-map.ts';

/** A word of a caption, with the blanks and marks after it, and when it is said. */
export type TimedWord = {
  text: string;
  /** Stretch of the sentence, UTF-16, `to` exclusive. */
  from: number;
  to: number;
  /** Seconds of the recording. */
  start: number;
  end: number;
};

/** What is shown at once: one line or two. */
export type CaptionBlock = { from: number; to: number; start: number; end: number; lines: TimedWord[][] };

/**
 * A sentence as captions of at most two lines (some 14 Japanese or 32 Latin characters each) whose words light up when they are said: by
 * the cues' own times of words, else spread over the cue by how long words take to say.
 * @param options.tokens Words of the sentence where a tokenizer has found them; particles join the word before. Default: by script and
 *   the platform's own word breaks.
 * @returns In order, one after the other; together they hold the whole text.
 */
export function captionTiming(
  sentence: Sentence,
  cues: readonly Cue[],
  { tokens }: { tokens?: readonly CaptionToken[] } = {},
): CaptionBlock[] {
  const bounds = captionWords(sentence.text, tokens);
  const starts = startsOf(sentence, cues, bounds);
  const words = bounds.map(({ start: from, end: to }, at): TimedWord => {
    const start = starts[at]!;
    const next = starts[at + 1] ?? Math.max(sentence.end, start);
    return {
      text: sentence.text.slice(from, to),
      from,
      to,
      start,
      end: Math.max(start, Math.min(next, endOf(sentence, cues, { from, to, next }))),
    };
  });
  return breakCaption(words).map((lines) => {
    const [first, last] = [lines[0]![0]!, lines.at(-1)!.at(-1)!];
    return { from: first.from, to: last.to, start: first.start, end: last.end, lines };
  });
}

/** When words begin; never before the word in front. */
function startsOf(sentence: Sentence, cues: readonly Cue[], bounds: readonly SpokenWord[]): number[] {
  const starts: number[] = [];
  for (const part of sentence.parts) {
    const within = bounds.filter(({ start }) => start >= part.from && start < part.to);
    const cue = cues[part.cueIndex]!;
    if (isTimed(cue)) {
      starts.push(...within.map(({ start }) => timeOfOffset(sentence, cues, firstLetter(sentence.text, start))));
      continue;
    }
    const weights = within.map(({ start, end, reading }) => weightOf(reading ?? sentence.text.slice(start, end)));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    let passed = 0;
    for (const weight of weights) {
      starts.push(part.start + ((part.end - part.start) * passed) / Math.max(0.01, whole));
      passed += weight;
    }
  }
  // Blanks between parts belong to no cue.
  while (starts.length < bounds.length) starts.push(sentence.end);
  let latest = sentence.start;
  return starts.map((start) => (latest = milliseconds(Math.max(latest, start))));
}

/** A timed word goes out when it has been said, not when the next begins. */
function endOf(
  sentence: Sentence,
  cues: readonly Cue[],
  { from, to, next }: { from: number; to: number; next: number },
): number {
  const part = sentence.parts.findLast((each) => each.from < to);
  const cue = part && cues[part.cueIndex];
  if (!part || !cue || !isTimed(cue)) return next;
  const shift = Math.max(0, cue.text.indexOf(sentence.text.slice(part.from, part.to))) - part.from;
  const said = cue.words!.filter((word) => word.offset < to + shift && word.offset + word.text.length > from + shift);
  return said.length === 0 ? next : milliseconds(Math.max(...said.map((word) => heardSpan(word).end)));
}

function firstLetter(text: string, from: number): number {
  let at = from;
  while (at < text.length - 1 && /[\s\p{Ps}\p{Pi}「『（]/u.test(text[at]!)) at++;
  return at;
}

/** Morae of a word, and the breath that marks after it stand for. */
function weightOf(text: string): number {
  const breath = /[。.！!？?…]/u.test(text) ? 1.5 : /[、,]/u.test(text) ? 1 : 0;
  return Math.max(0.5, moraeOf(text)) + breath;
}
