import { bandCount, frameRate, slowRate } from './spectra.ts';
import type { Spectra } from './spectra.ts';

/** Envelopes of a song at the onset frame rate. */
export type Envelopes = {
  /** Onset strength, every band counted alike and adapted to its surroundings, ≥ 0, mean about 0.5, shape [frames]. */
  onset: Float32Array;
  /** What the tempo is inferred from: loudness of accents, each band, and changes of harmony; each shape [frames]. */
  accents: Float32Array[];
  /** The accents, each against its own surroundings and compressed, so that loud and quiet songs look alike. */
  relative: Float32Array[];
  /** How much a frame sounds like a beat: the weighted sum of `relative`, shape [frames]. */
  strength: Float32Array;
};

/** Weight of each flux band in the onset strength. */
const bandWeights = [1, 1, 0.8];
/**
 * Weight of each relative envelope for a beat: loudness, bass, chords and brightness of the accent, change of harmony.
 * Chords alone rather stand off the beat. Fitted by `tools/known-songs/fit.ts` on songs whose bass moves slowly; fitted on
 * more bass the weights of loudness and bass grow, and fewer beats are found.
 */
const beatWeights = [2.07, 0.97, -1.3, -0.11, 1.23];
/** Seconds either side over which a band is normalised. */
const surroundings = 3;
/** Rise of the spectrum, in nepers over all filters, that counts as nothing. */
const least = 0.03;
/** Change of harmony, a squared distance of unit vectors, that counts as nothing. */
const leastChange = 0.002;
/** Part of a band's mean over the song that counts as its floor. */
const floor = 0.3;

/** Turns the rise of the spectrum into {@link Envelopes}. */
export function findOnsets(spectra: Spectra): Envelopes {
  const { frames, flux } = spectra;
  const whole = new Float32Array(frames);
  const sum = new Float32Array(frames);
  for (let band = 0; band < bandCount; band++) {
    const values = flux[band]!;
    const near = movingMean(values, Math.round(surroundings * frameRate));
    const rest = floor * mean(values) + least;
    for (let frame = 0; frame < frames; frame++) {
      sum[frame]! += values[frame]!;
      whole[frame]! += (bandWeights[band]! * values[frame]!) / (near[frame]! + rest);
    }
  }
  const level = movingMean(whole, Math.round(0.35 * frameRate));
  const onset = smooth(whole.map((value, frame) => Math.max(0, value - level[frame]!)));
  const scale = movingMean(onset, Math.round(surroundings * frameRate));
  const rest = 0.3 * mean(onset) + 1e-6;
  const accents = [sum, ...flux, harmonicChange(spectra)].map(aboveSurroundings);
  const relative = accents.map((values, which) =>
    againstSurroundings(values, which < accents.length - 1 ? least : leastChange),
  );
  return {
    strength: relative[0]!.map((_, frame) =>
      relative.reduce((total, envelope, which) => total + beatWeights[which]! * envelope[frame]!, 0),
    ),
    onset: onset.map((value, frame) => Math.min(6, (0.5 * value) / (scale[frame]! + rest))),
    accents,
    relative,
  };
}

/** Distance of the chroma before and after, brought to the onset frame rate. */
function harmonicChange({ chroma, slowFrames, frames }: Spectra): Float32Array {
  const reach = 3;
  const change = new Float32Array(slowFrames);
  for (let index = reach; index + reach <= slowFrames; index++) {
    let distance = 0;
    const [before, after] = [new Float64Array(12), new Float64Array(12)];
    for (let step = 0; step < reach; step++) {
      for (let pitch = 0; pitch < 12; pitch++) {
        before[pitch]! += chroma[(index - 1 - step) * 12 + pitch]!;
        after[pitch]! += chroma[(index + step) * 12 + pitch]!;
      }
    }
    const [a, b] = [norm(before), norm(after)];
    for (let pitch = 0; pitch < 12; pitch++) distance += (after[pitch]! / b - before[pitch]! / a) ** 2;
    change[index] = distance;
  }
  return Float32Array.from({ length: frames }, (_, frame) => {
    const place = (frame * slowRate) / frameRate;
    const whole = Math.min(slowFrames - 1, Math.floor(place));
    const next = Math.min(slowFrames - 1, whole + 1);
    return slowFrames === 0 ? 0 : change[whole]! + (place - whole) * (change[next]! - change[whole]!);
  });
}

function norm(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) + 1e-9;
}

function aboveSurroundings(values: Float32Array): Float32Array {
  const near = movingMean(values, Math.round(0.5 * frameRate));
  return smooth(values.map((value, frame) => Math.max(0, value - near[frame]!)));
}

function againstSurroundings(values: Float32Array, nothing: number): Float32Array {
  const near = movingMean(values, Math.round(surroundings * frameRate));
  const rest = floor * mean(values) + nothing;
  return values.map((value, frame) => Math.log1p((0.5 * value) / (near[frame]! + rest)));
}

function smooth(values: Float32Array): Float32Array {
  return values.map(
    (value, index) => 0.5 * value + 0.25 * ((values[index - 1] ?? value) + (values[index + 1] ?? value)),
  );
}

/** Mean over `reach` values either side, fewer at the ends. */
export function movingMean(values: Float32Array, reach: number): Float32Array {
  const result = new Float32Array(values.length);
  let sum = 0;
  let [from, to] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    while (to < Math.min(values.length, index + reach + 1)) sum += values[to++]!;
    while (from < index - reach) sum -= values[from++]!;
    result[index] = Math.max(0, sum / (to - from));
  }
  return result;
}

function mean(values: Float32Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
