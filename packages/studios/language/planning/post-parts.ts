import type { VocabularyItem } from '../analysis/item.ts';
import type { LessonLanguage } from '../lesson/request.ts';
import type { PlanSource } from './inputs.ts';
import { shortForm } from './names.ts';
import { graphemesOf } from './platforms.ts';

type Learns = NonNullable<PlanSource['learns']>;

/** What is taught, in words: 日本語の表現, English expressions. */
export const taught: Record<Learns, { ja: string; en: (count: number) => string }> = {
  ja: { ja: '日本語の表現', en: (count) => `Japanese expression${count === 1 ? '' : 's'}` },
  en: { ja: '英語の表現', en: (count) => `English expression${count === 1 ? '' : 's'}` },
  both: { ja: '日本語と英語の表現', en: (count) => `Japanese and English expression${count === 1 ? '' : 's'}` },
};

/** Hashtags that are true of every lesson, the most telling first. */
export const hashtags: Record<Learns, Record<LessonLanguage, readonly string[]>> = {
  ja: {
    ja: ['#日本語', '#日本語勉強', '#learnjapanese', '#japanese', '#語学'],
    en: ['#learnjapanese', '#japanese', '#日本語', '#studyjapanese', '#languagelearning'],
  },
  en: {
    ja: ['#英語', '#英語学習', '#英語の勉強', '#learnenglish', '#語学'],
    en: ['#learnenglish', '#english', '#英語学習', '#vocabulary', '#languagelearning'],
  },
  both: {
    ja: ['#英語学習', '#日本語', '#バイリンガル', '#learnjapanese', '#語学'],
    en: ['#learnjapanese', '#learnenglish', '#bilingual', '#日本語', '#languagelearning'],
  },
};

/** A form as one writes it in a text of a language: 「草」 in Japanese; 草 or “give up” in English. */
export function quotedForm(item: VocabularyItem, language: LessonLanguage): string {
  const form = shortForm(item);
  return language === 'ja' ? `「${form}」` : item.language === 'ja' ? form : `“${form}”`;
}

/** An item in one line: 草（くさ）… lol; that's hilarious. What is wrong says what is right. */
export function itemLine(item: VocabularyItem, language: LessonLanguage): string {
  const { form, reading, gloss, kind, correction } = item;
  const hasKanji = /\p{Script=Han}/u.test(form.replaceAll(/[（(][^）)]*[）)]/g, ''));
  const named =
    reading !== undefined && hasKanji ? (language === 'ja' ? `${form}（${reading}）` : `${form} (${reading})`) : form;
  const told = kind === 'mistake' && correction !== undefined ? `${gloss} → ${correction}` : gloss;
  return language === 'ja' ? `${named}：${told}` : `${named}: ${told}`;
}

/** A text shortened by whole characters, with an ellipsis, until it holds. */
export function shortened(text: string, holds: (text: string) => boolean): string {
  if (holds(text)) return text;
  const characters = graphemesOf(text);
  let [low, high] = [0, characters.length];
  const cut = (count: number) => (count === 0 ? '' : `${characters.slice(0, count).join('').trimEnd()}…`);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(cut(middle))) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

/** Without characters that YouTube refuses. */
export function withoutBrackets(text: string): string {
  return text.replaceAll('<', '＜').replaceAll('>', '＞');
}
