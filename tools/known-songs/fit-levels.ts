import { seededRandom } from '@kinora/media/audio';
import { levelFeatureCount, levelFeatures, otherLevels } from '../../packages/media/audio/analysis/levels.ts';
import type { LevelEvidence, LevelNetwork } from '../../packages/media/audio/analysis/levels.ts';

/** A song as the choice of level sees it, and its true beats in seconds. */
export type LevelLesson = { evidence: LevelEvidence; beats: readonly number[] };

/** Chains of one stretch of a song as numbers of mean 0 and deviation 1, the true one first. */
type Example = Float64Array[];

/** Seconds of the stretches of a song that are lessons of their own. */
const stretch = 25;
const hiddenCount = 8;
const perUnit = levelFeatureCount + 1;
const direct = hiddenCount * (perUnit + 1);

/**
 * Fits the network that chooses the metrical level by gradient ascent (Adam) on the likelihood of the true chain of beats
 * among the chains that could be heard for it.
 * @param options.passes Passes over all stretches. Default 50.
 * @param options.decay Strength of the pull to zero. Default 0.004.
 * @returns The network, and the share of stretches it gets right.
 */
export function fitLevels(
  lessons: readonly LevelLesson[],
  options: { passes?: number; decay?: number } = {},
): { network: LevelNetwork; right: number } {
  const { passes = 50, decay = 0.004 } = options;
  const raw = lessons.flatMap(stretchesOf);
  const { means, scales } = spread(raw);
  const examples = raw.map((chains) =>
    chains.map((features) => features.map((value, index) => (value - means[index]!) / scales[index]!)),
  );
  const random = seededRandom(1);
  const weights = Float64Array.from({ length: direct + levelFeatureCount }, (_, index) =>
    index < direct ? (random() - 0.5) * (index < hiddenCount * perUnit ? 0.18 : 0.5) : 0,
  );
  const gradient = new Float64Array(weights.length);
  const [first, second] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  const batch = 16;
  let steps = 0;
  for (let pass = 0; pass < passes; pass++) {
    for (let start = 0; start < examples.length; start += batch) {
      gradient.fill(0);
      // A stride that shares no factor with the count walks through all in a mixed order.
      for (let each = 0; each < batch; each++)
        learn(examples[((start + each) * 7919) % examples.length]!, weights, gradient);
      steps++;
      const rate = 0.01 * (1 - pass / passes);
      for (let index = 0; index < weights.length; index++) {
        const slope = gradient[index]! / batch - decay * weights[index]!;
        first[index] = 0.9 * first[index]! + 0.1 * slope;
        second[index] = 0.999 * second[index]! + 0.001 * slope * slope;
        const size = Math.sqrt(second[index]! / (1 - 0.999 ** steps)) + 1e-8;
        weights[index]! += (rate * first[index]!) / (1 - 0.9 ** steps) / size;
      }
    }
  }
  const right = examples.filter((chains) => {
    const scores = chains.map((features) => score(features, weights).total);
    return scores[0] === Math.max(...scores);
  }).length;
  return { network: unscaled(weights, { means, scales }), right: right / examples.length };
}

function stretchesOf({ evidence, beats }: LevelLesson): Example[] {
  const count = Math.max(1, Math.round((beats.at(-1)! - beats[0]!) / stretch));
  const size = Math.floor(beats.length / count);
  return Array.from({ length: count }, (_, part) => beats.slice(part * size, (part + 1) * size))
    .filter((own) => own.length >= 8)
    .map((own) => otherLevels(own).map((chain) => Float64Array.from(levelFeatures(chain, evidence))));
}

function spread(examples: readonly Example[]): { means: Float64Array; scales: Float64Array } {
  const all = examples.flat();
  const means = new Float64Array(levelFeatureCount);
  const scales = new Float64Array(levelFeatureCount);
  for (const features of all) features.forEach((value, index) => (means[index]! += value / all.length));
  for (const features of all)
    features.forEach((value, index) => (scales[index]! += (value - means[index]!) ** 2 / all.length));
  return { means, scales: scales.map((value) => Math.sqrt(value) + 1e-6) };
}

function learn(chains: Example, weights: Float64Array, gradient: Float64Array): void {
  const scored = chains.map((features) => score(features, weights));
  const highest = Math.max(...scored.map(({ total }) => total));
  const powers = scored.map(({ total }) => Math.exp(total - highest));
  const sum = powers.reduce((total, value) => total + value, 0);
  chains.forEach((features, chain) => {
    const miss = (chain === 0 ? 1 : 0) - powers[chain]! / sum;
    if (Math.abs(miss) < 1e-5) return;
    for (let unit = 0; unit < hiddenCount; unit++) {
      const value = scored[chain]!.hidden[unit]!;
      const place = hiddenCount * perUnit + unit;
      gradient[place]! += miss * value;
      const slope = miss * weights[place]! * (1 - value * value);
      gradient[unit * perUnit + levelFeatureCount]! += slope;
      for (let index = 0; index < levelFeatureCount; index++)
        gradient[unit * perUnit + index]! += slope * features[index]!;
    }
    for (let index = 0; index < levelFeatureCount; index++) gradient[direct + index]! += miss * features[index]!;
  });
}

function score(features: Float64Array, weights: Float64Array): { total: number; hidden: Float64Array } {
  const hidden = new Float64Array(hiddenCount);
  let total = 0;
  for (let unit = 0; unit < hiddenCount; unit++) {
    let sum = weights[unit * perUnit + levelFeatureCount]!;
    for (let index = 0; index < levelFeatureCount; index++) sum += weights[unit * perUnit + index]! * features[index]!;
    hidden[unit] = Math.tanh(sum);
    total += hidden[unit]! * weights[hiddenCount * perUnit + unit]!;
  }
  for (let index = 0; index < levelFeatureCount; index++) total += weights[direct + index]! * features[index]!;
  return { total, hidden };
}

/** Weights for numbers as they are measured. */
function unscaled(
  weights: Float64Array,
  { means, scales }: { means: Float64Array; scales: Float64Array },
): LevelNetwork {
  const units = Array.from({ length: hiddenCount }, (_, unit) => {
    const own = Array.from(scales, (scale, index) => weights[unit * perUnit + index]! / scale);
    const shift = own.reduce((sum, weight, index) => sum + weight * means[index]!, 0);
    return {
      bias: weights[unit * perUnit + levelFeatureCount]! - shift,
      weights: own,
      worth: weights[hiddenCount * perUnit + unit]!,
    };
  });
  return { units, direct: Array.from(scales, (scale, index) => weights[direct + index]! / scale) };
}
