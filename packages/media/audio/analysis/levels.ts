import { refine } from './beats.ts';
import { levelNetwork } from './level-weights.ts';
import type { Envelopes } from './onsets.ts';
import { frameRate } from './spectra.ts';
import { longest, periodCount, shortest, windowHop } from './tempo.ts';
import type { TempoEvidence } from './tempo.ts';

/** What the metrical level is judged by. */
export type LevelEvidence = { envelopes: Pick<Envelopes, 'onset' | 'relative' | 'strength'>; tempo: TempoEvidence };

/** Places within a beat that are compared; those of a group are averaged. */
const places = [[0], [1 / 2], [1 / 3, 2 / 3], [1 / 4, 3 / 4]];
/** Numbers of beats after which a pattern may come again. */
const cycles = [2, 3, 4];
/** Frames either side of a place in which its sound may lie. */
const reach = 2;
/** Tempi between which the preference is drawn straight, beats a minute. */
const tempi = [40, 55, 75, 100, 135, 180, 225];
const envelopeCount = 5;
/** Numbers that speak for or against a metrical level. */
export const levelFeatureCount = envelopeCount * (places.length + cycles.length) + tempi.length + 2;

/** Head start of the chain that was tracked, times its beats: few beats prove little. */
const headStart = 15;

/** A network with one hidden layer: Σ worth · tanh(bias + weights · features) + direct · features. */
export type LevelNetwork = {
  units: readonly { bias: number; weights: readonly number[]; worth: number }[];
  direct: readonly number[];
};

/**
 * Moves a chain of beats to the metrical level that fits the whole song best: as it is, off the beat, twice or half as fast,
 * in groups of three, or two for three. A small network scores {@link levelFeatures} of each (a conditional logit with one
 * hidden layer), fitted to synthesised songs by `tools/known-songs/fit.ts`. Local tracking hears ten seconds at a time; patterns of bars, and which
 * half of a beat carries the harmony, only show over more.
 * @param beats Seconds, rising.
 */
export function chooseLevel(beats: readonly number[], evidence: LevelEvidence): number[] {
  if (beats.length < 8) return [...beats];
  const even = evenOut(beats);
  let best: readonly number[] = even;
  let highest = -Infinity;
  for (const candidate of otherLevels(even)) {
    const start = candidate === even ? headStart / even.length : 0;
    const score = start + scoreLevel(levelFeatures(candidate, evidence), levelNetwork);
    if (score > highest) [highest, best] = [score, candidate];
  }
  if (best === even && even.length === beats.length) return [...beats];
  const { onset } = evidence.envelopes;
  return best.map((beat) => {
    const refined = refine(onset, Math.round(beat * frameRate)) / frameRate;
    return onset[Math.round(refined * frameRate)]! > 1 ? refined : beat;
  });
}

