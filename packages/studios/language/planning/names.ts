import type { VocabularyItem } from '../analysis/item.ts';

/** Longest name in titles, characters. */
const longest = 24;

/**
 * An item's form as people would write it in a title: of several, the first that isn't too long; a note in brackets goes.
 * 〜てしまう・〜ちゃう becomes 〜てしまう.
 */
export function shortForm({ form, language }: Pick<VocabularyItem, 'form' | 'language'>): string {
  const bare = form.replaceAll(/\s*[（(][^）)]*[）)]/g, '').trim() || form;
  const first = bare.length <= 12 ? bare : bare.split(language === 'ja' ? /[・／/]/ : /\s*[/;]\s*/)[0]!.trim();
  return first === '' ? bare : first;
}

/** A gloss short enough for a title: its first meaning, without a note in brackets. Null where none is. */
export function shortGloss({ gloss }: Pick<VocabularyItem, 'gloss'>): string | null {
  const first = gloss
    .replaceAll(/\s*[（(][^）)]*[）)]\s*/g, ' ')
    .split(/[;；]|、|, (?=\w+$)/u)[0]!
    .trim();
  return first.length > 0 && first.length <= 28 ? first : null;
}

/** An item named in a sentence of a language: 「草」 or 草 (lol); “give up”（あきらめる） or “give up”. */
export function nameIn(
  item: Pick<VocabularyItem, 'form' | 'language' | 'gloss' | 'kind'>,
  language: 'ja' | 'en',
): string {
  const form = shortForm(item).slice(0, longest * 2);
  const gloss = item.kind === 'mistake' ? null : shortGloss(item);
  const quoted = language === 'ja' ? `「${form}」` : item.language === 'ja' ? form : `“${form}”`;
  if (item.language === language || gloss === null || gloss.length + form.length > longest + 12) return quoted;
  return language === 'ja' ? `「${form}」（${gloss}）` : `${quoted} (${gloss})`;
}
