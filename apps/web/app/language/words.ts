import type { LessonLanguage } from '@kinora/studios/language/schema';
import { createContext, use } from 'react';
import { en } from './words/en.ts';
import { ja } from './words/ja.ts';
import type { Words } from './words/en.ts';

export type { Words } from './words/en.ts';

/** Everything this studio says, in both languages. */
export const dictionary: Record<LessonLanguage, Words> = { en, ja };

/** The language of the pages below, and how to change it. */
export const LocaleContext = createContext<{ locale: LessonLanguage; setLocale: (locale: LessonLanguage) => void }>({
  locale: 'en',
  setLocale: () => undefined,
});

/** What the page says, in the language it is read in. */
export function useWords() {
  const { locale } = use(LocaleContext);
  return { words: dictionary[locale], locale };
}
