import type { Language } from '../tokens/token.ts';

/** What a run of text is in: one language, or both. */
export type TextLanguage = Language | 'mixed';

/**
 * Japanese where kana or kanji stand, English where Latin words do, mixed where at least a fifth of the letters are of each.
 * Laughter (wwww) and single capitals in Japanese sentences don't count. Null for text without letters.
 */
export function languageOf(text: string): TextLanguage | null {
  const japanese = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z][A-Za-z'’]+/g)?.filter((word) => !/^w+$/i.test(word)) ?? [];
  // A Japanese character carries about as much as two Latin letters.
  const latin = words.reduce((sum, word) => sum + word.length, 0) / 2;
  if (japanese + latin === 0) return /[A-Za-z]/.test(text) ? 'en' : null;
  // One Latin word among kana is a loan (VTuberの推し活), not another language.
  if (japanese > 0 && words.length === 1) return 'ja';
  const share = japanese / (japanese + latin);
  return share > 0.8 ? 'ja' : share < 0.2 ? 'en' : 'mixed';
}
