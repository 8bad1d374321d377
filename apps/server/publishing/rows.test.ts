import { expect, test } from 'vitest';
import type { VocabularyEntry, VocabularyEvidence } from '../vocabulary/vocabulary.ts';
import { rowOf } from './rows.ts';

const entry = (change: Partial<VocabularyEntry>) =>
  ({ id: 'x', kind: 'word', language: 'ja', form: '沼', gloss: 'rabbit hole', tags: [], ...change }) as VocabularyEntry;
const place = { context: '沼にはまった。', start: 83.4, link: 'https://youtu.be/x?t=83' } as VocabularyEvidence;

test('a Japanese item has its reading, and its meaning in English', () => {
  expect(rowOf(entry({ reading: 'ぬま', difficulty: 'N1', register: 'fandom', tags: ['net'] }), place)).toEqual({
    id: 'x',
    japanese: '沼（ぬま）',
    english: 'rabbit hole',
    context: '沼にはまった。',
    difficulty: 'N1',
    kind: 'Word',
    source: 'https://youtu.be/x?t=83',
    seconds: 83.4,
    tags: ['net', 'fandom'],
  });
});

test('an English item stands in the column of its language', () => {
  const row = rowOf(entry({ language: 'en', form: 'hang in there', gloss: '頑張れ', kind: 'expression' }), place);
  expect(row).toMatchObject({ japanese: '頑張れ', english: 'hang in there', kind: 'Expression', difficulty: null });
});

test('a mistake shows what is right', () => {
  const row = rowOf(
    entry({ language: 'en', form: 'I am boring', correction: 'I am bored', gloss: '退屈だ', kind: 'mistake' }),
    place,
  );
  expect(row.english).toBe('I am boring → I am bored');
});
