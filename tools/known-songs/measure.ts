/** Counts pairs of found and true times within a tolerance, each used once; both sorted. */
function countHits(found: readonly number[], known: readonly number[], tolerance: number): number {
  let [hits, left, right] = [0, 0, 0];
  while (left < found.length && right < known.length) {
    const difference = found[left]! - known[right]!;
    if (Math.abs(difference) <= tolerance) {
      hits++;
      left++;
      right++;
    } else if (difference < 0) left++;
    else right++;
  }
  return hits;
}

/**
 * F-measure of found times: 2PR / (P + R); 1 when both lists are empty.
 * @param options.tolerance Seconds either side.
 * @param options.skip Seconds at the start that don't count. Default 0; 5 is the custom for beats (Davies et al., QMUL 2009).
 */
export function fMeasure(
  found: readonly number[],
  known: readonly number[],
  options: { tolerance: number; skip?: number },
): number {
  const { tolerance, skip = 0 } = options;
  const [a, b] = [found.filter((time) => time >= skip), known.filter((time) => time >= skip)];
  if (a.length + b.length === 0) return 1;
  return (2 * countHits(a, b, tolerance)) / (a.length + b.length);
}

/** Median of found minus nearest true time, over the pairs nearer than 70 ms, seconds; NaN without any. */
export function medianBias(found: readonly number[], known: readonly number[]): number {
  const differences = found
    .map((time) => {
      let best = Infinity;
      for (const each of known) if (Math.abs(time - each) < Math.abs(best)) best = time - each;
      return best;
    })
    .filter((difference) => Math.abs(difference) <= 0.07)
    .sort((a, b) => a - b);
  return differences[Math.floor(differences.length / 2)] ?? Number.NaN;
}

/**
 * Longest continuous correct stretch of beats as a share (CMLc is the longest, CMLt the sum; this is CMLt): a beat is
 * right when it and its interval are within 17.5 % of the true interval (Hainsworth 2004).
 */
export function continuity(found: readonly number[], known: readonly number[]): number {
  if (known.length < 3 || found.length < 3) return 0;
  let right = 0;
  let at = 0;
  let beforeWasNear = false;
  for (let index = 1; index < found.length; index++) {
    const time = found[index]!;
    while (at + 1 < known.length && Math.abs(known[at + 1]! - time) <= Math.abs(known[at]! - time)) at++;
    const interval = at > 0 ? known[at]! - known[at - 1]! : known[1]! - known[0]!;
    const isNear = Math.abs(known[at]! - time) <= 0.175 * interval;
    const sameStep = Math.abs(time - found[index - 1]! - interval) <= 0.175 * interval;
    if (isNear && beforeWasNear && sameStep) right++;
    beforeWasNear = isNear;
  }
  return right / Math.max(known.length - 1, found.length - 1);
}

/** {@link continuity} at the best of the allowed metrical levels: true, off-beat, double, half (AMLt). */
export function allowedContinuity(found: readonly number[], known: readonly number[]): number {
  const between = known.slice(0, -1).map((time, index) => (time + known[index + 1]!) / 2);
  const levels = [
    known,
    between,
    [...known, ...between].sort((a, b) => a - b),
    known.filter((_, index) => index % 2 === 0),
    known.filter((_, index) => index % 2 === 1),
  ];
  return Math.max(...levels.map((level) => continuity(found, level)));
}
