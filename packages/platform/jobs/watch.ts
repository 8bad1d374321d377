import { EventEmitter, once } from 'node:events';
import type { Database } from '../db/database.ts';
import type { Job, JobEvent } from '../db/jobs.ts';
import { findJob, getJob, listJobEvents, listJobs } from '../db/jobs.ts';

/** Notices can be lost while the database is away; so look at least this often. */
const pollMs = 1_000;

/** Whether a job has come to its end. */
export function hasEnded(job: Job): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
}

/** Events of a job after a `seq`: those kept so far, then live ones; ends when the job has ended and all are given. */
export async function* followEvents(
  database: Database,
  options: { userId: string; jobId: string; after: number; signal?: AbortSignal },
): AsyncGenerator<JobEvent, void, undefined> {
  const { userId, jobId, signal } = options;
  const db = database.as(userId);
  const { events } = database.presence;
  const wake = new EventEmitter();
  let isFresh = false;
  const hear = (notice: { job: string }) => {
    if (notice.job !== jobId) return;
    isFresh = true;
    wake.emit('wake');
  };
  events.on('notice', hear);
  let { after } = options;
  try {
    while (!signal?.aborted) {
      isFresh = false;
      const { job, next } = await db.read(async (tx) => {
        // The state first: when that is an end, no event comes after.
        const job = await getJob(tx, jobId);
        return { job, next: await listJobEvents(tx, jobId, after) };
      });
      for (const event of next) {
        yield event;
        after = event.seq;
      }
      if (next.length > 0) continue;
      if (hasEnded(job)) return;
      if (!isFresh) await pause(wake, signal);
    }
  } finally {
    events.off('notice', hear);
  }
}

/** A user's jobs, each time one is started, gets further or ends. */
export async function* followJobs(
  database: Database,
  options: { userId: string; signal?: AbortSignal },
): AsyncGenerator<Job, void, undefined> {
  const { userId, signal } = options;
  const db = database.as(userId);
  const { events } = database.presence;
  const wake = new EventEmitter();
  const changed = new Set<string>();
  const hear = (notice: { owner: string; job: string; what: string }) => {
    if (notice.owner !== userId || notice.what === 'event' || notice.what === 'gpu') return;
    changed.add(notice.job);
    wake.emit('wake');
  };
  const hearAll = async () => {
    const { items } = await db.read((tx) => listJobs(tx, { limit: 20 }));
    for (const job of items) changed.add(job.id);
    wake.emit('wake');
  };
  const onReconnect = () => void hearAll().catch(() => {});
  events.on('notice', hear);
  events.on('reconnect', onReconnect);
  try {
    while (!signal?.aborted) {
      const [id] = changed;
      if (id === undefined) {
        await pause(wake, signal);
        continue;
      }
      changed.delete(id);
      const job = await db.read((tx) => findJob(tx, id));
      if (job) yield job;
    }
  } finally {
    events.off('notice', hear);
    events.off('reconnect', onReconnect);
  }
}

async function pause(wake: EventEmitter, signal: AbortSignal | undefined): Promise<void> {
  const limits = [AbortSignal.timeout(pollMs), ...(signal ? [signal] : [])];
  await once(wake, 'wake', { signal: AbortSignal.any(limits) }).catch(() => {});
}
