import { desc, eq } from './drizzle.ts';
import type { Transaction } from './database.ts';
import { isUuid } from './uuid.ts';
import { publishedProjects, sites } from './schema.ts';

/** The public site of an owner. */
export type SiteRow = { isOn: boolean; title: string; description: string; language: string; address: string };

/** A project that is shown on the site. */
export type PublishedRow = { projectId: string; slug: string; publishedAt: Date };

/** The site as it was set, or null. */
export async function readSite(tx: Transaction): Promise<SiteRow | null> {
  const [row] = await tx.drizzle
    .select({
      isOn: sites.isOn,
      title: sites.title,
      description: sites.description,
      language: sites.language,
      address: sites.address,
    })
    .from(sites);
  return row ?? null;
}

/** Sets the site. */
export async function writeSite(tx: Transaction, site: SiteRow): Promise<void> {
  await tx.drizzle
    .insert(sites)
    .values({ ...site, ownerId: tx.userId })
    .onConflictDoUpdate({ target: sites.ownerId, set: { ...site, updatedAt: new Date() } });
}

/** Projects on the site, newest first. */
export async function listPublished(tx: Transaction): Promise<PublishedRow[]> {
  return tx.drizzle
    .select({
      projectId: publishedProjects.projectId,
      slug: publishedProjects.slug,
      publishedAt: publishedProjects.publishedAt,
    })
    .from(publishedProjects)
    .orderBy(desc(publishedProjects.publishedAt));
}

/** Puts a project on the site, once; a slug that is taken gets a number. */
export async function publishProject(tx: Transaction, projectId: string, wanted: string): Promise<void> {
  const taken = new Set((await listPublished(tx)).filter((row) => row.projectId !== projectId).map(({ slug }) => slug));
  let slug = wanted;
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`;
  await tx.drizzle
    .insert(publishedProjects)
    .values({ projectId, ownerId: tx.userId, slug })
    .onConflictDoNothing({ target: publishedProjects.projectId });
}

/** Takes a project off the site. */
export async function withdrawProject(tx: Transaction, projectId: string): Promise<void> {
  if (isUuid(projectId)) await tx.drizzle.delete(publishedProjects).where(eq(publishedProjects.projectId, projectId));
}
