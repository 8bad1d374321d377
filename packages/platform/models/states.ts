import type { InstallState } from '@kinora/capabilities/setup';

/** What happened to a model. */
export type ModelEvent = { id: string; install: InstallState };

/** Keeps the state of each model and tells listeners of changes, of progress at most four times a second. */
export function createStates(now: () => number) {
  const states = new Map<string, InstallState>();
  const listeners = new Set<(event: ModelEvent) => void>();
  const speeds = new Map<string, { at: number; bytes: number; bytesPerSecond: number; toldAt: number }>();

  const tell = (id: string, install: InstallState) => {
    for (const listener of listeners) listener({ id, install });
  };
  return {
    get: (id: string): InstallState => states.get(id) ?? { state: 'absent' },
    set(id: string, state: InstallState): void {
      speeds.delete(id);
      if (state.state === 'absent') states.delete(id);
      else states.set(id, state);
      tell(id, state);
    },
    progress(
      id: string,
      { step, doneBytes, totalBytes }: { step: string; doneBytes: number; totalBytes: number },
    ): void {
      const at = now();
      const speed = speeds.get(id) ?? { at, bytes: doneBytes, bytesPerSecond: 0, toldAt: -Infinity };
      speeds.set(id, speed);
      const seconds = (at - speed.at) / 1000;
      if (seconds >= 1) {
        const latest = Math.max(0, doneBytes - speed.bytes) / seconds;
        // Half old, half new: calm enough to read, quick enough to be true.
        speed.bytesPerSecond = speed.bytesPerSecond === 0 ? latest : (speed.bytesPerSecond + latest) / 2;
        speed.at = at;
        speed.bytes = doneBytes;
      }
      const before = states.get(id);
      const install: InstallState = {
        state: 'installing',
        step,
        doneBytes,
        totalBytes,
        bytesPerSecond: Math.round(speed.bytesPerSecond),
      };
      states.set(id, install);
      const isNewStep = before?.state !== 'installing' || before.step !== step;
      if (!isNewStep && at - speed.toldAt < 250) return;
      speed.toldAt = at;
      tell(id, install);
    },
    watch(listener: (event: ModelEvent) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The states of all models. */
export type States = ReturnType<typeof createStates>;

/** Waits until a model is neither waiting nor installing. @throws What the signal says. */
export function waitUntilSettled(states: States, id: string, signal: AbortSignal | undefined): Promise<InstallState> {
  return new Promise((resolve, reject) => {
    const check = (state: InstallState) => {
      if (state.state === 'waiting' || state.state === 'installing') return;
      finish();
      resolve(state);
    };
    const stop = states.watch((event) => {
      if (event.id === id) check(event.install);
    });
    const abort = () => {
      finish();
      reject(signal?.reason as Error);
    };
    const finish = () => {
      stop();
      signal?.removeEventListener('abort', abort);
    };
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    else check(states.get(id));
  });
}
