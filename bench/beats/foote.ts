import { resampleBlocks } from '../../packages/media/audio/analysis/blocks.ts';
import { slowRate, SpectraCollector, timbreSize } from '../../packages/media/audio/analysis/spectra.ts';

/** Steps of the self-similarity, seconds, and half the width of the kernel in steps: 12 s either side. */
const step = 0.5;
const half = 24;
/** Closest that two boundaries may be, seconds. */
const apart = 4;

/**
 * Section boundaries by novelty along the diagonal of a self-similarity matrix: a checkerboard kernel with Gaussian edges
 * (Foote, "Automatic audio segmentation using a measure of audio novelty", ICME 2000), on timbre and harmony. A baseline.
 * @param count How many boundaries there are: it is told, and takes the highest peaks.
 * @returns Seconds, rising.
 */
export function footeBoundaries(samples: Float32Array, options: { sampleRate: number; count: number }): number[] {
  const { sampleRate, count } = options;
  const collector = new SpectraCollector();
  collector.push(resampleBlocks(sampleRate)(samples, true));
  const points = describe(collector.finish());
  const novelty = points.map((_, index) => noveltyAt(points, index));
  const peaks = novelty
    .map((value, index) => ({ value, index }))
    .filter(({ value, index }) => value >= (novelty[index - 1] ?? 0) && value > (novelty[index + 1] ?? 0))
    .sort((a, b) => b.value - a.value);
  const chosen: number[] = [];
  for (const { index } of peaks) {
    if (chosen.length < count && chosen.every((time) => Math.abs(time - index * step) >= apart))
      chosen.push(index * step);
  }
  return chosen.sort((a, b) => a - b);
}

/** Unit vectors of timbre and harmony, each of the two with half the weight. */
function describe({ timbre, chroma, slowFrames }: ReturnType<SpectraCollector['finish']>): Float64Array[] {
  const count = Math.floor(slowFrames / slowRate / step);
  const means = (values: Float32Array, size: number) =>
    Array.from({ length: count }, (_, index) => {
      const mean = new Float64Array(size);
      const [from, to] = [Math.round(index * step * slowRate), Math.round((index + 1) * step * slowRate)];
      for (let frame = from; frame < Math.min(to, slowFrames); frame++)
        for (let k = 0; k < size; k++) mean[k]! += values[frame * size + k]!;
      return mean;
    });
  const [colours, pitches] = [means(timbre, timbreSize), means(chroma, 12)];
  const average = colours.reduce(
    (sum, each) => sum.map((value, k) => value + each[k]! / count),
    new Float64Array(timbreSize),
  );
  return colours.map((colour, index) =>
    Float64Array.from([...unit(colour.map((value, k) => value - average[k]!)), ...unit(pitches[index]!)]),
  );
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) + 1e-9;
  return vector.map((value) => value / length);
}

function noveltyAt(points: readonly Float64Array[], centre: number): number {
  let sum = 0;
  for (let row = -half; row < half; row++) {
    for (let column = -half; column < half; column++) {
      const [a, b] = [points[centre + row], points[centre + column]];
      if (!a || !b) continue;
      const taper = Math.exp(-2 * (((row + 0.5) / half) ** 2 + ((column + 0.5) / half) ** 2));
      const sign = row < 0 === column < 0 ? 1 : -1;
      sum += sign * taper * a.reduce((total, value, k) => total + value * b[k]!, 0);
    }
  }
  return sum;
}
