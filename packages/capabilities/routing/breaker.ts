/** Stops asking a provider that keeps failing, and tries it again with one call after a pause. */
export type Breaker = {
  /** `ready`: calls pass; `paused`: none; `trying`: one trial call is under way. */
  state(now: number): 'ready' | 'paused' | 'trying';
  /** Whether a call may pass now; the first one after a pause is the trial. */
  admit(now: number): boolean;
  succeed(): void;
  /** Counts a fault. `pauseMs` pauses at once and for that long. */
  fail(now: number, pauseMs?: number): void;
  /** Gives a trial back that ended without an answer, e.g. cancelled. */
  release(): void;
  failures(): number;
  /** When the pause ends, in milliseconds since 1970; 0 when there is none. */
  pausedUntil(): number;
};

/** A breaker that opens after `failures` faults in a row and half-opens after `pauseMs`. */
export function createBreaker(options: { failures: number; pauseMs: number }): Breaker {
  let failures = 0;
  let until = 0;
  let isTrying = false;
  const state = (now: number) => (until === 0 ? 'ready' : isTrying ? 'trying' : now < until ? 'paused' : 'ready');
  return {
    state,
    admit(now) {
      if (state(now) !== 'ready') return false;
      if (until > 0) isTrying = true;
      return true;
    },
    succeed() {
      failures = 0;
      until = 0;
      isTrying = false;
    },
    fail(now, pauseMs) {
      failures += 1;
      if (pauseMs !== undefined || isTrying || failures >= options.failures) {
        until = now + Math.max(pauseMs ?? 0, options.pauseMs);
      }
      isTrying = false;
    },
    release() {
      isTrying = false;
    },
    failures: () => failures,
    pausedUntil: () => until,
  };
}
