import type { Json, ReuseCount, StudioContext } from '@kinora/capabilities';
import { getProject, getVersion, listVersions, updateProject, updateVersion } from '@kinora/platform/db';
import type { Transaction, Version } from '@kinora/platform/db';
import type { JobContext } from '@kinora/platform/jobs';
import type { ProjectJobInput } from './job-view.ts';

/** A job of a project, opened: what it works on, and how it keeps what it makes. */
export type ProjectJob<Kind extends string> = {
  version: Version;
  /** Files to make; null when none in particular were asked for. */
  outputs: Kind[] | null;
  /** Name of the file that it is made from, as it was uploaded. */
  fileName: string | undefined;
  /** What a studio's context has beside models, audience and events. */
  context: Pick<StudioContext<never>, 'assets' | 'signal' | 'step'> & {
    /** Seconds since the job began. */
    seconds(): number;
    reuse(): Promise<ReuseCount>;
  };
  /**
   * Keeps the result as it is now, and what lists show of it.
   * @param made Or what makes it of the result that is kept: no other job of the same version keeps one in between.
   */
  keep(made: MadeResult | ((before: Json) => MadeResult)): Promise<void>;
};

/** What a job made. `title`: the one to go by, if the owner gave no other. */
export type MadeResult = { script: unknown; result: unknown; summary: unknown; searchText: string; title: string };

/** Opens the project that a job belongs to. */
export async function openProjectJob<Kind extends string>(job: JobContext): Promise<ProjectJob<Kind>> {
  const key = { projectId: job.job.projectId ?? '', version: job.job.version ?? 1 };
  const [version, project] = await job.database.read(async (tx) => [
    await getVersion(tx, key.projectId, key.version),
    await getProject(tx, key.projectId),
  ]);
  let knownTitle = project.title;
  const { outputs, fileName } = job.job.input as ProjectJobInput;
  const begun = (job.job.startedAt ?? new Date()).getTime();
  const { assets, signal, step, reuse } = job;
  return {
    version,
    outputs: outputs as Kind[] | null,
    fileName,
    context: { assets, signal, step, reuse, seconds: () => (Date.now() - begun) / 1000 },
    async keep(made) {
      knownTitle = await job.database.transaction(
        async (tx) => {
          await tx.client.query('select from versions where project_id = $1 and version = $2 for update', [
            key.projectId,
            key.version,
          ]);
          const { script, result, summary, searchText, title } =
            typeof made === 'function' ? made((await getVersion(tx, key.projectId, key.version)).result) : made;
          await updateVersion(tx, key, { script: toJson(script), result: toJson(result) });
          const now = await getProject(tx, key.projectId);
          // Lists show the newest version that is there, also while files of an older one are still made.
          if (await hasNewer(tx, key)) return title;
          // A title that the owner gave stays, also one given meanwhile: only the first making names a project.
          const isOurs = now.title === knownTitle;
          await updateProject(tx, key.projectId, {
            ...(key.version === 1 && version.result === null && isOurs && { title }),
            summary: toJson(summary),
            searchText,
          });
          return title;
        },
        { isIdempotent: true },
      );
    },
  };
}

async function hasNewer(tx: Transaction, { projectId, version }: { projectId: string; version: number }) {
  for (const newer of await listVersions(tx, projectId)) {
    if (newer.version <= version) return false;
    if ((await getVersion(tx, projectId, newer.version)).result !== null) return true;
  }
  return false;
}

function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
