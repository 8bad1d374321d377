import { levelFrame, measureLevels } from '@kinora/media/audio';

/** Seconds that are looked at to find the end of a window: the loudness of a long recording changes. */
const outlook = 60;

/**
 * The next stretch of a recording to listen to: from where somebody speaks to the longest pause in the second half of what
 * a model can take at once, so that no word is cut.
 * @param samples Mono in [-1, 1].
 * @param options.from Seconds.
 * @param options.longest Seconds a window may have. Default 28.
 * @returns Seconds, or null when nothing but silence follows.
 */
export function nextWindow(
  samples: Float32Array,
  options: { sampleRate: number; from: number; longest?: number },
): { start: number; end: number } | null {
  const { sampleRate, longest = 28 } = options;
  const total = samples.length / sampleRate;
  let { from } = options;
  while (from < total) {
    const view = samples.subarray(Math.round(from * sampleRate), Math.round((from + outlook) * sampleRate));
    const { levels, threshold } = measureLevels(view, sampleRate);
    const first = levels.findIndex((level) => level >= threshold);
    if (first < 0) {
      from += outlook;
      continue;
    }
    // A little of the silence before and after stays: some sounds begin softly.
    const start = Math.max(0, first - Math.round(0.3 / levelFrame));
    const limit = start + Math.round(longest / levelFrame);
    if (limit > levels.length && start > 0 && from + outlook < total) {
      from += start * levelFrame;
      continue;
    }
    const last = levels.findLastIndex((level) => level >= threshold) + 1 + Math.round(0.5 / levelFrame);
    const end = last <= limit ? Math.min(last, levels.length) : findCut(levels, { threshold, start, limit });
    return { start: from + start * levelFrame, end: Math.min(total, from + end * levelFrame) };
  }
  return null;
}

/** The middle of the longest pause of a window's second half; when it has none, its quietest moment. */
function findCut(
  levels: Float32Array,
  { threshold, start, limit }: { threshold: number; start: number; limit: number },
): number {
  let best = { length: 0, middle: 0 };
  let quietest = limit - 1;
  let run = 0;
  for (let frame = start + Math.round((limit - start) / 2); frame < Math.min(limit, levels.length); frame++) {
    run = levels[frame]! < threshold ? run + 1 : 0;
    if (run > 0 && run >= best.length) best = { length: run, middle: frame - Math.floor(run / 2) };
    if (levels[frame]! <= levels[quietest]!) quietest = frame;
  }
  return best.length * levelFrame >= 0.1 ? best.middle : quietest;
}
