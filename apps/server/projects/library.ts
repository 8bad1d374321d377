import { listProjects } from '@kinora/platform/db';
import type { Project, UserDatabase } from '@kinora/platform/db';
import type { ProjectSummary, StudioName } from '../routes/schemas.ts';

/** What the owner made in all studios. */
export type Library = {
  /** Newest first. */
  list(options: {
    studio?: StudioName;
    query?: string;
    limit: number;
    cursor?: string;
  }): Promise<{ items: ProjectSummary[]; next: string | null }>;
};

/**
 * Makes the {@link Library}.
 * @param summaries How each studio shows its projects; those of studios that are not named are left out.
 */
export function createLibrary(
  database: UserDatabase,
  summaries: Record<StudioName, (project: Project) => ProjectSummary>,
): Library {
  return {
    async list(options) {
      const page = await database.read((tx) => listProjects(tx, options));
      const items = page.items.flatMap((project) => {
        const summarise = Object.hasOwn(summaries, project.studio)
          ? summaries[project.studio as StudioName]
          : undefined;
        return summarise === undefined ? [] : [summarise(project)];
      });
      return { items, next: page.next };
    },
  };
}
