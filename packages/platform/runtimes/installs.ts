import type { InstallState } from '@kinora/capabilities/setup';
import { isKinoraError, KinoraError } from '@kinora/capabilities';

/** What this process installs now, by key, and how the last try of each ended. */
export type Installs = {
  /** Runs an installation, or joins the one with this key. It is stopped when all who wait for it have gone. */
  run<Value>(
    key: string,
    install: (signal: AbortSignal, onProgress: (doneBytes: number) => void) => Promise<Value>,
    signal?: AbortSignal,
  ): Promise<Value>;
  cancel(key: string): void;
  /** Null when nothing is known of the key. */
  state(key: string, totalBytes: number): InstallState | null;
};

type Running = {
  abort: AbortController;
  result: Promise<unknown>;
  waiting: number;
  doneBytes: number;
  startedAt: number;
};

/** Keeps account of installations. */
export function createInstalls(): Installs {
  const running = new Map<string, Running>();
  const failures = new Map<string, { message: string; doneBytes: number }>();

  const start = (key: string, install: Parameters<Installs['run']>[1]): Running => {
    const abort = new AbortController();
    const entry: Running = { abort, result: Promise.resolve(), waiting: 0, doneBytes: 0, startedAt: Date.now() };
    failures.delete(key);
    running.set(key, entry);
    entry.result = install(abort.signal, (doneBytes) => (entry.doneBytes = Math.max(entry.doneBytes, doneBytes)))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          const message = isKinoraError(error) || error instanceof Error ? error.message : String(error);
          failures.set(key, { message, doneBytes: entry.doneBytes });
        }
        throw error;
      })
      .finally(() => running.delete(key));
    return entry;
  };

  return {
    async run<Value>(
      key: string,
      install: (signal: AbortSignal, onProgress: (doneBytes: number) => void) => Promise<Value>,
      signal?: AbortSignal,
    ): Promise<Value> {
      if (signal?.aborted) throw stopped(signal);
      // One that is just being stopped is let go first.
      for (let last = running.get(key); last?.abort.signal.aborted; last = running.get(key)) {
        await last.result.catch(() => {});
      }
      const entry = running.get(key) ?? start(key, install);
      entry.waiting += 1;
      const { promise: left, reject } = Promise.withResolvers<never>();
      const leave = () => {
        entry.waiting -= 1;
        if (entry.waiting === 0) entry.abort.abort();
        else reject(stopped(signal));
      };
      signal?.addEventListener('abort', leave, { once: true });
      try {
        return (await Promise.race([entry.result, left])) as Value;
      } finally {
        signal?.removeEventListener('abort', leave);
      }
    },
    cancel: (key) => running.get(key)?.abort.abort(),
    state(key, totalBytes) {
      const entry = running.get(key);
      if (entry) {
        const seconds = Math.max(0.001, (Date.now() - entry.startedAt) / 1000);
        const doneBytes = Math.min(entry.doneBytes, totalBytes);
        return { state: 'installing', step: 'download', doneBytes, totalBytes, bytesPerSecond: doneBytes / seconds };
      }
      const failure = failures.get(key);
      return failure ? { state: 'failed', ...failure, totalBytes } : null;
    },
  };
}

function stopped(signal?: AbortSignal): KinoraError {
  return new KinoraError('job.cancelled', 'The installation was stopped.', { cause: signal?.reason });
}
