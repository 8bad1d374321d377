import type { HeardWord, WordTiming } from '@kinora/capabilities';
import { alignLetters } from './align-letters.ts';
import type { Letters } from './align-letters.ts';
import { pauseStrength } from './reading/phrases.ts';
import { readJapanese } from './reading/japanese.ts';
import { splitScript } from './reading/script.ts';
import type { ScriptWord } from './reading/script.ts';
import { soundLetters } from './reading/sounds.ts';

/** Seconds a word has at least. */
const shortest = 0.04;

/**
 * Gives every word of a script the time at which a recogniser heard it. What was heard may be misspelt, split, joined,
 * written in digits or kanji, have words too many or too few: it is compared letter by letter, as it sounds. Words that
 * weren't heard share the time between their neighbours by their length.
 * @param script The text that was read aloud, or its words.
 * @param heard In order of time.
 * @param duration Of the recording, seconds.
 * @returns Every word of the script in order: `start` ≥ the previous word's `end`, within the recording.
 */
export function alignWords(
  script: string | readonly ScriptWord[],
  heard: readonly HeardWord[],
  duration: number,
): WordTiming[] {
  const words = typeof script === 'string' ? splitScript(script) : script;
  const sounds = hearLetters(heard);
  const pairs = alignLetters(lettersOf(words), sounds);
  let position = 0;
  const anchors = words.map((word) => {
    const first = position;
    position += word.sounds.length;
    return anchor({ pairs, sounds, first, last: position });
  });
  return fill(words, anchors, duration);
}

/**
 * How much of a script was heard: 1 when every word was, near 0 when a recogniser wrote something else. Below a half its times
 * are worth less than an estimate.
 */
export function heardShare(script: string | readonly ScriptWord[], heard: readonly HeardWord[]): number {
  const words = typeof script === 'string' ? splitScript(script) : script;
  const pairs = alignLetters(lettersOf(words), hearLetters(heard));
  return pairs.length === 0 ? 1 : pairs.filter((place) => place >= 0).length / pairs.length;
}

type Span = { start: number; end: number };

function lettersOf(words: readonly ScriptWord[]): Letters {
  const letters: string[] = [];
  const begins: boolean[] = [];
  for (const { sounds } of words) {
    for (let index = 0; index < sounds.length; index++) {
      letters.push(sounds[index]!);
      begins.push(index === 0);
    }
  }
  return { letters, begins };
}

/** The letters of what was heard, each with its share of its word's time. */
function hearLetters(heard: readonly HeardWord[]): Letters & { spans: Span[] } {
  const result: Letters & { spans: Span[] } = { letters: [], begins: [], spans: [] };
  const add = (sounds: string, { start, end }: Span) => {
    for (let index = 0; index < sounds.length; index++) {
      const share = (end - start) / sounds.length;
      result.letters.push(sounds[index]!);
      result.begins.push(index === 0);
      result.spans.push({ start: start + index * share, end: start + (index + 1) * share });
    }
  };
  for (let index = 0; index < heard.length;) {
    // Recognisers cut Japanese anywhere: it is put together again to be read.
    let next = index;
    while (next < heard.length && isJapanese.test(heard[next]!.text) && (next === index || follows(heard, next)))
      next++;
    if (next > index) {
      for (const { spoken, span } of readTogether(heard.slice(index, next))) add(soundLetters(spoken), span);
      index = next;
    } else {
      const { text, start, end } = heard[index]!;
      add(soundLetters(text), { start, end: Math.max(start, end) });
      index++;
    }
  }
  return result;
}

/** Across a pause nothing is one word. */
function follows(heard: readonly HeardWord[], index: number): boolean {
  return heard[index]!.start - heard[index - 1]!.end < 0.25;
}

const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

function readTogether(heard: readonly HeardWord[]): { spoken: string; span: Span }[] {
  const times: Span[] = [];
  let text = '';
  for (const { text: part, start, end } of heard) {
    const share = (Math.max(start, end) - start) / part.length;
    for (let index = 0; index < part.length; index++) {
      times.push({ start: start + index * share, end: start + (index + 1) * share });
    }
    text += part;
  }
  return [...text.matchAll(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々〆0-9０-９]+/gu)].flatMap(
    (match) =>
      readJapanese(match[0], match.index).map(({ spoken, offset, length }) => ({
        spoken,
        span: { start: times[offset]!.start, end: times[offset + length - 1]!.end },
      })),
  );
}

