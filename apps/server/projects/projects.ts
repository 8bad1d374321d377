import { createHash, randomUUID } from 'node:crypto';
import { KinoraError } from '@kinora/capabilities';
import type { AssetRef, Json } from '@kinora/capabilities';
import {
  addVersion,
  createProject,
  getJob,
  getProject,
  getVersion,
  latestJob,
  listJobs,
  listProjects,
  listVersions,
  renameProject,
  respondOnce,
  updateProject,
} from '@kinora/platform/db';
import type { NewProject, Project, Transaction, UserDatabase, Version } from '@kinora/platform/db';
import type { Jobs } from '@kinora/platform/jobs';
import type { Assets } from '@kinora/platform/storage';
import type { JobView, StudioName } from '../routes/schemas.ts';
import { fileName } from './file-name.ts';
import { jobView } from './job-view.ts';
import type { ProjectJobInput } from './job-view.ts';

/** What is particular to the projects of one studio. */
export type StudioTraits<Summary, Kind extends string> = {
  /** Name in the database, and of the kind of its jobs. */
  name: StudioName;
  /** For people, e.g. `story`. */
  noun: string;
  /** Where its routes are, e.g. `stories`. */
  path: string;
  summary(project: Project): Summary;
  /** All files that its projects can be had as, with the extension of each. */
  extensions: Record<Kind, string>;
  /** Files that a job makes which was asked for none in particular. */
  defaultOutputs: readonly Kind[];
  /** Words added to a downloaded file's name, where two kinds have the same extension. */
  suffixes?: Partial<Record<Kind, string>>;
  /** Why an unfinished project can't be changed yet. */
  unfinished: string;
};

/** A result that any studio keeps. */
export type StudioResult<Kind extends string> = { outputs: Partial<Record<Kind, AssetRef>> };

/** What starting work answers: the project as the library shows it, and the job. */
export type ProjectAndJob<Summary> = { summary: Summary; job: JobView };

/** What an edit starts from. */
export type FinishedVersion<Result, Kind> = {
  version: Version;
  result: Result;
  /** Files that are there. */
  outputs: Kind[];
  /** Files that were asked for and may still be on their way. */
  planned: Kind[];
};

/** What the projects of every studio have in common, for one owner. A project of another studio is missing here. */
export type Projects<Summary, Result extends StudioResult<Kind>, Kind extends string> = {
  /** Adds a project, its first version and the job that makes it; once for each idempotency key. */
  create(
    project: Omit<NewProject, 'id' | 'studio'>,
    options: { request: Json; script?: Json; outputs: readonly Kind[] | null; once: Once; fileName?: string },
  ): Promise<ProjectAndJob<Summary>>;
  /** Adds a version and the job that makes it. */
  change(
    id: string,
    version: { request: Json; script?: Json; change: string; title?: string },
    options: { outputs: readonly Kind[]; once: Once },
  ): Promise<ProjectAndJob<Summary>>;
  list(options: { query?: string; limit: number; cursor?: string }): Promise<{ items: Summary[]; next: string | null }>;
  get(
    id: string,
    version?: number,
  ): Promise<{ summary: Summary; version: number; result: Result | null; job: JobView | null }>;
  rename(id: string, title: string): Promise<Summary>;
  remove(id: string): Promise<void>;
  versions(id: string): Promise<{ version: number; createdAt: string; change: string }[]>;
  /** Makes files of a version that are not there yet. */
  makeOutputs(
    id: string,
    outputs: readonly Kind[],
    options?: { version?: number; idempotencyKey?: string },
  ): Promise<ProjectAndJob<Summary>>;
  output(id: string, kind: Kind, version?: number): Promise<{ file: AssetRef; fileName: string }>;
  /** A version, be it finished or not. */
  begun(id: string, version?: number): Promise<FinishedVersion<Result | null, Kind>>;
  /** @throws KinoraError `request.conflict` while the version has no result. */
  finished(id: string, version?: number): Promise<FinishedVersion<Result, Kind>>;
};

/** An idempotency key, and all that a request with it says. */
export type Once = { key: string | undefined; of: unknown };

