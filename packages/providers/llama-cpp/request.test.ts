import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { expect, test } from 'vitest';
import { prepareCall } from './request.ts';

const prompt: LanguageModelV4CallOptions['prompt'] = [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }];
const prepare = (options: Partial<LanguageModelV4CallOptions> = {}, defaults?: Record<string, unknown>) =>
  prepareCall({ prompt, ...options }, defaults && { defaults });

test('samples as asked, else as suits the model, else as suits stories', () => {
  expect(prepare().input.sampling).toMatchObject({
    temperature: 0.7,
    topP: 0.95,
    topK: 40,
    minP: 0.05,
    repeatPenalty: 1,
  });
  expect(prepare({}, { temperature: 0.4, repeatPenalty: 1.1 }).input.sampling).toMatchObject({
    temperature: 0.4,
    repeatPenalty: 1.1,
  });
  const asked = prepare(
    { temperature: 1, topK: 5, frequencyPenalty: 0.2, providerOptions: { 'llama-cpp': { minP: 0 } } },
    { temperature: 0.4, minP: 0.1 },
  );
  expect(asked.input.sampling).toMatchObject({ temperature: 1, topK: 5, frequencyPenalty: 0.2, minP: 0 });
});

test('is reproducible with a seed or without chance, and else draws another seed each time', () => {
  expect(prepare({ seed: 7 }).input).toMatchObject({ isReproducible: true, sampling: { seed: 7 } });
  expect(prepare({ temperature: 0 }).input.isReproducible).toBe(true);
  const seeds = [prepare(), prepare()].map(({ input }) => input.sampling.seed);
  expect(seeds[0]).not.toBe(seeds[1]);
  expect(prepare().input.isReproducible).toBe(false);
});

test('takes every seed: one of 32 bits as it is, larger ones folded into these', () => {
  const folded = [0, 1, -1, -2, 2 ** 32, 2 ** 40 + 1, 2 ** 53 - 1].map((seed) => prepare({ seed }).input.sampling.seed);
  for (const seed of folded) expect(seed >= 0 && seed < 2 ** 32).toBe(true);
  expect(folded.slice(0, 4)).toEqual([0, 1, 0xff_ff_ff_ff, 0xff_ff_ff_fe]);
  expect(new Set(folded).size).toBe(folded.length);
});

test('tells the model of the schema that holds it', () => {
  const schema = { type: 'object', properties: { title: { type: 'string', description: 'Three words' } } } as const;
  const { input, warnings } = prepare({ responseFormat: { type: 'json', schema, name: 'story' } });
  expect(input.grammar).toContain('root ::=');
  expect(input.history[0]).toMatchObject({ type: 'system', text: expect.stringMatching(/story.+Three words/s) });
  expect(warnings).toEqual([]);
  expect(prepare({ responseFormat: { type: 'json' } }).input.grammar).toContain('root ::=');
  expect(prepare({ responseFormat: { type: 'text' } }).input.grammar).toBeUndefined();
});

test('warns of what a grammar can’t hold', () => {
  const schema = { type: 'string', pattern: '^moon' } as const;
  const { warnings } = prepare({ responseFormat: { type: 'json', schema } });
  expect(warnings).toMatchObject([{ type: 'unsupported', feature: 'JSON schema: pattern' }]);
});

test('gives thoughts as much room as the effort asks for, and none beside a grammar', () => {
  expect(prepare().input.thoughtTokens).toBeUndefined();
  expect(prepare({ reasoning: 'none' }).input.thoughtTokens).toBe(0);
  expect(prepare({}, { thinking: false }).input.thoughtTokens).toBe(0);
  expect(prepare({ reasoning: 'low' }, { thinking: false }).input.thoughtTokens).toBe(512);
  expect(prepare({ reasoning: 'low' }).input.thoughtTokens).toBe(512);
  const held = prepare({ reasoning: 'high', responseFormat: { type: 'json' } });
  expect(held.input.thoughtTokens).toBe(0);
  expect(held.warnings).toMatchObject([{ feature: expect.stringContaining('reasoning') }]);
});

test('passes limits and stop sequences on', () => {
  const { input } = prepare({ maxOutputTokens: 9, stopSequences: ['The end'] });
  expect(input).toMatchObject({ maxTokens: 9, stopSequences: ['The end'] });
  expect(prepare().input.maxTokens).toBeUndefined();
});
