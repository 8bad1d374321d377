import { expect, test } from 'vitest';
import { edited, trimmed } from './use-transcript-draft.ts';

const cue = { index: 3, start: 1, end: 2, text: '草生える' };

test('a change that changes nothing is none', () => {
  expect(trimmed(cue, { index: 3, text: ' 草生える ', start: 1 })).toBeNull();
  expect(trimmed(cue, { index: 3, text: '草' })).toEqual({ index: 3, text: '草' });
  expect(trimmed(cue, { index: 3, text: '  ', isRemoved: true })).toEqual({ index: 3, isRemoved: true });
});

test('a line is shown as it will be', () => {
  expect(edited(cue, { index: 3, end: 2.5 })).toMatchObject({ text: '草生える', start: 1, end: 2.5, isRemoved: false });
  expect(edited(cue, undefined)).toMatchObject({ text: '草生える', isRemoved: false });
});
