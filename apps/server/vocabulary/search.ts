import type { VocabularySearch } from '@kinora/platform/db';
import { soundOf } from '@kinora/studios/language';
import type { VocabularyItem } from '@kinora/studios/language/schema';

/** One spelling of a text for searches: no wide letters, no capitals, hiragana for katakana. */
export function spell(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u30a1-\u30f6]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
}

/** What a search looks through: everything that is told of an item, its forms as they were said, and how they sound. */
export function describeForSearch(
  item: Omit<VocabularyItem, 'evidence'>,
  surfaces: readonly string[],
): VocabularySearch {
  const forms = [...new Set([item.form, item.reading ?? '', ...surfaces])].filter(Boolean);
  const told = [item.gloss, item.explanation, item.usage, item.correction, ...item.tags];
  const sounds = forms.flatMap((form) => soundOf(form) ?? []);
  return {
    searchText: spell([...forms, ...told].filter(Boolean).join(' ')),
    searchSound: [...new Set(sounds)].map((sound) => ` ${sound}`).join(''),
  };
}
