import { stripHtml } from './strip-html.ts';

/** Names of fields that hold the word, and of those that hold something about it. */
const wordNames =
  /^(?:expression|word|vocab(?:ulary)?|kanji|front|term|lemma|target|単語|英単語|見出し語|表現|語彙|ことば|言葉|熟語|おもて|表面?)|(?:word|kanji|expression|単語)$/i;
const otherNames =
  /reading|kana|furigana|romaji|meaning|gloss|definition|translation|sentence|example|audio|sound|image|picture|screenshot|note|hint|level|jlpt|pitch|source|frequency|index|(?:part of speech|\bpos\b|\btags?\b|\bid\b|-english)|意味|訳|読み|よみ|品詞|例文|音声|画像|備考/i;

/** Rows that are looked at to tell what a column holds. */
const sampleSize = 400;

/**
 * Which column of a table holds the words that are learned: short, in Japanese or Latin letters, hardly ever twice; rather
 * one with kanji than its kana, rather the first than a later one. Names of columns help where there are any.
 * @returns Null when no column looks like words.
 */
export function guessWordColumn(
  rows: readonly (readonly string[])[],
  { names = [], language }: { names?: readonly string[]; language?: 'ja' | 'en' | undefined } = {},
): number | null {
  const step = Math.max(1, Math.floor(rows.length / sampleSize));
  const sample = rows.filter((_, index) => index % step === 0);
  const count = Math.max(0, ...sample.map((row) => row.length));
  let best: number | null = null;
  let bestScore = 0.9;
  for (let column = 0; column < Math.min(count, 60); column++) {
    const cells = sample.map((row) => wordsOf(row[column] ?? '', language));
    const filled = cells.filter((words) => words.length > 0);
    const wordy = filled.length / sample.length;
    if (wordy < 0.5) continue;
    const distinct = new Set(filled.map((words) => words[0])).size / filled.length;
    if (distinct < 0.4) continue;
    const share = (script: RegExp) => filled.filter((words) => script.test(words[0]!)).length / filled.length;
    const letters = 0.4 * share(/\p{Script=Han}/u) + 0.25 * share(/^\p{Script=Latin}/u);
    const name = names[column] ?? '';
    const hint = otherNames.test(name) ? -0.8 : wordNames.test(name) ? 0.8 : 0;
    const score = wordy + distinct * 0.6 + letters + hint - column * 0.06;
    if (score > bestScore) [best, bestScore] = [column, score];
  }
  return best;
}

/**
 * The words that a cell holds: without HTML, furigana, notes in brackets, marks of patterns; none where it holds a sentence or
 * something else.
 * @param language Only in its letters.
 */
export function wordsOf(cell: string, language?: 'ja' | 'en'): string[] {
  const text = stripHtml(cell.replaceAll(/<(?:br|\/div|\/p)\b[^>]*>/gi, '、'))
    .normalize('NFKC')
    .replaceAll(/ ?([^\s[\]]+)\[[^\]]*\]/g, '$1')
    .replaceAll(/[(（〔【[][^)）〕】\]]*[)）〕】\]]/g, '');
  if (text.length > 12 && /[.。!！?？]\s*$/.test(text)) return [];
  const words = text
    .split(/[、,;；/／・|\n]/)
    .map((part) => part.replaceAll(/^[\s〜～~\-–—]+|[\s〜～~。.!！?？]+$/g, '').replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '');
  return words.length > 0 && words.length <= 6 && words.every((word) => isWord(word, language)) ? words : [];
}

function isWord(text: string, language: 'ja' | 'en' | undefined): boolean {
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ〜～]+$/u.test(text)) {
    return language !== 'en' && text.length <= 14;
  }
  const isLatin = text.length <= 40 && /^[\p{Script=Latin}][\p{Script=Latin}'’ -]*$/u.test(text);
  return isLatin && language !== 'ja' && text.split(' ').length <= 5;
}
