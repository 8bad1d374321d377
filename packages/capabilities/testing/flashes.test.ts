import { expect, test } from 'vitest';
import { meanLuminance, mostFlashes } from './flashes.ts';

const fps = 24;
const wave = (perSecond: number, depth: number) =>
  Array.from(
    { length: 72 },
    (_, frame) => 0.4 + depth * Math.sign(Math.sin(((frame + 0.5) / fps) * perSecond * 2 * Math.PI)),
  );

test('the measure of flashes counts them', () => {
  expect(mostFlashes(wave(2, 0.1), fps)).toBe(2);
  expect(mostFlashes(wave(6, 0.1), fps)).toBe(6);
  expect(mostFlashes(wave(6, 0.04), fps)).toBe(0);
  expect(mostFlashes([], fps)).toBe(0);
});

test('black has no luminance, white all, and a middle grey a fifth', () => {
  expect(meanLuminance(Uint8Array.of(16, 16))).toBe(0);
  expect(meanLuminance(Uint8Array.of(235))).toBe(1);
  expect(meanLuminance(Uint8Array.of(16 + 219 / 2))).toBeCloseTo(0.21, 2);
});
