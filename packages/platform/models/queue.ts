/** Works that run one after the other, each of which can be stopped. */
export type Queue = AsyncDisposable & {
  /** Adds a work unless it waits or runs already. */
  add(id: string): void;
  has(id: string): boolean;
  /** Takes a work out, or aborts it, and waits until nothing of it runs. */
  halt(id: string): Promise<void>;
};

/** @param run Does a work. What it returns is called when the work is out of the queue. Never rejects. */
export function createQueue(run: (id: string, signal: AbortSignal) => Promise<() => void>): Queue {
  const waiting: string[] = [];
  let running: { id: string; controller: AbortController; end: Promise<void> } | undefined;
  let isClosed = false;

  const runNext = () => {
    if (running || isClosed) return;
    const id = waiting.shift();
    if (id === undefined) return;
    const controller = new AbortController();
    const end = run(id, controller.signal).then((tell) => {
      running = undefined;
      tell();
      runNext();
    });
    running = { id, controller, end };
  };
  return {
    add(id) {
      if (!this.has(id)) waiting.push(id);
      runNext();
    },
    has: (id) => running?.id === id || waiting.includes(id),
    async halt(id) {
      const place = waiting.indexOf(id);
      if (place >= 0) waiting.splice(place, 1);
      if (running?.id !== id) return;
      running.controller.abort();
      await running.end;
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      waiting.length = 0;
      running?.controller.abort();
      await running?.end;
    },
  };
}
