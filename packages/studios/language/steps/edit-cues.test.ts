import { isKinoraError } from '@kinora/capabilities/errors';
import { expect, test } from 'vitest';
import type { Cue } from '../transcript/index.ts';
import { editCues } from './edit-cues.ts';

const cues: Cue[] = [
  { index: 0, start: 0, end: 2, text: 'はい', words: [{ text: 'はい', offset: 0, start: 0, end: 1 }] },
  { index: 1, start: 2, end: 4, text: 'それは臭', speaker: 'Mina' },
  { index: 2, start: 4, end: 6, text: 'おわり' },
];

test('text, times and speakers change; the rest stays, in order and numbered afresh', () => {
  const edited = editCues(cues, [
    { index: 1, text: 'それは草\nだよ', start: 7, end: 9, speaker: null },
    { index: 0, speaker: 'Leo' },
  ]);
  expect(edited).toEqual([
    { ...cues[0], index: 0, speaker: 'Leo' },
    { ...cues[2], index: 1 },
    { index: 2, start: 7, end: 9, text: 'それは草 だよ' },
  ]);
});

test('words lose their times when their text changes', () => {
  expect(editCues(cues, [{ index: 0, text: 'うん' }])[0]).toEqual({ index: 0, start: 0, end: 2, text: 'うん' });
});

test('a cue goes when it is removed or emptied', () => {
  const edited = editCues(cues, [
    { index: 1, isRemoved: true },
    { index: 2, text: '' },
  ]);
  expect(edited.map(({ text }) => text)).toEqual(['はい']);
});

test.each([
  ['a cue that is not there', [{ index: 9, text: 'x' }]],
  ['an end before the start', [{ index: 1, start: 5 }]],
  ['nothing left', cues.map(({ index }) => ({ index, isRemoved: true }))],
])('%s is refused', (_, edits) => {
  expect(() => editCues(cues, edits)).toThrow(
    expect.toSatisfy((error: unknown) => isKinoraError(error) && error.code === 'request.invalid') as Error,
  );
});
