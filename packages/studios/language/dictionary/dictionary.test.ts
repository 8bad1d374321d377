import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createAnalyst } from '../analysis/analyse.ts';
import { lexiconEntry } from '../lexicon/entry.ts';
import { readSubtitles, rebuildSentences } from '../transcript/index.ts';
import { openDictionary, readDictionary } from './index.ts';

const edict = `　？？？ /EDICT, EDICT2 Japanese-English Electronic Dictionary Files/Copyright EDRDG - 2021/Created: 2021-02-03/
勉強 [べんきょう] /(n,vs) (1) study/diligence/(2) discount/reduction/(P)/EntL1512670X/
猫をかぶる;猫を被る [ねこをかぶる] /(exp,v5r) (id) to feign friendliness/
行く [いく(P);ゆく] /(v5k-s,vi) (1) (See 来る・1) to go/to move/(2) (sl) to die/(P)/
この行は読めない
草 [くさ] /(n) (1) grass/(2) (net-sl) LOL/
`;
const jmdict = `<?xml version="1.0"?><!DOCTYPE JMdict [<!ENTITY v5r "Godan">]><!-- JMdict created: 2026-01-02 --><JMdict>
<entry><ent_seq>1</ent_seq><k_ele><keb>分かる</keb><ke_pri>ichi1</ke_pri></k_ele><r_ele><reb>わかる</reb></r_ele>
<sense><pos>&v5r;</pos><misc>&uk;</misc><gloss>to understand</gloss><gloss>to &quot;get&quot; it</gloss><gloss xml:lang="ger">verstehen</gloss></sense></entry>
</JMdict>`;
const yomitan = (files: Record<string, unknown>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, strToU8(JSON.stringify(value))])));
const index = { title: 'Words', revision: '7', format: 3, attribution: 'Somebody, CC BY 4.0' };
const terms = [
  ['勉強', 'べんきょう', 'n vs', 'vs', 5, ['study', { type: 'image', path: 'x.png' }], 1, 'P'],
  [
    '読む',
    'よむ',
    'v5',
    'v5',
    0,
    [{ type: 'structured-content', content: [{ tag: 'ul', content: ['to', ' read'] }] }],
    2,
    '',
  ],
];
const facts = [
  ['勉強', 'freq', { reading: 'べんきょう', frequency: { value: 812, displayValue: '812' } }],
  ['読む', 'freq', 300],
  ['勉強', 'pitch', { reading: 'べんきょう', pitches: [{ position: 0 }] }],
];

