import { syllable } from 'syllable';

/**
 * Readability of Japanese text by its runs of characters (Tateishi, Ono & Yamada, COLING 1988):
 * RS = −0.12·ls − 1.37·la + 7.4·lh − 23.18·lc − 5.4·lk − 4.67·cp + 115.79, where ls is the mean length of sentences and la, lh, lc and
 * lk those of runs of Latin letters, hiragana, kanji and katakana, in characters; cp is commas for each full stop.
 * @returns Higher is easier; texts for grown-ups are around 50. Null without Japanese.
 */
export function japaneseReadability(sentences: readonly string[]): number | null {
  const text = sentences.join('。');
  const mean = (pattern: RegExp) => {
    const runs = text.match(pattern) ?? [];
    return runs.length === 0 ? 0 : runs.reduce((sum, run) => sum + run.length, 0) / runs.length;
  };
  if (!/[ぁ-ゖァ-ヺ\p{Script=Han}]/u.test(text)) return null;
  const characters = sentences.reduce((sum, sentence) => sum + sentence.replaceAll(/\s/g, '').length, 0);
  const commas = (text.match(/[、，]/g) ?? []).length;
  return (
    115.79 -
    0.12 * (characters / sentences.length) -
    1.37 * mean(/[A-Za-zＡ-Ｚａ-ｚ]+/g) +
    7.4 * mean(/[ぁ-ゖ]+/g) -
    23.18 * mean(/\p{Script=Han}+/gu) -
    5.4 * mean(/[ァ-ヺー]+/g) -
    4.67 * (commas / sentences.length)
  );
}

/**
 * Flesch's reading ease of English text (Flesch, 1948): 206.835 − 1.015·words/sentences − 84.6·syllables/words.
 * @returns 100 very easy to 0 very hard. Null without words.
 */
export function englishReadability(sentences: readonly string[]): number | null {
  const words = sentences.flatMap((sentence) => sentence.match(/[A-Za-z]+(?:['’][A-Za-z]+)?/g) ?? []);
  if (words.length === 0) return null;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 206.835 - (1.015 * words.length) / sentences.length - (84.6 * syllables) / words.length;
}
