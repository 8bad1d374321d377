import type { Json, ReuseCount } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { and, desc, eq, inArray, sql } from './drizzle.ts';
import type { Page } from './cursor.ts';
import { decodeCursor, encodeCursor, isAfter, microseconds } from './cursor.ts';
import type { Transaction } from './database.ts';
import { notifyJob } from './notify.ts';
import { jobEvents, jobs } from './schema.ts';
import { isUuid } from './uuid.ts';

/** How a job stands. */
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** What of an error is kept with a job. */
export type JobError = { code: string; message: string; isRetryable: boolean; data: Json };

/** A piece of durable work. */
export type Job = {
  id: string;
  ownerId: string;
  projectId: string | null;
  version: number | null;
  kind: string;
  input: Json;
  state: JobState;
  /** Counts from 1; a retry raises it. */
  attempt: number;
  /** 0–1. */
  progress: number;
  /** What it is doing now, for people. */
  step: string;
  error: JobError | null;
  /** Null before the first step. */
  reuse: ReuseCount | null;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};

/** An event as it was kept. `seq` rises within a job, from 1. */
export type JobEvent<Event = Json> = { seq: number; event: Event; createdAt: Date };

const columns = {
  id: jobs.id,
  ownerId: jobs.ownerId,
  projectId: jobs.projectId,
  version: jobs.version,
  kind: jobs.kind,
  input: sql<Json>`${jobs.input}`,
  state: sql<JobState>`${jobs.state}`,
  attempt: jobs.attempt,
  progress: jobs.progress,
  step: jobs.step,
  error: sql<JobError | null>`${jobs.error}`,
  reuse: sql<ReuseCount | null>`${jobs.reuse}`,
  createdAt: jobs.createdAt,
  startedAt: jobs.startedAt,
  endedAt: jobs.endedAt,
};

/** Adds a queued job. Only `Jobs.start` calls this: a job needs its workflow. */
export async function createJob(
  tx: Transaction,
  job: { id: string; kind: string; projectId?: string; version?: number; input?: Json },
): Promise<Job> {
  const [row] = await tx.drizzle
    .insert(jobs)
    .values({ ...job, ownerId: tx.userId, input: job.input ?? null, state: 'queued' })
    .returning(columns);
  await notifyJob(tx, job.id, 'job');
  return row!;
}

/** @throws KinoraError `resource.missing`. */
export async function getJob(tx: Transaction, id: string): Promise<Job> {
  const row = await findJob(tx, id);
  if (!row)
    throw new KinoraError('resource.missing', 'There is no such job; it may have been deleted with its project.');
  return row;
}

/** A job, or null when there is none, e.g. because it was deleted with its project. */
export async function findJob(tx: Transaction, id: string): Promise<Job | null> {
  const [row] = isUuid(id) ? await tx.drizzle.select(columns).from(jobs).where(eq(jobs.id, id)) : [];
  return row ?? null;
}

/** What {@link listJobs} looks for. */
export type JobQuery = {
  states?: JobState[];
  projectId?: string;
  /** Default all. */
  kinds?: readonly string[];
  /** 1–200. Default 50. */
  limit?: number;
  cursor?: string;
};

/** Jobs from new to old. @throws KinoraError `request.invalid` for a strange cursor. */
export async function listJobs(tx: Transaction, query: JobQuery = {}): Promise<Page<Job>> {
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200);
  const after = query.cursor ? decodeCursor(query.cursor) : undefined;
  const rows = await tx.drizzle
    .select({ ...columns, at: microseconds(jobs.createdAt) })
    .from(jobs)
    .where(
      and(
        query.states ? inArray(jobs.state, query.states) : undefined,
        query.projectId ? eq(jobs.projectId, query.projectId) : undefined,
        query.kinds ? inArray(jobs.kind, [...query.kinds]) : undefined,
        after && isAfter(jobs, after),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit + 1);
  const last = rows[limit - 1];
  const items = rows.slice(0, limit).map(({ at: _at, ...row }) => row);
  return { items, next: rows.length > limit && last ? encodeCursor(last) : null };
}

/** A project's newest job of a kind, or null. */
export async function latestJob(tx: Transaction, projectId: string, kind: string): Promise<Job | null> {
  return (await listJobs(tx, { projectId, kinds: [kind], limit: 1 })).items[0] ?? null;
}

