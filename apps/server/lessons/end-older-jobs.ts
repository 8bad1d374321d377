import { listJobs } from '@kinora/platform/db';
import type { UserDatabase } from '@kinora/platform/db';
import type { Jobs } from '@kinora/platform/jobs';
import { isPublishing } from '../projects/job-view.ts';
import type { JobView } from '../routes/schemas.ts';

/** Cancels the jobs of a project that began before another: while somebody edits, only the newest version is made. */
export async function endOlderJobs(
  { database, jobs }: { database: UserDatabase; jobs: Jobs },
  projectId: string,
  newest: Pick<JobView, 'id' | 'createdAt'>,
): Promise<void> {
  const { items } = await database.read((tx) => listJobs(tx, { projectId, states: ['queued', 'running'] }));
  for (const job of items) {
    if (isPublishing(job) || job.id === newest.id || job.createdAt.toISOString() > newest.createdAt) continue;
    await jobs.cancel(job.ownerId, job.id);
  }
}
