import { frameRate, slowRate } from './spectra.ts';
import type { Spectra } from './spectra.ts';
import type { Metre } from './types.ts';

/** Numbers by which the beats of a bar are told apart, each of mean 0 and deviation 1, shape [beats]. */
export type BeatFeatures = { harmony: Float64Array; low: Float64Array; high: Float64Array; accent: Float64Array };

/** Metre, first beats of bars, and how many beats a bar has. */
export type Bars = { metre: Metre; downbeats: number[]; beatsPerBar: number };

/** Worth of each number for a first beat of a bar. */
const weights = { harmony: 1, low: 0.55, high: -0.35, accent: 0.3 };
/** Head start of each bar length, in deviations. */
const priors: Record<number, number> = { 2: 0, 3: -0.3, 4: 1, 5: -1 };
/** Cost of a bar of the wrong length, in deviations. */
const slip = 8;

/**
 * Finds bars: the length and the phase whose first beats stand out most by change of harmony, bass and accent
 * (after Goto, "An audio-based real-time beat tracking system", JNMR 2001), by dynamic programming over the place in the bar.
 */
export function findBars(beats: readonly number[], spectra: Spectra, onset: Float32Array): Bars | undefined {
  if (beats.length < 6) return undefined;
  const features = beatFeatures(beats, spectra);
  const stress = beats.map(
    (_, index) =>
      weights.harmony * features.harmony[index]! +
      weights.low * features.low[index]! +
      weights.high * features.high[index]! +
      weights.accent * features.accent[index]!,
  );
  const isCompound = hasTriplets(beats, onset);
  const lengths = isCompound ? [2] : [3, 4, 5];
  const fits = lengths.map((length) => ({ length, ...fitBars(stress, length) }));
  const best = fits.reduce((a, b) => (b.score + priors[b.length]! > a.score + priors[a.length]! ? b : a));
  const metre: Metre = isCompound ? '6/8' : best.length === 3 ? '3/4' : best.length === 5 ? '5/4' : '4/4';
  return {
    metre,
    beatsPerBar: best.length,
    downbeats: beats.filter((_, index) => best.places[index] === 0),
  };
}

/** Best walk through the bar, and how far its first beats stand out, in deviations of chance. */
function fitBars(stress: readonly number[], length: number): { score: number; places: number[] } {
  const ways: Int8Array[] = [];
  const reward = (place: number, value: number) => (place === 0 ? value : -value / (length - 1));
  let scores = Array.from({ length }, (_, place) => reward(place, stress[0]!));
  for (let index = 1; index < stress.length; index++) {
    const top = scores.indexOf(Math.max(...scores));
    const way = new Int8Array(length);
    scores = scores.map((_, place) => {
      const straight = (place + length - 1) % length;
      const from = scores[straight]! >= scores[top]! - slip ? straight : top;
      way[place] = from;
      return scores[from]! - (from === straight ? 0 : slip) + reward(place, stress[index]!);
    });
    ways.push(way);
  }
  let place = scores.indexOf(Math.max(...scores));
  const total = scores[place]!;
  const places = [place];
  for (const way of ways.reverse()) {
    place = way[place]!;
    places.push(place);
  }
  places.reverse();
  const chance = Math.sqrt((stress.length / length) * (1 + 1 / (length - 1)));
  return { score: total / chance, places };
}

/** Whether the beats are parted in three: the third parts sound, the middle does not. Swing leaves out the first third. */
function hasTriplets(beats: readonly number[], onset: Float32Array): boolean {
  const at = (part: number) => {
    let sum = 0;
    for (let index = 0; index + 1 < beats.length; index++) {
      const time = beats[index]! + part * (beats[index + 1]! - beats[index]!);
      sum += strongest(onset, time, 2);
    }
    return sum;
  };
  const least = Math.min(at(1 / 3), at(2 / 3));
  return least > 1.25 * at(1 / 2) && least > 0.12 * at(0);
}

function beatFeatures(beats: readonly number[], { chroma, slowFrames, flux }: Spectra): BeatFeatures {
  const colours = beats.map((beat, index) => {
    const end = beats[index + 1] ?? beat + (beat - beats[index - 1]!);
    const sum = new Float64Array(12);
    const from = Math.max(0, Math.round((beat + 0.03) * slowRate));
    const to = Math.min(slowFrames, Math.max(from + 1, Math.round(end * slowRate)));
    for (let frame = from; frame < to; frame++) {
      for (let pitch = 0; pitch < 12; pitch++) sum[pitch]! += chroma[frame * 12 + pitch]!;
    }
    const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) + 1e-9;
    return sum.map((value) => value / length);
  });
  const harmony = colours.map((colour, index) => {
    const before = colours[index - 1];
    if (!before) return 0;
    return colour.reduce((sum, value, pitch) => sum + (value - before[pitch]!) ** 2, 0);
  });
  const band = (which: number) => beats.map((beat) => strongest(flux[which]!, beat, 3));
  const [low, middle, high] = [band(0), band(1), band(2)];
  const accent = low.map((value, index) => value + middle[index]! + high[index]!);
  return { harmony: standardise(harmony), low: standardise(low), high: standardise(high), accent: standardise(accent) };
}

function strongest(values: Float32Array, time: number, reach: number): number {
  const centre = Math.round(time * frameRate);
  let highest = 0;
  for (let frame = centre - reach; frame <= centre + reach; frame++) highest = Math.max(highest, values[frame] ?? 0);
  return highest;
}

function standardise(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) + 1e-9;
  return Float64Array.from(values, (value) => Math.max(-3, Math.min(3, (value - mean) / deviation)));
}
