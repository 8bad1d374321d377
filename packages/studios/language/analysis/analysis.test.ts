import { describe, expect, test } from 'vitest';
import { lexiconEntry } from '../lexicon/entry.ts';
import { readJapaneseTokens } from '../tokens/index.ts';
import { readSubtitles, rebuildSentences } from '../transcript/index.ts';
import { createAnalyst } from './analyse.ts';
import { witness } from './evidence.ts';
import { alignFurigana, furiganaOf } from './furigana.ts';

const entry = (id: string, form: string, match: object, more: object = {}) =>
  lexiconEntry.parse({
    id,
    language: id.slice(0, 2),
    kind: id.split('-')[1],
    form,
    partOfSpeech: 'phrase',
    gloss: 'x',
    explanation: 'x',
    register: 'casual',
    tags: [],
    difficulty: 'N3',
    example: { text: form, translation: 'x' },
    match,
    ...more,
  });
const lexicon = [
  entry('ja-slang-kusa', '草', { texts: ['草'], isLast: true }),
  entry('ja-slang-kusa-haeru', '草生える', { texts: ['草生える'] }),
  entry('ja-slang-oshi', '推し', { texts: ['推し'], isWhole: true }),
  entry('ja-grammar-te-shimau', '〜てしまう', { patterns: ['#動詞 (て|で しまう | ちゃう|じゃう)'] }),
  entry('ja-grammar-kara', '〜から', { patterns: ['から'] }),
  entry('en-expression-give-up', 'give up', { patterns: ['give ~2 up'] }),
];

function transcript(...lines: string[]) {
  const stamp = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')},000`;
  const { cues } = readSubtitles(
    lines.map((line, at) => `${at + 1}\n${stamp(at * 4)} --> ${stamp(at * 4 + 4)}\n${line}\n`).join('\n'),
  );
  return { cues, sentences: rebuildSentences(cues) };
}

async function found(...lines: string[]) {
  const items = await createAnalyst(lexicon).analyse(transcript(...lines));
  return items.map(({ id, evidence }) => [id, ...evidence.map(({ surface }) => surface)]);
}

describe('the built-in analyst', () => {
  test('finds entries with every place and its time', async () => {
    const [oshi, teShimau] = await createAnalyst(lexicon).analyse(transcript('推しが来る。', '推しを見ちゃった。'));
    expect(oshi).toMatchObject({
      id: 'ja-slang-oshi',
      source: 'lexicon',
      evidence: [
        { surface: '推し', sentence: 0, cueIndex: 0, from: 0, to: 2, start: 0, context: '推しが来る。' },
        { surface: '推し', sentence: 1, cueIndex: 1, start: 4 },
      ],
    });
    expect(teShimau?.evidence[0]).toMatchObject({
      surface: '見ちゃっ',
      start: expect.closeTo(4 + (3 / 9) * 4, 2) as number,
    });
    expect(oshi).not.toHaveProperty('match');
  });

  test('says one thing of one place, and both of a pattern with slang in it', async () => {
    expect(await found('これは草生える')).toEqual([['ja-slang-kusa-haeru', '草生える']]);
    expect(await found('推しが好きだから')).toEqual([
      ['ja-slang-oshi', '推し'],
      ['ja-grammar-kara', 'から'],
    ]);
  });

  test('reads sentences of both languages as both', async () => {
    expect(await found('推しは never give it up するから never')).toEqual([
      ['ja-slang-oshi', '推し'],
      ['en-expression-give-up', 'give it up'],
      ['ja-grammar-kara', 'から'],
    ]);
  });

  test('finds nothing in nothing, and stops when told', async () => {
    expect(await found('えーと')).toEqual([]);
    await expect(
      createAnalyst(lexicon).analyse(transcript('推し'), { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('evidence', () => {
  const given = transcript('推しが来る。');

  test('is what stands in the transcript', () => {
    expect(witness(given, { sentence: 0, from: 0, to: 2, surface: '推し' })).toMatchObject({
      surface: '推し',
      start: 0,
    });
  });

  test.each([
    ['another text', { sentence: 0, from: 0, to: 2, surface: '推す' }],
    ['no such sentence', { sentence: 9, from: 0, to: 2 }],
    ['beyond the end', { sentence: 0, from: 4, to: 9 }],
    ['nothing', { sentence: 0, from: 2, to: 2 }],
    ['before the beginning', { sentence: 0, from: -1, to: 2 }],
  ])('there is none for %s', (_, claim) => {
    expect(witness(given, claim)).toBeNull();
  });
});

describe('furigana', () => {
  test.each([
    ['食べ物', 'たべもの', '食(た)べ物(もの)'],
    ['行く', 'いく', '行(い)く'],
    ['お兄さん', 'おにいさん', 'お兄(にい)さん'],
    ['取り引き', 'とりひき', '取(と)り引(ひ)き'],
    ['今日', 'きょう', '今日(きょう)'],
    ['バス停', 'ばすてい', 'バス停(てい)'],
    ['カナ', 'かな', 'カナ'],
    ['一ヶ月', 'いっかげつ', '一ヶ月(いっかげつ)'],
    ['間違い', 'たがい', '間違(たが)い'],
    ['大人', 'だいじん', '大人(だいじん)'],
    ['読む', 'よみ', '読む(よみ)'],
  ])('%s (%s) is %s', (text, reading, told) => {
    const parts = alignFurigana(text, reading);
    expect(parts.map((part) => (part.reading ? `${part.text}(${part.reading})` : part.text)).join('')).toBe(told);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });

  test('of a sentence stands above every word with kanji', () => {
    const text = '昨日、友達と遊んだ！';
    const parts = furiganaOf(text, readJapaneseTokens(text));
    expect(parts).toEqual([
      { text: '昨日', reading: 'きのう' },
      { text: '、' },
      { text: '友達', reading: 'ともだち' },
      { text: 'と' },
      { text: '遊', reading: 'あそ' },
      { text: 'んだ！' },
    ]);
  });
});
