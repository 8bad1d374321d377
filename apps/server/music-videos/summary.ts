import type { AssetRef } from '@kinora/capabilities';
import type { Project } from '@kinora/platform/db';
import type { MusicVideoSummary } from '../routes/schemas.ts';

/** What the studio keeps with a project for lists. */
export type StoredMusicVideo = Pick<
  MusicVideoSummary,
  'artist' | 'theme' | 'world' | 'size' | 'seconds' | 'scenes' | 'hasFilm'
> & { cover: AssetRef | null };

/** A music video as the library shows it. */
export function musicVideoSummary(project: Project): MusicVideoSummary {
  return {
    id: project.id,
    studio: 'music-video',
    title: project.title,
    createdAt: project.createdAt.toISOString(),
    updatedAt: project.updatedAt.toISOString(),
    version: project.currentVersion,
    state: project.state,
    ...(project.summary as StoredMusicVideo),
  };
}
