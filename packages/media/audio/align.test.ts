import type { HeardWord, WordTiming } from '@kinora/capabilities';
import { describe, expect, test } from 'vitest';
import { alignWords, heardShare } from './align.ts';
import { splitScript } from './reading/script.ts';

/** One second a word, from the first second on. */
const hear = (text: string): HeardWord[] =>
  text.split(' ').map((word, index) => ({ text: word, start: index + 1, end: index + 2 }));
const outline = (words: WordTiming[]) => words.map(({ text, start, end }) => `${text} ${round(start)}-${round(end)}`);
const round = (seconds: number) => Math.round(seconds * 100) / 100;

function expectSound(words: WordTiming[], text: string, duration: number): void {
  expect(words.map(({ text: word }) => word)).toEqual(splitScript(text).map(({ text: word }) => word));
  for (const [index, word] of words.entries()) {
    expect(text.slice(word.offset, word.offset + word.length)).toBe(word.text);
    expect(word.start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0);
    expect(word.end).toBeGreaterThan(word.start);
    expect(word.end).toBeLessThanOrEqual(duration + 1e-9);
  }
}

describe('alignWords', () => {
  test('takes over the times of words that were heard as written, punctuation or not', () => {
    const text = '“Look up,” said Owl.';
    const words = alignWords(text, hear('look up said, owl.'), 6);
    expect(outline(words)).toEqual(['Look 1-2', 'up 2-3', 'said 3-4', 'Owl 4-5']);
    expectSound(words, text, 6);
  });

  test('finds words that were misheard, split, joined or written in digits', () => {
    const text = 'The knight saw seven butterflies over there, at a quarter past 12.';
    const words = alignWords(text, hear('The night saw 7 butter flies overthere at the quarter past twelve.'), 14);
    expect(outline(words).toSpliced(8, 1)).toEqual([
      'The 1-2',
      'knight 2-3',
      'saw 3-4',
      'seven 4-5',
      'butterflies 5-7',
      'over 7-7.44',
      'there 7.44-8',
      'at 8-9',
      'quarter 10-11',
      'past 11-12',
      '12 12-13',
    ]);
    expect(words[8]).toMatchObject({ text: 'a', start: expect.closeTo(9, 1) });
    expectSound(words, text, 14);
  });

  test('gives words that were not heard the time between their neighbours, and passes over what was added', () => {
    const text = 'The fox ran over the hill. Then he slept.';
    const heard = hear('The fox um ran uh hill then he slept').filter(({ text: word }) => word !== 'ran');
    const words = alignWords(text, heard, 11);
    const of = (word: string) => words.find((each) => each.text === word)!;
    expect(of('fox')).toMatchObject({ start: 2, end: 3 });
    expect(of('hill')).toMatchObject({ start: 6, end: 7 });
    expect(of('over').start).toBeGreaterThan(3);
    expect(of('over').end).toBeLessThan(6);
    expectSound(words, text, 11);
  });

  test('lets words that were not heard stand on their side of a pause', () => {
    const text = 'He sat down quietly. Slowly the moon rose.';
    const heard = [
      ...['He', 'sat', 'down'].map((word, index) => ({ text: word, start: index * 0.3, end: index * 0.3 + 0.3 })),
      ...['the', 'moon', 'rose'].map((word, index) => ({ text: word, start: 6 + index * 0.3, end: 6.3 + index * 0.3 })),
    ];
    const words = alignWords(text, heard, 8);
    expect(words[3]!.start).toBeCloseTo(0.9, 2);
    expect(words[3]!.end).toBeLessThan(2.2);
    expect(words[4]!.end).toBeCloseTo(6, 2);
    expect(words[4]!.start).toBeGreaterThan(4.8);
  });

  test('reads Japanese without spaces, kanji or kana, cut anywhere', () => {
    const text = 'きつねは森へ行きました。';
    const heard = ['狐', 'は', 'も', 'り', 'へ', '行', 'き', 'ました', '。'].map((part, index) => ({
      text: part,
      start: index,
      end: index + 1,
    }));
    const words = alignWords(text, heard, 9);
    expect(outline(words)).toEqual(['きつねは 0-2', '森へ 2-5', '行きました 5-8']);
    expectSound(words, text, 9);
  });

  test('can tell whether a recogniser heard the script at all', () => {
    const text = 'Once upon a time there was a knight who was afraid of the dark.';
    expect(heardShare(text, hear(text))).toBe(1);
    expect(heardShare(text, hear('wants upon the time there was night who was a fraid of dark'))).toBeGreaterThan(0.7);
    expect(heardShare(text, hear('The little fox looked up.'))).toBeLessThan(0.45);
    expect(heardShare(text, [])).toBe(0);
  });

  test('spreads the words over the recording when nothing was heard', () => {
    const words = alignWords('One small star, far away.', [], 5);
    expect(words[0]!.start).toBe(0);
    expect(words.at(-1)!.end).toBeCloseTo(5, 6);
    expectSound(words, 'One small star, far away.', 5);
  });

  test('stays in order when times are out of order, empty or beyond the end', () => {
    const text = 'one two three four five';
    const heard = [3, 1, 1, 9, 4].map((start, index) => ({ text: text.split(' ')[index]!, start, end: start }));
    expectSound(alignWords(text, heard, 5), text, 5);
    expectSound(
      alignWords('many words in hardly any time at all', hear('many words in hardly'), 0.1),
      'many words in hardly any time at all',
      0.1,
    );
    expect(alignWords('…', hear('hello'), 2)).toEqual([]);
  });

  test('aligns a long text in little time', () => {
    const sentence = 'The little fox walked over the quiet hill and looked for the moon behind the clouds. ';
    const text = sentence.repeat(50);
    const spoken = text.trim().split(' ');
    const heard = spoken
      .map((word, index) => ({ text: word, start: index * 0.4, end: index * 0.4 + 0.4 }))
      .filter((_, index) => index % 7 !== 3);
    const started = performance.now();
    const words = alignWords(text, heard, spoken.length * 0.4);
    expect(performance.now() - started).toBeLessThan(3000);
    const errors = words.map(({ start }, index) => Math.abs(start - index * 0.4)).sort((a, b) => a - b);
    expect(errors[Math.floor(0.95 * errors.length)]).toBeLessThan(0.2);
  });
});
