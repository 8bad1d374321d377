import { KinoraError } from '@kinora/capabilities';
import { asc, count, eq, inArray } from './drizzle.ts';
import { keepAssets } from './assets.ts';
import type { Transaction } from './database.ts';
import { dictionaries, knownWords } from './schema.ts';
import { isUuid } from './uuid.ts';

/** A dictionary that was imported. */
export type DictionaryRow = {
  id: string;
  title: string;
  licence: string;
  revision: string;
  language: string;
  /** Headwords. */
  words: number;
  /** Words whose rank or pitch it tells. */
  facts: number;
  /** SHA-256 of the file that it was made into. */
  asset: string;
  isOn: boolean;
  createdAt: Date;
};

const columns = {
  id: dictionaries.id,
  title: dictionaries.title,
  licence: dictionaries.licence,
  revision: dictionaries.revision,
  language: dictionaries.language,
  words: dictionaries.words,
  facts: dictionaries.facts,
  asset: dictionaries.asset,
  isOn: dictionaries.isOn,
  createdAt: dictionaries.createdAt,
};

/** Words that one statement adds: PostgreSQL takes at most 65,535 parameters. */
const wordsAtOnce = 20_000;

/** Adds a dictionary. @throws KinoraError `asset.missing`. */
export async function addDictionary(
  tx: Transaction,
  dictionary: Omit<DictionaryRow, 'isOn' | 'createdAt'>,
): Promise<DictionaryRow> {
  await keepAssets(tx, [dictionary.asset]);
  const [row] = await tx.drizzle
    .insert(dictionaries)
    .values({ ...dictionary, ownerId: tx.userId })
    .returning(columns);
  return row!;
}

/** Dictionaries in the order in which they came: the first one that knows a word explains it. */
export async function listDictionaries(tx: Transaction): Promise<DictionaryRow[]> {
  return tx.drizzle.select(columns).from(dictionaries).orderBy(asc(dictionaries.createdAt), asc(dictionaries.id));
}

/** Switches a dictionary on or off. @throws KinoraError `resource.missing`. */
export async function switchDictionary(tx: Transaction, id: string, isOn: boolean): Promise<DictionaryRow> {
  const [row] = isUuid(id)
    ? await tx.drizzle.update(dictionaries).set({ isOn }).where(eq(dictionaries.id, id)).returning(columns)
    : [];
  if (row) return row;
  throw new KinoraError('resource.missing', 'There is no such dictionary; it may have been removed.');
}

/** Removes a dictionary; its file goes with the next sweep. */
export async function removeDictionary(tx: Transaction, id: string): Promise<void> {
  if (isUuid(id)) await tx.drizzle.delete(dictionaries).where(eq(dictionaries.id, id));
}

/** Adds words that the owner knows; those that are there stay. */
export async function addKnownWords(tx: Transaction, forms: readonly string[]): Promise<void> {
  const all = [...new Set(forms)];
  for (let at = 0; at < all.length; at += wordsAtOnce) {
    await tx.drizzle
      .insert(knownWords)
      .values(all.slice(at, at + wordsAtOnce).map((form) => ({ ownerId: tx.userId, form })))
      .onConflictDoNothing();
  }
}

/** How many words the owner is known to know. */
export async function countKnownWords(tx: Transaction): Promise<number> {
  const [row] = await tx.drizzle.select({ words: count() }).from(knownWords);
  return row?.words ?? 0;
}

/** All words that the owner knows, in order. */
export async function listKnownWords(tx: Transaction): Promise<string[]> {
  const rows = await tx.drizzle.select({ form: knownWords.form }).from(knownWords).orderBy(asc(knownWords.form));
  return rows.map(({ form }) => form);
}

/** Forgets words, or all of them. */
export async function forgetKnownWords(tx: Transaction, forms?: readonly string[]): Promise<void> {
  await tx.drizzle
    .delete(knownWords)
    .where(forms === undefined ? eq(knownWords.ownerId, tx.userId) : inArray(knownWords.form, [...forms]));
}
