import type { Json } from '@kinora/capabilities';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Transaction } from '../db/database.ts';
import { addGpuTask, beginGpuTask, endGpuTask, findGpuTask } from '../db/gpu-tasks.ts';
import type { Job } from '../db/jobs.ts';
import { getJob } from '../db/jobs.ts';
import type { Assets } from '../storage/store.ts';
import { hashJson } from './canonical-json.ts';
import type { GpuTask } from './context.ts';
import { describeError } from './run.ts';

/** How often to look whether a task has ended, should its notice be lost. */
const pollMs = 500;

/** Puts a task into the queue of the machines with a GPU and waits for its output. A resumed job finds its task again. */
export async function callGpu(
  job: Job,
  call: { task: string; input: Json; signal: AbortSignal },
  options: { database: Database; enqueue: (tx: Transaction, taskId: string) => Promise<void> },
): Promise<Json> {
  const { database, enqueue } = options;
  const { task, input, signal } = call;
  const db = database.as(job.ownerId);
  const id = uuidFrom(hashJson({ job: job.id, attempt: job.attempt, task, input }));
  await db.transaction(
    async (tx) => {
      if (await addGpuTask(tx, { id, jobId: job.id, task, input })) await enqueue(tx, id);
    },
    { isIdempotent: true },
  );
  try {
    for (;;) {
      signal.throwIfAborted();
      const row = await db.read((tx) => findGpuTask(tx, id));
      if (!row || row.state === 'cancelled') throw new KinoraError('job.cancelled', 'The job was cancelled.');
      if (row.state === 'done') return row.output;
      if (row.state === 'failed') throw revive(row.error);
      await once(database.presence.events, 'notice', {
        signal: AbortSignal.any([signal, AbortSignal.timeout(pollMs)]),
      }).catch(() => {});
    }
  } finally {
    // A process that stops leaves the task to whoever resumes the job; a job that ended doesn't.
    if (signal.aborted && isKinoraError(signal.reason)) {
      await db.transaction((tx) => endGpuTask(tx, id, { state: 'cancelled' }), { isIdempotent: true }).catch(() => {});
    }
  }
}

/** Runs a task that the queue gave to this process, unless it or its job has ended. */
export async function runGpuTask(
  at: { ownerId: string; taskId: string },
  options: { database: Database; assets: Assets; tasks: Record<string, GpuTask>; closing: AbortSignal },
): Promise<void> {
  const { database, assets, tasks, closing } = options;
  const db = database.as(at.ownerId);
  const row = await db.transaction(
    async (tx) => {
      const begun = await beginGpuTask(tx, at.taskId);
      return begun && (await getJob(tx, begun.jobId)).state === 'running' ? begun : null;
    },
    { isIdempotent: true, patienceSeconds: 60 },
  );
  if (!row) return;
  const cancelled = new AbortController();
  const hear = (notice: { job: string; what: string }) => {
    if (notice.job === row.jobId && notice.what !== 'job' && notice.what !== 'event') {
      cancelled.abort(new KinoraError('job.cancelled', 'The job was cancelled.'));
    }
  };
  database.presence.events.on('notice', hear);
  let end: Parameters<typeof endGpuTask>[2];
  try {
    const run = tasks[row.task];
    if (!run) throw new KinoraError('internal.bug', `This Kinora has no GPU task "${row.task}".`);
    const signal = AbortSignal.any([cancelled.signal, closing]);
    end = { state: 'done', output: (await run(row.input, { assets: assets.as(at.ownerId), signal })) ?? null };
  } catch (error) {
    if (closing.aborted) return void (await new Promise(() => {}));
    end = { state: 'failed', error: describeError(error) };
  } finally {
    database.presence.events.off('notice', hear);
  }
  await keepTrying(() => db.transaction((tx) => endGpuTask(tx, at.taskId, end), { isIdempotent: true }));
}

async function keepTrying(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isKinoraError(error) || error.code !== 'database.unavailable') throw error;
      await sleep(500);
    }
  }
}

function revive(error: unknown): KinoraError {
  if (!isKinoraError(error)) return new KinoraError('job.failed', 'The GPU task failed.', { isRetryable: true });
  const { code, message, isRetryable, data } = error;
  return new KinoraError(code, message, { isRetryable, data });
}

function uuidFrom(hash: string): string {
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
