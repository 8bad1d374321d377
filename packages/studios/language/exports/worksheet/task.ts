import type { Evidence } from '../../analysis/evidence.ts';
import { alignFurigana, furiganaOf } from '../../analysis/furigana.ts';
import type { RubyPart } from '../../analysis/furigana.ts';
import type { VocabularyItem } from '../../analysis/item.ts';
import type { TranscriptFile } from '../../lesson/lesson.ts';
import { readJapaneseTokens } from '../../tokens/index.ts';
import type { Token } from '../../tokens/index.ts';
import { chooseEvidence } from '../choose-evidence.ts';
import { itemReadings } from '../item-readings.ts';
import { markSentence } from '../marked-sentence.ts';

/** An item with the sentence that exercises use it in, which is parted at the item. */
export type Task = {
  item: VocabularyItem;
  evidence: Evidence;
  /** Seconds. */
  start: number;
  /** The form with its reading. */
  form: RubyPart[];
  /** Words of a Japanese sentence. */
  tokens: readonly Token[];
  parts: RubyPart[];
  before: RubyPart[];
  answer: RubyPart[];
  after: RubyPart[];
};

/** Characters of a sentence that fits two lines of a worksheet. */
const longest = { ja: 62, en: 130 } as const;

/** Items as tasks, in their order. */
export function tasksOf(items: readonly VocabularyItem[], transcript: Pick<TranscriptFile, 'sentences'>): Task[] {
  const withReadings = itemReadings(items);
  return Array.from(chooseEvidence(items, transcript.sentences), ([item, evidence]) => {
    const sentence = transcript.sentences[evidence.sentence];
    const isJapanese = item.language === 'ja' || /[\p{Script=Han}\p{Script=Hiragana}]/u.test(evidence.context);
    const tokens = isJapanese ? readJapaneseTokens(evidence.context) : [];
    const parts = withReadings(evidence.sentence, sentence?.furigana ?? furiganaOf(evidence.context, tokens));
    const marked = markSentence(parts, evidence);
    const first = marked.findIndex(({ isItem }) => isItem);
    const last = marked.findLastIndex(({ isItem }) => isItem);
    const plain = (from: number, to: number) => marked.slice(from, to).map(({ isItem: _isItem, ...part }) => part);
    return {
      item,
      evidence,
      start: sentence?.start ?? evidence.start,
      form: alignFurigana(item.form, item.reading),
      tokens,
      parts: plain(0, marked.length),
      before: plain(0, first),
      answer: plain(first, last + 1),
      after: plain(last + 1, marked.length),
    };
  });
}

/** Text of parts. */
export function textOf(parts: readonly RubyPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/**
 * Whether a sentence can have a gap where the item is: something is left of it, it isn't endless, the answer isn't beside it,
 * and what is to be written is a word or more, not a part of one.
 */
export function canHaveGap({ item, evidence, tokens, before, answer, after }: Task): boolean {
  const [rest, gap] = [`${textOf(before)} ${textOf(after)}`, textOf(answer).trim()];
  const letters = rest.replaceAll(/[\s\p{P}\p{S}]/gu, '').length;
  const isJapanese = item.language === 'ja';
  return (
    item.kind !== 'mistake' &&
    evidence.context.length <= longest[item.language] &&
    letters >= (isJapanese ? 5 : 10) &&
    !rest.toLowerCase().includes(gap.toLowerCase()) &&
    hasWholeWords({ item, evidence, tokens, answer })
  );
}

/** Whether what is said of an item is a word or more: neither a part of one nor a stem that waits for its ending. */
export function hasWholeWords({
  item,
  evidence,
  tokens,
  answer,
}: Pick<Task, 'item' | 'evidence' | 'tokens' | 'answer'>): boolean {
  if (item.language !== 'ja') return true;
  const text = textOf(answer).trim();
  return isWhole(evidence, tokens) && !text.endsWith('っ') && (text.length > 1 || /\p{Script=Han}/u.test(text));
}

/** Whether a stretch begins and ends where words do. */
function isWhole({ from, to }: Evidence, tokens: readonly Token[]): boolean {
  return tokens.some(({ start }) => start === from) && tokens.some(({ end }) => end === to);
}
