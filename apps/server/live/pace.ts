/** Tells how late frames are on their way, by clocks that don't agree. */
export type Transit = {
  /**
   * Notes a frame. @returns Milliseconds that it was longer on its way than the fastest of the last minute.
   * @param sentAtMs On the sender's clock.
   * @param arrivedAtMs On ours.
   */
  note(sentAtMs: number, arrivedAtMs: number): number;
};

/** The difference of two clocks is at most what the fastest frame took, so what a frame took beyond that was waiting. */
export function createTransit(): Transit {
  // Two halves of a minute, so that clocks may drift apart slowly.
  let [fastest, fastestBefore, since] = [Infinity, Infinity, -Infinity];
  return {
    note(sentAtMs, arrivedAtMs) {
      const took = arrivedAtMs - sentAtMs;
      if (arrivedAtMs - since > 30_000) [fastestBefore, fastest, since] = [fastest, Infinity, arrivedAtMs];
      fastest = Math.min(fastest, took);
      return took - Math.min(fastest, fastestBefore);
    },
  };
}

/** Lets as many frames in as were agreed on, with some slack: a camera doesn't keep time exactly. */
export type Pace = { allows(atMs: number, fps: number): boolean };

/** A bucket of three frames that fills a fifth faster than was agreed on. */
export function createPace(): Pace {
  let [left, at] = [3, -Infinity];
  return {
    allows(atMs, fps) {
      left = Math.min(3, left + (Math.max(0, atMs - at) / 1000) * fps * 1.2);
      at = atMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
