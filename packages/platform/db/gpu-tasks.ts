import type { Json } from '@kinora/capabilities';
import { and, eq, inArray, sql } from './drizzle.ts';
import type { Transaction } from './database.ts';
import type { JobError } from './jobs.ts';
import { notifyJob } from './notify.ts';
import { gpuTasks } from './schema.ts';

/** A piece of work for a GPU. */
export type GpuTaskRow = {
  id: string;
  jobId: string;
  task: string;
  input: Json;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  output: Json;
  error: JobError | null;
};

const columns = {
  id: gpuTasks.id,
  jobId: gpuTasks.jobId,
  task: gpuTasks.task,
  input: gpuTasks.input,
  state: sql<GpuTaskRow['state']>`${gpuTasks.state}`,
  output: sql<Json>`${gpuTasks.output}`,
  error: sql<JobError | null>`${gpuTasks.error}`,
};

/** Adds a task; false when it is there already. */
export async function addGpuTask(
  tx: Transaction,
  task: { id: string; jobId: string; task: string; input: Json },
): Promise<boolean> {
  const { rowCount } = await tx.drizzle
    .insert(gpuTasks)
    .values({ ...task, ownerId: tx.userId, state: 'queued' })
    .onConflictDoNothing();
  return rowCount === 1;
}

/** A task, or null when its job was deleted. */
export async function findGpuTask(tx: Transaction, id: string): Promise<GpuTaskRow | null> {
  const [row] = await tx.drizzle.select(columns).from(gpuTasks).where(eq(gpuTasks.id, id));
  return row ?? null;
}

/** Marks a task as running. Null when it isn't to be run any more. */
export async function beginGpuTask(tx: Transaction, id: string): Promise<GpuTaskRow | null> {
  const [row] = await tx.drizzle.update(gpuTasks).set({ state: 'running' }).where(isOpen(id)).returning(columns);
  return row ?? null;
}

/** Ends a task that hasn't ended, and tells whoever waits. */
export async function endGpuTask(
  tx: Transaction,
  id: string,
  end: { state: 'done'; output: Json } | { state: 'failed'; error: JobError } | { state: 'cancelled' },
): Promise<void> {
  const [row] = await tx.drizzle.update(gpuTasks).set(end).where(isOpen(id)).returning({ jobId: gpuTasks.jobId });
  if (row) await notifyJob(tx, row.jobId, 'gpu');
}

function isOpen(id: string) {
  return and(eq(gpuTasks.id, id), inArray(gpuTasks.state, ['queued', 'running']));
}
