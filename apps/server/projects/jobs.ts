import type { Json } from '@kinora/capabilities';
import { getJob, getProject, listJobs, listJobWork } from '@kinora/platform/db';
import type { Job, Project, Transaction, UserDatabase } from '@kinora/platform/db';
import type { Jobs } from '@kinora/platform/jobs';
import { studioNames } from '../routes/schemas.ts';
import type { JobView, WorkItem } from '../routes/schemas.ts';
import { isPublishing, jobView } from './job-view.ts';

/** The jobs of one owner, whichever studio they belong to. Routes and command line call nothing else. */
export type ProjectJobs = {
  list(options: { state?: JobView['state'] }): Promise<JobView[]>;
  /** @throws KinoraError `resource.missing`. */
  get(id: string): Promise<JobView>;
  /** The finished steps of a job, in the order in which they ended. */
  work(id: string): Promise<WorkItem[]>;
  cancel(id: string): Promise<JobView>;
  retry(id: string): Promise<JobView>;
  /** Events of a job after a sequence number, live; ends after the job has ended. */
  events(id: string, options: { after: number; signal: AbortSignal }): AsyncIterable<{ seq: number; event: Json }>;
};

/** Makes {@link ProjectJobs}. */
export function createProjectJobs({ database, jobs }: { database: UserDatabase; jobs: Jobs }): ProjectJobs {
  const view = (id: string) =>
    database.read(async (tx) => {
      const job = await getJob(tx, id);
      return jobView(job, await projectOf(tx, job));
    });

  return {
    list: ({ state }) =>
      database.read(async (tx) => {
        const { items } = await listJobs(tx, state === undefined ? {} : { states: [state] });
        const known = items.filter((job) => (studioNames as readonly string[]).includes(job.kind) || isPublishing(job));
        return Promise.all(known.map(async (job) => jobView(job, await projectOf(tx, job))));
      }),

    get: view,

    async work(id) {
      await view(id);
      const items = await database.read((tx) => listJobWork(tx, id));
      return items.map(({ name, seconds, isComputed, servedBy }) => ({
        name,
        seconds,
        reused: !isComputed,
        servedBy: servedBy.map((served) => ({
          capability: served.capability,
          // Work of earlier versions knows no revision.
          model: (served.identity as string | undefined) ?? `${served.provider}/${served.modelId}`,
          device: served.device,
          seconds: served.seconds,
          ...(served.fallback && { instead: served.fallback.reason }),
        })),
      }));
    },

    async cancel(id) {
      await view(id);
      await jobs.cancel(database.userId, id);
      return view(id);
    },

    async retry(id) {
      await view(id);
      await jobs.retry(database.userId, id);
      return view(id);
    },

    async *events(id, { after, signal }) {
      for await (const { seq, event } of jobs.subscribe(database.userId, id, { after, signal })) yield { seq, event };
    },
  };
}

function projectOf(tx: Transaction, job: Job): Promise<Project> {
  return getProject(tx, job.projectId ?? '');
}
