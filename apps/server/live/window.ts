/** Values of the last seconds. */
export type TimeWindow = {
  add(value: number): void;
  /** Values of the last seconds. @param seconds Default: all that are kept. */
  values(seconds?: number): number[];
  /** Middle and 95th percentile; 0 while there is no value. */
  spread(): { p50: number; p95: number };
  mean(): number;
};

/**
 * Keeps values for a while.
 * @param options.seconds How long. Default 10.
 * @param options.now The clock, in ms.
 */
export function createWindow({
  seconds = 10,
  now = () => performance.now(),
}: { seconds?: number; now?: () => number } = {}): TimeWindow {
  let kept: { at: number; value: number }[] = [];
  const forget = () => {
    const oldest = now() - seconds * 1000;
    if ((kept[0]?.at ?? Infinity) < oldest) kept = kept.filter(({ at }) => at >= oldest);
  };
  const values = (within = seconds) => {
    forget();
    const oldest = now() - within * 1000;
    return kept.filter(({ at }) => at >= oldest).map(({ value }) => value);
  };
  return {
    add(value) {
      forget();
      kept.push({ at: now(), value });
    },
    values,
    spread() {
      const sorted = values().toSorted((a, b) => a - b);
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
      return { p50: at(0.5), p95: at(0.95) };
    },
    mean() {
      const all = values();
      return all.length === 0 ? 0 : all.reduce((sum, value) => sum + value, 0) / all.length;
    },
  };
}
