import type { Json } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database, Transaction } from '../db/database.ts';
import type { Job, JobEvent } from '../db/jobs.ts';
import { createJob, endJob, findJob, getJob, reopenJob } from '../db/jobs.ts';
import type { Assets } from '../storage/store.ts';
import type { GpuTask, JobEndHook, JobHandler } from './context.ts';
import { callGpu, runGpuTask } from './gpu.ts';
import { createRunner } from './run.ts';
import type { StepOptions } from './steps.ts';
import { followEvents, followJobs } from './watch.ts';
import { launchWorkflows } from './workflows.ts';

/** What {@link Jobs.start} needs. */
export type NewJob = {
  /** Default: a new one. */
  id?: string;
  /** Which handler runs it. */
  kind: string;
  /** The job goes with its project when that is deleted. */
  projectId?: string;
  version?: number;
  /** Whatever else the handler needs. */
  input?: Json;
};

/** Durable jobs: what was started runs to its end, whichever process dies. */
export type Jobs = AsyncDisposable & {
  /** Starts a job together with whatever else the transaction does: both or neither. */
  start(tx: Transaction, job: NewJob): Promise<Job>;
  /**
   * Cancels a job that is queued or running; its signal aborts within a moment. One that has ended stays as it is.
   * @throws KinoraError `resource.missing`.
   */
  cancel(userId: string, jobId: string): Promise<Job>;
  /**
   * Queues a failed or cancelled job again; its finished steps stay finished and its events go on.
   * @throws KinoraError `resource.missing`, or `request.conflict` when it is not failed or cancelled.
   */
  retry(userId: string, jobId: string): Promise<Job>;
  /** Events of a job after a `seq` (default 0: all), then live ones, until it has ended. @throws KinoraError `resource.missing`. */
  subscribe(
    userId: string,
    jobId: string,
    options?: { after?: number; signal?: AbortSignal },
  ): AsyncGenerator<JobEvent, void, undefined>;
  /** A user's jobs from now on, each time one is started, gets further or ends. Never ends by itself. */
  changes(userId: string, options?: { signal?: AbortSignal }): AsyncGenerator<Job, void, undefined>;
};

/** Options of {@link openJobs}. */
export type JobsOptions = {
  database: Database;
  assets: Assets;
  /** What runs each kind of job. */
  handlers: Record<string, JobHandler>;
  /** Tasks for the GPU. One process per machine runs them, one at a time. Default none. */
  gpuTasks?: Record<string, GpuTask>;
  /** Jobs at a time in each process; more wait. The process that started last sets it for all. 0: none here, only start and watch. Default 4. */
  concurrency?: number;
  /** Runs in the transaction that ends a job, also when it is cancelled. */
  onEnd?: JobEndHook;
  /** Runs in the transaction that queues an ended job again. */
  onRetry?: JobEndHook;
  /** Name of this machine. Default: its host name. */
  machine?: string;
  /** For tests that break in between steps. */
  onBoundary?: StepOptions['onBoundary'];
};

/**
 * Starts this process's worker: resumes what it had begun before it died, and adopts the jobs of workers that are gone.
 * One per process. Disposing stops its jobs where they are, to be resumed later.
 */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { database, assets, gpuTasks = {} } = options;
  const closing = new AbortController();
  const runner = createRunner({
    ...options,
    gpu: (job, call) =>
      callGpu(job, call, {
        database,
        enqueue: (tx, taskId) => workflows.enqueue(tx, { id: `gpu.${taskId}`, body: 'gpu', args: [tx.userId, taskId] }),
      }),
  });
  const workflows = await launchWorkflows({
    database,
    concurrency: options.concurrency ?? 4,
    hasGpu: Object.keys(gpuTasks).length > 0,
    machine: options.machine ?? hostname(),
    bodies: {
      job: (ownerId, jobId, attempt) => runner.run(ownerId, jobId, attempt),
      gpu: (ownerId, taskId) =>
        runGpuTask({ ownerId, taskId }, { database, assets, tasks: gpuTasks, closing: closing.signal }),
    },
  });
  const stopListening = stopWhatEnded(database, runner);
  const giveUp = () => {
    database.home.log('Another process took the place of this one while the database was away; restart this one.');
    void close();
  };
  database.presence.lost.addEventListener('abort', giveUp, { once: true });

  const enqueue = (tx: Transaction, job: Job) =>
    workflows.enqueue(tx, { id: `${job.id}.${job.attempt}`, body: 'job', args: [tx.userId, job.id, job.attempt] });

  let closed: Promise<void> | undefined;
  const close = () =>
    (closed ??= (async () => {
      stopListening();
      closing.abort(new Error('Kinora is stopping.'));
      await workflows.pause();
      await runner.close();
      await workflows[Symbol.asyncDispose]();
    })());

  return {
    async start(tx, job) {
      const row = await createJob(tx, { ...job, id: job.id ?? randomUUID() });
      await enqueue(tx, row);
      return row;
    },
    cancel: (userId, jobId) =>
      database.as(userId).transaction(
        async (tx) => {
          const ended = await endJob(tx, jobId, { state: 'cancelled' });
          if (ended) await options.onEnd?.(tx, ended);
          return ended ?? getJob(tx, jobId);
        },
        { isIdempotent: true },
      ),
    retry: (userId, jobId) =>
      database.as(userId).transaction(async (tx) => {
        const before = await getJob(tx, jobId);
        const row = await reopenJob(tx, jobId);
        if (!row) {
          throw new KinoraError(
            'request.conflict',
            `The job is ${before.state}; only a failed or cancelled one can be tried again.`,
          );
        }
        await enqueue(tx, row);
        await options.onRetry?.(tx, row);
        return row;
      }),
    subscribe: (userId, jobId, { after = 0, signal } = {}) => followEvents(database, { userId, jobId, after, signal }),
    changes: (userId, { signal } = {}) => followJobs(database, { userId, signal }),
    [Symbol.asyncDispose]: close,
  };
}

/** Stops what runs here once its job is cancelled or deleted, by this process or another. */
function stopWhatEnded(database: Database, runner: ReturnType<typeof createRunner>): () => void {
  const { events } = database.presence;
  const look = async (owner: string, jobId: string) => {
    const job = await database.as(owner).read((tx) => findJob(tx, jobId));
    if (job?.state !== 'running' && job?.state !== 'queued') runner.stop(jobId);
  };
  const hear = (notice: { owner: string; job: string; what: string }) => {
    if (notice.what === 'end' && runner.isRunning(notice.job)) void look(notice.owner, notice.job).catch(() => {});
  };
  const hearAll = () => {
    for (const { ownerId, jobId } of runner.running()) void look(ownerId, jobId).catch(() => {});
  };
  events.on('notice', hear);
  events.on('reconnect', hearAll);
  return () => {
    events.off('notice', hear);
    events.off('reconnect', hearAll);
  };
}
