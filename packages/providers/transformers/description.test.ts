import { expect, test } from 'vitest';
import { toAltText } from './description.ts';

test.each([
  ['a fox sitting in a forest ', 'A fox sitting in a forest.'],
  ['The image shows a small fox. It is holding a lantern.', 'A small fox. It is holding a lantern.'],
  ['An illustration of an owl on a branch', 'An owl on a branch.'],
  ['a black and white photo of a cat', 'A cat.'],
  ['In this image we can see a fox.', 'A fox.'],
  ['In the picture, there is a moon.', 'There is a moon.'],
  ['a painting of a fox a fox a fox', 'A fox.'],
  ['  two  rabbits <loc_12>bake a cake ', 'Two rabbits bake a cake.'],
])('%j becomes %j', (caption, altText) => {
  expect(toAltText(caption)).toBe(altText);
});

test('a long caption ends with a whole sentence, and a long sentence with a whole word', () => {
  const sentence = 'A little fox with a red scarf sits beside a lantern in the quiet wood at night. ';
  expect(toAltText(sentence.repeat(6))).toBe(sentence.repeat(3).trim());
  const endless = toAltText('a fox and an owl and '.repeat(30));
  expect(endless.length).toBeLessThanOrEqual(250);
  expect(endless).toMatch(/[a-z]…$/);
  expect(toAltText('…')).toBe('');
});
