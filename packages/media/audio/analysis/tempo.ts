import { RealFourier } from './fourier.ts';
import { frameRate } from './spectra.ts';
import { tempoWeights } from './tempo-weights.ts';

/** Shortest and longest beat that is looked for, onset frames: 222 to 39.6 beats a minute. */
export const shortest = 27;
export const longest = 152;
/** Beat lengths that are compared. */
export const periodCount = longest - shortest + 1;

const size = 1024;
/** Onset frames between two windows: about a second. */
export const windowHop = 100;
/** Lags, as parts of a beat, at which a beat length is judged. */
const multiples = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 3 / 2, 2, 3, 4];
/** Numbers that speak for or against a beat length. */
export const featureCount = 5 * multiples.length + 2;

/** How likely each beat length is around each moment: natural logarithms, shape [windows · periodCount]. */
export type TempoEvidence = { windows: number; values: Float32Array };

/**
 * Judges every beat length in windows of ten seconds by a softmax over linear scores of {@link tempoFeatures}
 * (McFadden's conditional logit, 1974), fitted to synthesised songs by `tools/known-songs/fit.ts`.
 * @param accents Envelopes, each shape [frames].
 * @param weights Shape [featureCount]. Default: the fitted ones.
 */
export function inferTempo(accents: readonly Float32Array[], weights: ArrayLike<number> = tempoWeights): TempoEvidence {
  const { windows, values: features } = tempoFeatures(accents);
  const values = new Float32Array(windows * periodCount);
  for (let window = 0; window < windows; window++) {
    const offset = window * periodCount;
    let highest = -Infinity;
    for (let period = 0; period < periodCount; period++) {
      let score = 0;
      const from = (offset + period) * featureCount;
      for (let index = 0; index < featureCount; index++) score += features[from + index]! * weights[index]!;
      values[offset + period] = score;
      highest = Math.max(highest, score);
    }
    let total = 0;
    for (let period = 0; period < periodCount; period++) total += Math.exp(values[offset + period]! - highest);
    const base = highest + Math.log(total);
    for (let period = 0; period < periodCount; period++) values[offset + period]! -= base;
  }
  return { windows, values };
}

/**
 * Autocorrelation of each envelope at simple multiples of every beat length, and the length itself.
 * @returns `values` of shape [windows · periodCount · featureCount], window w centred on frame w · {@link windowHop}.
 */
export function tempoFeatures(accents: readonly Float32Array[]): { windows: number; values: Float32Array } {
  const frames = accents[0]?.length ?? 0;
  const windows = Math.ceil(frames / windowHop);
  const values = new Float32Array(windows * periodCount * featureCount);
  const shape = Float64Array.from({ length: size }, (_, index) => Math.sin((Math.PI * (index + 0.5)) / size));
  const fourier = new RealFourier(2 * size);
  const own = correlate(fourier, shape);
  const cut = new Float64Array(size);
  accents.forEach((envelope, which) => {
    for (let window = 0; window < windows; window++) {
      const first = window * windowHop - size / 2;
      let [sum, weight] = [0, 0];
      for (let index = 0; index < size; index++) {
        const value = envelope[first + index];
        if (value === undefined) continue;
        sum += value * shape[index]!;
        weight += shape[index]!;
      }
      const level = sum / weight;
      for (let index = 0; index < size; index++) {
        const value = envelope[first + index];
        cut[index] = value === undefined ? 0 : (value - level) * shape[index]!;
      }
      const lags = correlate(fourier, cut);
      const base = lags[0]! + 1e-6 * size;
      for (let lag = 1; lag < size / 2 + 32; lag++) lags[lag]! *= own[0]! / (own[lag]! * base);
      for (let period = 0; period < periodCount; period++) {
        const from = (window * periodCount + period) * featureCount + which * multiples.length;
        multiples.forEach((multiple, index) => {
          values[from + index] = peakAround(lags, (shortest + period) * multiple);
        });
      }
    }
  });
  for (let row = 0; row < windows * periodCount; row++) {
    const octaves = Math.log2((60 * frameRate) / (shortest + (row % periodCount)) / 100);
    values[(row + 1) * featureCount - 2] = octaves;
    values[(row + 1) * featureCount - 1] = octaves * octaves;
  }
  return { windows, values };
}

/** Highest correlation within 2 % of a lag; beyond the window that of half the lag. */
function peakAround(lags: Float64Array, lag: number): number {
  const centre = lag > size / 2 ? lag / 2 : lag;
  const reach = Math.max(0.5, 0.02 * centre);
  let highest = -1;
  for (let index = Math.ceil(centre - reach); index <= centre + reach; index++)
    highest = Math.max(highest, lags[index]!);
  return highest;
}

/** Autocorrelation by the power spectrum (Wiener–Khinchin), shape [size], not normalised. */
function correlate(fourier: RealFourier, values: Float64Array): Float64Array {
  const padded = new Float64Array(2 * size);
  padded.set(values);
  fourier.transform(padded);
  for (let bin = 0; bin <= size; bin++) {
    const power = fourier.real[bin]! ** 2 + fourier.imaginary[bin]! ** 2;
    padded[bin] = power;
    if (bin > 0 && bin < size) padded[2 * size - bin] = power;
  }
  fourier.transform(padded);
  return fourier.real.map((value) => value / (2 * size)).slice(0, size);
}
