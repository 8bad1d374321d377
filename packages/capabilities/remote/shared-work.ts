/** Work that several callers wait for: done once, given up when nobody waits any more. */
export type SharedWork<Result> = {
  /** The result under a key: remembered, waited for, or begun. Rejects with the signal's reason on abort. */
  get(key: string, run: (signal: AbortSignal) => Promise<Result>, signal: AbortSignal | undefined): Promise<Result>;
};

/** Makes a place for shared work. @param options.remembers How many results are kept, the latest used ones. */
export function createSharedWork<Result>({ remembers }: { remembers: number }): SharedWork<Result> {
  type Entry = { result: Promise<Result>; waiters: number; controller: AbortController; isDone: boolean };
  const entries = new Map<string, Entry>();

  function begin(key: string, run: (signal: AbortSignal) => Promise<Result>): Entry {
    const controller = new AbortController();
    const entry: Entry = { result: run(controller.signal), waiters: 0, controller, isDone: false };
    entry.result.then(
      () => {
        entry.isDone = true;
        const done = [...entries].filter(([, one]) => one.isDone).map(([name]) => name);
        for (const name of done.slice(0, Math.max(0, done.length - remembers))) entries.delete(name);
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key);
      },
    );
    entries.set(key, entry);
    return entry;
  }

  return {
    async get(key, run, signal) {
      signal?.throwIfAborted();
      const entry = entries.get(key) ?? begin(key, run);
      // Used last, forgotten last.
      entries.delete(key);
      entries.set(key, entry);
      entry.waiters += 1;
      let leave: (() => void) | undefined;
      const left = new Promise<never>((_, reject) => {
        leave = () => reject(signal?.reason);
        signal?.addEventListener('abort', leave, { once: true });
      });
      try {
        return await Promise.race([entry.result, left]);
      } finally {
        if (leave) signal?.removeEventListener('abort', leave);
        entry.waiters -= 1;
        if (entry.waiters === 0 && !entry.isDone) {
          entries.delete(key);
          entry.controller.abort(signal?.reason);
        }
      }
    },
  };
}
