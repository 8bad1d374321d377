import { createHash, randomUUID } from 'node:crypto';
import { KinoraError } from '@kinora/capabilities';
import type { AssetRef, Json } from '@kinora/capabilities';
import {
  addVersion,
  createProject,
  getJob,
  listJobWork,
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
import type { Job, Project, Transaction, UserDatabase, Version } from '@kinora/platform/db';
import type { Jobs } from '@kinora/platform/jobs';
import type { Assets } from '@kinora/platform/storage';
import { applyEdit } from '@kinora/studios/story';
import { outputKinds, sceneCount, script as scriptSchema, storyRequest } from '@kinora/studios/story/schema';
import type { OutputKind, Script, Story, StoryEvent, StoryRequest } from '@kinora/studios/story/schema';
import type { JobView } from './routes/schemas.ts';
import type { Stories, StoryAndJob } from './stories.ts';
import { jobView, storySummary } from './story-views.ts';

/** What {@link createStories} works on. */
export type StoryParts = {
  database: UserDatabase;
  jobs: Jobs;
  assets: Assets;
  voices(): readonly { id: string }[];
  hasVoice(id: string): boolean;
  /** Puts edited words before the guard. @throws KinoraError `request.unsafe`. */
  checkScript(script: Script, request: StoryRequest): Promise<void>;
};

/** Name of the studio in the database, and of the kind of its jobs. */
export const storyStudio = 'story';

/** The stories of one owner, on the database and the jobs. */
export function createStories({ database, jobs, assets, voices, hasVoice, checkScript }: StoryParts): Stories {
  /** @throws KinoraError `request.invalid` when nobody has this voice. */
  function checkVoice(voice: string | undefined): void {
    if (voice === undefined || hasVoice(voice)) return;
    const known = voices()
      .map(({ id }) => id)
      .join(', ');
    throw new KinoraError('request.invalid', `voice: there is no “${voice}”. Choose one of ${known}.`, {
      data: { field: 'voice' },
    });
  }

  /** Adds a version and the job that makes it, once for each idempotency key. */
  async function begin(
    work: (
      tx: Transaction,
    ) => Promise<{ project: Project; version: Version; outputs?: readonly OutputKind[]; kind: JobView['kind'] }>,
    once?: { key: string | undefined; of: unknown },
  ): Promise<StoryAndJob> {
    const jobId = randomUUID();
    const start = async (tx: Transaction) => {
      const { project, version, outputs, kind } = await work(tx);
      const job = await jobs.start(tx, {
        id: jobId,
        kind: storyStudio,
        projectId: project.id,
        version: version.version,
        input: { kind, outputs: outputs === undefined ? null : [...outputs] },
      });
      return { story: project.id, job: job.id };
    };
    const begun = await database.transaction(async (tx) => {
      if (once?.key === undefined) return start(tx);
      const hash = createHash('sha256').update(JSON.stringify(once.of)).digest('hex');
      return respondOnce(tx, { key: once.key, hash }, () => start(tx));
    });
    return database.transaction(async (tx) => {
      const project = await getProject(tx, begun.story);
      return { story: storySummary(project), job: jobView(await getJob(tx, begun.job), project) };
    });
  }

  async function viewJob(id: string): Promise<JobView> {
    return database.transaction(async (tx) => {
      const job = await getJob(tx, id);
      return jobView(job, await projectOf(tx, job));
    });
  }

  return {
    async create(asked, options = {}) {
      checkVoice(asked.voice);
      const request = { ...asked, seed: asked.seed ?? Math.floor(Math.random() * 2 ** 31) };
      const projectId = randomUUID();
      return begin(
        async (tx) => {
          const project = await createProject(tx, {
            id: projectId,
            studio: storyStudio,
            title: request.wish.slice(0, 80),
            summary: initialSummary(request),
            searchText: request.wish,
          });
          const version = await addVersion(tx, { projectId, request, change: 'made' });
          return { project, version, outputs: options.outputs, kind: 'story' };
        },
        { key: options.idempotencyKey, of: asked },
      );
    },

    async list({ query, limit, cursor }) {
      const page = await database.transaction((tx) => listProjects(tx, { studio: storyStudio, query, limit, cursor }));
      return { items: page.items.map(storySummary), next: page.next };
    },

    async get(id, number) {
      return database.transaction(async (tx) => {
        const project = await getProject(tx, id);
        const version = await getVersion(tx, id, number);
        const job = await latestJob(tx, id);
        return {
          story: storySummary(project),
          version: version.version,
          result: version.result as Story | null,
          job: job === null ? null : jobView(job, project),
        };
      });
    },

    rename: (id, title) => database.transaction(async (tx) => storySummary(await renameProject(tx, id, title))),

    async remove(id) {
      const running = await database.transaction(async (tx) => {
        await getProject(tx, id);
        return (await listJobs(tx, { projectId: id, states: ['queued', 'running'] })).items;
      });
      for (const job of running) await jobs.cancel(job.ownerId, job.id);
      await assets.deleteProject(database.userId, id);
    },

    versions: (id) =>
      database.transaction(async (tx) => {
        await getProject(tx, id);
        const items = await listVersions(tx, id);
        return items.map(({ version, createdAt, change }) => ({ version, createdAt: createdAt.toISOString(), change }));
      }),

    async edit(id, edit, options = {}) {
      checkVoice(edit.voice);
      const before = await finishedVersion(id, options.version);
      const changed = applyEdit(before.request, before.script, edit);
      if (edit.scenes !== undefined || edit.title !== undefined) await checkScript(changed.script, changed.request);
      return begin(
        async (tx) => {
          const { request, script, change } = changed;
          const version = await addVersion(tx, {
            projectId: id,
            request,
            script,
            change,
          });
          const title = edit.title === undefined ? {} : { title: edit.title };
          const project = await updateProject(tx, id, { state: 'making', ...title });
          return { project, version, outputs: [...new Set([...before.planned, ...before.outputs])], kind: 'edit' };
        },
        { key: options.idempotencyKey, of: { id, edit, version: options.version ?? null } },
      );
    },

    async makeOutputs(id, outputs, options = {}) {
      const before = await finishedVersion(id, options.version);
      const wanted = [...new Set([...before.outputs, ...outputs])];
      return begin(async (tx) => {
        const version = await getVersion(tx, id, options.version);
        const project = await updateProject(tx, id, { state: 'making' });
        return { project, version, outputs: wanted, kind: 'outputs' };
      });
    },

    async output(id, kind, number) {
      const { project, version } = await database.transaction(async (tx) => ({
        project: await getProject(tx, id),
        version: await getVersion(tx, id, number),
      }));
      const story = version.result as Story | null;
      const file = story?.outputs[kind];
      if (file === undefined) {
        throw new KinoraError(
          'resource.missing',
          `The story has no ${kind} yet. Make it with POST /stories/${id}/outputs, or wait until it is made.`,
        );
      }
      return { file, fileName: fileName(project.title, kind, file) };
    },

    async jobs({ state }) {
      return database.transaction(async (tx) => {
        const { items } = await listJobs(tx, state === undefined ? {} : { states: [state] });
        const stories = items.filter((job) => job.kind === storyStudio);
        return Promise.all(stories.map(async (job) => jobView(job, await projectOf(tx, job))));
      });
    },

    job: viewJob,

    async work(id) {
      await viewJob(id);
      const items = await database.transaction((tx) => listJobWork(tx, id), { isIdempotent: true });
      return items.map(({ name, seconds, isComputed, servedBy }) => ({
        name,
        seconds,
        reused: !isComputed,
        servedBy: servedBy.map((served) => ({
          capability: served.capability,
          // Work of earlier versions knows no revision.
          model: (served.identity as string | undefined) ?? `${served.provider}/${served.modelId}`,
          device: served.device,
          seconds: served.seconds,
          ...(served.fallback && { instead: served.fallback.reason }),
        })),
      }));
    },

    async cancel(id) {
      await viewJob(id);
      await jobs.cancel(database.userId, id);
      return viewJob(id);
    },

    async retry(id) {
      await viewJob(id);
      await jobs.retry(database.userId, id);
      return viewJob(id);
    },

    async *events(id, { after, signal }) {
      for await (const { seq, event } of jobs.subscribe(database.userId, id, { after, signal })) {
        yield { seq, event: event as unknown as StoryEvent };
      }
    },
  };

  /** What an edit starts from: `outputs` are there, `planned` were asked for and may still be on their way. @throws KinoraError `request.conflict` while the story has no pages yet. */
  async function finishedVersion(
    id: string,
    number?: number,
  ): Promise<{ request: StoryRequest; script: Script; outputs: OutputKind[]; planned: OutputKind[] }> {
    const { version, planned } = await database.transaction(async (tx) => {
      const found = await getVersion(tx, id, number);
      const { items } = await listJobs(tx, { projectId: id });
      const maker = items.find((job) => job.version === found.version);
      const { outputs: asked } = (maker?.input ?? { outputs: null }) as { outputs: OutputKind[] | null };
      return { version: found, planned: asked ?? [...outputKinds] };
    });
    const story = version.result as Story | null;
    if (story === null) {
      throw new KinoraError(
        'request.conflict',
        'This story has no pages yet. Wait until it is made, or retry its job, then change it.',
      );
    }
    return {
      request: storyRequest.parse(version.request),
      script: scriptSchema.parse(story.script),
      outputs: Object.keys(story.outputs) as OutputKind[],
      planned,
    };
  }
}

async function projectOf(tx: Transaction, job: Job): Promise<Project> {
  return getProject(tx, job.projectId ?? '');
}

function initialSummary(request: StoryRequest): Json {
  return {
    wish: request.wish,
    style: request.style,
    aspect: request.aspect,
    cover: null,
    seconds: null,
    scenes: sceneCount(request),
  };
}

const extensions: Record<OutputKind, string> = {
  video: 'mp4',
  audio: 'mp3',
  captions: 'vtt',
  epub: 'epub',
  pdf: 'pdf',
  cover: 'png',
};

/** A name people and every file system can read. */
function fileName(title: string, kind: OutputKind, file: AssetRef): string {
  const name =
    title
      .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80) || 'Story';
  return `${name}${file.mediaType === 'image/jpeg' ? '.jpg' : `.${extensions[kind]}`}`;
}
