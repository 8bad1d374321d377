import { Worker } from 'node:worker_threads';
import { KinoraError } from '@kinora/capabilities';
import type { ArtStyle, SceneSpec, VistaSpec } from '@kinora/capabilities';

/** What is drawn: a scene of a picture book, or a vista with the cut-outs that stand in it. */
export type ImageSubject =
  | { kind: 'scene'; scene: SceneSpec; style: ArtStyle }
  | { kind: 'vista'; vista: VistaSpec; figures: readonly Uint8Array[] };

/** A picture to draw. */
export type ImageTask = {
  subject: ImageSubject;
  width: number;
  height: number;
  seed: number;
  /** Folder in which a vista's layers are left for the clip maker. */
  layers?: string | undefined;
};

/** A drawn picture, JPEG; or why there is none. */
export type ImageReply = { image: Uint8Array } | { problem: string };

type Waiting = {
  task: ImageTask;
  signal: AbortSignal | undefined;
  resolve: (image: Uint8Array) => void;
  reject: (error: unknown) => void;
};

/** Threads that draw, started when needed; they don't keep the process alive while idle. */
export type ImagePool = AsyncDisposable & {
  /** @throws the signal's reason when it aborts; the thread that was drawing is ended. */
  draw(task: ImageTask, signal?: AbortSignal): Promise<Uint8Array>;
};

/** @param size Threads at most. */
export function createImagePool(size: number): ImagePool {
  const idle: Worker[] = [];
  const queue: Waiting[] = [];
  const all = new Set<Worker>();
  let isClosed = false;

  const next = () => {
    const waiting = queue[0];
    if (waiting === undefined) return;
    const worker = idle.pop() ?? (all.size < size ? open() : undefined);
    if (worker === undefined) return;
    queue.shift();
    run(worker, waiting);
  };

  const open = () => {
    const worker = new Worker(new URL('./image-thread.ts', import.meta.url));
    all.add(worker);
    worker.once('exit', () => {
      all.delete(worker);
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
      if (!isClosed) next();
    });
    return worker;
  };

  const run = (worker: Worker, { task, signal, resolve, reject }: Waiting) => {
    const settle = () => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
    };
    const onMessage = (reply: ImageReply) => {
      settle();
      worker.unref();
      idle.push(worker);
      if ('image' in reply) resolve(reply.image);
      else reject(new KinoraError('request.invalid', reply.problem, { data: { field: 'figures' } }));
      next();
    };
    const fail = (error: unknown) => {
      settle();
      reject(error);
    };
    const onError = (cause: unknown) => fail(lost(cause));
    const onExit = () => fail(lost());
    const onAbort = () => {
      fail(signal?.reason);
      void worker.terminate();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.ref();
    worker.postMessage(task);
  };

  return {
    draw(task, signal) {
      signal?.throwIfAborted();
      if (isClosed) throw new KinoraError('provider.unavailable', 'The illustrator was shut down.');
      return new Promise((resolve, reject) => {
        const waiting: Waiting = { task, signal, resolve, reject };
        queue.push(waiting);
        signal?.addEventListener(
          'abort',
          () => {
            const place = queue.indexOf(waiting);
            if (place < 0) return;
            queue.splice(place, 1);
            reject(signal.reason);
          },
          { once: true },
        );
        next();
      });
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      for (const { reject } of queue.splice(0))
        reject(new KinoraError('provider.unavailable', 'The illustrator was shut down.'));
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function lost(cause?: unknown): KinoraError {
  return new KinoraError('provider.failed', 'The illustrator stopped unexpectedly; try again.', {
    isRetryable: true,
    cause,
  });
}
