import { expect, test } from 'vitest';
import { lintLexicon } from './lint.ts';
import { builtinLexicon } from './load.ts';

test('every entry of the built-in lexicon is whole, is found in its own example, and in none of its traps', () => {
  expect(lintLexicon(builtinLexicon())).toEqual([]);
});

test.each([
  ['slang of the net, of streams and games', (id: string) => /^(ja|en)-slang-/.test(id), 500],
  ['grammar patterns', (id: string) => id.startsWith('ja-grammar-'), 220],
  ['cultural references', (id: string) => id.includes('-culture-'), 150],
  ['English expressions', (id: string) => id.startsWith('en-expression-'), 300],
  ['common mistakes of both directions', (id: string) => id.includes('-mistake-'), 120],
] as const)('%s are there in number', (_, isOf, least) => {
  expect(builtinLexicon().filter(({ id }) => isOf(id)).length).toBeGreaterThanOrEqual(least);
});
