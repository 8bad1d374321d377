import { randomUUID } from 'node:crypto';
import { KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import { createChildRunner } from '@kinora/media/video/child';
import {
  addDictionary,
  addKnownWords,
  countKnownWords,
  forgetKnownWords,
  listDictionaries,
  listKnownWords,
  removeDictionary,
  switchDictionary,
} from '@kinora/platform/db';
import type { DictionaryRow, UserDatabase } from '@kinora/platform/db';
import type { UserAssets } from '@kinora/platform/storage';
import { dictionaryLimits } from '@kinora/studios/language';
import type { DictionaryFacts, DictionaryQuestion } from './read-process.ts';

/** An imported dictionary as it is shown. */
export type DictionaryView = Omit<DictionaryRow, 'asset' | 'createdAt'> & { createdAt: string };

/** What the owner brings for ordinary words: dictionaries, and words that are known already. */
export type Dictionaries = {
  list(): Promise<DictionaryView[]>;
  /**
   * Imports a Yomitan ZIP, JMdict or EDICT; the same one again takes the old one's place.
   * @throws KinoraError `request.invalid`, `request.too-large`.
   */
  add(chunks: AsyncIterable<Uint8Array>): Promise<DictionaryView>;
  /** @throws KinoraError `resource.missing`. */
  setOn(id: string, isOn: boolean): Promise<DictionaryView>;
  remove(id: string): Promise<void>;
  /** Files of those that are on, in order: what a lesson's words are looked up in. */
  files(): Promise<AssetRef[]>;
  countKnown(): Promise<number>;
  /** @returns How many words are known now, and how many of them are new. */
  addKnown(words: readonly string[]): Promise<{ words: number; added: number }>;
  forgetKnown(): Promise<void>;
  known(): Promise<string[]>;
};

/** Opens what one owner brought. */
export function openDictionaries({
  database,
  assets,
}: {
  database: UserDatabase;
  assets: UserAssets;
}): Dictionaries & AsyncDisposable {
  const reader = createChildRunner({ entry: new URL('./read-process.ts', import.meta.url), idleSeconds: 5 });

  return {
    list: async () => (await database.read(listDictionaries)).map(viewOf),

    async add(chunks) {
      const packed = await assets.putStream(upTo(chunks, dictionaryLimits.packed), {
        mediaType: 'application/octet-stream',
      });
      let told: DictionaryFacts | undefined;
      const file = await assets.lend([packed], ([path = '']) =>
        assets.putFile(
          async (out) => {
            told = await reader.run<DictionaryFacts>({ path, out } satisfies DictionaryQuestion);
          },
          { mediaType: 'application/json' },
        ),
      );
      const row = await database.transaction(
        async (tx) => {
          for (const { id, title, language } of await listDictionaries(tx)) {
            if (title === told!.title && language === told!.language) await removeDictionary(tx, id);
          }
          return addDictionary(tx, { id: randomUUID(), asset: file.asset, ...told! });
        },
        { isIdempotent: true },
      );
      return viewOf(row);
    },

    setOn: async (id, isOn) =>
      viewOf(await database.transaction((tx) => switchDictionary(tx, id, isOn), { isIdempotent: true })),

    remove: (id) => database.transaction((tx) => removeDictionary(tx, id), { isIdempotent: true }),

    async files() {
      const rows = await database.read(listDictionaries);
      return Promise.all(rows.filter(({ isOn }) => isOn).map(({ asset }) => assets.find(asset)));
    },

    countKnown: () => database.read(countKnownWords),

    addKnown: (words) =>
      database.transaction(
        async (tx) => {
          const before = await countKnownWords(tx);
          await addKnownWords(tx, words);
          const now = await countKnownWords(tx);
          return { words: now, added: now - before };
        },
        { isIdempotent: true },
      ),

    forgetKnown: () => database.transaction((tx) => forgetKnownWords(tx), { isIdempotent: true }),

    known: () => database.read(listKnownWords),

    [Symbol.asyncDispose]: () => reader[Symbol.asyncDispose](),
  };
}

function viewOf({ asset: _asset, createdAt, ...row }: DictionaryRow): DictionaryView {
  return { ...row, createdAt: createdAt.toISOString() };
}

async function* upTo(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit) {
      throw new KinoraError('request.too-large', `A dictionary has at most ${Math.floor(limit / 1e6)} MB.`);
    }
    yield chunk;
  }
}
