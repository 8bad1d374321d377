import { modelPurposes } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { catalogue } from './index.ts';
import { findProblems } from './review.ts';

test('has models for every purpose', () => {
  expect(catalogue.length).toBeGreaterThanOrEqual(30);
  expect(new Set(catalogue.map(({ purpose }) => purpose))).toEqual(new Set(modelPurposes));
});

test('names each model once, and each companion exists', () => {
  const ids = catalogue.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(catalogue.map(({ title }) => title)).size).toBe(ids.length);
  for (const { id, companions } of catalogue) {
    for (const companion of companions) expect(ids).toContain(companion);
    expect(companions).not.toContain(id);
  }
});

test('every entry stands up to a review', () => {
  expect(catalogue.flatMap(findProblems)).toEqual([]);
});

test('the review finds what is wrong', () => {
  const [first] = catalogue;
  if (!first) throw new Error('The catalogue is empty.');
  const broken = {
    ...first,
    licence: { name: 'Mine', url: 'ftp://x' },
    files: ['../a', '../a'],
    bytes: 7,
    memoryBytes: 3,
  };
  expect(findProblems(broken)).toHaveLength(8);
});
