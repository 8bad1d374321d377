import type { SpokenWord } from '@kinora/studios/story/schema';
import { describe, expect, test } from 'vitest';
import { backFrom, languageOf, piecesOf, sentenceStart, wordAt } from './spoken.ts';

const text = 'Fen stopped. “Oh,” she said. The stream sang.';
/** One second a word: Fen 0, stopped 1, Oh 2, she 3, said 4, The 5, stream 6, sang 7. */
const words: SpokenWord[] = [...text.matchAll(/\p{L}+/gu)].map((match, index) => ({
  text: match[0],
  start: index,
  end: index + 0.8,
  offset: match.index,
  length: match[0].length,
}));

describe('pieces of a text', () => {
  test('are its words and what lies between, with nothing lost', () => {
    const pieces = piecesOf(text, words);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.word !== null).map((piece) => piece.text)).toEqual(
      words.map((word) => word.text),
    );
  });

  test('leave out timings that lie outside the text or overlap', () => {
    const broken: SpokenWord[] = [
      { text: 'Fen', start: 0, end: 1, offset: 0, length: 3 },
      { text: 'en', start: 1, end: 2, offset: 1, length: 2 },
      { text: 'far', start: 2, end: 3, offset: 400, length: 3 },
    ];
    expect(piecesOf('Fen ran.', broken)).toEqual([
      { text: 'Fen', word: 0 },
      { text: ' ran.', word: null },
    ]);
  });
});

test.each([
  [-1, -1],
  [0, 0],
  [0.99, 0],
  [1, 1],
  [7.5, 7],
  [99, 7],
])('at %d s the word is number %d', (time, word) => {
  expect(wordAt(words, time)).toBe(word);
});

test.each([
  [0, 0],
  [1, 0],
  [2, 2],
  [4, 2],
  [7, 5],
])('the sentence of word %d starts at word %d', (word, start) => {
  expect(sentenceStart(text, words, word)).toBe(start);
});

test('back leads to the start of the sentence, or to the one before when this one has hardly begun', () => {
  expect(backFrom(text, words, 7)).toBe(5);
  expect(backFrom(text, words, 5.5)).toBe(2);
  expect(backFrom(text, words, 0.5)).toBe(0);
});

test('tells Japanese by its kana', () => {
  expect(languageOf('きつねは ランタンを つけました')).toBe('ja');
  expect(languageOf('Fen lit the lantern')).toBe('en');
});
