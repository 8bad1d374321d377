import type { SpokenWord } from '@kinora/studios/story/schema';

/** A stretch of a page's text: a word of the narration, or what lies between two. */
export type Piece = { text: string; word: number | null };

/** Cuts a text into spoken words and the rest, in order; nothing is lost even where the timings are not. */
export function piecesOf(text: string, words: SpokenWord[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  words.forEach((word, index) => {
    if (word.offset < at || word.length <= 0 || word.offset + word.length > text.length) return;
    if (word.offset > at) pieces.push({ text: text.slice(at, word.offset), word: null });
    at = word.offset + word.length;
    pieces.push({ text: text.slice(word.offset, at), word: index });
  });
  if (at < text.length) pieces.push({ text: text.slice(at), word: null });
  return pieces;
}

/** The last word that began at or before a time in seconds; -1 before the first. */
export function wordAt(words: SpokenWord[], time: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first word of the sentence that a word belongs to. */
export function sentenceStart(text: string, words: SpokenWord[], word: number): number {
  for (let index = Math.min(word, words.length - 1); index > 0; index--) {
    const before = words[index - 1];
    const here = words[index];
    if (before && here && /[.!?…。！？\n]/.test(text.slice(before.offset, here.offset))) return index;
  }
  return 0;
}

/** Where "back" leads: the start of this sentence, or of the one before when this one has hardly begun. */
export function backFrom(text: string, words: SpokenWord[], time: number): number {
  const word = wordAt(words, time);
  const start = sentenceStart(text, words, word);
  const startTime = words[start]?.start ?? 0;
  if (time - startTime > 1.5 || start === 0) return startTime;
  return words[sentenceStart(text, words, start - 1)]?.start ?? 0;
}

/** `ja` for a text with kana, else `en`. */
export function languageOf(text: string): 'en' | 'ja' {
  return /[\u3040-\u30ff]/.test(text) ? 'ja' : 'en';
}
