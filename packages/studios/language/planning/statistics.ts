/** Value below which a share of the values lies; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** Middle value; NaN for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Median distance from the median, scaled to a standard deviation of normal values. */
export function spread(values: readonly number[], middle = median(values)): number {
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}

/** Mean over a window of `2 × reach + 1` values around each, narrower at the ends. */
export function smooth(values: ArrayLike<number>, reach: number): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at++) sums[at + 1] = sums[at]! + values[at]!;
  const smoothed = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const [from, to] = [Math.max(0, at - reach), Math.min(values.length, at + reach + 1)];
    smoothed[at] = (sums[to]! - sums[from]!) / (to - from);
  }
  return smoothed;
}

/** Runs of steps for which something holds: `from` inclusive, `to` exclusive. */
export function runsOf(length: number, holds: (at: number) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = -1;
  for (let at = 0; at <= length; at++) {
    const is = at < length && holds(at);
    if (is && from < 0) from = at;
    if (!is && from >= 0) {
      runs.push({ from, to: at });
      from = -1;
    }
  }
  return runs;
}

/** Between 0 and 1. */
export function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
