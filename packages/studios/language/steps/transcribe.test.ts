import { expect, test } from 'vitest';
import { cuesOf, cutAtPauses } from './transcribe.ts';

const step = 0.05;
const steps = (seconds: number) => Math.round(seconds / step);

test('stretches end in pauses and leave out silence', () => {
  const loudness = Array.from({ length: steps(400) }, () => -20);
  // A pause of half a second at 95 s, and nothing from 200 s to 350 s.
  loudness.fill(-50, steps(95), steps(95.5));
  loudness.fill(-90, steps(200), steps(350));
  const spans = cutAtPauses({ step, loudness });
  expect(spans[0]).toEqual({ start: 0, end: expect.closeTo(95.3, 0) as number });
  expect(spans.every(({ start, end }) => end - start <= 110.01)).toBe(true);
  expect(spans.some(({ start, end }) => start >= 200 && end <= 350)).toBe(false);
  expect(spans.at(-1)?.end).toBe(400);
});

test('what is heard becomes cues at the times of the recording, with its words', () => {
  const heard = {
    text: 'それは草 ほんと',
    segments: [
      { text: 'それは草', startSecond: 1, endSecond: 2 },
      { text: ' ♪ ', startSecond: 2, endSecond: 3 },
      { text: 'ほんと', startSecond: 3, endSecond: 99 },
    ],
  };
  const words = [
    { text: 'それは', start: 1, end: 1.5 },
    { text: '草', start: 1.5, end: 2 },
  ];
  expect(cuesOf(heard, words, { start: 100, end: 110 })).toEqual([
    {
      text: 'それは草',
      start: 101,
      end: 102,
      words: [
        { text: 'それは', offset: 0, start: 101, end: 101.5 },
        { text: '草', offset: 3, start: 101.5, end: 102 },
      ],
    },
    { text: 'ほんと', start: 103, end: 110 },
  ]);
});
