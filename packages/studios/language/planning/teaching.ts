import { quantile, runsOf, share, smooth } from './statistics.ts';
import type { Teaching } from './worth.ts';
import type { Span } from '../lesson/plan.ts';

/** How much is taught, over time. */
export type TeachingCurve = {
  /** Worth a minute around each second of the recording; see {@link itemWorth}. */
  perMinute: Float64Array;
  /** The same, of the whole recording. */
  mean: number;
};

/** Seconds to each side over which teaching is averaged; done twice, so that the weight falls off evenly. */
const reach = 12;

/** Worth of what is taught a minute, over time: places weighted by their worth, smoothed by a triangular window of 48 s. */
export function teachingCurve(teachings: readonly Teaching[], seconds: number): TeachingCurve {
  const length = Math.max(1, Math.ceil(seconds));
  const raw = new Float64Array(length);
  let whole = 0;
  for (const { start, worth } of teachings) {
    raw[Math.min(length - 1, Math.max(0, Math.floor(start)))]! += worth * 60;
    whole += worth * 60;
  }
  return { perMinute: smooth(smooth(raw, reach), reach), mean: whole / Math.max(1, seconds) };
}

/** A stretch in which much is taught. */
export type TeachingPeak = Span & {
  /** Worth a minute, at its best. */
  perMinute: number;
  mean: number;
  strength: number;
  teachings: Teaching[];
};

/** Stretches that teach half as much again as the recording does as a whole, and more than three quarters of it. */
export function findTeachingPeaks({ perMinute, mean }: TeachingCurve, teachings: readonly Teaching[]): TeachingPeak[] {
  const values = Array.from(perMinute);
  const least = Math.max(mean * 1.5, quantile(values, 0.75), 0.5);
  const most = Math.max(
    ...runsOf(values.length, () => true).map(({ from, to }) => largest(perMinute, from, to)),
    least,
  );
  return runsOf(values.length, (at) => values[at]! > least)
    .filter(({ from, to }) => to - from >= 6)
    .flatMap(({ from, to }) => {
      const within = teachings.filter(({ start }) => start >= from && start < to);
      if (within.length === 0) return [];
      const best = largest(perMinute, from, to);
      return [
        {
          start: from,
          end: to,
          perMinute: best,
          mean,
          strength: share(0.3 + (0.7 * (best - least)) / Math.max(0.1, most - least)),
          teachings: within,
        },
      ];
    });
}

function largest(values: Float64Array, from: number, to: number): number {
  let best = 0;
  for (let at = from; at < to; at++) best = Math.max(best, values[at]!);
  return best;
}
