import type { Sentence } from '@kinora/studios/language/schema';
import { expect, test } from 'vitest';
import { searchable, sentenceAt } from './place.ts';

const sentences = [2, 5, 9].map((start) => ({ start, end: start + 2 }) as Sentence);

test('the sentence at a time is the last that has begun', () => {
  expect([0, 2, 4.9, 5, 100].map((time) => sentenceAt(sentences, time))).toEqual([-1, 0, 0, 1, 2]);
  expect(sentenceAt([], 3)).toBe(-1);
});

test('what is searched has one width, one case and one kana', () => {
  expect(searchable('ＶTuber テェテェ')).toBe('vtuber てぇてぇ');
});
