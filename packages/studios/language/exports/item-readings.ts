import { alignFurigana } from '../analysis/furigana.ts';
import type { RubyPart } from '../analysis/furigana.ts';
import type { VocabularyItem } from '../analysis/item.ts';

/** Furigana of sentences in which items that stand there in their dictionary form are read as the items say. */
export type ItemReadings = (sentence: number, parts: readonly RubyPart[]) => RubyPart[];

/**
 * Puts the readings of items into the furigana of sentences: a dictionary reads 初見 as はつみ, a viewer says しょけん. Only
 * where a word stands as in its form, and where the pieces of the furigana begin and end with it.
 */
export function itemReadings(items: readonly VocabularyItem[]): ItemReadings {
  const known = new Map<number, { from: number; to: number; parts: RubyPart[] }[]>();
  for (const { form, reading, evidence } of items) {
    if (reading === undefined) continue;
    for (const { sentence, from, to, surface } of evidence) {
      if (surface !== form) continue;
      const own = { from, to, parts: alignFurigana(form, reading) };
      known.set(sentence, [...(known.get(sentence) ?? []), own]);
    }
  }
  return (sentence, parts) => {
    const replaced = parts.map((part) => ({ ...part }));
    for (const own of known.get(sentence) ?? []) replace(replaced, own);
    return replaced;
  };
}

function replace(parts: RubyPart[], { from, to, parts: own }: { from: number; to: number; parts: RubyPart[] }): void {
  let at = 0;
  const places = parts.map(({ text }) => ({ start: at, end: (at += text.length) }));
  const first = places.findIndex(({ end }) => end > from);
  const last = places.findLastIndex(({ start }) => start < to);
  if (first < 0 || last < first) return;
  const [before, after] = [from - places[first]!.start, places[last]!.end - to];
  // A piece with a reading can't be parted.
  if (before > 0 && parts[first]!.reading !== undefined) return;
  if (after > 0 && parts[last]!.reading !== undefined) return;
  const head = parts[first]!.text.slice(0, before);
  const tail = parts[last]!.text.slice(parts[last]!.text.length - after);
  parts.splice(
    first,
    last - first + 1,
    ...(head === '' ? [] : [{ text: head }]),
    ...own,
    ...(after === 0 ? [] : [{ text: tail }]),
  );
}
