import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { Json } from '@kinora/capabilities';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import type { Job, JobError } from '../db/jobs.ts';
import { beginJob, countJobReuse, endJob } from '../db/jobs.ts';
import type { Assets } from '../storage/store.ts';
import { createAlone } from './alone.ts';
import type { JobContext, JobEndHook, JobHandler } from './context.ts';
import { createEmit, createReport } from './events.ts';
import type { StepOptions } from './steps.ts';
import { createStep } from './steps.ts';

/** A job that was started this often without finishing one more step is given up: it may be what kills the process. */
const maxFruitlessStarts = 25;

/** What running a job takes. */
export type RunnerOptions = {
  database: Database;
  assets: Assets;
  handlers: Record<string, JobHandler>;
  onEnd?: JobEndHook;
  onBoundary?: StepOptions['onBoundary'];
  gpu: (job: Job, call: { task: string; input: Json; signal: AbortSignal }) => Promise<Json>;
};

/** Runs jobs and can stop them. */
export type Runner = {
  /** Runs a job to its end. Never settles when the process is shutting down, so that the job is resumed later. */
  run(ownerId: string, jobId: string, attempt: number): Promise<void>;
  /** Jobs that run here now. */
  running(): { ownerId: string; jobId: string }[];
  isRunning(jobId: string): boolean;
  /** Stops a job if it runs here, e.g. because it was cancelled. */
  stop(jobId: string): void;
  /** Stops all for good and waits until their code has let go, at most 5 seconds. */
  close(): Promise<void>;
};

type Running = { ownerId: string; controller: AbortController; ended: Promise<void> };

/** Makes a {@link Runner}. */
export function createRunner(options: RunnerOptions): Runner {
  const { database } = options;
  const turns = { busy: new Set<string>(), released: new EventEmitter().setMaxListeners(0) };
  const active = new Map<string, Running>();
  let isClosing = false;

  async function run(ownerId: string, jobId: string, attempt: number): Promise<void> {
    while (!isClosing) {
      const controller = new AbortController();
      const ended = Promise.withResolvers<void>();
      const entry = { ownerId, controller, ended: ended.promise };
      active.set(jobId, entry);
      try {
        await runOnce({ ownerId, jobId, attempt, controller });
        return;
      } catch (error) {
        if (isClosing) break;
        if (!isAway(error)) throw error;
        database.home.log(`Job ${jobId} waits for the database.`);
        await sleep(500);
      } finally {
        // A retry may have begun while this attempt was letting go.
        if (active.get(jobId) === entry) active.delete(jobId);
        ended.resolve();
      }
    }
    await new Promise(() => {});
  }

  /** @throws Only when the database is away or the process is closing: then nothing was decided. */
  async function runOnce(start: {
    ownerId: string;
    jobId: string;
    attempt: number;
    controller: AbortController;
  }): Promise<void> {
    const { ownerId, jobId, attempt, controller } = start;
    const db = database.as(ownerId);
    const job = await db.transaction((tx) => beginJob(tx, jobId, attempt), { isIdempotent: true });
    if (!job) return;
    let end: { state: 'done' } | { state: 'failed'; error: JobError } = { state: 'done' };
    try {
      if (job.fruitlessStarts > maxFruitlessStarts) throw givenUp();
      const handler = options.handlers[job.kind];
      if (!handler) throw new KinoraError('internal.bug', `This Kinora cannot run jobs of the kind "${job.kind}".`);
      await handler(contextOf(job, controller));
      if (controller.signal.aborted) throw controller.signal.reason;
    } catch (error) {
      if (isClosing || isAway(error)) throw error;
      if (!isKinoraError(error)) database.home.log(`Job ${jobId} failed: ${(error as Error)?.stack ?? String(error)}`);
      end = { state: 'failed', error: describeError(error) };
    }
    // A job that was cancelled or deleted has ended already; then this changes nothing.
    await db.transaction(
      async (tx) => {
        const ended = await endJob(tx, jobId, { attempt, ...end });
        if (ended) await options.onEnd?.(tx, ended);
      },
      { isIdempotent: true },
    );
  }

  function contextOf(job: Job, controller: AbortController): JobContext {
    const { signal } = controller;
    const db = database.as(job.ownerId);
    const assets = options.assets.as(job.ownerId);
    const { onBoundary } = options;
    const { life } = database.presence;
    return {
      job,
      database: db,
      assets,
      signal,
      step: createStep({ jobId: job.id, database: db, assets, signal, life, turns, onBoundary }),
      alone: createAlone({ jobId: job.id, database: db, signal, life, turns }),
      emit: createEmit(db, job.id),
      report: createReport(db, job.id),
      gpu: (task, input) => options.gpu(job, { task, input, signal }),
      reuse: () => db.read((tx) => countJobReuse(tx, job.id)),
    };
  }

  return {
    run,
    running: () => [...active].map(([jobId, { ownerId }]) => ({ ownerId, jobId })),
    isRunning: (jobId) => active.has(jobId),
    stop: (jobId) => active.get(jobId)?.controller.abort(new KinoraError('job.cancelled', 'The job was cancelled.')),
    async close() {
      isClosing = true;
      const all = [...active.values()];
      for (const { controller } of all) controller.abort(new Error('Kinora is stopping.'));
      await Promise.race([Promise.allSettled(all.map(({ ended }) => ended)), sleep(5_000, undefined, { ref: false })]);
    },
  };
}

/** What of an error is kept: its code and message, never its stack or cause. */
export function describeError(error: unknown): JobError {
  if (!isKinoraError(error)) {
    const message = 'Something in Kinora went wrong; try again, and report it if it happens again.';
    return { code: 'job.failed', message, isRetryable: true, data: {} };
  }
  // Also errors that crossed a process as JSON, which may lack the rest.
  const { code, message } = error;
  const { isRetryable, data }: { isRetryable?: boolean; data?: unknown } = error;
  return { code, message, isRetryable: isRetryable ?? false, data: JSON.parse(JSON.stringify(data ?? {})) as Json };
}

function isAway(error: unknown): boolean {
  return isKinoraError(error) && error.code === 'database.unavailable';
}

function givenUp(): KinoraError {
  return new KinoraError(
    'job.failed',
    'The job was started many times and never got further, so it was given up; it may need more memory than there is.',
    { isRetryable: true },
  );
}
