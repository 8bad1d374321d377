import { KinoraError } from '@kinora/capabilities';
import type { ErrorCode } from '@kinora/capabilities';
import type { Job, Project } from '@kinora/platform/db';
import { toProblem } from '../problem.ts';
import type { JobView } from '../routes/schemas.ts';

/** Kinds of jobs that bring what a project has to somewhere else: they change nothing of it, not even its state. */
export const publishingKinds = ['notion', 'youtube'] as const;

/** Whether a job publishes. */
export function isPublishing({ kind }: Pick<Job, 'kind'>): boolean {
  return (publishingKinds as readonly string[]).includes(kind);
}

/** What a job of any studio keeps as its input; `outputs` null: all there are. */
export type ProjectJobInput = {
  /** `story` is how Kinora 0.1 called `make`. */
  kind: JobView['kind'] | 'story';
  outputs: string[] | null;
  /** Name of the file that it is made from, as it was uploaded. */
  fileName?: string;
};

/** A job as the interface shows it. */
export function jobView(job: Job, project: Project): JobView {
  const { error } = job;
  const { kind } = job.input as ProjectJobInput;
  return {
    id: job.id,
    studio: project.studio as JobView['studio'],
    projectId: project.id,
    title: project.title,
    kind: kind === 'story' ? 'make' : kind,
    state: job.state,
    progress: job.progress,
    step: job.step,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    endedAt: job.endedAt?.toISOString() ?? null,
    error:
      error === null
        ? null
        : toProblem(
            new KinoraError(error.code as ErrorCode, error.message, {
              data: (error.data ?? {}) as Record<string, unknown>,
            }),
          ),
    reuse: job.reuse,
  };
}
