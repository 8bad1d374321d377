import { frameRate } from '../../packages/media/audio/analysis/spectra.ts';

/**
 * Fits how much each envelope speaks for a beat, by gradient ascent on the likelihood of the true frame among all within
 * 0.6 beats of it (a conditional logit).
 * @param lessons Relative envelopes of a song, each shape [frames], and its true beats in seconds.
 * @returns One weight per envelope.
 */
export function fitBeats(
  lessons: readonly { relative: readonly Float32Array[]; beats: readonly number[] }[],
): number[] {
  const count = lessons[0]?.relative.length ?? 0;
  const weights = Array.from({ length: count }, () => 0);
  for (let step = 0; step < 60; step++) {
    const gradient = weights.map(() => 0);
    let examples = 0;
    for (const { relative, beats } of lessons) {
      for (let index = 1; index + 1 < beats.length; index++) {
        const beat = beats[index]! * frameRate;
        const from = Math.round(beat - 0.6 * (beats[index]! - beats[index - 1]!) * frameRate);
        const to = Math.round(beat + 0.6 * (beats[index + 1]! - beats[index]!) * frameRate);
        const scores: number[] = [];
        const wanted: number[] = [];
        for (let frame = from; frame <= to; frame++) {
          scores.push(
            Math.exp(weights.reduce((sum, weight, which) => sum + weight * (relative[which]![frame] ?? 0), 0)),
          );
          wanted.push(Math.exp(-0.5 * ((frame - beat) / 1.2) ** 2));
        }
        const [all, total] = [scores.reduce((a, b) => a + b, 0), wanted.reduce((a, b) => a + b, 0)];
        scores.forEach((score, place) => {
          const miss = wanted[place]! / total - score / all;
          for (let which = 0; which < count; which++) gradient[which]! += miss * (relative[which]![from + place] ?? 0);
        });
        examples++;
      }
    }
    for (let which = 0; which < count; which++) weights[which]! += (4 * gradient[which]!) / examples;
  }
  return weights;
}
