import type { Json } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { and, desc, eq, sql } from './drizzle.ts';
import { randomUUID } from 'node:crypto';
import { assetsIn } from './asset-refs.ts';
import { keepAssets } from './assets.ts';
import type { Page } from './cursor.ts';
import { decodeCursor, encodeCursor, isAfter, microseconds } from './cursor.ts';
import type { Transaction } from './database.ts';
import { notifyJob } from './notify.ts';
import { jobs, projects, versions } from './schema.ts';
import { isUuid } from './uuid.ts';

/** How a project stands. */
export type ProjectState = 'making' | 'ready' | 'failed' | 'cancelled';

/** Something a person made, e.g. a story. */
export type Project = {
  id: string;
  studio: string;
  title: string;
  state: ProjectState;
  /** Counts from 1. */
  currentVersion: number;
  createdAt: Date;
  updatedAt: Date;
  /** What a list shows of it; the studio decides. */
  summary: Json;
};

/** What {@link createProject} needs. */
export type NewProject = {
  /** Default: a new one. Give it when the transaction may be run again. */
  id?: string;
  studio: string;
  title: string;
  /** Default `making`. */
  state?: ProjectState;
  summary: Json;
  /** Words beside the title that a search finds. */
  searchText?: string;
};

const columns = {
  id: projects.id,
  studio: projects.studio,
  title: projects.title,
  state: sql<ProjectState>`${projects.state}`,
  currentVersion: projects.currentVersion,
  createdAt: projects.createdAt,
  updatedAt: projects.updatedAt,
  summary: projects.summary,
};

/** Adds a project at version 1; {@link addVersion} says what that holds. */
export async function createProject(tx: Transaction, project: NewProject): Promise<Project> {
  const assets = assetsIn(project.summary);
  await keepAssets(tx, assets);
  const [row] = await tx.drizzle
    .insert(projects)
    .values({
      id: project.id ?? randomUUID(),
      ownerId: tx.userId,
      studio: project.studio,
      title: project.title,
      state: project.state ?? 'making',
      summary: project.summary,
      searchText: project.searchText ?? '',
      assets,
    })
    .returning(columns);
  return row!;
}

/** @throws KinoraError `resource.missing`. */
export async function getProject(tx: Transaction, id: string): Promise<Project> {
  const [row] = isUuid(id) ? await tx.drizzle.select(columns).from(projects).where(eq(projects.id, id)) : [];
  if (!row) throw missing();
  return row;
}

/** What {@link listProjects} looks for. */
export type ProjectQuery = {
  studio?: string;
  /** Words that all occur in the title or search text, whatever their case. */
  query?: string;
  /** 1–100. Default 24. */
  limit?: number;
  /** From {@link Page.next}. */
  cursor?: string;
};

/** Projects from new to old. @throws KinoraError `request.invalid` for a strange cursor. */
export async function listProjects(tx: Transaction, query: ProjectQuery = {}): Promise<Page<Project>> {
  const limit = Math.min(Math.max(query.limit ?? 24, 1), 100);
  const after = query.cursor ? decodeCursor(query.cursor) : undefined;
  const words = (query.query ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 12);
  const rows = await tx.drizzle
    .select({ ...columns, at: microseconds(projects.createdAt) })
    .from(projects)
    .where(
      and(
        query.studio ? eq(projects.studio, query.studio) : undefined,
        after && isAfter(projects, after),
        ...words.map(
          (word) =>
            sql`(${projects.title} || ' ' || ${projects.searchText}) ilike ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`,
        ),
      ),
    )
    .orderBy(desc(projects.createdAt), desc(projects.id))
    .limit(limit + 1);
  const last = rows[limit - 1];
  const items = rows.slice(0, limit).map(({ at: _at, ...row }) => row);
  return { items, next: rows.length > limit && last ? encodeCursor(last) : null };
}

/** Changes of a project; what is omitted stays. */
export type ProjectChange = Partial<Pick<Project, 'title' | 'state' | 'summary' | 'currentVersion'>> & {
  searchText?: string;
};

/** Changes a project. @throws KinoraError `resource.missing`. */
export async function updateProject(tx: Transaction, id: string, change: ProjectChange): Promise<Project> {
  const assets = change.summary === undefined ? undefined : assetsIn(change.summary);
  if (assets) await keepAssets(tx, assets);
  const [row] = isUuid(id)
    ? await tx.drizzle
        .update(projects)
        .set({ ...change, ...(assets && { assets }), updatedAt: new Date() })
        .where(eq(projects.id, id))
        .returning(columns)
    : [];
  if (!row) throw missing();
  return row;
}

