import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { KinoraError } from '@kinora/capabilities';
import type { FrameStyle, StyledFrame, StylerFrame, StylerOptions, StylerSession } from '@kinora/capabilities';
import type { FromThread, ToThread } from './messages.ts';

/** Threads that paint. Each session has a thread that keeps its strokes; a thread paints its sessions in turn. */
export type PaintingPool = AsyncDisposable & {
  /** @throws KinoraError `provider.unavailable` after the end, `provider.failed` when the thread can't paint. */
  open(options: StylerOptions): Promise<StylerSession>;
  load(): { sessions: number; parallel: number; framesPerSecond?: number };
};

type Waiting = {
  session: Session;
  frame: StylerFrame;
  time: number;
  /** Of the style that it is painted in. */
  generation?: number;
  /** Of the clock `performance.now()`; after it the frame is not painted any more. */
  until: number;
  resolve: (frame: StyledFrame) => void;
  reject: (error: unknown) => void;
};

type Session = {
  id: number;
  options: Omit<StylerOptions, 'signal'>;
  /** Work of a frame beside one of 512 × 512 pixels; a tenth of it is the same for every size. */
  area: number;
  style: FrameStyle;
  generation: number;
  blend: number;
  /** Frames. */
  painted: number;
  thread: Thread;
  isLost: boolean;
};

type Thread = {
  worker: Worker;
  sessions: Set<Session>;
  /** Frames in the order in which they came; one a session, so that sessions take turns. */
  queue: Waiting[];
  running: Waiting | null;
  watchdog?: NodeJS.Timeout;
  /** Sessions that it is opening. */
  opening: Map<number, PromiseWithResolvers<void>>;
};

/**
 * Starts threads as sessions need them.
 * @param options.size Threads at most. Default: one for each core.
 * @param options.thread Module that they run.
 * @param options.hangMs A frame that takes longer means that its thread hangs. Default 15,000.
 */
