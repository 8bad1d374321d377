import { KinoraError, isKinoraError } from '@kinora/capabilities/errors';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { letOthersGoFirst } from '../priority.ts';

/** How to run one request in a {@link ChildRunner}. */
export type ChildCall = { signal?: AbortSignal; onProgress?: (fraction: number) => void };

/**
 * Runs requests one after the other in a process of its own, started when first needed: native media code can neither
 * stall nor crash the caller. Aborting ends the process. It does not keep the caller alive while idle.
 */
export type ChildRunner = AsyncDisposable & {
  /** @throws KinoraError `job.cancelled` on abort, `provider.failed` (retryable) when the process dies. */
  run<Result>(request: unknown, options?: ChildCall): Promise<Result>;
};

/** What a child answers; sent over the process channel. */
type Answer =
  | { type: 'progress'; fraction: number }
  | { type: 'result'; result: unknown }
  | { type: 'error'; error: { code?: string; message: string; data?: Record<string, unknown> } };

/** Answers requests in the child process. */
export type ChildHandler = (request: never, options: { onProgress: (fraction: number) => void }) => unknown;

/**
 * Makes a runner.
 * @param entry Module that calls {@link serveParent}.
 * @param idleSeconds The process ends after so long without a request. Default 20.
 */
export function createChildRunner({ entry, idleSeconds = 20 }: { entry: URL; idleSeconds?: number }): ChildRunner {
  let child: ChildProcess | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  let idleTimer: NodeJS.Timeout | undefined;

  const stop = () => {
    clearTimeout(idleTimer);
    child?.kill('SIGKILL');
    child = undefined;
  };
  const start = (): ChildProcess => {
    clearTimeout(idleTimer);
    if (child?.connected) return child;
    child = fork(entry, [], {
      serialization: 'advanced',
      execArgv: [],
      env: { ...process.env, ...allocatorSettings },
      // Nothing the child prints may mix with what a program reads from our standard output.
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    return child;
  };
  return {
    async run<Result>(request: unknown, options: ChildCall = {}): Promise<Result> {
      const turn = tail.then(async () => {
        options.signal?.throwIfAborted();
        const worker = start();
        worker.ref();
        worker.channel?.ref();
        try {
          return await ask<Result>(worker, request, options);
        } catch (error) {
          // After a wrong input the process is as good as new; after anything else it may not be.
          if (!isKinoraError(error) || error.code !== 'request.invalid') stop();
          throw error;
        } finally {
          worker.unref();
          worker.channel?.unref();
          idleTimer = setTimeout(stop, idleSeconds * 1000).unref();
        }
      });
      tail = turn.catch(() => undefined);
      return await untilAborted(turn, options.signal);
    },
    async [Symbol.asyncDispose]() {
      stop();
      await tail;
    },
  };
}

/** Answers the parent's requests. The child ends when its parent does. */
export function serveParent(handler: ChildHandler): void {
  letOthersGoFirst('process');
  const send = (answer: Answer) => process.send?.(answer);
  process.on('disconnect', () => process.exit(0));
  process.on('message', (request) => {
    let last = 0;
    const onProgress = (fraction: number) => {
      if (fraction < 1 && fraction - last < 0.01) return;
      last = fraction;
      send({ type: 'progress', fraction });
    };
    void (async () => {
      try {
        send({ type: 'result', result: await handler(request as never, { onProgress }) });
      } catch (error) {
        const { code, data } = isKinoraError(error) ? error : {};
        send({ type: 'error', error: { code, data, message: error instanceof Error ? error.message : String(error) } });
      }
    })();
  });
}

/**
 * Freed picture memory stays with the process. Giving megabytes back to the system after each frame and faulting them in
 * again costs three times as much as drawing the frame (canvas uses mimalloc, FFmpeg the C library's allocator).
 */
const allocatorSettings = {
  MIMALLOC_PURGE_DELAY: '1000',
  MALLOC_MMAP_THRESHOLD_: '33554432',
  MALLOC_TRIM_THRESHOLD_: '536870912',
};

function ask<Result>(worker: ChildProcess, request: unknown, { signal, onProgress }: ChildCall): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', onMessage);
      worker.off('exit', onExit);
      worker.off('error', onError);
      signal?.removeEventListener('abort', onAbort);
      act();
    };
    const onMessage = (answer: unknown) => {
      const message = answer as Answer;
      if (message.type === 'progress') onProgress?.(message.fraction);
      else if (message.type === 'result') settle(() => resolve(message.result as Result));
      else settle(() => reject(revive(message.error)));
    };
    const onExit = (code: number | null, name: string | null) => settle(() => reject(died(name ?? `code ${code}`)));
    const onError = (error: Error) => settle(() => reject(died(error.message)));
    const onAbort = () => settle(() => reject(cancelled(signal)));
    worker.on('message', onMessage);
    worker.once('exit', onExit);
    worker.once('error', onError);
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.send(request as object, (error) => {
      if (error) onError(error);
    });
  });
}

/** Rejects as soon as the signal is aborted, also while the request waits for its turn. */
function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (!signal) return promise;
  return new Promise<Result>((resolve, reject) => {
    const onAbort = () => reject(cancelled(signal));
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function cancelled(signal: AbortSignal | undefined): KinoraError {
  return new KinoraError('job.cancelled', 'The work was cancelled.', { cause: signal?.reason });
}

function died(how: string): KinoraError {
  return new KinoraError('provider.failed', `The media process ended unexpectedly (${how}); try again.`, {
    isRetryable: true,
  });
}

function revive(error: { code?: string; message: string; data?: Record<string, unknown> }): KinoraError {
  const code = isKinoraError(error) ? error.code : 'internal.bug';
  return new KinoraError(code, error.message, { data: error.data ?? {} });
}
