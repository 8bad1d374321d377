import { createIdentities, fieldChecksum, guidOf, mediaName } from './identity.ts';
import { noteFields, noteTags } from './note.ts';
import type { AnkiNote } from './note.ts';
import { cardPlaces, noteType, noteTypeIds } from './note-type.ts';
import { collectionSchema, collectionSettings, deckEntry, deckSettings } from './schema.ts';
import { stripHtml } from './strip-html.ts';
import { openMemory } from './sqlite.ts';
import { packFiles } from './zip.ts';

/** A deck of notes. */
export type AnkiDeck = {
  /** Names the deck for all time, e.g. the recording's id. */
  key: string;
  /** `::` makes levels, e.g. `Kinora::Minecraft #12`. */
  name: string;
  /** Plain text on the deck's page. Default none. */
  description?: string;
  /** In the order in which they are learned. */
  notes: readonly AnkiNote[];
  /**
   * When the notes were changed last. Anki updates a note that a collection already has only when this is later than what the
   * collection holds.
   */
  modifiedAt: Date;
};

/**
 * An Anki package (`.apkg`, schema 11), which every version of Anki since 2.0 imports: for each note a card to read and, where
 * it has sound, one to listen to. Notes of both languages lie in decks of their own below the deck. The same deck gives the
 * same bytes.
 */
export async function buildAnkiPackage(deck: AnkiDeck, { signal }: { signal?: AbortSignal } = {}): Promise<Uint8Array> {
  const media = new Map<string, Uint8Array>();
  const collection = buildCollection(deck, (bytes, extension) => {
    const name = mediaName(bytes, extension);
    media.set(name, bytes);
    return name;
  });
  const names = [...media.keys()];
  const list = Buffer.from(JSON.stringify(Object.fromEntries(names.map((name, index) => [index, name]))));
  return await packFiles(
    [
      { name: 'collection.anki2', bytes: collection, isPacked: true },
      ...names.map((name, index) => ({ name: String(index), bytes: media.get(name)!, isPacked: false })),
      { name: 'media', bytes: list, isPacked: true },
    ],
    { signal },
  );
}

function buildCollection(deck: AnkiDeck, addMedia: (bytes: Uint8Array, extension: string) => string): Uint8Array {
  const modifiedAt = Math.floor(deck.modifiedAt.getTime() / 1000);
  const decks = decksOf(deck);
  using db = openMemory();
  db.exec(collectionSchema);
  db.exec('BEGIN');
  const description = deck.description ?? '';
  const first = Math.min(...decks.values().map(({ id }) => id));
  const entries = [
    deckEntry({ id: 1, name: 'Default', description: '', modifiedAt: 0 }),
    ...new Map(decks.values().map((each) => [each.id, deckEntry({ ...each, description, modifiedAt })])).values(),
  ];
  const types = [...decks].map(([language, { id }]) => [noteTypeIds[language], noteType(language, id)]);
  db.prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)').run(
    modifiedAt - (modifiedAt % 86_400),
    modifiedAt * 1000,
    modifiedAt * 1000,
    JSON.stringify(collectionSettings(Number.isFinite(first) ? first : 1, deck.notes.length + 1)),
    JSON.stringify(Object.fromEntries(types)),
    JSON.stringify(Object.fromEntries(entries.map((entry) => [entry.id, entry]))),
    JSON.stringify(deckSettings),
    '{}',
  );
  const insertNote = db.prepare(`INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')`);
  const insertCard = db.prepare(`INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')`);
  const [noteId, cardId] = [createIdentities('note'), createIdentities('card')];
  for (const [index, note] of deck.notes.entries()) {
    const fields = noteFields(note, {
      ...(note.audio === undefined ? {} : { audio: addMedia(note.audio, 'mp3') }),
      ...(note.screenshot === undefined ? {} : { screenshot: addMedia(note.screenshot, 'jpg') }),
    });
    const sorted = stripHtml(fields[0]!, { keepsMedia: true });
    const id = noteId(note.key);
    const type = noteTypeIds[note.language];
    const text = fields.join('\u001f');
    insertNote.run(id, guidOf(note.key), type, modifiedAt, noteTags(note.tags), text, sorted, fieldChecksum(sorted));
    const places = note.audio === undefined ? [cardPlaces.reading] : [cardPlaces.reading, cardPlaces.listening];
    for (const place of places) {
      const own = decks.get(note.language)!.id;
      insertCard.run(cardId(`${note.key} ${place}`), id, own, place, modifiedAt, index + 1);
    }
  }
  db.exec('COMMIT');
  return db.serialize();
}

/** Where notes of a language go: one deck, or one below it for each of two languages. */
function decksOf({ key, name, notes }: AnkiDeck): Map<'ja' | 'en', { id: number; name: string }> {
  const languages = [...new Set(notes.map(({ language }) => language))].toSorted();
  const idOf = createIdentities('deck');
  if (languages.length < 2) {
    const only = { id: idOf(key), name };
    return new Map((languages.length === 0 ? (['ja'] as const) : languages).map((language) => [language, only]));
  }
  const titles = { ja: '日本語', en: 'English' } as const;
  return new Map(
    languages.map((language) => [language, { id: idOf(`${key} ${language}`), name: `${name}::${titles[language]}` }]),
  );
}
