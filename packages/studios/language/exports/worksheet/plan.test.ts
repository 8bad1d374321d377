import type { SheetExercise, SheetGap, SheetText } from '@kinora/media/documents/worksheet';
import { describe, expect, it } from 'vitest';
import { witness } from '../../analysis/evidence.ts';
import type { Evidence } from '../../analysis/evidence.ts';
import type { VocabularyItem } from '../../analysis/item.ts';
import { readJapaneseTokens } from '../../tokens/index.ts';
import { rebuildSentences } from '../../transcript/index.ts';
import { mayBeSame } from './distractors.ts';
import { planWorksheet } from './plan.ts';
import { sentencePieces } from './sentence-pieces.ts';

const lines = [
  '昨日の切り抜き、もう十万回も再生された。',
  '推しのライブに行ってきたんだ。',
  '今日は雑談だけの予定です。',
  'スパチャを読む時間がなかった。',
  '配信の前にご飯を食べました。',
  '初見の人もたくさん来てくれた。',
  '沼が深くて出られそうにない。',
  '今日はマイクラで新しい家を建てようと思います。',
  '友達と三時間も話してしまいました。',
  'I want to give up on this boss.',
  'We ran out of wood in the forest.',
];
const cues = lines.map((text, index) => ({ index, text, start: index * 10, end: index * 10 + 6 }));
const transcript = { cues, sentences: rebuildSentences(cues) };

function item(form: string, gloss: string, more: Partial<VocabularyItem> = {}): VocabularyItem {
  const evidence = transcript.sentences.flatMap(({ index, text }) => {
    const from = text.indexOf(form);
    return from < 0 ? [] : [witness(transcript, { sentence: index, from, to: from + form.length })!];
  });
  return {
    id: `ja-slang-${form}`,
    kind: 'slang',
    language: 'ja',
    form,
    partOfSpeech: 'noun',
    gloss,
    tags: [],
    difficulty: 'N3',
    source: 'lexicon',
    evidence: evidence as [Evidence, ...Evidence[]],
    ...more,
  };
}
const items = [
  item('切り抜き', 'a clip (cut from a stream)', { reading: 'きりぬき' }),
  item('推し', 'one’s favourite', { reading: 'おし' }),
  item('雑談', 'small talk', { reading: 'ざつだん' }),
  item('スパチャ', 'a paid chat message'),
  item('配信', 'a stream; streaming', { reading: 'はいしん' }),
  item('初見', 'seeing it for the first time', { reading: 'しょけん' }),
  item('沼', 'an obsession; a swamp', { reading: 'ぬま' }),
  item('give up', 'あきらめる', { id: 'en-expression-give-up', language: 'en', kind: 'expression' }),
  item('ran out of', '使い切る', { id: 'en-expression-run-out', language: 'en', kind: 'expression' }),
];
const plan = (learns: 'ja' | 'en' | 'both', seed = 1) =>
  planWorksheet({
    items,
    transcript,
    title: 'Stream',
    choices: { learns, link: 'https://youtu.be/a', paper: 'A4', furigana: true },
    seed,
  });
type Of<Kind> = Extract<SheetExercise, { kind: Kind }>;
function exercise<Kind extends SheetExercise['kind']>(kind: Kind, learns: 'ja' | 'both' = 'ja', seed = 1): Of<Kind> {
  return plan(learns, seed)!.exercises.find((each): each is Of<Kind> => each.kind === kind)!;
}
const text = (parts: SheetText) => (typeof parts === 'string' ? parts : parts.map((part) => part.text).join(''));

