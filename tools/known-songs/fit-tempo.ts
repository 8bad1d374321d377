import { frameRate } from '../../packages/media/audio/analysis/spectra.ts';
import {
  featureCount,
  longest,
  periodCount,
  shortest,
  tempoFeatures,
  windowHop,
} from '../../packages/media/audio/analysis/tempo.ts';

/** Accent envelopes of a song and its true beats in seconds. */
export type Lesson = { accents: readonly Float32Array[]; beats: readonly number[] };

/**
 * Fits the weights of the tempo inference by gradient ascent (Adam) on the likelihood of the true beat length of every window.
 * @param options.passes Passes over all windows. Default 40.
 * @param options.decay Strength of the pull to zero. Default 0.003.
 * @returns Shape [featureCount].
 */
export function fitTempo(lessons: readonly Lesson[], options: { passes?: number; decay?: number } = {}): Float64Array {
  const { passes = 40, decay = 0.003 } = options;
  const examples = lessons.flatMap(examplesOf);
  const weights = new Float64Array(featureCount);
  const [first, second] = [new Float64Array(featureCount), new Float64Array(featureCount)];
  const scores = new Float64Array(periodCount);
  const gradient = new Float64Array(featureCount);
  const batch = 32;
  let steps = 0;
  for (let pass = 0; pass < passes; pass++) {
    for (let start = 0; start < examples.length; start += batch) {
      gradient.fill(0);
      for (let each = 0; each < batch; each++) {
        // A stride that shares no factor with the count walks through all in a mixed order.
        const { features, target } = examples[((start + each) * 7919) % examples.length]!;
        softmax(features, weights, scores);
        for (let period = 0; period < periodCount; period++) {
          const miss = target[period]! - scores[period]!;
          if (Math.abs(miss) < 1e-6) continue;
          for (let index = 0; index < featureCount; index++)
            gradient[index]! += miss * features[period * featureCount + index]!;
        }
      }
      steps++;
      const rate = 0.05 * (1 - pass / passes);
      for (let index = 0; index < featureCount; index++) {
        const slope = gradient[index]! / batch - decay * weights[index]!;
        first[index] = 0.9 * first[index]! + 0.1 * slope;
        second[index] = 0.999 * second[index]! + 0.001 * slope * slope;
        const size = Math.sqrt(second[index]! / (1 - 0.999 ** steps)) + 1e-8;
        weights[index]! += (rate * first[index]!) / (1 - 0.9 ** steps) / size;
      }
    }
  }
  return weights;
}

function softmax(features: Float32Array, weights: Float64Array, scores: Float64Array): void {
  let highest = -Infinity;
  for (let period = 0; period < periodCount; period++) {
    let score = 0;
    for (let index = 0; index < featureCount; index++)
      score += features[period * featureCount + index]! * weights[index]!;
    scores[period] = score;
    highest = Math.max(highest, score);
  }
  let total = 0;
  for (let period = 0; period < periodCount; period++) total += scores[period] = Math.exp(scores[period]! - highest);
  for (let period = 0; period < periodCount; period++) scores[period]! /= total;
}

function examplesOf({ accents, beats }: Lesson): { features: Float32Array; target: Float64Array }[] {
  const { windows, values } = tempoFeatures(accents);
  const size = periodCount * featureCount;
  return Array.from({ length: windows }, (_, window) => {
    const time = (window * windowHop) / frameRate;
    const next = beats.findIndex((beat) => beat > time);
    if (next < 2 || next > beats.length - 3) return undefined;
    const length = ((beats[next + 1]! - beats[next - 2]!) / 3) * frameRate;
    if (length < shortest || length > longest) return undefined;
    const target = Float64Array.from({ length: periodCount }, (_, period) =>
      Math.exp(-0.5 * (Math.log((shortest + period) / length) / 0.025) ** 2),
    );
    const total = target.reduce((sum, value) => sum + value, 0);
    return {
      features: values.subarray(window * size, (window + 1) * size),
      target: target.map((value) => value / total),
    };
  }).filter((example) => example !== undefined);
}
