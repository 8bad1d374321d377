import { KinoraError } from '@kinora/capabilities';
import type { AssetRef, ErrorCode } from '@kinora/capabilities';
import type { Job, Project } from '@kinora/platform/db';
import type { StoryRequest } from '@kinora/studios/story/schema';
import { toProblem } from './problem.ts';
import type { JobView, StorySummary } from './routes/schemas.ts';

/** What the studio keeps with a project for lists. */
export type StoredSummary = {
  wish: string;
  style: StoryRequest['style'];
  aspect: StoryRequest['aspect'];
  cover: AssetRef | null;
  seconds: number | null;
  scenes: number;
};

/** A project as the library shows it. */
export function storySummary(project: Project): StorySummary {
  const { wish, style, aspect, cover, seconds, scenes } = project.summary as StoredSummary;
  return {
    id: project.id,
    title: project.title,
    wish,
    createdAt: project.createdAt.toISOString(),
    updatedAt: project.updatedAt.toISOString(),
    version: project.currentVersion,
    state: project.state,
    style,
    aspect,
    cover,
    seconds,
    scenes,
  };
}

/** A job as the interface shows it. */
export function jobView(job: Job, project: Project): JobView {
  const { error } = job;
  return {
    id: job.id,
    storyId: project.id,
    title: project.title,
    kind: (job.input as { kind: JobView['kind'] }).kind,
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
