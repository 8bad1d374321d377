import { toHiragana } from '../tokens/index.ts';
import type { Token } from '../tokens/index.ts';

/** A piece of text, with the reading that stands above it where it is kanji. */
export type RubyPart = { text: string; reading?: string };

const kanji = /[\p{Script=Han}々〆ヶ]/u;

/**
 * Furigana of a word, aligned to its kanji: 食べ物（たべもの） becomes 食（た）べ物（もの）. Kana of the word are found again in
 * the reading and part it; what can't be parted has its reading above the whole.
 */
export function alignFurigana(text: string, reading: string | undefined): RubyPart[] {
  if (reading === undefined || !kanji.test(text)) return [{ text }];
  const parts = text.match(/[\p{Script=Han}々〆ヶ]+|[^\p{Script=Han}々〆ヶ]+/gu) ?? [text];
  // Kana must be found as they are, kanji take one kana or more, as few as will do.
  const pattern = parts.map((part) => (kanji.test(part) ? '(.+?)' : escape(toHiragana(part)))).join('');
  const found = new RegExp(`^${pattern}$`, 'u').exec(toHiragana(reading));
  if (found === null) return [{ text, reading: toHiragana(reading) }];
  let group = 0;
  return parts.map((part) => (kanji.test(part) ? { text: part, reading: found[++group]! } : { text: part }));
}

/** Furigana of a whole sentence: every word with kanji that the dictionary knows has its reading. */
export function furiganaOf(sentence: string, tokens: readonly Token[]): RubyPart[] {
  const parts: RubyPart[] = [];
  let at = 0;
  const push = (part: RubyPart) => {
    const last = parts.at(-1);
    if (part.text === '') return;
    if (last && last.reading === undefined && part.reading === undefined) last.text += part.text;
    else parts.push({ ...part });
  };
  for (const { text, start, end, reading } of tokens) {
    push({ text: sentence.slice(at, start) });
    for (const part of alignFurigana(text, reading)) push(part);
    at = end;
  }
  push({ text: sentence.slice(at) });
  return parts;
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
