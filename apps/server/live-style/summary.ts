import type { Project } from '@kinora/platform/db';
import type { LiveWorkSummary } from '../routes/schemas.ts';
import type { StoredLiveWork } from './live-works.ts';

/** A styled video, recording or snapshot as the library shows it. */
export function liveWorkSummary(project: Project): LiveWorkSummary {
  return {
    id: project.id,
    studio: 'live-style',
    title: project.title,
    createdAt: project.createdAt.toISOString(),
    updatedAt: project.updatedAt.toISOString(),
    version: project.currentVersion,
    state: project.state,
    ...(project.summary as StoredLiveWork),
  };
}
