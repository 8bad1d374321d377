import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createClipTokenizer, splitPrompt } from './tokenizer.ts';

const fixture = JSON.parse(readFileSync(new URL('__fixtures__/clip-tokens.json', import.meta.url), 'utf8')) as {
  vocabulary: Record<string, number>;
  merges: string[];
  texts: { text: string; tokens: number[] }[];
};
const files = {
  vocabulary: JSON.stringify(fixture.vocabulary),
  merges: `#version: 0.2\n${fixture.merges.join('\n')}\n`,
};
const tokenizer = createClipTokenizer(files);

describe("CLIP's own tokens", () => {
  // From the examples of OpenAI's CLIP and of transformers.
  test.each([
    ['a photo of a cat', [320, 1125, 539, 320, 2368]],
    ['a diagram', [320, 22697]],
    ['hello world!', [3306, 1002, 256]],
  ])('of "%s"', (text, tokens) => {
    expect(tokenizer.encode(text)).toEqual(tokens);
  });

  test.each(fixture.texts)('of "$text"', ({ text, tokens }) => {
    expect(tokenizer.encode(text)).toEqual(tokens);
  });

  test('start with 49406 and end with 49407, which also fills up', () => {
    expect(tokenizer).toMatchObject({ start: 49406, end: 49407, pad: 49407, length: 77 });
  });

  test('ignore case, spaces and how accents are composed', () => {
    const usual = tokenizer.encode('naïve café');
    expect(tokenizer.encode('  NAÏVE \n\t café')).toEqual(usual);
    expect(tokenizer.encode('naïve café'.normalize('NFD'))).toEqual(usual);
  });
});

test.each([
  [{ specialTokens: JSON.stringify({ pad_token: '!' }) }, 0],
  [{ config: JSON.stringify({ pad_token: { content: '<|endoftext|>' } }) }, 49407],
])('fills up as the model says', (more, pad) => {
  const vocabulary = JSON.stringify({ ...fixture.vocabulary, '!': 0 });
  expect(createClipTokenizer({ ...files, vocabulary, ...more }).pad).toBe(pad);
});

describe('long prompts', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'cat').join(' ');

  test('become sequences of 77', () => {
    const { sequences, dropped } = splitPrompt(tokenizer, words(100), 3);
    expect(sequences.map((ids) => ids.length)).toEqual([77, 77]);
    expect(dropped).toBe(0);
    expect(sequences[0]?.slice(0, 2)).toEqual([49406, 2368]);
    expect(sequences[1]?.filter((id) => id === 2368)).toHaveLength(25);
  });

  test('part after a comma near the end', () => {
    const { sequences } = splitPrompt(tokenizer, `${words(65)}, ${words(30)}`, 3);
    expect(sequences[0]?.filter((id) => id === 2368)).toHaveLength(65);
    expect(sequences[1]?.filter((id) => id === 2368)).toHaveLength(30);
  });

  test('lose what is beyond the limit, and it is counted', () => {
    expect(splitPrompt(tokenizer, words(100), 1)).toMatchObject({ dropped: 25 });
    expect(splitPrompt(tokenizer, words(300), 3)).toMatchObject({ dropped: 75 });
  });

  test('that are empty are one sequence of start and end', () => {
    expect(splitPrompt(tokenizer, '', 3).sequences).toEqual([[49406, ...Array.from({ length: 76 }, () => 49407)]]);
  });
});
