import type { VocabularyItem } from '@kinora/studios/language/schema';
import { expect, test } from 'vitest';
import { runsOf } from './runs.ts';

const item = (id: string) => ({ id }) as VocabularyItem;
const shown = (runs: ReturnType<typeof runsOf>) =>
  runs.map(({ items, words }) => [
    words
      .map(({ parts }) => parts.map(({ text, reading }) => text + (reading ? `(${reading})` : '')).join(''))
      .join('|'),
    items.map(({ id }) => id).join(),
  ]);

test('an item is one run, its furigana over its kanji', () => {
  const runs = runsOf(
    { text: 'この曲、懐かしいよね。', language: 'ja' },
    [
      { text: 'この' },
      { text: '曲', reading: 'きょく' },
      { text: '、' },
      { text: '懐', reading: 'なつ' },
      { text: 'かしいよね。' },
    ],
    [{ from: 4, to: 8, item: item('a') }],
  );
  const [before, marked, after] = shown(runs);
  expect(before).toEqual(['この|曲(きょく)|、', '']);
  expect(marked?.[1]).toBe('a');
  expect(marked?.[0]?.replaceAll('|', '')).toBe('懐(なつ)かしい');
  expect(after?.[0]?.replaceAll('|', '')).toBe('よね。');
});

test('an item never cuts furigana in two, and every letter is there once', () => {
  const text = '今日は最高';
  const runs = runsOf(
    { text, language: 'ja' },
    [{ text: '今日', reading: 'きょう' }, { text: 'は' }, { text: '最高', reading: 'さいこう' }],
    [
      { from: 0, to: 1, item: item('a') },
      { from: 4, to: 5, item: item('b') },
    ],
  );
  expect(runs.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
  expect(shown(runs)).toEqual([
    ['今日(きょう)', 'a'],
    ['は', ''],
    ['最高(さいこう)', 'b'],
  ]);
});

test('items that overlap share the stretch in which they do', () => {
  const runs = runsOf(
    { text: 'give it up now', language: 'en' },
    [],
    [
      { from: 0, to: 10, item: item('a') },
      { from: 8, to: 14, item: item('b') },
    ],
  );
  expect(runs.map(({ items }) => items.map(({ id }) => id).join())).toEqual(['a', 'a,b', 'b']);
});

test('furigana that does not fit its sentence is left out', () => {
  const runs = runsOf({ text: '草', language: 'ja' }, [{ text: '花', reading: 'はな' }], []);
  expect(shown(runs)).toEqual([['草', '']]);
});
