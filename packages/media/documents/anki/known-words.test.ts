import { zipSync } from 'fflate';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildAnkiPackage } from './build.ts';
import { guessWordColumn, wordsOf } from './guess-words.ts';
import { readKnownWords } from './known-words.ts';
import { readCollection } from './read-collection.ts';
import { openMemory } from './sqlite.ts';

type Note = { fields: string[]; isLearned?: boolean };

/** A collection as new versions of Anki keep it: names of fields in a table, sorted by a rule that only Anki has. */
function collection(notes: Note[], names: string[], isOld = false): Uint8Array {
  using db = openMemory();
  db.exec('CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, flds text)');
  db.exec('CREATE TABLE cards (id integer PRIMARY KEY, nid integer, type integer, reps integer)');
  if (isOld) {
    db.exec('CREATE TABLE col (id integer, models text)');
    const models = { 7: { flds: names.map((name) => ({ name })) } };
    db.prepare('INSERT INTO col VALUES (1, ?)').run(JSON.stringify(models));
  } else {
    db.exec(
      'CREATE TABLE fields (ntid integer, ord integer, name text, config blob, PRIMARY KEY (ntid, ord)) WITHOUT ROWID',
    );
    names.forEach((name, ord) => db.prepare('INSERT INTO fields VALUES (7, ?, ?, NULL)').run(ord, name));
    db.enableDefensive(false);
    db.exec(`PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, 'name text', 'name text COLLATE unicase') WHERE name = 'fields';
      PRAGMA writable_schema = RESET`);
  }
  notes.forEach(({ fields, isLearned = false }, index) => {
    db.prepare('INSERT INTO notes VALUES (?, ?, 7, ?)').run(index + 1, `g${index}`, fields.join('\u001f'));
    const [type, reps] = isLearned ? [2, 5] : [0, 0];
    db.prepare('INSERT INTO cards VALUES (?, ?, ?, ?)').run(index + 1, index + 1, type, reps);
  });
  return db.serialize();
}

const core = [
  ['1', '食べる', ' 食[た]べる', 'たべる', 'to eat, to dine', 'Verb', '<b>ご飯</b>を食べる。[sound:1.mp3]'],
  ['2', '学校', ' 学校[がっこう]', 'がっこう', 'school', 'Noun', '学校に行きます。[sound:2.mp3]'],
  ['3', '先生', ' 先生[せんせい]', 'せんせい', 'teacher', 'Noun', '先生が来ました。[sound:3.mp3]'],
  ['4', '静か（な）', ' 静[しず]か', 'しずか', 'quiet', 'Na-adj', '静かな部屋です。[sound:4.mp3]'],
];
const coreNames = [
  'Index',
  'Vocabulary-Kanji',
  'Vocabulary-Furigana',
  'Vocabulary-Kana',
  'Vocabulary-English',
  'POS',
  'Sentence',
];
const notes = (rows: string[][], learned: number[] = []): Note[] =>
  rows.map((fields, index) => ({ fields, isLearned: learned.includes(index) }));

describe('known words of a deck', () => {
  it('are those of the field that holds words', () => {
    expect(readCollection(collection(notes(core), coreNames, true), 'core.anki2')).toEqual({
      words: ['食べる', '学校', '先生', '静か'],
      notes: 4,
      fields: ['Vocabulary-Kanji'],
      isReviewed: false,
    });
  });

  it('are read from the newest format in the package, compressed and all', async () => {
    const old = collection(notes([['Please update to the latest Anki version', '']]), ['Front', 'Back'], true);
    const bytes = zipSync({
      meta: new Uint8Array([8, 3]),
      'collection.anki21b': new Uint8Array(zstdCompressSync(collection(notes(core), coreNames))),
      'collection.anki2': old,
      media: new Uint8Array([0]),
    });
    expect((await readKnownWords(bytes, 'core.apkg')).words).toEqual(['食べる', '学校', '先生', '静か']);
  });

  it('are only those that were learned, where the deck says which', () => {
    const read = readCollection(collection(notes(core, [1, 2]), coreNames, true), 'core.anki2');
    expect(read).toMatchObject({ words: ['学校', '先生'], isReviewed: true, notes: 2 });
  });

  it('come back from our own packages', async () => {
    const note = (form: string, key: string) =>
      ({
        key,
        language: 'ja',
        form,
        reading: [{ text: form }],
        gloss: 'x',
        kind: 'Slang',
        sentence: [{ text: form }],
        source: 's',
        tags: [],
      }) as const;
    const deck = { key: 'k', name: 'n', notes: [note('推し', 'a'), note('草', 'b')], modifiedAt: new Date(0) };
    expect((await readKnownWords(await buildAnkiPackage(deck), 'kinora.apkg')).words).toEqual(['推し', '草']);
  });
});

