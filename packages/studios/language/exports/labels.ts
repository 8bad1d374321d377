import type { ItemKind, Register } from '../lexicon/entry.ts';
import type { LessonLanguage } from '../lesson/request.ts';

/** Names of the kinds of items for people, as they stand on cards and paper. */
export const kindLabels: Record<LessonLanguage, Record<ItemKind, string>> = {
  en: {
    slang: 'Slang',
    culture: 'Culture',
    grammar: 'Grammar',
    expression: 'Expression',
    mistake: 'Common mistake',
    word: 'Word',
  },
  ja: {
    slang: 'スラング',
    culture: '文化',
    grammar: '文法',
    expression: '表現',
    mistake: 'よくある間違い',
    word: '単語',
  },
};

/** Names of the registers for people. */
export const registerLabels: Record<LessonLanguage, Record<Register, string>> = {
  en: { polite: 'polite', neutral: 'neutral', casual: 'casual', rough: 'rough', fandom: 'fandom', written: 'written' },
  ja: {
    polite: '丁寧',
    neutral: '普通',
    casual: 'くだけた言い方',
    rough: '乱暴な言い方',
    fandom: 'ファンの言葉',
    written: '書き言葉',
  },
};

/** Language in which an item is explained: the other one. */
export function learnerLanguage(taught: LessonLanguage): LessonLanguage {
  return taught === 'ja' ? 'en' : 'ja';
}
