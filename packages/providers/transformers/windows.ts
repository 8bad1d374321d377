/** Where to cut long recordings so that no word is cut. */

/** Seconds of one frame of the loudness curve. */
const frameSeconds = 0.02;

/** How loud a recording is over time, and what counts as silence in it. */
export type Loudness = {
  /** Root mean square per frame, in dB of full scale, shape [ceil(n / frame)]. */
  levels: Float32Array;
  /** Below this a frame is silent, dB. */
  threshold: number;
};

/**
 * Measures a recording.
 * @param samples Mono in [-1, 1], shape [n].
 */
export function measureLoudness(samples: Float32Array, sampleRate: number): Loudness {
  const frame = Math.round(frameSeconds * sampleRate);
  const levels = new Float32Array(Math.ceil(samples.length / frame));
  for (let index = 0; index < levels.length; index++) {
    const last = Math.min(samples.length, (index + 1) * frame);
    let sum = 0;
    for (let sample = index * frame; sample < last; sample++) sum += samples[sample]! ** 2;
    levels[index] = 10 * Math.log10(sum / (last - index * frame) + 1e-10);
  }
  const sorted = Float32Array.from(levels).sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? -100;
  // Between the room and the voice; a recording without a voice is silent only where it is nearly digital silence.
  const threshold = Math.max(-60, Math.min(at(0.95) - 30, at(0.1) + 0.3 * (at(0.95) - at(0.1))));
  return { levels, threshold };
}

/**
 * The next stretch to listen to.
 * @param from Seconds.
 * @param options.longest Seconds a window may have. Default 28.
 * @returns Seconds, or null when nothing but silence follows.
 */
export function nextWindow(
  { levels, threshold }: Loudness,
  from: number,
  { longest = 28 }: { longest?: number } = {},
): { start: number; end: number } | null {
  const total = levels.length;
  let first = Math.round(from / frameSeconds);
  while (first < total && levels[first]! < threshold) first++;
  if (first >= total) return null;
  const start = Math.max(Math.round(from / frameSeconds), first - Math.round(0.3 / frameSeconds));
  const limit = start + Math.round(longest / frameSeconds);
  if (limit >= total) return { start: start * frameSeconds, end: trimEnd(levels, threshold, total) * frameSeconds };
  // The longest pause of the second half of the window; when it has none, its quietest frame.
  let best = { length: 0, middle: 0 };
  let quietest = limit;
  let run = 0;
  for (let frame = start + Math.round((limit - start) / 2); frame <= limit; frame++) {
    run = levels[frame]! < threshold ? run + 1 : 0;
    if (run >= best.length && run > 0) best = { length: run, middle: frame - Math.floor(run / 2) };
    if (levels[frame]! <= levels[quietest]!) quietest = frame;
  }
  const cut = best.length * frameSeconds >= 0.1 ? best.middle : quietest;
  return { start: start * frameSeconds, end: cut * frameSeconds };
}

/** Keeps half a second of the silence at the end. */
function trimEnd(levels: Float32Array, threshold: number, end: number): number {
  let last = end;
  while (last > 0 && levels[last - 1]! < threshold) last--;
  return Math.min(end, last + Math.round(0.5 / frameSeconds));
}
