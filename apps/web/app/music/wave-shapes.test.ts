import { expect, test } from 'vitest';
import { barsOf, curveOf, rowsFor } from './wave-shapes.ts';

test('a wave has no more strokes than there is room or sound for', () => {
  const waveform = { secondsPerPeak: 0.1, peaks: Array(100).fill(0.5), rms: Array(100).fill(0.2) };
  expect(barsOf(waveform, 10, 200).count).toBe(50);
  expect(barsOf(waveform, 10, 9000).count).toBe(100);
  expect(barsOf(waveform, 10, 200).path.match(/M/g)).toHaveLength(50);
});

test('silence is a line and not nothing', () => {
  const waveform = { secondsPerPeak: 0.1, peaks: [0, 0], rms: [0, 0] };
  expect(barsOf(waveform, 0.2, 100).path).toBe('M0.5 49.0V51.0M1.5 49.0V51.0');
});

test('the curve begins and ends on the ground', () => {
  expect(curveOf([{ timestamp: 0, value: 0.5 }], 10)).toBe('M0 100V52.0L0.0 52.0L1000 52.0V100Z');
  expect(curveOf([], 10)).toBe('');
});

test('words go into two rows, and those without room are left out', () => {
  const words = ['Opening', 'Verse 1', 'Chorus', 'Loudest'].map((text, index) => ({ text, start: index * 0.3 }));
  expect(rowsFor(words, 100, 1000)).toEqual([1, 0, null, 1]);
  expect(rowsFor(words, 400, 2000)).toEqual([1, 1, 1, 1]);
});
