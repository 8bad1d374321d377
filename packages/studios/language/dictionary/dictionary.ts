import type { Language } from '../tokens/index.ts';

/** One headword of a dictionary with what it means. */
export type DictionaryEntry = {
  /** As it is written. */
  form: string;
  /** Hiragana or katakana, where it differs from the form. */
  reading?: string;
  /** Parts of speech and marks in the dictionary's own terms: `v5r`, `adj-i`, `exp`, `net-sl` … */
  parts: readonly string[];
  /** Senses, the most usual first; at most {@link senseLimit}. */
  glosses: readonly string[];
  /** Whether the dictionary marks it as common. */
  isCommon?: boolean;
};

/** What a dictionary tells of a word beside its meaning. */
export type WordFact = {
  /** Rank in a frequency list, 1 the most frequent. */
  rank?: number;
  /** Mora after which the pitch falls, 0: it doesn't (Tokyo accent). */
  pitch?: number;
};

/** A dictionary that somebody imported, as it is stored. */
export type DictionaryFile = {
  title: string;
  /** Who made it and under which licence it may be used; shown wherever its words are. */
  licence: string;
  revision: string;
  /** Language of its headwords. */
  language: Language;
  entries: DictionaryEntry[];
  /** By form, or by form, a tab and the reading. */
  facts: Record<string, WordFact>;
};

/** Senses that are kept of each headword. */
export const senseLimit = 4;

/** Dictionaries that are ready to be looked up in; the first one that knows a word explains it. */
export type Dictionary = {
  language: Language;
  /** Headwords of a form, common ones first; of those with a reading, the ones that are read so. */
  lookUp(form: string, reading?: string): readonly DictionaryEntry[];
  /** Rank and pitch of a word, from the first dictionary that tells. */
  factsOf(form: string, reading?: string): WordFact;
  /** Longest headword, in characters. */
  longest: number;
  /** Title and licence of each, for people. */
  sources: readonly { title: string; licence: string }[];
};

/** Makes imported dictionaries of one language ready to be looked up in. */
export function openDictionary(files: readonly DictionaryFile[], language: Language): Dictionary {
  const own = files.filter((file) => file.language === language);
  const byForm = own.map(indexOf);
  return {
    language,
    longest: Math.min(24, Math.max(0, ...own.flatMap(({ entries }) => longestOf(entries)))),
    sources: own.map(({ title, licence }) => ({ title, licence })),
    lookUp(form, reading) {
      for (const index of byForm) {
        const found = index.get(form);
        if (found === undefined) continue;
        const read = reading === undefined ? [] : found.filter((entry) => sound(entry) === plainKana(reading));
        return read.length > 0 ? read : found;
      }
      return [];
    },
    factsOf(form, reading) {
      const known: WordFact = {};
      for (const { facts } of own) {
        const fact = { ...facts[form], ...(reading !== undefined && facts[`${form}\t${plainKana(reading)}`]) };
        known.rank ??= fact.rank;
        known.pitch ??= fact.pitch;
      }
      return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
    },
  };
}

/** Kana as hiragana, so that readings can be compared. */
export function plainKana(text: string): string {
  return text.replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! - 0x60));
}

function indexOf({ entries, language }: DictionaryFile): Map<string, DictionaryEntry[]> {
  const index = new Map<string, DictionaryEntry[]>();
  for (const entry of entries) {
    const form = language === 'en' ? entry.form.toLowerCase() : entry.form;
    const others = index.get(form);
    if (others === undefined) index.set(form, [entry]);
    else if (entry.isCommon === true) others.unshift(entry);
    else others.push(entry);
  }
  return index;
}

function longestOf(entries: readonly DictionaryEntry[]): number {
  let longest = 0;
  for (const { form } of entries) longest = Math.max(longest, form.length);
  return longest;
}

function sound({ form, reading }: DictionaryEntry): string {
  return plainKana(reading ?? form);
}