describe('known words of a text', () => {
  const read = (text: string) => readKnownWords(Buffer.from(text), 'words.txt').then(({ words }) => words);

  it.each([
    ['one a line', '食べる\r\n学校\n\n食べる\n', ['食べる', '学校']],
    [
      'Anki’s own export',
      '#separator:tab\n#html:true\n<b>食べる</b>\tto eat\n学校\tschool\n先生\tteacher\n',
      ['食べる', '学校', '先生'],
    ],
    [
      'a table of English words',
      'give up,あきらめる\nrun out of,"使い切る、なくす"\nhang out,ぶらぶらする\n',
      ['give up', 'run out of', 'hang out'],
    ],
    ['our own table', 'surface\tlemma\tkind\n食べた\t食べる\tword\n草\t草\tslang\n', ['食べる', '草']],
  ])('are read from %s', async (_, text, words) => {
    expect(await read(text)).toEqual(words);
  });

  it('are those of one language, where it is named', async () => {
    const table = Buffer.from('to eat\t食べる\nschool\t学校\nteacher\t先生\n');
    expect((await readKnownWords(table, 'words.txt', { language: 'ja' })).words).toEqual(['食べる', '学校', '先生']);
    expect((await readKnownWords(table, 'words.txt', { language: 'en' })).words).toEqual([
      'to eat',
      'school',
      'teacher',
    ]);
  });

  it('are read whatever the encoding', async () => {
    const utf16 = Buffer.from('\uFEFF学校\n先生\n', 'utf16le');
    expect((await readKnownWords(utf16, 'words.txt')).words).toEqual(['学校', '先生']);
    // 学校 in Shift_JIS.
    expect((await readKnownWords(new Uint8Array([0x8a, 0x77, 0x8d, 0x5a, 0x0a]), 'words.txt')).words).toEqual(['学校']);
  });
});

describe('what is no list of words', () => {
  const huge = () => {
    const zip = zipSync({ 'collection.anki2': new Uint8Array(64) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const central = view.getUint32(zip.length - 6, true);
    view.setUint32(central + 24, 4_000_000_000, true);
    return zip;
  };
  const hostile = () => {
    using db = openMemory();
    db.exec(
      `CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 7 AS mid, '草' AS flds FROM n`,
    );
    return db.serialize();
  };
  it.each([
    ['an archive without a collection', () => zipSync({ a: new Uint8Array(3) }), 'no collection in the archive'],
    ['a damaged archive', () => new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), 'the archive is damaged'],
    [
      'a collection that is none',
      () => zipSync({ 'collection.anki21': new Uint8Array(600) }),
      'collection.*damaged|no notes',
    ],
    ['a bomb', huge, 'more than 400 MB'],
    ['a compressed collection that is none', () => zipSync({ 'collection.anki21b': new Uint8Array(60) }), 'damaged'],
    ['a view that never ends', hostile, 'no notes in it'],
    [
      'a deck of sentences',
      () =>
        collection(notes([['これはとても長い文なので、単語ではありません。', 'This is a sentence; no word.']]), [
          'Front',
          'Back',
        ]),
      'no field of its notes looks like words',
    ],
  ])('%s is refused with a reason', (_, bytes, reason) => {
    expect(() => readCollection(bytes(), 'x.apkg')).toThrow(new RegExp(reason));
  });

  it('a text without words is refused, too', async () => {
    await expect(readKnownWords(Buffer.from('1234\n5678\n'), 'x.txt')).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('stops when it is cancelled', async () => {
    const bytes = zipSync({ 'collection.anki2': collection(notes(core), coreNames) });
    await expect(readKnownWords(bytes, 'x.apkg', { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow(
      'gone',
    );
  });
});

it.each([
  ['<div>食べる</div>', ['食べる']],
  [' 漢字[かんじ]', ['漢字']],
  ['〜てしまう / 〜ちゃう', ['てしまう', 'ちゃう']],
  ['run out (of)', ['run out']],
  ['これは文です。はい。', []],
  ['12', []],
])('%s holds %j', (cell, words) => {
  expect(wordsOf(cell)).toEqual(words);
});

it('a column that says the same in most rows is not that of the words', () => {
  const rows = Array.from({ length: 40 }, (_, index) => [
    '名詞',
    `語${'あいうえおかきくけこ'[index % 10]}${'さしすせ'[Math.floor(index / 10)]}`,
  ]);
  expect(guessWordColumn(rows)).toBe(1);
});
