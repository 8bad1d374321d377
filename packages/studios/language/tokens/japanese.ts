import { readMorphemes } from '@kinora/media/japanese';
import type { Token } from './token.ts';

/** The words of a Japanese sentence by the IPA dictionary (some 160 MB, loaded by the first call). */
export function readJapaneseTokens(sentence: string): Token[] {
  return readMorphemes(sentence).map(({ text, start, end, parts, baseForm, reading, form }) => ({
    text,
    start,
    end,
    lemma: baseForm ?? text,
    ...(reading !== undefined && { reading: toHiragana(reading) }),
    parts,
    ...(form !== undefined && { form }),
  }));
}

/** Katakana as hiragana; anything else stays. */
export function toHiragana(text: string): string {
  return text.replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! - 0x60));
}
