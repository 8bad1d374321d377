import { expect, test } from 'vitest';
import { barAt, clock, fineClock, nearest, sectionNames, stepFrom } from './song-map.ts';
import type { Heard } from './song-map.ts';

type Analysis = Heard['analysis'];

const beats = Array.from({ length: 16 }, (_, index) => 1 + index * 0.5);
const analysis = {
  duration: 10,
  beat_times: beats,
  downbeat_times: beats.filter((_, index) => index % 4 === 0),
  sections: [
    { start: 0, end: 1, label: 'intro', letter: 'A', intensity: 0.2 },
    { start: 1, end: 5, label: 'verse-like', letter: 'B', intensity: 0.4 },
    { start: 5, end: 7, label: 'chorus-like', letter: 'C', intensity: 0.9 },
    { start: 7, end: 10, label: 'verse-like', letter: 'B', intensity: 0.4 },
  ],
} as unknown as Analysis;

test('a time holds on to the nearest beat', () => {
  expect(nearest(beats, 1.74)).toBe(1.5);
  expect(nearest(beats, 1.76)).toBe(2);
  expect(nearest(beats, -3)).toBe(1);
  expect(nearest(beats, 99)).toBe(8.5);
  expect(nearest([], 3.3)).toBe(3.3);
});

test('steps go from beat to beat, from between them too, and stop at the ends', () => {
  expect(stepFrom(beats, 2, 1)).toBe(2.5);
  expect(stepFrom(beats, 2.01, 1)).toBe(2.5);
  expect(stepFrom(beats, 2.2, -1)).toBe(2);
  expect(stepFrom(beats, 2, -1)).toBe(1.5);
  expect(stepFrom(beats, 1, -1)).toBe(1);
  expect(stepFrom(beats, 8.5, 4)).toBe(8.5);
  expect(stepFrom(beats, 2, 4)).toBe(4);
});

test('bars and beats are counted from one, and none before the first', () => {
  expect(barAt(analysis, 0.5)).toBeNull();
  expect(barAt(analysis, 1)).toEqual({ bar: 1, beat: 1 });
  expect(barAt(analysis, 2.99)).toEqual({ bar: 2, beat: 1 });
  expect(barAt(analysis, 4.6)).toEqual({ bar: 2, beat: 4 });
});

test('only sections that come again are counted', () => {
  expect(sectionNames(analysis)).toEqual(['Intro', 'Verse 1', 'Chorus', 'Verse 2']);
});

test('clocks cut off whole seconds and round tenths', () => {
  expect(clock(59.99)).toBe('0:59');
  expect(clock(158.4)).toBe('2:38');
  expect(fineClock(59.97)).toBe('1:00.0');
});
