import { expect, test } from 'vitest';
import { gaussianPair } from './gauss.ts';
import { noiseNames, noisePlanes, noiseSize } from './noise.ts';

test('noise has its mean in the middle and no seam where it repeats', () => {
  const planes = noisePlanes();
  for (const name of noiseNames) {
    const plane = planes[name];
    const mean = plane.reduce((sum, value) => sum + value, 0) / plane.length;
    expect(Math.abs(mean - 127.5)).toBeLessThan(5);
  }
  // Across the seam the blotches differ no more than between any two columns.
  const { blotch } = planes;
  const step = (a: number, b: number) => {
    let sum = 0;
    for (let y = 0; y < noiseSize; y++) sum += Math.abs(blotch[y * noiseSize + a]! - blotch[y * noiseSize + b]!);
    return sum / noiseSize;
  };
  expect(step(noiseSize - 1, 0)).toBeLessThan(2 * step(100, 101) + 0.5);
});

test('both Gaussians of a difference have a sum of one', () => {
  for (const sigma of [0.7, 1, 1.6, 3]) {
    const { radius, weights } = gaussianPair(sigma);
    for (const k of [0, 1]) {
      const half = weights.subarray(k * (radius + 1), (k + 1) * (radius + 1));
      expect(half.reduce((sum, value, t) => sum + value * (t === 0 ? 1 : 2), 0)).toBeCloseTo(1, 5);
    }
  }
});
