import { constants as zlib, zstdDecompressSync } from 'node:zlib';
import type { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import { KinoraError } from '@kinora/capabilities/errors';
import { guessWordColumn, wordsOf } from './guess-words.ts';
import type { KnownWords } from './known-words.ts';
import { authorization, openMemory } from './sqlite.ts';

/** Largest collection, unpacked, in bytes. */
const mostBytes = 400_000_000;
/** Most notes that are read. */
const mostNotes = 500_000;

/** The collection of a package, newest format first: packages for new versions of Anki hold an old one that only says so. */
const collections = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const;

/** Words of an Anki package or collection, see `readKnownWords`. Blocks its thread. */
export function readCollection(bytes: Uint8Array, name: string, language?: 'ja' | 'en'): KnownWords {
  using db = openMemory();
  const file = isZip(bytes) ? unpack(bytes, name) : bytes.slice();
  // A database with a write-ahead log can't be opened in memory; its log isn't in the package anyway.
  if (file.length > 20) file[18] = file[19] = 1;
  try {
    db.deserialize(file);
    guard(db);
    return readNotes(db, name, language);
  } catch (error) {
    if (error instanceof KinoraError) throw error;
    throw unreadable(name, 'its collection is damaged', error);
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Takes the collection out of a package; what would fill the memory is not unpacked. */
function unpack(bytes: Uint8Array, name: string): Uint8Array {
  const found = new Map<string, Uint8Array>();
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        if (!collections.some((each) => each === file.name)) return false;
        if (file.originalSize > mostBytes) throw tooLarge(name);
        return true;
      },
    });
    for (const [path, content] of Object.entries(files)) found.set(path, content);
  } catch (error) {
    if (error instanceof KinoraError) throw error;
    throw unreadable(name, 'the archive is damaged', error);
  }
  const own = collections.find((each) => found.has(each));
  if (own === undefined) throw unreadable(name, 'there is no collection in the archive');
  const content = found.get(own)!;
  if (own !== 'collection.anki21b') return content;
  try {
    const params = { [zlib.ZSTD_d_windowLogMax]: 27 };
    return new Uint8Array(zstdDecompressSync(content, { maxOutputLength: mostBytes, params }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(name);
    throw unreadable(name, 'its collection is damaged', error);
  }
}

/** A file from anywhere may hold views and functions that never end: only plain reading is allowed. */
function guard(db: DatabaseSync): void {
  db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
  const { select, read, allowed, denied } = authorization;
  db.setAuthorizer((action) => (action === select || action === read ? allowed : denied));
}

function readNotes(db: DatabaseSync, name: string, language: 'ja' | 'en' | undefined): KnownWords {
  const tables = new Map(
    db
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
      .all()
      .map((row) => [String(row['name']), String(row['sql'])]),
  );
  const isPlain = (table: string) => {
    const sql = tables.get(table);
    return sql !== undefined && /^create table/i.test(sql) && !/\bas\s*\(|generated/i.test(sql);
  };
  if (!isPlain('notes')) throw unreadable(name, 'there are no notes in it');
  const reviewed = isPlain('cards') ? reviewedNotes(db) : new Set<number>();
  const byType = new Map<string, string[][]>();
  let notes = 0;
  for (const row of db.prepare('SELECT id, mid, flds FROM notes').iterate()) {
    if (reviewed.size > 0 && !reviewed.has(Number(row['id']))) continue;
    if (++notes > mostNotes) throw tooLarge(name);
    const type = String(row['mid']);
    const fields = String(row['flds']).split('\u001f');
    const rows = byType.get(type);
    if (rows) rows.push(fields);
    else byType.set(type, [fields]);
  }
  if (notes === 0) throw unreadable(name, 'there are no notes in it');
  const names = fieldNames(db, tables);
  const words = new Set<string>();
  const fields = new Set<string>();
  for (const [type, rows] of byType) {
    const own = names.get(type) ?? [];
    const column = guessWordColumn(rows, { names: own, language });
    if (column === null) continue;
    fields.add(own[column] ?? String(column + 1));
    for (const row of rows) for (const word of wordsOf(row[column] ?? '', language)) words.add(word);
  }
  if (words.size === 0) throw unreadable(name, 'no field of its notes looks like words');
  return { words: [...words], notes, fields: [...fields], isReviewed: reviewed.size > 0 };
}

/** Notes of which a card was learned. None where a deck was exported without its progress. */
function reviewedNotes(db: DatabaseSync): Set<number> {
  const rows = db.prepare('SELECT DISTINCT nid FROM cards WHERE reps > 0 AND type IN (2, 3)').all();
  return new Set(rows.map((row) => Number(row['nid'])));
}

/** Names of the fields of each note type: in a table of its own in new collections, in JSON in old ones. */
function fieldNames(db: DatabaseSync, tables: ReadonlyMap<string, string>): Map<string, string[]> {
  const names = new Map<string, string[]>();
  try {
    if (tables.has('fields')) {
      for (const row of db.prepare('SELECT ntid, ord, name FROM fields').iterate()) {
        const type = String(row['ntid']);
        const own = names.get(type) ?? [];
        own[Number(row['ord'])] = String(row['name']);
        names.set(type, own);
      }
    } else {
      const [col] = db.prepare('SELECT models FROM col').all();
      const models = JSON.parse(String(col?.['models'] ?? '{}')) as Record<string, { flds?: { name?: string }[] }>;
      for (const [type, { flds }] of Object.entries(models)) {
        names.set(
          type,
          Array.from(flds ?? [], (field) => field.name ?? ''),
        );
      }
    }
  } catch {
    // Names only help to guess.
  }
  return names;
}

function unreadable(name: string, reason: string, cause?: unknown): KinoraError {
  return new KinoraError(
    'request.invalid',
    `“${name}” can't be read as an Anki deck: ${reason}. Export the deck from Anki again (.apkg).`,
    { data: { field: 'words' }, cause },
  );
}

function tooLarge(name: string): KinoraError {
  return new KinoraError(
    'request.too-large',
    `“${name}” holds a collection of more than ${mostBytes / 1e6} MB or ${mostNotes.toLocaleString('en')} notes; export one deck, without media.`,
    { data: { field: 'words' } },
  );
}
