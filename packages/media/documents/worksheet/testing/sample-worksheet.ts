import type { Worksheet } from '../sheet.ts';

const kana = ['あお', 'いえ', 'うみ', 'えき', 'おに', 'かさ', 'きた', 'くも', 'けさ', 'こえ', 'さけ', 'しま'];
const kanji = ['青', '家', '海', '駅', '鬼', '傘', '北', '雲', '朝', '声', '酒', '島'];
const meanings = [
  'blue',
  'house',
  'sea',
  'station',
  'demon',
  'umbrella',
  'north',
  'cloud',
  'morning',
  'voice',
  'rice wine',
  'island',
];
const word = (index: number) => [{ text: kanji[index % 12]!, reading: kana[index % 12]! }];

/** A worksheet for tests, with as many rows as asked. */
export function sampleWorksheet(
  options: Partial<Worksheet> & { words?: Worksheet['words']; rows?: number } = {},
): Worksheet {
  const { rows = 3, ...rest } = options;
  const numbers = Array.from({ length: rows }, (_, index) => index);
  const gap = (index: number) => ({
    before: [{ text: '今日', reading: 'きょう' }, { text: 'は' }],
    answer: word(index),
    after: 'を見た。',
  });
  return {
    title: 'A walk “by the sea” (海辺の散歩)',
    instructions: ['en'],
    paper: 'A4',
    furigana: true,
    link: 'https://example.com/watch?v=1',
    words: numbers.map((index) => ({ form: word(index), meaning: meanings[index % 12]!, facts: 'Word · N5' })),
    exercises: [
      {
        kind: 'matching',
        pairs: [0, 1, 2].map((index) => ({ word: word(index), meaning: meanings[index]! })),
        order: [2, 0, 1],
      },
      {
        kind: 'cloze',
        bank: numbers.map(word),
        rows: numbers.map((index) => ({ ...gap(index), hint: meanings[index % 12]! })),
      },
      {
        kind: 'ordering',
        rows: numbers.map((index) => ({
          pieces: ['今日は', '友達と', word(index), 'を見た。'],
          order: [0, 2, 1, 3],
          sentence: '今日は友達と海を見た。',
          seconds: 61,
        })),
      },
      {
        kind: 'listening',
        rows: numbers.map((index) => ({
          ...gap(index),
          seconds: 3700,
          link: `https://example.com/watch?v=1&t=${index}`,
          choices: [word(index + 1), word(index), word(index + 2)],
          right: 1,
        })),
      },
    ],
    provenance: {
      title: 'Worksheet',
      language: 'en',
      sourceType: 'algorithmicMedia',
      generator: 'Kinora 0.1.0',
      models: ['builtin/analyst@1'],
      createdAt: new Date('2026-11-21T13:00:00Z'),
    },
    ...rest,
  };
}
