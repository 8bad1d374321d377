import { storyRequest } from '@kinora/studios/story/schema';
import { expect, test } from 'vitest';
import { changeOf, changeWords } from './change-words.ts';

const request = storyRequest.parse({ wish: 'a shy fox' });

test('a draft that differs in nothing is no change', () => {
  expect(changeOf(request, {})).toBeNull();
  expect(changeOf(request, { style: 'watercolour', music: true })).toBeNull();
});

test('only what differs is changed', () => {
  expect(changeOf(request, { style: 'paper-cut', voice: 'willow', music: false })).toEqual({
    style: 'paper-cut',
    music: false,
  });
});

test.each([
  [{ style: 'paper-cut' } as const, 'Makes pictures and film anew; words and voice stay.'],
  [{ voice: 'rowan' }, 'Makes voice and film anew; words and pictures stay.'],
  [{ music: false }, 'Makes film anew; words, pictures, and voice stay.'],
])('%o says what it makes anew', (change, words) => {
  expect(changeWords(change)).toBe(words);
});
