import type { Envelopes } from './onsets.ts';
import { frameRate, slowRate } from './spectra.ts';
import type { Spectra } from './spectra.ts';
import { silence } from './intensity.ts';
import type { MusicAnalysis } from './types.ts';

/** Frames either side of a beat in which its accent is looked for: 30 ms. */
const reach = 3;
/** Onset strength, relative to its surroundings, from which a peak counts as the start of a sound. */
const leastOnset = 1;
/** Shortest time between two onsets, frames. */
const apart = 5;
/** Values of the level curve a second. */
const levelRate = 10;
/** Decibels below the loudest passages at which the level curve reaches 0, unless the song has a wider range. */
const levelRange = 24;

/** How hard each beat is struck, [0, 1], where 1 is the hardest twentieth of the song; shape of `beats`. */
export function weighBeats(beats: readonly number[], { accents }: Pick<Envelopes, 'accents'>): number[] {
  const loudness = accents[0]!;
  return againstLoudest(beats.map((beat) => highestNear(loudness, Math.round(beat * frameRate))));
}

/** Starts of sounds: peaks of the onset strength, each with its loudness against the loudest in [0, 1]. */
export function listOnsets({ onset, accents }: Pick<Envelopes, 'onset' | 'accents'>): MusicAnalysis['onsets'] {
  const frames: number[] = [];
  for (let frame = 1; frame + 1 < onset.length; frame++) {
    const value = onset[frame]!;
    if (value < leastOnset || value < onset[frame - 1]! || value <= onset[frame + 1]!) continue;
    const before = frames.at(-1);
    if (before !== undefined && frame - before < apart) {
      if (value > onset[before]!) frames[frames.length - 1] = frame;
    } else frames.push(frame);
  }
  const strengths = againstLoudest(frames.map((frame) => highestNear(accents[0]!, frame)));
  return frames.map((frame, index) => ({ timestamp: frame / frameRate, value: strengths[index]! }));
}

/**
 * Loudness ten times a second in [0, 1], for a picture to breathe with: decibels between the quiet and the loud passages
 * of the song (5th and 97th percentile, at least 24 dB apart), 0 in silence, smoothed over three values.
 */
export function measureLevel({ level, slowFrames }: Spectra, duration: number): MusicAnalysis['level_curve'] {
  const count = Math.max(1, Math.ceil(duration * levelRate));
  const decibels = Array.from({ length: count }, (_, index) => {
    const place = ((index + 0.5) / levelRate) * slowRate - 0.5;
    const whole = Math.max(0, Math.min(slowFrames - 1, Math.floor(place)));
    const next = Math.min(slowFrames - 1, whole + 1);
    const [now, then] = [level[whole] ?? 0, level[next] ?? 0];
    return 20 * Math.log10(now + Math.max(0, Math.min(1, place - whole)) * (then - now) + 1e-5);
  });
  const sorted = decibels.filter((value) => value > silence).sort((a, b) => a - b);
  const high = percentile(sorted, 0.97);
  const low = Math.min(percentile(sorted, 0.05), high - levelRange);
  const raw = decibels.map((value) => (value > silence ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0));
  const values = raw.map((value, index) => {
    return 0.25 * (raw[index - 1] ?? value) + 0.5 * value + 0.25 * (raw[index + 1] ?? value);
  });
  return { seconds_per_value: 1 / levelRate, values };
}

function highestNear(values: Float32Array, frame: number): number {
  let highest = 0;
  for (let near = frame - reach; near <= frame + reach; near++) highest = Math.max(highest, values[near] ?? 0);
  return highest;
}

/** Square roots of shares of the 95th percentile: an accent twice as strong does not look four times as bright. */
function againstLoudest(values: readonly number[]): number[] {
  const loudest = percentile(
    [...values].sort((a, b) => a - b),
    0.95,
  );
  return values.map((value) => (loudest > 0 ? Math.sqrt(Math.min(1, value / loudest)) : 0));
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
