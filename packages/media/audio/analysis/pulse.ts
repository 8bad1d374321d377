import { silence } from './intensity.ts';
import { frameRate, slowRate } from './spectra.ts';
import type { Spectra } from './spectra.ts';

/** Seconds around a beat in which something must sound. */
const around = 1;

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