describe('dictionaries that are imported', () => {
  test.each([
    ['EDICT', strToU8(edict)],
    ['EDICT packed by gzip', gzipSync(edict)],
  ])('%s: words, readings, senses, licence', (_, bytes) => {
    const file = readDictionary(bytes);
    expect(file).toMatchObject({ title: 'EDICT', revision: '2021-02-03', language: 'ja' });
    expect(file.licence).toMatch(/Attribution-ShareAlike/);
    expect(file.entries).toHaveLength(5);
    const dictionary = openDictionary([file], 'ja');
    expect(dictionary.lookUp('勉強')).toEqual([
      {
        form: '勉強',
        reading: 'べんきょう',
        parts: ['n', 'vs'],
        glosses: ['study; diligence', 'discount; reduction'],
        isCommon: true,
      },
    ]);
    expect(dictionary.lookUp('猫を被る')[0]?.parts).toEqual(['exp', 'v5r', 'id']);
    expect(dictionary.lookUp('行く')[0]?.parts).toEqual(['v5k-s', 'vi']);
    expect(dictionary.lookUp('無い')).toEqual([]);
  });

  test('EDICT as Debian packs it, in EUC-JP', () => {
    // "草 [くさ] /(n) grass/" in EUC-JP.
    const line = Buffer.from('c1f0205ba4afa4b55d202f286e292067726173732f0a', 'hex');
    expect(readDictionary(line).entries).toEqual([{ form: '草', reading: 'くさ', parts: ['n'], glosses: ['grass'] }]);
  });

  test('JMdict: usual kana is a form of its own, other languages are left out', () => {
    const file = readDictionary(strToU8(jmdict));
    expect(file).toMatchObject({ title: 'JMdict', revision: '2026-01-02' });
    expect(file.entries.map(({ form }) => form)).toEqual(['分かる', 'わかる']);
    expect(file.entries[0]).toMatchObject({ glosses: ['to understand; to "get" it'], isCommon: true });
  });

  test('Yomitan: plain text of structured content, ranks and pitch', () => {
    const file = readDictionary(
      yomitan({ 'index.json': index, 'term_bank_1.json': terms, 'term_meta_bank_1.json': facts }),
    );
    expect(file).toMatchObject({ title: 'Words', revision: '7', licence: 'Somebody, CC BY 4.0', language: 'ja' });
    const dictionary = openDictionary([file], 'ja');
    expect(dictionary.lookUp('読む')[0]?.glosses).toEqual(['to read']);
    expect(dictionary.factsOf('勉強', 'ベンキョウ')).toEqual({ rank: 812, pitch: 0 });
    expect(dictionary.factsOf('読む')).toEqual({ rank: 300 });
  });

  test.each([
    ['a text', strToU8('Once upon a time\nthere was a fox'), /no dictionary that Kinora reads/],
    ['nothing', new Uint8Array(), /no dictionary that Kinora reads/],
    ['a damaged ZIP', strToU8('PK\u0003\u0004 and no more'), /Yomitan dictionary/],
    ['a ZIP of something else', yomitan({ 'notes.json': [] }), /no index\.json/],
    ['an index that is none', yomitan({ 'index.json': { name: 'x' } }), /index\.json is not one/],
    ['a bank that is no list', yomitan({ 'index.json': index, 'term_bank_1.json': {} }), /is not a list/],
    ['no words', yomitan({ 'index.json': index, 'term_bank_1.json': [[], ['x']] }), /no words/],
    ['damaged gzip', gzipSync(edict).subarray(0, 60), /damaged/],
  ])('%s is told clearly', (_, bytes, message) => {
    expect(() => readDictionary(bytes)).toThrow(message);
  });
});

describe('words of a dictionary in a transcript', () => {
  const analyst = createAnalyst([
    lexiconEntry.parse({
      id: 'ja-slang-kusa',
      language: 'ja',
      kind: 'slang',
      form: '草',
      partOfSpeech: 'noun',
      gloss: 'lol',
      explanation: 'x',
      register: 'fandom',
      tags: [],
      difficulty: 'N3',
      example: { text: '草', translation: 'lol' },
      match: { texts: ['草'], isLast: true },
    }),
  ]);
  const dictionary = openDictionary([readDictionary(strToU8(edict))], 'ja');
  const found = async (text: string) => {
    const { cues } = readSubtitles(`1\n00:00:01,000 --> 00:00:05,000\n${text}\n`);
    const items = await analyst.analyse({ cues, sentences: rebuildSentences(cues) }, { dictionaries: [dictionary] });
    return items.map(({ id, kind, evidence: [{ surface }] }) => [id, kind, surface]);
  };

  test('an expression goes before its words, also where it is inflected', async () => {
    expect(await found('毎日勉強して猫をかぶっていた')).toEqual([
      ['ja-word-dictionary-勉強-べんきょう', 'word', '勉強'],
      ['ja-expression-dictionary-猫をかぶる-ねこをかぶる', 'expression', '猫をかぶっ'],
    ]);
  });

  test('what the lexicon says goes before', async () => {
    expect(await found('それは草')).toEqual([['ja-slang-kusa', 'slang', '草']]);
    expect(await found('草を刈る')).toEqual([['ja-word-dictionary-草-くさ', 'word', '草']]);
  });
});
