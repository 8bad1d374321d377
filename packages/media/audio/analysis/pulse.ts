import { silence } from './intensity.ts';
import { frameRate, slowRate } from './spectra.ts';
import type { Spectra } from './spectra.ts';
import { periodCount, windowHop } from './tempo.ts';
import type { TempoEvidence } from './tempo.ts';
import type { Envelopes } from './onsets.ts';

/** Seconds around a beat in which something must sound. */
const around = 1;

/** Nats of doubt from which there is no pulse. */
const mostDoubt = 3.45;
/** By how much a unit of likeness to beats lowers the doubt, and one neper of change from interval to interval raises it. */
const likenessWorth = 0.3;
const unevennessCost = 5;

/**
 * Whether beats were found in something that has a pulse, or only in the syllables of speech or the chance of noise: the
 * mean entropy of the tempo inference around the beats, less what the beats' own strength says for them, more for uneven
 * intervals. All tempi alike have an entropy of 4.8; drums about 2.5, rubato without drums 3.5 to 4.2, speech and noise 4.1
 * to 4.4; intervals change by 1 to 4 % in music, 5 to 6 % in speech.
 * @param beats Seconds, at least four.
 */
export function hasPulse(
  beats: readonly number[],
  { strength }: Pick<Envelopes, 'strength'>,
  { windows, values }: TempoEvidence,
): boolean {
  let [doubt, likeness] = [0, 0];
  for (const beat of beats) {
    const frame = Math.round(beat * frameRate);
    const row = Math.min(windows - 1, Math.round(frame / windowHop)) * periodCount;
    for (let period = 0; period < periodCount; period++)
      doubt -= Math.exp(values[row + period]!) * values[row + period]!;
    let highest = -Infinity;
    for (let near = frame - 2; near <= frame + 2; near++) highest = Math.max(highest, strength[near] ?? 0);
    likeness += highest;
  }
  const intervals = beats.slice(1).map((beat, index) => beat - beats[index]!);
  const unevenness = intervals
    .slice(1)
    .reduce((sum, interval, index) => sum + Math.abs(Math.log(interval / intervals[index]!)), 0);
  const evidence = (doubt - likenessWorth * likeness) / beats.length;
  return evidence + (unevennessCost * unevenness) / (intervals.length - 1) < mostDoubt;
}

/** Takes out beats in silence: the song rests there. */
export function withoutSilence(beats: readonly number[], { level, slowFrames }: Spectra): number[] {
  const least = 10 ** (silence / 20);
  return beats.filter((beat) => {
    const from = Math.max(0, Math.round((beat - around / 4) * slowRate));
    const to = Math.min(slowFrames - 1, Math.round((beat + around) * slowRate));
    for (let frame = from; frame <= to; frame++) if (level[frame]! > least) return true;
    return false;
  });
}

/**
 * How far beats stand out: median onset strength on them against the mean everywhere, 1 − all / beats.
 * @returns In [0, 1]; 0 for chance.
 */
export function measureClarity(beats: readonly number[], onset: Float32Array): number {
  if (beats.length === 0) return 0;
  const [from, to] = [Math.round(beats[0]! * frameRate), Math.round(beats.at(-1)! * frameRate)];
  let all = 0;
  for (let frame = from; frame <= to; frame++) all += onset[frame] ?? 0;
  all /= to - from + 1;
  const strengths = beats
    .map((beat) => {
      const frame = Math.round(beat * frameRate);
      return Math.max(onset[frame - 1] ?? 0, onset[frame] ?? 0, onset[frame + 1] ?? 0);
    })
    .sort((a, b) => a - b);
  const on = strengths[Math.floor(strengths.length / 2)]!;
  return on <= 0 ? 0 : Math.max(0, 1 - all / on);
}
