import { getVersion, listJobs, listVersions, updateProject } from '@kinora/platform/db';
import type { Transaction } from '@kinora/platform/db';
import type { JobEndHook } from '@kinora/platform/jobs';
import { isPublishing } from './job-view.ts';

/**
 * Sets the state of a project in the transaction that ends its job. One that has a result, be it from an earlier version,
 * stays ready when a change fails. While another of its jobs is at work, it is still being made.
 */
export const endProjectJob: JobEndHook = async (tx, job) => {
  if (job.projectId === null || isPublishing(job)) return;
  // Two that end at once wait for each other here, so that the second sees the first ended.
  await updateProject(tx, job.projectId, {});
  const { items } = await listJobs(tx, {
    projectId: job.projectId,
    kinds: [job.kind],
    states: ['queued', 'running'],
    limit: 2,
  });
  if (items.some(({ id }) => id !== job.id)) return;
  const state = (await hasResult(tx, job.projectId)) ? 'ready' : job.state === 'cancelled' ? 'cancelled' : 'failed';
  await updateProject(tx, job.projectId, { state });
};

/** Sets the state of a project in the transaction that queues its job again. */
export const reopenProject: JobEndHook = async (tx, job) => {
  if (job.projectId !== null && !isPublishing(job)) await updateProject(tx, job.projectId, { state: 'making' });
};

async function hasResult(tx: Transaction, projectId: string): Promise<boolean> {
  for (const { version } of await listVersions(tx, projectId)) {
    if ((await getVersion(tx, projectId, version)).result !== null) return true;
  }
  return false;
}
