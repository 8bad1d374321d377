import { expect, test } from 'vitest';
import { evenOut, otherLevels } from './levels.ts';

/** Beats after each other with the given intervals, each so many times. */
function beatsOf(...runs: [interval: number, count: number][]): number[] {
  const beats = [0];
  for (const [interval, count] of runs) for (let beat = 0; beat < count; beat++) beats.push(beats.at(-1)! + interval);
  return beats;
}

test.each([
  ['half', 1, 15],
  ['twice', 0.25, 20],
])('a stretch that was heard at %s the tempo is brought to that of the song', (_, interval, count) => {
  const even = evenOut(beatsOf([0.5, 60], [interval, count], [0.5, 60]));
  const intervals = even.slice(1).map((beat, index) => beat - even[index]!);
  expect(intervals.every((each) => Math.abs(each - 0.5) < 1e-9)).toBe(true);
});

test('a tempo that grows by half stays as it is', () => {
  const beats = [0];
  while (beats.length < 100) beats.push(beats.at(-1)! + 0.7 * 1.5 ** (-beats.length / 100));
  expect(evenOut(beats)).toEqual(beats);
});

test('levels come at twice and half the tempo, off the beat and in threes, as far as they can be counted', () => {
  const tempi = otherLevels(beatsOf([0.6, 40])).map((chain) => (60 * (chain.length - 1)) / (chain.at(-1)! - chain[0]!));
  expect(tempi.map(Math.round)).toEqual([100, 100, 200, 50, 50, 67, 67, 67, 150, 150]);
});
