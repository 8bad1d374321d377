import { KinoraError } from '@kinora/capabilities';
import type { UserDatabase } from '@kinora/platform/db';
import type { Jobs } from '@kinora/platform/jobs';
import type { Assets } from '@kinora/platform/storage';
import { applyEdit } from '@kinora/studios/story';
import { outputKinds, sceneCount, script as scriptSchema, storyRequest } from '@kinora/studios/story/schema';
import type { OutputKind, Script, Story, StoryRequest } from '@kinora/studios/story/schema';
import { createProjects } from '../projects/projects.ts';
import type { ProjectAndJob, StudioTraits } from '../projects/projects.ts';
import type { StorySummary } from '../routes/schemas.ts';
import type { Stories, StoryAndJob } from './stories.ts';
import { storySummary } from './summary.ts';
import type { StoredSummary } from './summary.ts';

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

const traits: StudioTraits<StorySummary, OutputKind> = {
  name: 'story',
  noun: 'story',
  path: 'stories',
  summary: storySummary,
  extensions: { video: 'mp4', audio: 'mp3', captions: 'vtt', epub: 'epub', pdf: 'pdf', cover: 'png' },
  defaultOutputs: outputKinds,
  unfinished: 'This story has no pages yet. Wait until it is made, or retry its job, then change it.',
};

/** The stories of one owner, on the database and the jobs. */
export function createStories({ voices, hasVoice, checkScript, ...parts }: StoryParts): Stories {
  const projects = createProjects<StorySummary, Story, OutputKind>({ ...parts, studio: traits });

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

  const { list, rename, remove, versions, output } = projects;
  return {
    list,
    rename,
    remove,
    versions,
    output,

    async create(asked, options = {}) {
      checkVoice(asked.voice);
      const request = { ...asked, seed: asked.seed ?? Math.floor(Math.random() * 2 ** 31) };
      const title = request.wish.slice(0, 80);
      return named(
        await projects.create(
          { title, summary: initialSummary(request), searchText: request.wish },
          { request, outputs: options.outputs ?? null, once: { key: options.idempotencyKey, of: asked } },
        ),
      );
    },

    async get(id, number) {
      const { summary, ...rest } = await projects.get(id, number);
      return { story: summary, ...rest };
    },

    async edit(id, edit, options = {}) {
      checkVoice(edit.voice);
      const before = await projects.finished(id, options.version);
      const { request, script, change } = applyEdit(
        storyRequest.parse(before.version.request),
        scriptSchema.parse(before.result.script),
        edit,
      );
      if (edit.scenes !== undefined || edit.title !== undefined) await checkScript(script, request);
      return named(
        await projects.change(
          id,
          { request, script, change, title: edit.title },
          {
            outputs: [...new Set([...before.planned, ...before.outputs])],
            once: { key: options.idempotencyKey, of: { id, edit, version: options.version ?? null } },
          },
        ),
      );
    },

    makeOutputs: async (id, outputs, options) => named(await projects.makeOutputs(id, outputs, options)),
  };
}

function named({ summary, job }: ProjectAndJob<StorySummary>): StoryAndJob {
  return { story: summary, job };
}

function initialSummary(request: StoryRequest): StoredSummary {
  const { wish, style, aspect } = request;
  return { wish, style, aspect, cover: null, seconds: null, scenes: sceneCount(request) };
}