/** Marks a job as running and counts the start. Null when this attempt isn't to be run any more. */
export async function beginJob(
  tx: Transaction,
  id: string,
  attempt: number,
): Promise<(Job & { fruitlessStarts: number }) | null> {
  const [row] = await tx.drizzle
    .update(jobs)
    .set({
      state: 'running',
      startedAt: sql`coalesce(${jobs.startedAt}, now())`,
      fruitlessStarts: sql`${jobs.fruitlessStarts} + 1`,
    })
    .where(and(eq(jobs.id, id), eq(jobs.attempt, attempt), inArray(jobs.state, ['queued', 'running'])))
    .returning({ ...columns, fruitlessStarts: jobs.fruitlessStarts });
  if (row) await notifyJob(tx, id, 'job');
  return row ?? null;
}

/** Ends a job that is queued or running. Null when it had ended before. */
export async function endJob(
  tx: Transaction,
  id: string,
  end: { state: 'done' | 'failed' | 'cancelled'; attempt?: number; error?: JobError },
): Promise<Job | null> {
  const [row] = await tx.drizzle
    .update(jobs)
    .set({
      state: end.state,
      endedAt: sql`now()`,
      error: end.error ?? null,
      ...(end.state === 'done' && { progress: 1 }),
      reuse: sql`${countReuse(id)}`,
    })
    .where(
      and(
        eq(jobs.id, id),
        inArray(jobs.state, ['queued', 'running']),
        end.attempt === undefined ? undefined : eq(jobs.attempt, end.attempt),
      ),
    )
    .returning(columns);
  if (row) await notifyJob(tx, id, 'end');
  return row ?? null;
}

/** Queues an ended job again as its next attempt. Null when it is not failed or cancelled. */
export async function reopenJob(tx: Transaction, id: string): Promise<Job | null> {
  const [row] = await tx.drizzle
    .update(jobs)
    .set({ state: 'queued', attempt: sql`${jobs.attempt} + 1`, error: null, endedAt: null, fruitlessStarts: 0 })
    .where(and(eq(jobs.id, id), inArray(jobs.state, ['failed', 'cancelled'])))
    .returning(columns);
  if (row) await notifyJob(tx, id, 'job');
  return row ?? null;
}

/** Says how far a running job is, and counts what it reused so far. Progress never goes back. */
export async function setProgress(
  tx: Transaction,
  id: string,
  report: { progress: number; step: string },
): Promise<void> {
  await tx.drizzle
    .update(jobs)
    .set({
      progress: sql`greatest(${jobs.progress}, ${report.progress}::float8)`,
      step: report.step,
      reuse: countReuse(id),
    })
    .where(and(eq(jobs.id, id), eq(jobs.state, 'running')));
  await notifyJob(tx, id, 'job');
}

/** Keeps an event once: a second one with the same key is dropped. */
export async function addJobEvent(
  tx: Transaction,
  id: string,
  event: { dedupeKey: string; event: Json },
): Promise<void> {
  const { rowCount } = await tx.client.query(
    `with counted as (
       update jobs set event_count = event_count + 1
        where id = $1 and not exists (select 1 from job_events where job_id = $1 and dedupe_key = $2)
        returning event_count)
     insert into job_events (job_id, seq, owner_id, dedupe_key, event)
     select $1, event_count, $3, $2, $4 from counted on conflict do nothing`,
    [id, event.dedupeKey, tx.userId, JSON.stringify(event.event)],
  );
  if (rowCount) await notifyJob(tx, id, 'event');
}

/** Events of a job after a `seq`, in order, at most 500. */
export function listJobEvents(tx: Transaction, id: string, after = 0): Promise<JobEvent[]> {
  return tx.drizzle
    .select({ seq: jobEvents.seq, event: jobEvents.event, createdAt: jobEvents.createdAt })
    .from(jobEvents)
    .where(and(eq(jobEvents.jobId, id), sql`${jobEvents.seq} > ${after}`))
    .orderBy(jobEvents.seq)
    .limit(500);
}

/** How many derivations a job computed and took from before, so far. */
export async function countJobReuse(tx: Transaction, id: string): Promise<ReuseCount> {
  const { rows } = await tx.drizzle.execute<{ reuse: ReuseCount }>(sql`select ${countReuse(id)} as reuse`);
  return rows[0]!.reuse;
}

function countReuse(id: string) {
  return sql`(select jsonb_build_object('computed', count(*) filter (where is_computed), 'reused', count(*) filter (where not is_computed))
    from job_derivations where job_id = ${id})`;
}
