import type { RubyPart, Sentence, VocabularyItem } from '@kinora/studios/language/schema';

/** A word of a sentence: its stretch (UTF-16, `to` exclusive), and its text with furigana. */
export type Word = { from: number; to: number; parts: RubyPart[] };

/** A stretch of a sentence in which the same items are said, or none. */
export type Run = { from: number; to: number; items: VocabularyItem[]; words: Word[] };

/** Where an item stands in a sentence. */
export type Mark = { from: number; to: number; item: VocabularyItem };

/**
 * Cuts a sentence into runs and words for the page. Furigana stays over the kanji it belongs to: an item that begins or ends
 * within such kanji is widened to all of them, and no word ends there.
 */
export function runsOf(sentence: Pick<Sentence, 'text' | 'language'>, furigana: RubyPart[], marks: Mark[]): Run[] {
  const { text } = sentence;
  const parts = placed(furigana, text);
  const held = parts.filter(({ reading }) => reading !== undefined);
  const holder = (at: number) => held.find(({ from, to }) => at > from && at < to);
  const wide = marks.map((mark) => ({
    ...mark,
    from: holder(mark.from)?.from ?? mark.from,
    to: holder(mark.to)?.to ?? mark.to,
  }));
  const cuts = new Set([0, text.length, ...wide.flatMap(({ from, to }) => [from, to])]);
  for (const at of wordStarts(text, sentence.language === 'en' ? 'en' : 'ja')) if (!holder(at)) cuts.add(at);
  const sorted = [...cuts].filter((at) => at >= 0 && at <= text.length).toSorted((a, b) => a - b);

  const runs: Run[] = [];
  for (const [index, from] of sorted.slice(0, -1).entries()) {
    const to = sorted[index + 1] ?? text.length;
    const items = wide.filter((mark) => mark.from <= from && mark.to >= to).map(({ item }) => item);
    const word = { from, to, parts: slice(parts, from, to) };
    const last = runs.at(-1);
    if (last && isSame(last.items, items)) {
      last.words.push(word);
      last.to = to;
    } else runs.push({ from, to, items, words: [word] });
  }
  return runs;
}

type Placed = RubyPart & { from: number; to: number };

/** Furigana with its places; a sentence whose furigana doesn't fit its text goes without. */
function placed(furigana: RubyPart[], text: string): Placed[] {
  let at = 0;
  const parts = furigana.map((part) => ({ ...part, from: at, to: (at += part.text.length) }));
  return furigana.map((part) => part.text).join('') === text ? parts : [{ text, from: 0, to: text.length }];
}

function slice(parts: Placed[], from: number, to: number): RubyPart[] {
  return parts
    .filter((part) => part.to > from && part.from < to)
    .map(({ text, reading, from: begin }) => ({
      text: text.slice(Math.max(0, from - begin), to - begin),
      ...(reading !== undefined && { reading }),
    }));
}

function isSame(a: readonly VocabularyItem[], b: readonly VocabularyItem[]): boolean {
  return a.length === b.length && a.every((item, index) => item.id === b[index]?.id);
}

/** Where words begin, by the browser's own dictionary. */
function wordStarts(text: string, language: 'ja' | 'en'): number[] {
  return [...(segmenters[language] ??= new Intl.Segmenter(language, { granularity: 'word' })).segment(text)].map(
    ({ index }) => index,
  );
}
const segmenters: Partial<Record<'ja' | 'en', Intl.Segmenter>> = {};
