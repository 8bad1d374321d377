import { KinoraError, isKinoraError } from '@kinora/capabilities/errors';
import { Worker } from 'node:worker_threads';
import type { MusicAnalysis, MusicAnalysisOptions } from '../audio/analysis/index.ts';

/** Listens to mono samples in a thread of its own, while this one decodes. */
export type Listener = AsyncDisposable & {
  /** Hands a block over, which is gone after; waits while the listener is far behind, so that a long song isn't held in memory. */
  push(block: Float32Array): void;
  finish(): Promise<MusicAnalysis>;
};

/** What the thread starts with; `heard` counts blocks that it has taken in. */
export type ListenerStart = { options: MusicAnalysisOptions; heard: SharedArrayBuffer };
/** What the thread answers in the end. */
export type ListenerAnswer = { analysis: MusicAnalysis } | { error: { code?: string; message: string } };

/** Blocks that may wait. */
const mostWaiting = 12;
/** Time without a block being heard after which the thread is taken for dead. */
const patienceMs = 60_000;

/** Starts a listener. */
export function startListener(options: MusicAnalysisOptions): Listener {
  const heard = new SharedArrayBuffer(4);
  const counter = new Int32Array(heard);
  const start: ListenerStart = { options, heard };
  const worker = new Worker(new URL('./listener-thread.ts', import.meta.url), { workerData: start });
  const answer = new Promise<MusicAnalysis>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new KinoraError('internal.bug', 'The analysis of the song ended unexpectedly.')));
    worker.once('message', (message: ListenerAnswer) => {
      if ('analysis' in message) resolve(message.analysis);
      else
        reject(
          isKinoraError(message.error)
            ? new KinoraError(message.error.code, message.error.message)
            : new Error(message.error.message),
        );
    });
  });
  // It may fail while nobody waits for it yet.
  answer.catch(() => undefined);
  let sent = 0;
  return {
    push(block) {
      worker.postMessage(block, [block.buffer as ArrayBuffer]);
      sent++;
      for (let done = Atomics.load(counter, 0); sent - done > mostWaiting; done = Atomics.load(counter, 0)) {
        if (Atomics.wait(counter, 0, done, patienceMs) === 'timed-out') {
          throw new KinoraError('job.failed', 'The analysis of the song does not go on; try again.', {
            isRetryable: true,
          });
        }
      }
    },
    async finish() {
      worker.postMessage(null);
      return await answer;
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
}
