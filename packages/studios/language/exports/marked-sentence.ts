import type { RubyPart } from '../analysis/furigana.ts';

/** A piece of a sentence; `isItem` where it belongs to the item. */
export type MarkedPart = RubyPart & { isItem?: boolean };

/**
 * A sentence with its furigana, the stretch from `from` to `to` (UTF-16) marked. A piece with a reading is not parted: it is
 * marked whole where the stretch begins or ends in it.
 */
export function markSentence(parts: readonly RubyPart[], { from, to }: { from: number; to: number }): MarkedPart[] {
  const marked: MarkedPart[] = [];
  let at = 0;
  for (const part of parts) {
    const [start, end] = [at, at + part.text.length];
    at = end;
    if (part.reading !== undefined) {
      marked.push(start < to && end > from ? { ...part, isItem: true } : { ...part });
      continue;
    }
    const [first, last] = [clamp(from - start, part.text.length), clamp(to - start, part.text.length)];
    const pieces = [part.text.slice(0, first), part.text.slice(first, last), part.text.slice(last)];
    for (const [place, text] of pieces.entries()) {
      if (text !== '') marked.push(place === 1 ? { text, isItem: true } : { text });
    }
  }
  return marked;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
