/** Switches that make the hub misbehave. All are off at first; a test sets and clears them at any time. */
export type HubFaults = {
  /** The content host answers 200 with the whole file when asked for a part. */
  refuseRange: boolean;
  /** One number is taken by each answer of the content host: the connection breaks after so many bytes of the body. */
  cuts: number[];
  /** Paths whose content has one byte changed on its way. */
  corrupt: Set<string>;
  /** How many answers are corrupted before the content is right again. Default: all. */
  corruptions: number;
  /** `login`: 401 for everybody without a token; `refused`: 403 also with one. Listings stay open, as on the hub. */
  gate: 'open' | 'login' | 'refused';
  /** The next so many requests are answered with 429, or the status given. `retryAfter` in seconds, null leaves it out. */
  refusals: { count: number; status?: number; retryAfter?: number | null };
  /** Bytes per second of the content host. Infinity: as fast as it can. */
  bytesPerSecond: number;
  /** The content host names the same file by another ETag each time, as caches with several backends do. */
  unstableTag: boolean;
  /** Answers of the content host stay without a body until this is false again. */
  isStalled: boolean;
  /** Requests whose path matches are answered with 404 and `EntryNotFound`. */
  missing: RegExp | null;
};

/** No faults. */
export function noFaults(): HubFaults {
  return {
    refuseRange: false,
    cuts: [],
    corrupt: new Set(),
    corruptions: Infinity,
    gate: 'open',
    refusals: { count: 0 },
    bytesPerSecond: Infinity,
    unstableTag: false,
    isStalled: false,
    missing: null,
  };
}
