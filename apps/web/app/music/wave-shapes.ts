import type { Heard } from './song-map.ts';

/** Pixels from one bar of the wave to the next, at least. */
const spacing = 4;

/**
 * The waveform as upright strokes in a box of `count` × 100.
 * @param width Pixels that the song takes.
 */
export function barsOf(
  { peaks, rms, secondsPerPeak }: Heard['waveform'],
  duration: number,
  width: number,
): { path: string; count: number; stroke: number } {
  const known = Math.max(1, Math.min(peaks.length, Math.ceil(duration / secondsPerPeak)));
  const count = Math.max(1, Math.min(known, Math.floor(width / spacing)));
  const loudest = Math.max(0.05, ...peaks);
  let path = '';
  for (let index = 0; index < count; index++) {
    const [from, to] = [Math.floor((index * known) / count), Math.ceil(((index + 1) * known) / count)];
    let [peak, energy] = [0, 0];
    for (let at = from; at < to; at++) {
      peak = Math.max(peak, peaks[at] ?? 0);
      energy += (rms[at] ?? 0) / (to - from);
    }
    // Peaks of loud music are all alike; what is heard as loud lies between them and the mean.
    const half = Math.max(1, (46 * (0.4 * peak + 0.6 * Math.min(peak, energy * 2.2))) / loudest);
    path += `M${index + 0.5} ${(50 - half).toFixed(1)}V${(50 + half).toFixed(1)}`;
  }
  return { path, count, stroke: Math.min(3, Math.max(1.5, (width / count) * 0.6)) };
}

/** The intensity curve as a filled shape in a box of 1000 × 100. */
export function curveOf(curve: readonly { timestamp: number; value: number }[], duration: number): string {
  if (curve.length === 0) return '';
  const points = curve.map(
    ({ timestamp, value }) =>
      `${Math.min(1000, (timestamp / duration) * 1000).toFixed(1)} ${(100 - 96 * value).toFixed(1)}`,
  );
  const [first, last] = [curve[0]!, curve.at(-1)!];
  return `M0 100V${(100 - 96 * first.value).toFixed(1)}L${points.join('L')}L1000 ${(100 - 96 * last.value).toFixed(1)}V100Z`;
}

/**
 * Puts words that begin at places of a line into two rows so that none covers another.
 * @returns For each its row, or `null` where there is no room.
 */
export function rowsFor(
  words: readonly { text: string; start: number }[],
  pixels: number,
  width: number,
): (0 | 1 | null)[] {
  const free = [-Infinity, -Infinity];
  return words.map(({ text, start }) => {
    const left = start * pixels;
    const right = left + 14 + text.length * 7.2;
    if (right > width + 8) {
      const row = free[1]! <= left ? 1 : free[0]! <= left ? 0 : null;
      if (row !== null && right <= width + 40) {
        free[row] = right;
        return row;
      }
      return null;
    }
    for (const row of [1, 0] as const) {
      if (free[row]! > left) continue;
      free[row] = right;
      return row;
    }
    return null;
  });
}