/** Brings stretches at twice or half the tempo of the song to its own: music seldom doubles its pace, ears change their mind. */
export function evenOut(beats: readonly number[]): number[] {
  const intervals = beats.slice(1).map((beat, index) => beat - beats[index]!);
  const smooth = intervals.map((_, index) => middle(intervals.slice(Math.max(0, index - 2), index + 3)));
  // Half of the song's time, not half of its beats, is at least so slow.
  const byLength = [...smooth].sort((a, b) => a - b);
  let half = byLength.reduce((sum, value) => sum + value, 0) / 2;
  const own = byLength.find((value) => (half -= value) <= 0) ?? 0;
  const is = (index: number, ratio: number) => Math.abs(Math.log2(smooth[index]! / own / ratio)) < 0.15;
  const result: number[] = [];
  let skipped = true;
  beats.forEach((beat, index) => {
    const isQuick = index > 0 && index < intervals.length && is(index - 1, 0.5) && is(index, 0.5);
    skipped = isQuick && !skipped;
    if (!skipped) result.push(beat);
    if (index < intervals.length && is(index, 2) && Math.abs(intervals[index]! / smooth[index]! - 1) < 0.2) {
      result.push(beat + intervals[index]! / 2);
    }
  });
  return result;
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The chain itself first, then the chains that are heard for it most often; those outside 40 to 222 beats a minute are left out. */
export function otherLevels(beats: readonly number[]): (readonly number[])[] {
  const halves = divide(beats, 2);
  const thirds = divide(beats, 3);
  const every = (times: readonly number[], step: number, from: number) =>
    times.filter((_, index) => index % step === from);
  const chains = [
    every(halves, 2, 1),
    halves,
    every(beats, 2, 0),
    every(beats, 2, 1),
    ...[0, 1, 2].map((from) => every(halves, 3, from)),
    ...[0, 1].map((from) => every(thirds, 2, from)),
    thirds,
    ...[0, 1, 2].map((from) => every(beats, 3, from)),
  ];
  return [beats, ...chains.filter((chain) => isPlayable(medianInterval(chain)))];
}

function isPlayable(interval: number): boolean {
  return interval * frameRate > shortest - 0.5 && interval * frameRate < longest + 0.5;
}

function divide(beats: readonly number[], parts: number): number[] {
  return beats.flatMap((beat, index) => {
    const next = beats[index + 1];
    return next === undefined
      ? [beat]
      : Array.from({ length: parts }, (_, part) => beat + ((next - beat) * part) / parts);
  });
}

function medianInterval(beats: readonly number[]): number {
  const intervals = beats.slice(1).map((beat, index) => beat - beats[index]!);
  return middle(intervals);
}

/**
 * How a chain of beats lies in the music: each envelope on the beats and between them against its mean, how far beats differ
 * by their place in groups of two, three and four, the tempo, and what tempo inference and beat likeness said.
 * @returns Shape [levelFeatureCount].
 */
export function levelFeatures(beats: readonly number[], { envelopes, tempo }: LevelEvidence): number[] {
  const { relative, strength } = envelopes;
  const features: number[] = [];
  const [from, to] = [Math.round(beats[0]! * frameRate), Math.round(beats.at(-1)! * frameRate)];
  for (const envelope of relative) {
    let mean = 0;
    for (let frame = from; frame <= to; frame++) mean += envelope[frame] ?? 0;
    mean /= Math.max(1, to - from + 1);
    for (const group of places) {
      let sum = 0;
      for (const place of group) {
        for (let index = 0; index + 1 < beats.length; index++) {
          sum += near(envelope, beats[index]! + place * (beats[index + 1]! - beats[index]!));
        }
      }
      features.push(sum / (group.length * Math.max(1, beats.length - 1)) - mean);
    }
    const values = beats.map((beat) => near(envelope, beat));
    for (const cycle of cycles) features.push(sharedBy(values, cycle));
  }
  const interval = medianInterval(beats);
  const pace = Math.log2(60 / Math.max(0.1, interval));
  const steps = tempi.map((bpm) => Math.log2(bpm));
  steps.forEach((step, index) => {
    const side = pace < step ? step - (steps[index - 1] ?? step - 1) : (steps[index + 1] ?? step + 1) - step;
    features.push(Math.max(0, 1 - Math.abs(pace - step) / side));
  });
  features.push(
    heardTempo(beats, tempo),
    beats.reduce((sum, beat) => sum + near(strength, beat), 0) / beats.length / 4,
  );
  return features;
}

function scoreLevel(features: readonly number[], { units, direct }: LevelNetwork): number {
  const weigh = (weights: readonly number[]) =>
    weights.reduce((sum, weight, index) => sum + weight * features[index]!, 0);
  return units.reduce((sum, { bias, weights, worth }) => sum + worth * Math.tanh(bias + weigh(weights)), weigh(direct));
}

/** Mean logarithm of the probability that the tempo inference gave the intervals. */
function heardTempo(beats: readonly number[], { windows, values }: TempoEvidence): number {
  let sum = 0;
  for (let index = 0; index + 1 < beats.length; index++) {
    const window = Math.min(
      windows - 1,
      Math.round((((beats[index]! + beats[index + 1]!) / 2) * frameRate) / windowHop),
    );
    const period = Math.round((beats[index + 1]! - beats[index]!) * frameRate) - shortest;
    let highest = -8;
    for (let other = Math.max(0, period - 2); other <= Math.min(periodCount - 1, period + 2); other++)
      highest = Math.max(highest, values[window * periodCount + other]!);
    sum += highest;
  }
  return sum / Math.max(1, beats.length - 1) / 4;
}

/** Share of the variance that the place in a group explains, beyond chance. */
function sharedBy(values: readonly number[], cycle: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const total = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) + 1e-9;
  let between = 0;
  for (let place = 0; place < cycle; place++) {
    const members = values.filter((_, index) => index % cycle === place);
    if (members.length === 0) continue;
    const own = members.reduce((sum, value) => sum + value, 0) / members.length;
    between += members.length * (own - mean) ** 2;
  }
  return between / total - (cycle - 1) / Math.max(1, values.length - 1);
}

function near(values: Float32Array, time: number): number {
  const centre = Math.round(time * frameRate);
  let highest = -Infinity;
  for (let frame = centre - reach; frame <= centre + reach; frame++) {
    const value = values[frame];
    if (value !== undefined && value > highest) highest = value;
  }
  return highest === -Infinity ? 0 : highest;
}
