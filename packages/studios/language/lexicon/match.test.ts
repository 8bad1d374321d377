import { describe, expect, test } from 'vitest';
import { readEnglishTokens, readJapaneseTokens } from '../tokens/index.ts';
import { lexiconEntry } from './entry.ts';
import type { LexiconMatch } from './entry.ts';
import { lintLexicon } from './lint.ts';
import { createMatcher, traitsOf } from './match.ts';

const plain = {
  id: 'ja-slang-kusa',
  language: 'ja',
  kind: 'slang',
  form: '草',
  reading: 'くさ',
  partOfSpeech: 'interjection',
  gloss: 'lol',
  explanation: 'Rows of w for laughter look like grass.',
  register: 'casual',
  tags: ['laughter'],
  difficulty: 'N1',
  example: { text: 'それは草', translation: 'That is hilarious.' },
  match: { texts: ['草'], isLast: true },
};

function found(match: LexiconMatch, text: string, language: 'ja' | 'en' = 'ja'): string[] {
  const entry = { ...lexiconEntry.parse(plain), language, match };
  const tokens = language === 'ja' ? readJapaneseTokens(text) : readEnglishTokens(text);
  return createMatcher(entry)
    .find({ text, tokens })
    .map(({ start, end }) => text.slice(start, end));
}

describe('texts', () => {
  test.each<[LexiconMatch, string, string[]]>([
    [{ texts: ['てぇてぇ', 'てえてえ'] }, '今日のコラボてぇてぇすぎて泣いた', ['てぇてぇ']],
    [{ texts: ['エモい'], inflects: 'i-adjective' }, 'エモかった。エモ！エモすぎる', ['エモかっ', 'エモ', 'エモすぎ']],
    [{ texts: ['バズる'], inflects: 'godan-ra' }, 'バズった動画がまたバズりそう', ['バズっ', 'バズり']],
    [{ texts: ['うざい', 'うざ'], inflects: 'i-adjective' }, 'ありがとう、でもうざっ', ['うざっ']],
    [{ texts: ['推し'], isWhole: true }, '推しが推し量れない', ['推し']],
    [{ texts: ['草'], isLast: true }, 'それは草。草を刈る。草だよｗ', ['草', '草']],
    [{ texts: ['草'], unless: ['庭'] }, '庭の草', []],
    [{ texts: ['枠'], needs: ['配信', '雑談'] }, '雑談枠を取る', ['枠']],
    [{ texts: ['枠'], needs: ['配信', '雑談'] }, '窓の枠を取る', []],
  ])('%j in %s', (match, text, expected) => {
    expect(found(match, text)).toEqual(expected);
  });

  test('English ones are whole words, whatever the case and the apostrophe', () => {
    expect(found({ texts: ["ain't", 'lit'] }, "It AIN’T split, it's lit.", 'en')).toEqual(['AIN’T', 'lit']);
  });
});

describe('what can be in a sentence', () => {
  const can = (match: LexiconMatch, text: string, language: 'ja' | 'en' = 'ja') => {
    const tokens = language === 'ja' ? readJapaneseTokens(text) : readEnglishTokens(text);
    return createMatcher({ ...lexiconEntry.parse(plain), language, match }).canBeIn(traitsOf({ text, tokens }));
  };

  test.each<[LexiconMatch, string, boolean, ('ja' | 'en')?]>([
    [{ texts: ['エモい'], inflects: 'i-adjective' }, 'エモかった', true],
    [{ texts: ['エモい'], inflects: 'i-adjective' }, '悲しかった', false],
    [{ patterns: ['#動詞 (て しまう | ちゃう|じゃう)'] }, '食べちゃった', true],
    [{ patterns: ['#動詞 (て しまう | ちゃう|じゃう)'] }, '食べてしまった', true],
    [{ patterns: ['#動詞 (て しまう | ちゃう|じゃう)'] }, '食べた', false],
    [{ patterns: ['#動詞 #助動詞'] }, '食べた', true],
    [{ patterns: ['give ~2 up'] }, 'They gave it up', true, 'en'],
    [{ patterns: ['give ~2 up'] }, 'They took it', false, 'en'],
    [{ texts: ["y'all"] }, 'Y’all ready?', true, 'en'],
  ])('%j in %s: %s', (match, text, expected, language) => {
    expect(can(match, text, language)).toBe(expected);
  });
});

describe('the linter', () => {
  test('has nothing to say of a good entry', () => {
    expect(lintLexicon([plain])).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['a missing field', { gloss: undefined }, 'gloss'],
    ['an unknown field', { glosss: 'x' }, 'glosss'],
    [
      'an example that does not show it',
      { example: { text: '花だ', translation: 'A flower.' } },
      'not found in its own example',
    ],
    ['a trap that it falls into', { traps: ['これは草'] }, 'found in a trap'],
    ['a band of the other language', { difficulty: 'B1' }, 'no band'],
    ['an explanation in its own language', { explanation: '笑うこと' }, 'explanation'],
    ['a pattern that cannot be read', { match: { patterns: ['( a'] } }, "can't be read"],
    ['nothing to look for', { match: {} }, 'texts or patterns'],
    ['kanji without a reading', { reading: undefined }, 'needs a reading'],
    ['a relation to nobody', { related: ['ja-slang-nobody'] }, 'there is no ja-slang-nobody'],
  ])('finds %s', (_, change, problem) => {
    const problems = lintLexicon([{ ...plain, ...change }]);
    expect(problems.map((each) => each.problem).join('\n')).toContain(problem);
  });

  test('finds an entry told twice', () => {
    expect(lintLexicon([plain, plain]).map(({ problem }) => problem)).toEqual([
      'this id was given before',
      'says the same as ja-slang-kusa',
    ]);
  });
});
