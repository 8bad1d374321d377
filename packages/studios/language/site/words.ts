import type { ItemKind } from '../lexicon/entry.ts';
import type { Language } from '../tokens/index.ts';

/** What the site's own headings and buttons say. */
export const siteWords = {
  en: {
    home: 'All words',
    recordings: 'Recordings',
    tags: 'Tags',
    kinds: {
      slang: 'Slang & internet',
      culture: 'Culture',
      grammar: 'Grammar',
      expression: 'Expressions',
      mistake: 'Common mistakes',
      word: 'Words',
    } satisfies Record<ItemKind, string>,
    heard: 'Heard in',
    listen: 'Listen',
    example: 'Example',
    usage: 'When to use it',
    right: 'Better',
    level: 'Level (unofficial)',
    register: 'Register',
    items: (count: number) => (count === 1 ? '1 thing to learn' : `${count} things to learn`),
    made: 'Made with Kinora',
    skip: 'Skip to content',
    source: 'Dictionary',
  },
  ja: {
    home: 'すべての言葉',
    recordings: '配信・動画',
    tags: 'タグ',
    kinds: {
      slang: 'スラング・ネット用語',
      culture: '文化',
      grammar: '文法',
      expression: '表現',
      mistake: 'よくある間違い',
      word: '単語',
    } satisfies Record<ItemKind, string>,
    heard: '出てきた場面',
    listen: '聞く',
    example: '例文',
    usage: '使い方',
    right: '正しくは',
    level: 'レベル（目安）',
    register: '文体',
    items: (count: number) => `学べる言葉 ${count}件`,
    made: 'Kinoraで作成',
    skip: '本文へ',
    source: '辞書',
  },
} as const;

/** Words of one language. */
export type SiteWords = (typeof siteWords)[Language];
