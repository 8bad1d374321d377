/** Tells those who follow something how it is. */
export type Following<Value> = {
  /** Something changed; who follows it is told. */
  wake(id: string): void;
  /** How it is, now, when it changes, and every few seconds, until the signal aborts. Who is slow misses what was between. */
  follow(id: string, signal: AbortSignal): AsyncGenerator<Value>;
};

/**
 * Makes a {@link Following}. However many follow one thing, it is read once for them all.
 * @param options.beatMs Told at least this often, so that who listens knows that the server is there. Default 5000.
 */
export function createFollowing<Value>(
  read: (id: string) => Promise<Value>,
  { beatMs = 5000 }: { beatMs?: number } = {},
): Following<Value> {
  const followers = new Map<string, Set<() => void>>();
  const readings = new Map<string, Promise<Value>>();
  let beat: NodeJS.Timeout | undefined;

  const wake = (id: string) => {
    // What is being read now may be from before the change.
    readings.delete(id);
    for (const tell of followers.get(id) ?? []) tell();
  };
  const readOnce = (id: string) => {
    const reading =
      readings.get(id) ??
      read(id).finally(() => {
        if (readings.get(id) === reading) readings.delete(id);
      });
    readings.set(id, reading);
    return reading;
  };
  const join = (id: string, tell: () => void) => {
    followers.set(id, (followers.get(id) ?? new Set()).add(tell));
    beat ??= setInterval(() => [...followers.keys()].forEach(wake), beatMs).unref();
  };
  const leave = (id: string, tell: () => void) => {
    const others = followers.get(id);
    others?.delete(tell);
    if (others?.size === 0) followers.delete(id);
    if (followers.size > 0) return;
    clearInterval(beat);
    beat = undefined;
  };

  return {
    wake,
    async *follow(id, signal) {
      let isDue = true;
      let goOn = () => {};
      const tell = () => {
        isDue = true;
        goOn();
      };
      join(id, tell);
      signal.addEventListener('abort', tell, { once: true });
      try {
        for (;;) {
          if (!isDue) await new Promise<void>((resolve) => (goOn = resolve));
          if (signal.aborted) return;
          isDue = false;
          yield await readOnce(id);
        }
      } finally {
        signal.removeEventListener('abort', tell);
        leave(id, tell);
      }
    },
  };
}
