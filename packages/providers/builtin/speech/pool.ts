import { Worker } from 'node:worker_threads';
import { type ErrorCode, KinoraError, type SpeechMetadata } from '@kinora/capabilities';

/** What a worker is asked. `cancelled[0]` becomes 1 when nobody waits any more. */
export type SpeechTask = { id: number; text: string; voice: string; speed: number; cancelled: Int32Array };

/** What a worker answers. */
export type SpeechReply =
  | {
      id: number;
      audio: Uint8Array;
      unread: string[];
      metadata: SpeechMetadata & { words: NonNullable<SpeechMetadata['words']> };
    }
  | { id: number; error: { code: ErrorCode; message: string; data: Record<string, unknown> } };

/** What came of a task. */
export type Speech = Extract<SpeechReply, { audio: Uint8Array }>;

type Waiting = { task: SpeechTask; resolve: (speech: Speech) => void; reject: (error: unknown) => void };
type Seat = { worker: Worker; current: Waiting | undefined };

/** Worker threads that speak, started when needed; they don't keep the process alive while idle. */
export class SpeechPool implements AsyncDisposable {
  readonly #size: number;
  readonly #seats: Seat[] = [];
  readonly #queue: Waiting[] = [];
  #nextId = 0;
  #isClosed = false;

  constructor(size: number) {
    this.#size = size;
  }

  /** @throws KinoraError of the worker; the signal's reason when aborted. */
  speak(request: { text: string; voice: string; speed: number }, signal?: AbortSignal): Promise<Speech> {
    signal?.throwIfAborted();
    if (this.#isClosed) throw new KinoraError('provider.unavailable', 'The built-in narrator was shut down.');
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    return new Promise<Speech>((resolve, reject) => {
      const abort = () => {
        Atomics.store(cancelled, 0, 1);
        const place = this.#queue.indexOf(waiting);
        if (place >= 0) this.#queue.splice(place, 1);
        reject(signal!.reason);
      };
      const settle = () => signal?.removeEventListener('abort', abort);
      const waiting: Waiting = {
        task: { ...request, id: this.#nextId++, cancelled },
        resolve: (speech) => (settle(), resolve(speech)),
        reject: (error) => (settle(), reject(error)),
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#queue.push(waiting);
      this.#next();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    const closed = new KinoraError('provider.unavailable', 'The built-in narrator was shut down.');
    for (const waiting of this.#queue.splice(0)) waiting.reject(closed);
    const seats = this.#seats.splice(0);
    for (const seat of seats) seat.current?.reject(closed);
    await Promise.all(seats.map((seat) => seat.worker.terminate()));
  }

  #next(): void {
    if (this.#queue.length === 0) return;
    const seat = this.#seats.find((candidate) => !candidate.current) ?? this.#open();
    if (!seat) return;
    const waiting = this.#queue.shift()!;
    seat.current = waiting;
    seat.worker.ref();
    seat.worker.postMessage(waiting.task);
  }

  #open(): Seat | undefined {
    if (this.#seats.length >= this.#size) return undefined;
    const seat: Seat = { worker: new Worker(new URL('./worker.ts', import.meta.url)), current: undefined };
    seat.worker.on('message', (reply: SpeechReply) => this.#receive(seat, reply));
    seat.worker.on('error', (error) => this.#lose(seat, error));
    seat.worker.on('exit', () => this.#lose(seat, undefined));
    this.#seats.push(seat);
    return seat;
  }

  #receive(seat: Seat, reply: SpeechReply): void {
    const waiting = seat.current;
    seat.current = undefined;
    seat.worker.unref();
    if ('error' in reply) {
      waiting?.reject(new KinoraError(reply.error.code, reply.error.message, { data: reply.error.data }));
    } else waiting?.resolve(reply);
    this.#next();
  }

  /** A thread that died fails its task and is replaced by the next one. */
  #lose(seat: Seat, error: Error | undefined): void {
    const place = this.#seats.indexOf(seat);
    if (place < 0) return;
    this.#seats.splice(place, 1);
    seat.current?.reject(
      new KinoraError('provider.failed', 'The built-in narrator stopped unexpectedly; try again.', {
        isRetryable: true,
        cause: error,
      }),
    );
    this.#next();
  }
}
