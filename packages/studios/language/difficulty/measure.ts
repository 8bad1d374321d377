import { setImmediate } from 'node:timers/promises';
import type { Transcript } from '../analysis/evidence.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import type { LessonDifficulty } from '../lesson/lesson.ts';
import { readEnglishTokens, readJapaneseTokens } from '../tokens/index.ts';
import type { Token } from '../tokens/index.ts';
import { englishReadability, japaneseReadability } from './readability.ts';

/** Sentences between two looks at the clock. */
const breath = 60;

/**
 * How hard a recording is, as signals of their own: bands of its items, how much of it a learner knows, which sentences are the
 * next step (one unknown word), pace and readability.
 * @param known Dictionary forms that the learner knows; null where there is no list.
 * @throws the signal's reason.
 */
export async function measureDifficulty(
  { sentences }: Transcript,
  items: readonly VocabularyItem[],
  { known, signal }: { known: ReadonlySet<string> | null; signal?: AbortSignal },
): Promise<LessonDifficulty> {
  const nextSentences: number[] = [];
  let [words, knownWords, spoken, seconds] = [0, 0, 0, 0];
  for (const { index, text, language, start, end } of sentences) {
    if (index % breath === 0) await setImmediate();
    signal?.throwIfAborted();
    const tokens = language === 'en' ? readEnglishTokens(text) : readJapaneseTokens(text);
    const content = tokens.filter((token) => isContent(token, language === 'en'));
    spoken += tokens.filter(({ text: word }) => /[\p{L}\p{N}]/u.test(word)).length;
    seconds += end - start;
    if (known === null) continue;
    const unknown = new Set(content.filter((token) => !isKnown(token, known)).map(({ lemma }) => lemma));
    words += content.length;
    knownWords += content.filter((token) => isKnown(token, known)).length;
    if (unknown.size === 1 && content.length >= 3) nextSentences.push(index);
  }
  const told = (of: 'en' | 'ja') => sentences.filter(({ language }) => language === of).map(({ text }) => text);
  return {
    bands: countBands(items),
    coverage: known === null || words === 0 ? null : knownWords / words,
    nextSentences,
    pace: seconds === 0 ? 0 : Math.round((spoken / seconds) * 60),
    readability: { ja: rounded(japaneseReadability(told('ja'))), en: rounded(englishReadability(told('en'))) },
  };
}

function isKnown({ lemma, text, reading }: Token, known: ReadonlySet<string>): boolean {
  return known.has(lemma) || known.has(text.toLowerCase()) || (reading !== undefined && known.has(reading));
}

/** Words that carry meaning: a learner's list has these. */
function isContent({ parts, text }: Token, isEnglish: boolean): boolean {
  if (!/\p{L}/u.test(text)) return false;
  if (isEnglish)
    return parts.some((part) => /^(?:Noun|Verb|Adjective|Adverb)$/.test(part)) && !parts.includes('ProperNoun');
  const [part, kind] = parts;
  if (kind === '非自立' || kind === '接尾' || kind === '数' || kind === '固有名詞' || kind === '代名詞') return false;
  return part === '名詞' || part === '動詞' || part === '形容詞' || part === '副詞';
}

function countBands(items: readonly VocabularyItem[]): Record<string, number> {
  const bands: Record<string, number> = {};
  for (const { difficulty } of items) {
    if (difficulty !== undefined) bands[difficulty] = (bands[difficulty] ?? 0) + 1;
  }
  return bands;
}

function rounded(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Math.round(value * 10) / 10;
}
