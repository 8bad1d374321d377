import type { AssetRef } from '@kinora/capabilities';
import type { Project } from '@kinora/platform/db';
import type { StoryRequest } from '@kinora/studios/story/schema';
import type { StorySummary } from '../routes/schemas.ts';

/** What the studio keeps with a project for lists. */
export type StoredSummary = {
  wish: string;
  style: StoryRequest['style'];
  aspect: StoryRequest['aspect'];
  cover: AssetRef | null;
  seconds: number | null;
  scenes: number;
};

/** A story as the library shows it. */
export function storySummary(project: Project): StorySummary {
  const { wish, style, aspect, cover, seconds, scenes } = project.summary as StoredSummary;
  return {
    id: project.id,
    studio: 'story',
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