describe('a worksheet is planned', () => {
  it('in the language of who learns, for the language that is taught', () => {
    expect(plan('ja')?.instructions).toEqual(['en']);
    expect(plan('both')?.instructions).toEqual(['en', 'ja']);
    expect(
      plan('en')
        ?.words.map(({ form }) => text(form))
        .toSorted(),
    ).toEqual(['give up', 'ran out of']);
    expect(
      planWorksheet({
        items: [],
        transcript,
        title: '',
        choices: { learns: 'ja', link: null, paper: 'A4', furigana: true },
      }),
    ).toBe(null);
  });

  it('the same way for a seed, another way for another', () => {
    expect(plan('ja')).toEqual(plan('ja'));
    expect(plan('ja', 2)).not.toEqual(plan('ja', 1));
  });

  it.each([1, 2, 3, 4, 5])('so that no meaning stands beside its word in every row (seed %i)', (seed) => {
    const { pairs, order } = exercise('matching', 'ja', seed);
    expect(order.toSorted((a, b) => a - b)).toEqual(pairs.map((_, index) => index));
    expect(order.some((value, index) => value !== index)).toBe(true);
  });

  it('with gaps that make the sentence as it is said, and every answer in the box', () => {
    const { rows, bank } = exercise('cloze');
    expect(rows.length).toBeGreaterThan(2);
    for (const { before, answer, after } of rows) {
      expect(lines).toContain(text(before) + text(answer) + text(after));
      expect(bank.map(text)).toContain(text(answer));
    }
    expect(new Set(bank.map(text)).size).toBe(bank.length);
  });

  it('so that one exercise does not give the answers of another', () => {
    const sentences = (plan('both')?.exercises ?? []).flatMap((each) => {
      if (each.kind === 'ordering') return each.rows.map(({ sentence }) => text(sentence));
      if (each.kind === 'matching') return [];
      return each.rows.map(({ before, answer, after }) => text(before) + text(answer) + text(after));
    });
    expect(sentences.length).toBeGreaterThan(5);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('with choices of which exactly one is said, and a link to the time', () => {
    for (const row of exercise('listening').rows) {
      const sentence = text(row.before) + text(row.answer) + text(row.after);
      expect(row.choices.filter((choice) => sentence.includes(text(choice)))).toEqual([row.choices[row.right]]);
      expect(row.link).toBe(`https://youtu.be/a?t=${row.seconds}`);
      expect(row.seconds).toBe(Math.max(0, lines.indexOf(sentence) * 10 - 1));
    }
  });

  it('with sentences in pieces whose ends are in their places', () => {
    for (const { pieces, order, sentence } of exercise('ordering').rows) {
      expect(pieces.map(text).join('')).toBe(text(sentence));
      expect([order[0], order.at(-1)]).toEqual([0, pieces.length - 1]);
      expect(order).not.toEqual(pieces.map((_, index) => index));
    }
  });

  it('with the reading that the item says, not the one of the dictionary', () => {
    const words = plan('ja')!.exercises.flatMap((each): readonly SheetGap[] =>
      each.kind === 'cloze' || each.kind === 'listening' ? each.rows : [],
    );
    expect(words.find(({ answer }) => text(answer) === '初見')?.answer).toEqual([
      { text: '初見', reading: 'しょけん' },
    ]);
  });
});

describe('wrong answers', () => {
  const other = (gloss: string, more: Partial<VocabularyItem> = {}) => ({
    ...items[0]!,
    id: 'x',
    form: 'クリップ',
    reading: 'くりっぷ',
    gloss,
    ...more,
  });

  it.each([
    ['the same meaning', other('a short clip of a video'), true],
    ['a relation', other('scissors', { related: [items[0]!.id] }), true],
    ['a longer form', other('scissors', { form: '切り抜き師' }), true],
    ['the same reading', other('cut-out paper', { reading: 'きりぬき' }), true],
    ['nothing in common', other('a pair of scissors'), false],
  ])('have %s or not', (_, item, isSame) => {
    expect(mayBeSame(items[0]!, item)).toBe(isSame);
  });
});

describe('pieces of a sentence', () => {
  const pieces = (sentence: string, isJapanese = true) =>
    sentencePieces(sentence, isJapanese ? readJapaneseTokens(sentence) : [])?.map((piece) => text(piece).trim());

  it('are phrases in Japanese, a word with its particles', () => {
    expect(pieces('友達と三時間も話してしまいました。')).toBe(undefined);
    expect(pieces('今日はマイクラで新しい家を建てようと思います。')).toEqual([
      '今日は',
      'マイクラで',
      '新しい',
      '家を',
      '建てようと',
      '思います。',
    ]);
  });

  it('are words in English, small ones with the next where the sentence is long', () => {
    expect(pieces('I want to give up now.', false)).toEqual(['I', 'want', 'to', 'give', 'up', 'now.']);
    expect(pieces('We ran out of wood in the middle of the night.', false)).toEqual([
      'We ran',
      'out',
      'of wood',
      'in the middle',
      'of the night.',
    ]);
  });
});