/** Gives a project another title. @throws KinoraError `resource.missing`. */
export function renameProject(tx: Transaction, id: string, title: string): Promise<Project> {
  return updateProject(tx, id, { title });
}

/** Deletes a project with its versions, jobs and events; running jobs are told. @throws KinoraError `resource.missing`. */
export async function deleteProjectRows(tx: Transaction, id: string): Promise<void> {
  await getProject(tx, id);
  const running = await tx.drizzle.select({ id: jobs.id }).from(jobs).where(eq(jobs.projectId, id));
  await tx.drizzle.delete(projects).where(eq(projects.id, id));
  for (const job of running) await notifyJob(tx, job.id, 'end');
}

/** One state of a project over time. */
export type Version = {
  projectId: string;
  version: number;
  request: Json;
  /** Null until it is written. */
  script: Json;
  /** Null until it is made. */
  result: Json;
  /** What was changed, for people. */
  change: string;
  createdAt: Date;
};

const versionColumns = {
  projectId: versions.projectId,
  version: versions.version,
  request: versions.request,
  script: sql<Json>`${versions.script}`,
  result: sql<Json>`${versions.result}`,
  change: versions.change,
  createdAt: versions.createdAt,
};

/**
 * Adds a version and makes it the project's current one. Two edits at once get two numbers.
 * @returns The new version; numbers count from 1.
 */
export async function addVersion(
  tx: Transaction,
  version: { projectId: string; request: Json; script?: Json; result?: Json; change: string },
): Promise<Version> {
  const { projectId, request, script = null, result = null, change } = version;
  const [project] = await tx.drizzle
    .select({ id: projects.id })
    .from(projects)
    .where(eq(projects.id, projectId))
    .for('update');
  if (!project) throw missing();
  const [{ next } = { next: 1 }] = await tx.drizzle
    .select({ next: sql<number>`coalesce(max(${versions.version}), 0) + 1` })
    .from(versions)
    .where(eq(versions.projectId, projectId));
  const assets = assetsIn([request, script, result]);
  await keepAssets(tx, assets);
  const [row] = await tx.drizzle
    .insert(versions)
    .values({ projectId, version: next, ownerId: tx.userId, request, script, result, change, assets })
    .returning(versionColumns);
  await tx.drizzle
    .update(projects)
    .set({ currentVersion: next, updatedAt: new Date() })
    .where(eq(projects.id, projectId));
  return row!;
}

/** A version; the current one when no number is given. @throws KinoraError `resource.missing`. */
export async function getVersion(tx: Transaction, projectId: string, version?: number): Promise<Version> {
  const number = version ?? (await getProject(tx, projectId)).currentVersion;
  const [row] = isUuid(projectId)
    ? await tx.drizzle
        .select(versionColumns)
        .from(versions)
        .where(and(eq(versions.projectId, projectId), eq(versions.version, number)))
    : [];
  if (!row) throw missing('There is no such version; list the versions to see which there are.');
  return row;
}

/** Versions of a project from new to old, without their contents. */
export function listVersions(
  tx: Transaction,
  projectId: string,
): Promise<Pick<Version, 'version' | 'createdAt' | 'change'>[]> {
  return tx.drizzle
    .select({ version: versions.version, createdAt: versions.createdAt, change: versions.change })
    .from(versions)
    .where(eq(versions.projectId, projectId))
    .orderBy(desc(versions.version));
}

/** Fills in what a version holds. Files that its script and result name are kept with it. @throws KinoraError `resource.missing`. */
export async function updateVersion(
  tx: Transaction,
  key: { projectId: string; version: number },
  change: { script?: Json; result?: Json },
): Promise<void> {
  const old = await getVersion(tx, key.projectId, key.version);
  const { script = old.script, result = old.result } = change;
  const assets = assetsIn([old.request, script, result]);
  await keepAssets(tx, assets);
  await tx.drizzle
    .update(versions)
    .set({ script, result, assets })
    .where(and(eq(versions.projectId, key.projectId), eq(versions.version, key.version)));
}

function missing(message = 'There is no such project; it may have been deleted.'): KinoraError {
  return new KinoraError('resource.missing', message);
}
