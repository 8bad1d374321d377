import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { analysisRate, resampleBlocks } from './blocks.ts';
import { RealFourier } from './fourier.ts';

test('the transform agrees with its definition', () => {
  const random = seededRandom(1);
  const input = Float64Array.from({ length: 32 }, () => random() - 0.5);
  const fourier = new RealFourier(32);
  fourier.transform(input);
  for (let bin = 0; bin <= 16; bin++) {
    const turn = (index: number) => (2 * Math.PI * bin * index) / 32;
    expect(fourier.real[bin]).toBeCloseTo(
      input.reduce((sum, value, index) => sum + value * Math.cos(turn(index)), 0),
      10,
    );
    expect(fourier.imaginary[bin]).toBeCloseTo(
      input.reduce((sum, value, index) => sum - value * Math.sin(turn(index)), 0),
      10,
    );
  }
});

test.each([8000, 44_100, 48_000])('blocks from %i Hz are joined without seams', (sampleRate) => {
  const wave = (rate: number, seconds: number) =>
    Float32Array.from({ length: rate * seconds }, (_, index) => Math.sin((2 * Math.PI * 330 * index) / rate));
  const resampler = resampleBlocks(sampleRate);
  const input = wave(sampleRate, 3);
  const output: number[] = [];
  for (let start = 0; start < input.length; start += 7001) {
    output.push(...resampler(input.subarray(start, start + 7001), false));
  }
  output.push(...resampler(new Float32Array(0), true));
  const wanted = wave(analysisRate, 3);
  expect(output).toHaveLength(wanted.length);
  const inner = output.slice(200, -200).map((value, index) => Math.abs(value - wanted[index + 200]!));
  expect(Math.max(...inner.filter((_, index) => index % 3 === 0))).toBeLessThan(0.002);
});