/** When a word was heard, or null when too few of its letters were. */
function anchor(options: {
  pairs: Int32Array;
  sounds: { letters: string[]; begins: boolean[]; spans: Span[] };
  first: number;
  last: number;
}): Span | null {
  const { pairs, sounds, first, last } = options;
  const found: { letter: number; place: number }[] = [];
  for (let letter = first; letter < last; letter++) {
    if (pairs[letter]! >= 0) found.push({ letter, place: pairs[letter]! });
  }
  const length = last - first;
  if (found.length === 0 || found.length < Math.min(length, 2) || found.length < 0.5 * length) return null;
  const [head, tail] = [found[0]!, found.at(-1)!];
  // Letters at the edges that were misheard belong to the word too, as far as they are the same word's there.
  let from = head.place;
  for (let missing = head.letter - first; missing > 0 && from > 0 && !sounds.begins[from]; missing--) from--;
  let to = tail.place;
  for (
    let missing = last - 1 - tail.letter;
    missing > 0 && to + 1 < sounds.spans.length && !sounds.begins[to + 1];
    missing--
  )
    to++;
  return { start: sounds.spans[from]!.start, end: sounds.spans[to]!.end };
}

/** Times for words without an anchor, and order for those with one. */
function fill(words: readonly ScriptWord[], anchors: (Span | null)[], duration: number): WordTiming[] {
  const spans: Span[] = [];
  const rate = speakingRate(words, anchors);
  for (let index = 0; index < words.length;) {
    const floor = spans.at(-1)?.end ?? 0;
    const known = anchors[index];
    if (known) {
      const start = Math.min(Math.max(known.start, floor), duration);
      spans.push({ start, end: Math.min(Math.max(known.end, start), duration) });
      index++;
      continue;
    }
    let next = index;
    while (next < words.length && !anchors[next]) next++;
    const ceiling = Math.max(floor, Math.min(anchors[next]?.start ?? duration, duration));
    spans.push(...fillGap(words, { index, next, rate, gap: { start: floor, end: ceiling } }));
    index = next;
  }
  return squeeze(words, spans, duration);
}

/**
 * Words that weren't heard are said at the usual pace. Time that is left over is the pause the punctuation asks for: before
 * it they follow the word before the gap, after it they lead to the next.
 */
function fillGap(
  words: readonly ScriptWord[],
  { index, next, rate, gap }: { index: number; next: number; rate: number; gap: Span },
): Span[] {
  const missing = words.slice(index, next);
  const wanted = rate * missing.reduce((sum, { weight }) => sum + weight, 0);
  const isWhole = missing.length === words.length;
  if (isWhole || gap.end - gap.start < 1.15 * wanted) return share(missing, gap);
  const strengths = words.slice(index - 1 < 0 ? 0 : index - 1, next).map(({ pause }) => pauseStrength(pause));
  // Silence before the first word and after the last is stronger than any punctuation.
  if (index === 0) strengths.unshift(Infinity);
  if (next === words.length) strengths[strengths.length - 1] = Infinity;
  const strongest = Math.max(...strengths);
  if (strongest === 0) return share(missing, gap);
  const before = missing.slice(0, strengths.lastIndexOf(strongest));
  const after = missing.slice(before.length);
  const length = (part: ScriptWord[]) => rate * part.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...share(before, { start: gap.start, end: gap.start + length(before) }),
    ...share(after, { start: gap.end - length(after), end: gap.end }),
  ];
}

/** Seconds a unit of weight takes, by the words that were heard. */
function speakingRate(words: readonly ScriptWord[], anchors: (Span | null)[]): number {
  const rates = words.flatMap((word, index) => {
    const span = anchors[index];
    return span && span.end > span.start ? [(span.end - span.start) / word.weight] : [];
  });
  return rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0.25;
}

/** Divides a stretch of time by the words' weights. */
export function share(words: readonly { weight: number }[], { start, end }: Span): Span[] {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  let before = 0;
  return words.map(({ weight }) => {
    const from = start + ((end - start) * before) / total;
    before += weight;
    return { start: from, end: start + ((end - start) * before) / total };
  });
}

/** A word that got no time takes some from the words around it. */
function squeeze(words: readonly ScriptWord[], spans: Span[], duration: number): WordTiming[] {
  const least = Math.min(shortest, duration / Math.max(1, words.length));
  const result = spans.map((span) => ({ ...span }));
  // Forwards: push what is too short; backwards: what was pushed beyond the end.
  let floor = 0;
  for (const span of result) {
    span.start = Math.max(span.start, floor);
    span.end = Math.max(span.end, span.start + least);
    floor = span.end;
  }
  let ceiling = duration;
  for (const span of result.toReversed()) {
    span.end = Math.min(span.end, ceiling);
    span.start = Math.max(0, Math.min(span.start, span.end - least));
    ceiling = span.start;
  }
  return words.map(({ text, offset, length }, index) => ({ text, ...result[index]!, offset, length }));
}