/** Makes the {@link Projects} of one studio. */
export function createProjects<Summary, Result extends StudioResult<Kind>, Kind extends string>({
  database,
  jobs,
  assets,
  studio,
}: {
  database: UserDatabase;
  jobs: Jobs;
  assets: Assets;
  studio: StudioTraits<Summary, Kind>;
}): Projects<Summary, Result, Kind> {
  const allKinds = Object.keys(studio.extensions) as Kind[];

  async function own(tx: Transaction, id: string): Promise<Project> {
    const project = await getProject(tx, id);
    if (project.studio === studio.name) return project;
    throw new KinoraError('resource.missing', `There is no such ${studio.noun}; it may have been deleted.`);
  }

  async function begin(
    work: (tx: Transaction) => Promise<{ project: Project; version: Version; input: ProjectJobInput }>,
    once: Once,
  ): Promise<ProjectAndJob<Summary>> {
    const jobId = randomUUID();
    const start = async (tx: Transaction) => {
      const { project, version, input } = await work(tx);
      const job = await jobs.start(tx, {
        id: jobId,
        kind: studio.name,
        projectId: project.id,
        version: version.version,
        input,
      });
      return { project: project.id, job: job.id };
    };
    const started = await database.transaction(async (tx) => {
      if (once.key === undefined) return start(tx);
      const hash = createHash('sha256').update(JSON.stringify(once.of)).digest('hex');
      return respondOnce(tx, { key: once.key, hash }, () => start(tx));
    });
    return database.read(async (tx) => {
      // `story` is how answers of Kinora 0.1 are remembered.
      const project = await own(tx, started.project ?? (started as unknown as { story: string }).story);
      return { summary: studio.summary(project), job: jobView(await getJob(tx, started.job), project) };
    });
  }

  async function begun(id: string, number?: number): Promise<FinishedVersion<Result | null, Kind>> {
    const { version, planned } = await database.read(async (tx) => {
      await own(tx, id);
      const found = await getVersion(tx, id, number);
      const { items } = await listJobs(tx, { projectId: id });
      const maker = items.find((job) => job.version === found.version);
      const asked = (maker?.input as ProjectJobInput | undefined)?.outputs as Kind[] | null | undefined;
      return { version: found, planned: asked ?? [...studio.defaultOutputs] };
    });
    const result = version.result as unknown as Result | null;
    return { version, result, outputs: Object.keys(result?.outputs ?? {}) as Kind[], planned };
  }

  async function finished(id: string, number?: number): Promise<FinishedVersion<Result, Kind>> {
    const { result, ...rest } = await begun(id, number);
    if (result === null) throw new KinoraError('request.conflict', studio.unfinished);
    return { ...rest, result };
  }

  return {
    create(project, { request, script, outputs, once, fileName }) {
      const projectId = randomUUID();
      return begin(async (tx) => {
        const created = await createProject(tx, { ...project, id: projectId, studio: studio.name });
        const version = await addVersion(tx, {
          projectId,
          request,
          ...(script !== undefined && { script }),
          change: 'made',
        });
        const input: ProjectJobInput = {
          kind: 'make',
          outputs: outputs && [...outputs],
          ...(fileName && { fileName }),
        };
        return { project: created, version, input };
      }, once);
    },

    change(id, { title, ...version }, { outputs, once }) {
      return begin(async (tx) => {
        await own(tx, id);
        const added = await addVersion(tx, { projectId: id, ...version });
        const project = await updateProject(tx, id, { state: 'making', ...(title !== undefined && { title }) });
        return { project, version: added, input: { kind: 'edit', outputs: [...outputs] } };
      }, once);
    },

    async list({ query, limit, cursor }) {
      const page = await database.read((tx) => listProjects(tx, { studio: studio.name, query, limit, cursor }));
      return { items: page.items.map((project) => studio.summary(project)), next: page.next };
    },

    get: (id, number) =>
      database.read(async (tx) => {
        const project = await own(tx, id);
        const version = await getVersion(tx, id, number);
        const job = await latestJob(tx, id, studio.name);
        return {
          summary: studio.summary(project),
          version: version.version,
          result: version.result as unknown as Result | null,
          job: job === null ? null : jobView(job, project),
        };
      }),

    rename: (id, title) =>
      database.transaction(async (tx) => {
        await own(tx, id);
        return studio.summary(await renameProject(tx, id, title));
      }),

    async remove(id) {
      const running = await database.read(async (tx) => {
        await own(tx, id);
        return (await listJobs(tx, { projectId: id, states: ['queued', 'running'] })).items;
      });
      for (const job of running) await jobs.cancel(job.ownerId, job.id);
      await assets.deleteProject(database.userId, id);
    },

    versions: (id) =>
      database.read(async (tx) => {
        await own(tx, id);
        const items = await listVersions(tx, id);
        return items.map(({ version, createdAt, change }) => ({ version, createdAt: createdAt.toISOString(), change }));
      }),

    async makeOutputs(id, outputs, { version: number, idempotencyKey } = {}) {
      const before = await finished(id, number);
      const wanted = allKinds.filter((kind) => before.outputs.includes(kind) || outputs.includes(kind));
      return begin(
        async (tx) => {
          const version = await getVersion(tx, id, number);
          const project = await updateProject(tx, id, { state: 'making' });
          return { project, version, input: { kind: 'outputs', outputs: wanted } };
        },
        { key: idempotencyKey, of: { id, outputs, version: number ?? null } },
      );
    },

    async output(id, kind, number) {
      const { project, version } = await database.read(async (tx) => ({
        project: await own(tx, id),
        version: await getVersion(tx, id, number),
      }));
      const file = (version.result as unknown as Result | null)?.outputs[kind];
      if (file === undefined) {
        throw new KinoraError(
          'resource.missing',
          `The ${studio.noun} has no ${kind} yet. Make it with POST /${studio.path}/${id}/outputs, or wait until it is made.`,
        );
      }
      const suffix = studio.suffixes?.[kind] ?? '';
      return { file, fileName: fileName(project.title, { suffix, extension: studio.extensions[kind], file }) };
    },

    begun,
    finished,
  };
}
