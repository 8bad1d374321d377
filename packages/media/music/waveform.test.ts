import { expect, test } from 'vitest';
import { collectWaveform } from './waveform.ts';

test.each([2, 30, 180, 1200])('a song of %i seconds has 1,000 to 2,000 values that cover it', (seconds) => {
  const collector = collectWaveform(8000);
  const second = [new Float32Array(8000).fill(0.25)];
  for (let count = 0; count < seconds; count++) collector.push(second);
  const { secondsPerPeak, peaks, rms } = collector.finish();
  expect(peaks.length).toBeGreaterThanOrEqual(1000);
  expect(peaks.length).toBeLessThanOrEqual(2000);
  expect(rms).toHaveLength(peaks.length);
  expect(Math.abs(peaks.length * secondsPerPeak - seconds)).toBeLessThanOrEqual(secondsPerPeak);
  expect(rms.every((value) => value === 0.25)).toBe(true);
});

test('the louder channel makes the peak, both make the mean, and it lies where it sounded', () => {
  const [left, right] = [new Float32Array(8000), new Float32Array(8000)];
  left[4000] = -0.9;
  right[4000] = 0.1;
  const collector = collectWaveform(8000);
  for (let at = 0; at < 8000; at += 777) collector.push([left.subarray(at, at + 777), right.subarray(at, at + 777)]);
  const { secondsPerPeak, peaks, rms } = collector.finish();
  expect(peaks.map((value, index) => [value, index]).filter(([value]) => value! > 0)).toEqual([[0.9, 500]]);
  expect(500 * secondsPerPeak).toBeCloseTo(0.5, 9);
  expect(rms[500]).toBeCloseTo(Math.sqrt((0.81 + 0.01) / 2 / 8), 3);
});
