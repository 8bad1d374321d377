import { describe, expect, test } from 'vitest';
import { readEnglishTokens, readJapaneseTokens, toHiragana } from './index.ts';

describe('Japanese', () => {
  test('words have their place in the text, also after spaces and characters of two units', () => {
    const text = '𠮷野家で　食べちゃった 😂';
    for (const token of readJapaneseTokens(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  test('words have dictionary form, reading and form', () => {
    expect(readJapaneseTokens('昨日食べちゃった').map(({ text, lemma, reading }) => [text, lemma, reading])).toEqual([
      ['昨日', '昨日', 'きのう'],
      ['食べ', '食べる', 'たべ'],
      ['ちゃっ', 'ちゃう', 'ちゃっ'],
      ['た', 'た', 'た'],
    ]);
    expect(readJapaneseTokens('行かない')[0]).toMatchObject({ form: '未然形', parts: ['動詞', '自立'] });
  });

  test('an unknown word is its own dictionary form', () => {
    expect(readJapaneseTokens('ｗｗｗ')[0]).toMatchObject({ text: 'ｗｗｗ', lemma: 'ｗｗｗ', parts: ['UNK'] });
  });

  test('katakana becomes hiragana', () => {
    expect(toHiragana('キョウハー漢字ヴ')).toBe('きょうはー漢字ゔ');
  });
});

describe('English', () => {
  test('words have their place in the text, contractions too', () => {
    const text = "She's been running.  Don't give it up, y'all — it's “fine”!";
    for (const token of readEnglishTokens(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(readEnglishTokens(text).map(({ text: word }) => word)).toContain("Don't");
  });

  test.each([
    ['She was running late', ['she', 'be', 'run', 'late']],
    ['They gave up', ['they', 'give', 'up']],
    ["I'm gonna freak out", ["i'm", 'gonna', 'freak', 'out']],
  ])('%s: base forms', (text, lemmas) => {
    expect(readEnglishTokens(text).map(({ lemma }) => lemma)).toEqual(lemmas);
  });
});
