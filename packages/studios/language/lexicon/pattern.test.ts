import { describe, expect, test } from 'vitest';
import { readEnglishTokens, readJapaneseTokens } from '../tokens/index.ts';
import { compilePattern, findPattern } from './pattern.ts';

function found(pattern: string, text: string): string[] {
  const tokens = /[a-z]/i.test(text) ? readEnglishTokens(text) : readJapaneseTokens(text);
  return findPattern(compilePattern(pattern), tokens).map(({ start, end }) =>
    text.slice(tokens[start]!.start, tokens[end - 1]!.end),
  );
}

describe('Japanese', () => {
  test.each([
    [
      '#動詞 (て|で しまう | ちゃう|じゃう)',
      '宿題を忘れてしまった。昨日食べちゃったよ。',
      ['忘れてしまっ', '食べちゃっ'],
    ],
    ['#動詞:未然形 ざる を 得る ない', '行かざるを得ない', ['行かざるを得ない']],
    ['わけ が|は|も ない', '勝てるわけがない。負けるわけない', ['わけがない']],
    ['わけ が|は|も? ない', '負けるわけない', ['わけない']],
    ['わけ が|は ない', '負けるわけがありません', ['わけがありません']],
    ['で は ない た', '敵ではありませんでした', ['ではありませんでした']],
    ['間に合う ない', '間に合いません。間に合った', ['間に合いません']],
    ['#名詞 =な の|ん だ', '本当なんだ', ['本当なんだ']],
    ['ば ~3 ほど', '見れば見るほど好きになる', ['ば見るほど']],
    ['か $', '行くか。来るか迷う', []],
    ['か $', '来るか？', ['か']],
    ['^ じゃあ', 'じゃあ、またね', ['じゃあ']],
    ['!食べる ちゃう', '食べちゃう、飲んじゃう、行っちゃう', ['行っちゃう']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });
});

describe('English', () => {
  test.each([
    ['give ~2 up', 'I gave it up, then they give up', ['gave it up', 'give up']],
    ['give ~2 up', 'Give me the book. Up we go', []],
    ['look forward to #Gerund|#Noun', "I'm looking forward to seeing you", ['looking forward to seeing']],
    ['=went', 'They went, we go', ['went']],
    ['used to', 'I used to sing', ['used to']],
    [
      'be worth',
      "It's worth it, they're worth it, we weren't worth it",
      ["It's worth", "they're worth", "weren't worth"],
    ],
    ['wear out', "I'm worn out", ['worn out']],
    ['throw under the bus', 'He was thrown under the bus', ['thrown under the bus']],
    ['grind', 'the grinding never stops', ['grinding']],
    ['the lobby', "The lobby's full", ["The lobby's"]],
    ['fe', 'I feed the cat', []],
  ])('%s in %s', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });
});

test.each(['', '( a | b', 'a )', '#', 'a||b'])('"%s" is refused, with the part that is wrong', (pattern) => {
  expect(() => compilePattern(pattern)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
});
