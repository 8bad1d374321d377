import { expect, test } from 'vitest';
import type { Voice } from '../api/types.ts';
import { foundVoices, shortList, speaks } from './voice-choice.ts';

const willow: Voice = { id: 'willow', name: 'Willow', language: 'en', description: 'Warm and low' };
const neural = (name: string, language = 'en-US'): Voice => ({
  id: `sherpa/kokoro:${name}`,
  name,
  language,
  description: 'Kokoro (English), Neural voices',
});
const many = [willow, ...Array.from({ length: 40 }, (_, index) => neural(`voice ${index}`))];

test('a voice is offered for its language, one without a language for all', () => {
  expect([neural('a', 'en-GB'), neural('b', 'ja'), neural('c', '')].map((voice) => speaks(voice, 'en'))).toEqual([
    true,
    false,
    true,
  ]);
});

test('of a long list the built-in voices and the chosen one are shown at once', () => {
  expect(shortList(many, 'willow').map(({ id }) => id)).toEqual(['willow']);
  expect(shortList(many, 'sherpa/kokoro:voice 7').map(({ name }) => name)).toEqual(['Willow', 'voice 7']);
  expect(shortList(many.slice(0, 10), 'willow')).toHaveLength(10);
});

test('the others are found by name or model, in groups', () => {
  expect(foundVoices(many, '').map(({ from, voices }) => [from, voices.length])).toEqual([
    ['Kokoro (English), Neural voices', 40],
  ]);
  expect(foundVoices(many, 'kokoro 39').flatMap(({ voices }) => voices.map(({ name }) => name))).toEqual(['voice 39']);
  expect(foundVoices(many, 'nobody')).toEqual([]);
});