export function createPaintingPool(options: { size?: number; thread: URL; hangMs?: number }): PaintingPool {
  const { hangMs = 15_000 } = options;
  const size = options.size ?? Math.min(16, Math.max(1, availableParallelism()));
  const threads = new Set<Thread>();
  let lastId = 0;
  let isClosed = false;
  /** Milliseconds of a frame of 512 × 512 pixels, of late. */
  let usualMs: number | undefined;

  const start = (): Thread => {
    const worker = new Worker(options.thread);
    const thread: Thread = { worker, sessions: new Set(), queue: [], running: null, opening: new Map() };
    threads.add(thread);
    const lose = (cause?: unknown) => {
      if (!threads.delete(thread)) return;
      clearTimeout(thread.watchdog);
      void worker.terminate();
      const problem = new KinoraError('provider.failed', 'The thread that paints stopped unexpectedly.', { cause });
      for (const session of thread.sessions) session.isLost = true;
      for (const waiting of [thread.running, ...thread.queue.splice(0)]) waiting?.reject(problem);
      for (const { reject } of thread.opening.values()) reject(problem);
      thread.running = null;
    };
    worker.on('message', (message: FromThread) => hear(thread, message));
    worker.on('error', lose).on('exit', () => lose());
    return thread;
  };

  const hear = (thread: Thread, message: FromThread) => {
    if (message.type === 'opened') {
      const opening = thread.opening.get(message.session);
      thread.opening.delete(message.session);
      if (message.problem) opening?.reject(new KinoraError(message.problem.code, message.problem.message));
      else opening?.resolve();
      return;
    }
    clearTimeout(thread.watchdog);
    const { running } = thread;
    thread.running = null;
    if (running && message.type === 'failed')
      running.reject(new KinoraError(message.problem.code, message.problem.message));
    else if (running && message.type === 'painted') {
      const { frame, isRepeat, milliseconds } = message;
      // The first frames of a session also make what the others find made.
      if (!isRepeat && (running.session.painted += 1) > 3) {
        const ms = milliseconds / running.session.area;
        usualMs = usualMs === undefined ? ms : usualMs + (ms - usualMs) * (ms < usualMs ? 0.3 : 0.05);
      }
      running.resolve({ ...frame, generation: running.generation ?? 0, isRepeat, milliseconds });
    }
    next(thread);
  };

  /** The thread with the fewest sessions; a new one while there are cores that none paints on. */
  const choose = (): Thread => {
    const idlest = [...threads].toSorted((a, b) => a.sessions.size - b.sessions.size)[0];
    return idlest === undefined || (idlest.sessions.size > 0 && threads.size < size) ? start() : idlest;
  };

  const join = (session: Session, thread: Thread) => {
    session.thread = thread;
    thread.sessions.add(session);
    const opening = Promise.withResolvers<void>();
    thread.opening.set(session.id, opening);
    // It keeps the process alive only while it has something to do.
    thread.worker.ref();
    tell(thread, { type: 'open', session: session.id, options: { ...session.options, style: session.style } });
    return opening.promise.finally(() => next(thread));
  };

  const leave = (session: Session) => {
    session.thread.sessions.delete(session);
    if (threads.has(session.thread)) tell(session.thread, { type: 'close', session: session.id });
  };

  /** When a session ends, another moves to where there is room. Its strokes begin anew there, which is seen once. */
  const balance = () => {
    const byLoad = [...threads].toSorted((a, b) => a.sessions.size - b.sessions.size);
    const [idlest, busiest] = [byLoad[0], byLoad.at(-1)];
    if (!idlest || !busiest || busiest.sessions.size - idlest.sessions.size < 2) return;
    const isPainted = (session: Session) =>
      busiest.running?.session === session || busiest.queue.some((each) => each.session === session);
    const mover = [...busiest.sessions].find((session) => !isPainted(session));
    if (!mover) return;
    leave(mover);
    // What goes wrong there is told by its next frame.
    join(mover, idlest).catch(() => {});
  };

  const next = (thread: Thread) => {
    if (thread.running) return;
    const waiting = thread.queue.shift();
    if (!waiting) {
      if (thread.opening.size === 0) thread.worker.unref();
      return;
    }
    if (performance.now() > waiting.until) {
      waiting.reject(tooLate());
      next(thread);
      return;
    }
    thread.running = waiting;
    paint(thread, waiting);
  };

  const paint = (thread: Thread, waiting: Waiting) => {
    const { session, frame, time } = waiting;
    const { style, generation, blend } = session;
    waiting.generation = generation;
    thread.watchdog = setTimeout(() => void thread.worker.terminate(), hangMs);
    thread.worker.ref();
    // Copied: a frame from a socket may be a part of a larger buffer, which would be sent whole.
    const image = new Uint8Array(frame.image);
    const message: ToThread = {
      type: 'paint',
      session: session.id,
      frame: { image, mediaType: frame.mediaType },
      time,
      style,
      generation,
      blend,
    };
    thread.worker.postMessage(message, [image.buffer]);
  };

  return {
    async open({ signal, ...asked }) {
      if (isClosed) throw new KinoraError('provider.unavailable', 'Kinora’s painters were shut down.');
      lastId += 1;
      const session: Session = {
        id: lastId,
        options: asked,
        area: 0.1 + (0.9 * asked.width * asked.height) / 512 ** 2,
        style: asked.style,
        generation: 0,
        blend: 0,
        painted: 0,
        thread: choose(),
        isLost: false,
      };
      try {
        await join(session, session.thread);
        signal?.throwIfAborted();
      } catch (error) {
        leave(session);
        throw error;
      }
      let isOpen = true;
      return {
        setStyle(style, { generation, blend = 1 }) {
          Object.assign(session, { style, generation, blend });
        },
        async style(frame, { time, maxWaitMs = Infinity, signal }) {
          signal?.throwIfAborted();
          if (!isOpen || session.isLost)
            throw new KinoraError('provider.unavailable', 'This session was closed; open another.');
          const { thread } = session;
          const { promise, resolve, reject } = Promise.withResolvers<StyledFrame>();
          const waiting: Waiting = { session, frame, time, until: performance.now() + maxWaitMs, resolve, reject };
          const forget = (reason: unknown) => {
            const place = thread.queue.indexOf(waiting);
            if (place >= 0) thread.queue.splice(place, 1);
            reject(reason);
          };
          const onAbort = () => forget(signal?.reason);
          signal?.addEventListener('abort', onAbort, { once: true });
          const timer = Number.isFinite(maxWaitMs)
            ? setTimeout(() => thread.queue.includes(waiting) && forget(tooLate()), maxWaitMs)
            : undefined;
          thread.queue.push(waiting);
          next(thread);
          try {
            return await promise;
          } finally {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
          }
        },
        async [Symbol.asyncDispose]() {
          if (!isOpen) return;
          isOpen = false;
          const { thread } = session;
          for (const waiting of thread.queue.filter((each) => each.session === session)) {
            thread.queue.splice(thread.queue.indexOf(waiting), 1);
            waiting.reject(new KinoraError('provider.unavailable', 'This session was closed.'));
          }
          leave(session);
          balance();
        },
      };
    },
    load: () => ({
      sessions: [...threads].reduce((sum, { sessions }) => sum + sessions.size, 0),
      parallel: size,
      ...(usualMs !== undefined && { framesPerSecond: (size * 1000) / usualMs }),
    }),
    async [Symbol.asyncDispose]() {
      isClosed = true;
      const all = [...threads];
      const problem = new KinoraError('provider.unavailable', 'Kinora’s painters were shut down.');
      for (const thread of all)
        for (const waiting of [thread.running, ...thread.queue.splice(0)]) waiting?.reject(problem);
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
}

function tell(thread: Thread, message: ToThread): void {
  thread.worker.postMessage(message);
}

function tooLate(): KinoraError {
  return new KinoraError('provider.timeout', 'The frame waited too long for its turn.');
}
