import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps requests apart, and all of them back while the service asks for a rest. */
export type Pace = {
  /** Waits for one's turn. @throws The signal's reason. */
  turn(signal: AbortSignal): Promise<void>;
  /** Nobody has a turn for this many seconds. */
  rest(seconds: number): void;
};

/** Makes a pace of at most so many turns a second. */
export function createPace({ perSecond }: { perSecond: number }): Pace {
  const interval = 1000 / perSecond;
  let next = 0;
  return {
    async turn(signal) {
      for (;;) {
        signal.throwIfAborted();
        const now = performance.now();
        if (now >= next) {
          next = now + interval;
          return;
        }
        // Another may be first when this one wakes; then it waits again.
        await sleep(next - now, undefined, { signal }).catch(() => {});
      }
    },
    rest(seconds) {
      next = Math.max(next, performance.now() + seconds * 1000);
    },
  };
}
