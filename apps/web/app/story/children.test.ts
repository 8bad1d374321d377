import { expect, test } from 'vitest';
import { childSummary } from './child-summary.ts';
import { profileOf } from './children.ts';

const mia = {
  id: '1',
  name: 'Mia',
  age: 5,
  interests: ['owls', 'trains'],
  comforts: ['a night light'],
  fears: ['thunder'],
};

test('a story without a described child is for a five-year-old', () => {
  expect(profileOf({ children: [mia], chosen: null })).toEqual({ age: 5, interests: [], comforts: [], fears: [] });
});

test('the chosen child becomes the profile, without the browser’s own id and without an empty name', () => {
  expect(profileOf({ children: [mia], chosen: '1' })).toEqual({
    name: 'Mia',
    age: 5,
    interests: ['owls', 'trains'],
    comforts: ['a night light'],
    fears: ['thunder'],
  });
  expect(profileOf({ children: [{ ...mia, name: '' }], chosen: '1' }).name).toBeUndefined();
});

test('what is known about a child reads as sentences', () => {
  expect(childSummary(mia)).toBe('Loves owls and trains. Falls asleep with a night light. Leaves out thunder.');
  expect(childSummary({ age: 5, interests: [], comforts: [], fears: [] })).toBe('Nothing more is known yet.');
});
