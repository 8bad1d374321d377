import { describe, expect, test } from 'vitest';
import { readJapanese } from './japanese.ts';
import { parseText } from './phrases.ts';

const parse = (text: string, language = 'en') => parseText(text, { language, readJapanese });
const outline = (text: string, language?: string) =>
  parse(text, language).map(({ words, end, pause }) => `${words.map((word) => word.spoken).join(' ')} ${end}${pause}`);

describe('phrases', () => {
  test('end at the punctuation and pause by it', () => {
    expect(outline('Fox sat, and sighed… Owl (who knew) came – at last; yes. Good!\n\nNight?')).toEqual([
      'Fox sat ,comma',
      'and sighed ,ellipsis',
      'Owl ,clause',
      'who knew ,clause',
      'came ,clause',
      'at last ,clause',
      'yes .sentence',
      'Good !paragraph',
      'Night ?end',
    ]);
  });

  test('go on after a quotation whose sentence does', () => {
    expect(outline('“Stop!” said Owl. “Why?” Fox stopped.')).toEqual([
      'Stop !attribution',
      'said Owl .sentence',
      'Why ?sentence',
      'Fox stopped .end',
    ]);
  });

  test('do not end after a title', () => {
    expect(outline('Mr. Fox met Dr. Owl. They bowed.')).toEqual(['Mr Fox met Dr Owl .sentence', 'They bowed .end']);
  });

  test('take a breath before a joining word when they are long', () => {
    expect(outline('The little fox walked all the way to the river and the owl flew high above him.')).toEqual([
      'The little fox walked all the way to the river ,breath',
      'and the owl flew high above him .end',
    ]);
  });

  test('know where the story turns', () => {
    const turns = parse('All was still. But then a star fell. It shone.').map(({ beforeTurn }) => beforeTurn);
    expect(turns).toEqual([true, false, false]);
  });

  test('change language with the script', () => {
    expect(parse('The fox said こんにちは, привет!').map(({ language }) => language)).toEqual(['en', 'ja', 'ru']);
  });

  test('spell signs out and keep positions', () => {
    const text = 'Owl’s £3 & 50% – 3.14!';
    const words = parse(text).flatMap((phrase) => phrase.words);
    expect(words.map(({ spoken }) => spoken)).toEqual(["Owl's", '3 pounds', 'and', '50 percent', '3.14']);
    for (const { text: word, offset, length } of words) expect(text.slice(offset, offset + length)).toBe(word);
  });

  test('are none in a text without words', () => {
    for (const text of ['', '   ', '🦉✨', '… — !?', '\u0000\u0007']) expect(parse(text)).toEqual([]);
  });

  test('report words that nobody can read', () => {
    const unread: string[] = [];
    parseText('Hello สวัสดี', { language: 'en', readJapanese, onUnreadable: (word) => unread.push(word) });
    expect(unread).toEqual(['สวัสดี']);
  });

  test('keep such words when asked, so that every word has its place', () => {
    const phrases = parseText('Hello สวัสดี', { language: 'en', readJapanese, keepsUnreadable: true });
    expect(phrases.flatMap(({ words }) => words.map(({ text }) => text))).toEqual(['Hello', 'สวัสดี']);
  });
});

describe('Japanese', () => {
  const read = (text: string) => readJapanese(text, 0).map((word) => `${word.text}=${word.spoken}`);

  test('is read with its particles, by UTF-16 positions', () => {
    expect(read('小さなきつねは森へ行きました')).toEqual([
      '小さな=チーサナ',
      'きつねは=キツネワ',
      '森へ=モリエ',
      '行きました=イキマシタ',
    ]);
    const text = '𠮷野の森';
    for (const { text: word, offset, length } of readJapanese(text, 0))
      expect(text.slice(offset, offset + length)).toBe(word);
  });

  test('counts', () => {
    expect(read('3匹の猫')[0]).toBe('3匹の=サンビキノ');
    expect(read('1本の木')[0]).toBe('1本の=イッポンノ');
    expect(read('12匹')[0]).toBe('12匹=ジューニヒキ');
    expect(read('3600')[0]).toBe('3600=サンゼンロッピャク');
  });

  test('is cut at its own punctuation', () => {
    expect(outline('「暗いの？」と聞きました。でも、ねた。', 'ja')).toEqual([
      'クライノ ?attribution',
      'ト キキマシタ .sentence',
      'デモ ,comma',
      'ネタ .end',
    ]);
  });
});
