import { KinoraError, isKinoraError } from '@kinora/capabilities/errors';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { letOthersGoFirst } from '../priority.ts';

/** How to run one request in a {@link ChildRunner}. */
export type ChildCall = { signal?: AbortSignal; onProgress?: (fraction: number) => void };

/**
 * Runs requests in a process of its own, started when first needed: native media code can neither stall nor crash the
 * caller. Aborting ends the process; what else it was working on begins again in another. It does not keep the caller alive
 * while idle.
 */
export type ChildRunner = AsyncDisposable & {
  /** @throws KinoraError `job.cancelled` on abort, `provider.failed` (retryable) when the process dies. */
  run<Result>(request: unknown, options?: ChildCall): Promise<Result>;
};

/** What a child is asked; sent over the process channel. */
type Question = { id: number; request: unknown; wantsProgress: boolean };

/** What a child answers. */
type Answer = { id: number } & (
  | { type: 'progress'; fraction: number }
  | { type: 'result'; result: unknown }
  | { type: 'error'; error: { code?: string; message: string; data?: Record<string, unknown> } }
);

/** Answers requests in the child process. */
export type ChildHandler = (request: never, options: { onProgress: (fraction: number) => void }) => unknown;

/**
 * Makes a runner.
 * @param entry Module that calls {@link serveParent}.
 * @param idleSeconds The process ends after so long without a request. Default 20.
 * @param atOnce Requests that the process has at a time; further ones wait for their turn. Default 1.
 */
export function createChildRunner({
  entry,
  idleSeconds = 20,
  atOnce = 1,
}: {
  entry: URL;
  idleSeconds?: number;
  atOnce?: number;
}): ChildRunner {
  let child: ChildProcess | undefined;
  let idleTimer: NodeJS.Timeout | undefined;
  let count = 0;
  let running = 0;
  let isOver = false;
  const waiting: (() => void)[] = [];
  const turns = new Set<Promise<unknown>>();
  /** Processes that were ended on purpose: what they had begun is asked of the next. */
  const ended = new WeakSet<ChildProcess>();

  const stop = () => {
    clearTimeout(idleTimer);
    if (child) ended.add(child);
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
    // Each request listens for answers and for the end.
    child.setMaxListeners(atOnce + 10);
    return child;
  };
  const askChild = async <Result>(request: unknown, options: ChildCall): Promise<Result> => {
    for (;;) {
      options.signal?.throwIfAborted();
      const worker = start();
      worker.ref();
      worker.channel?.ref();
      try {
        const wantsProgress = options.onProgress !== undefined;
        return await ask<Result>(worker, { id: ++count, request, wantsProgress }, options);
      } catch (error) {
        const wasEnded = ended.has(worker) && isKinoraError(error) && error.code === 'provider.failed';
        if (wasEnded && !isOver) continue;
        // After a wrong input the process is as good as new; after anything else it may not be.
        if (child === worker && (!isKinoraError(error) || error.code !== 'request.invalid')) stop();
        throw error;
      } finally {
        if (running === 1) {
          worker.unref();
          worker.channel?.unref();
          idleTimer = setTimeout(stop, idleSeconds * 1000).unref();
        }
      }
    }
  };
  const takeTurn = async <Result>(request: unknown, options: ChildCall): Promise<Result> => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await askChild<Result>(request, options);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
  return {
    async run<Result>(request: unknown, options: ChildCall = {}): Promise<Result> {
      const turn = takeTurn<Result>(request, options);
      const settled = turn.catch(() => undefined).finally(() => turns.delete(settled));
      turns.add(settled);
      return await untilAborted(turn, options.signal);
    },
    async [Symbol.asyncDispose]() {
      isOver = true;
      stop();
      await Promise.all(turns);
    },
  };
}

/** Answers the parent's requests. The child ends when its parent does. */
export function serveParent(handler: ChildHandler): void {
  letOthersGoFirst('process');
  const send = (answer: Answer) => process.send?.(answer);
  process.on('disconnect', () => process.exit(0));
  process.on('message', (question) => {
    const { id, request, wantsProgress } = question as Question;
    let last = 0;
    const onProgress = (fraction: number) => {
      if (!wantsProgress || (fraction < 1 && fraction - last < 0.01)) return;
      last = fraction;
      send({ id, type: 'progress', fraction });
    };
    void (async () => {
      try {
        send({ id, type: 'result', result: await handler(request as never, { onProgress }) });
      } catch (error) {
        const { code, data } = isKinoraError(error) ? error : {};
        send({
          id,
          type: 'error',
          error: { code, data, message: error instanceof Error ? error.message : String(error) },
        });
      }
    })();
  });
}

/**
 * Freed picture memory stays with the process. Giving megabytes back to the system after each frame and faulting them in
 * again costs three times as much as drawing the frame (canvas uses mimalloc, FFmpeg the C library's allocator).
 */
const allocatorSettings = {
  // The same frames gave other bytes once in some 600 small clips, also with one thread: the encoder seems to read memory
  // that it never wrote. Where the C library fills new memory with one value it didn't in 7,000, for 4 ms a clip.
  MALLOC_PERTURB_: '85',
  MIMALLOC_PURGE_DELAY: '1000',
  MALLOC_MMAP_THRESHOLD_: '33554432',
  MALLOC_TRIM_THRESHOLD_: '536870912',
};

function ask<Result>(worker: ChildProcess, question: Question, { signal, onProgress }: ChildCall): Promise<Result> {
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
      if (message.id !== question.id) return;
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
    worker.send(question satisfies Question, (error) => {
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
