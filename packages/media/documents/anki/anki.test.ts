import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildAnkiPackage } from './build.ts';
import type { AnkiDeck } from './build.ts';
import { furiganaField, noteTags } from './note.ts';
import type { AnkiNote } from './note.ts';
import { openMemory } from './sqlite.ts';
import { stripHtml } from './strip-html.ts';

const kusa: AnkiNote = {
  key: 'ja-slang-kusa',
  language: 'ja',
  form: '草',
  reading: [{ text: '草', reading: 'くさ' }],
  gloss: 'lol; that’s <funny>',
  kind: 'Slang',
  sentence: [{ text: 'マジで' }, { text: '草', reading: 'くさ', isItem: true }, { text: 'なんだけど。' }],
  source: 'Stream #12',
  link: { url: 'https://example.com/watch?v=1&t=83', seconds: 83.4 },
  tags: ['kinora', 'Stream #12', 'kinora'],
  audio: new Uint8Array([1, 2, 3]),
  screenshot: new Uint8Array([4, 5, 6, 7]),
};
const giveUp: AnkiNote = {
  ...kusa,
  key: 'en-expression-give-up',
  language: 'en',
  form: 'give up',
  reading: [{ text: 'give up' }],
  audio: new Uint8Array([9]),
};
const deck = (notes: AnkiNote[], modifiedAt = new Date(1_763_800_000_000)): AnkiDeck => ({
  key: 'recording-1',
  name: 'Kinora::Stream #12',
  notes,
  modifiedAt,
});

type Row = Record<string, string | number>;

function readBack(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const db = openMemory();
  db.deserialize(files['collection.anki2']!);
  const rows = (sql: string) => db.prepare(sql).all() as Row[];
  const [col] = rows('SELECT * FROM col');
  return {
    files,
    rows,
    col: col!,
    media: JSON.parse(strFromU8(files['media']!)) as Record<string, string>,
    json: (name: string) => JSON.parse(String(col![name])) as Record<string, Record<string, never>>,
  };
}

describe('an Anki package', () => {
  it('is a sound collection of schema 11', async () => {
    const { rows, col, json } = readBack(await buildAnkiPackage(deck([kusa])));
    expect(rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(col['ver']).toBe(11);
    const [note] = rows('SELECT * FROM notes');
    const type = json('models')[String(note!['mid'])] as unknown as { flds: { name: string }[]; tmpls: unknown[] };
    expect(String(note!['flds']).split('\u001f')).toHaveLength(type.flds.length);
    expect(type.tmpls).toHaveLength(2);
    expect(rows('SELECT did FROM cards').every(({ did }) => json('decks')[String(did)] !== undefined)).toBe(true);
  });

  it('has Anki’s checksum of the first field', async () => {
    // As the genuine program computes them.
    const { rows } = readBack(await buildAnkiPackage(deck([kusa, giveUp])));
    expect(rows('SELECT sfld, csum FROM notes ORDER BY csum')).toEqual([
      { sfld: 'give up', csum: 1_422_830_805 },
      { sfld: '草', csum: 1_732_540_182 },
    ]);
  });

  it('names its media and holds each file as it is', async () => {
    const { files, media, rows } = readBack(await buildAnkiPackage(deck([kusa, giveUp])));
    const fields = rows('SELECT flds FROM notes').map(({ flds }) => String(flds));
    expect(Object.values(media)).toHaveLength(3);
    for (const [index, name] of Object.entries(media)) {
      expect(files[index]).toBeDefined();
      expect(fields.some((text) => text.includes(name))).toBe(true);
    }
    expect(Object.keys(media).map((index) => [...files[index]!])).toContainEqual([4, 5, 6, 7]);
  });

  it('has a listening card only where there is sound', async () => {
    const { audio: _audio, ...silent } = giveUp;
    const { rows } = readBack(await buildAnkiPackage(deck([kusa, silent])));
    expect(rows('SELECT due, ord FROM cards ORDER BY due, ord')).toEqual([
      { due: 1, ord: 0 },
      { due: 1, ord: 1 },
      { due: 2, ord: 0 },
    ]);
  });

  it('keeps the identity of notes and cards when words and order change', async () => {
    const before = readBack(await buildAnkiPackage(deck([kusa, giveUp])));
    const after = readBack(
      await buildAnkiPackage(deck([giveUp, { ...kusa, gloss: 'so funny' }], new Date(1_763_900_000_000))),
    );
    const identities =
      'SELECT notes.id, guid, mid, cards.id AS card, ord FROM notes JOIN cards ON nid = notes.id ORDER BY card';
    expect(after.rows(identities)).toEqual(before.rows(identities));
    expect(after.rows('SELECT DISTINCT mod FROM notes')).toEqual([{ mod: 1_763_900_000 }]);
  });

  it('gives the same bytes for the same deck', async () => {
    expect(await buildAnkiPackage(deck([kusa]))).toEqual(await buildAnkiPackage(deck([kusa])));
  });

  it('parts the languages of a deck that has both', async () => {
    const names = (notes: AnkiNote[]) =>
      buildAnkiPackage(deck(notes)).then((bytes) =>
        Object.values(readBack(bytes).json('decks')).map(({ name }) => String(name)),
      );
    expect(await names([kusa])).toEqual(['Default', 'Kinora::Stream #12']);
    expect(await names([kusa, giveUp])).toEqual([
      'Default',
      'Kinora::Stream #12::English',
      'Kinora::Stream #12::日本語',
    ]);
  });
});

describe('fields', () => {
  it('write furigana in Anki’s notation, the item marked', () => {
    const parts = [
      { text: 'お' },
      { text: '茶', reading: 'ちゃ' },
      { text: 'を' },
      { text: '飲', reading: 'の', isItem: true },
      { text: 'む', isItem: true },
    ];
    expect(furiganaField(parts)).toBe('お 茶[ちゃ]を<b class="item">飲[の]む</b>');
    expect(furiganaField([{ text: 'a ' }, { text: '草', reading: 'くさ' }])).toBe('a  草[くさ]');
  });

  it('hold no sign that Anki would read as its own', () => {
    const hostile =
      '[sound:x.mp3] [latex]\\input{/etc/passwd}[/latex] <script>alert(1)</script> {{Tags}} \u001f \\(x\\)';
    const field = furiganaField([{ text: hostile }]);
    expect(field).not.toMatch(/[[\]\\<]|\{\{/);
    expect(field).not.toContain('\u001f');
    expect(stripHtml(field)).toBe(hostile.replace('\u001f', ''));
  });

  it('have tags without blanks', () => {
    expect(noteTags(['kinora', 'Stream #12', ' ', 'kinora'])).toBe(' Stream_#12 kinora ');
    expect(noteTags([])).toBe('');
  });
});
