import { expect, test } from 'vitest';
import type { PlannedNote } from '../exports/index.ts';
import { isWithin, tellMisfit } from './fit.ts';

test('tells when the words go on after the recording ends', () => {
  expect(tellMisfit({ seconds: 60 }, 4104)).toContain('until 1:08:24, but the recording ends at 0:01:00');
  expect(tellMisfit({ seconds: 60 }, 62)).toBeNull();
  expect(tellMisfit(null, 4104)).toBeNull();
});

test('what is said after the recording ends has neither sound nor picture', () => {
  const note = (start: number, end: number) => ({ sound: { start, end }, picture: (start + end) / 2 }) as PlannedNote;
  expect([note(50, 54), note(59, 70), note(60, 63)].map((each) => isWithin(each, { seconds: 60 }))).toEqual([
    true,
    true,
    false,
  ]);
});
