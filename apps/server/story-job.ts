import type { Audience, Json } from '@kinora/capabilities';
import { getVersion, listVersions, updateProject, updateVersion } from '@kinora/platform/db';
import type { Transaction } from '@kinora/platform/db';
import type { JobContext, JobEndHook } from '@kinora/platform/jobs';
import { makeStory } from '@kinora/studios/story';
import type { Author } from '@kinora/studios/story';
import { script as scriptSchema, storyRequest } from '@kinora/studios/story/schema';
import type { OutputKind, Script, Story, StoryEvent, StoryRequest } from '@kinora/studios/story/schema';
import type { Models } from './models/index.ts';
import type { StoredSummary } from './story-views.ts';

/** Who a story is for: the child of the profile. */
export function audienceOf(request: StoryRequest): Audience {
  return { kind: 'child', age: request.profile.age };
}

/** The code of a story job: hands the pipeline its context and keeps what it makes. */
export function storyHandler({
  models,
  author,
}: {
  models: Models;
  author: Author;
}): (job: JobContext) => Promise<void> {
  return async (job) => {
    const key = { projectId: job.job.projectId ?? '', version: job.job.version ?? 1 };
    const version = await job.database.transaction((tx) => getVersion(tx, key.projectId, key.version));
    const request = storyRequest.parse(version.request);
    const { outputs } = job.job.input as { outputs: OutputKind[] | null };
    const begun = (job.job.startedAt ?? new Date()).getTime();
    const progress = createProgress(job);
    const audience = audienceOf(request);
    await models.refresh();
    await makeStory(
      {
        request,
        ...(version.script === null ? {} : { script: scriptSchema.parse(version.script) }),
        ...(outputs === null ? {} : { outputs }),
        note: (version.result as Story | null)?.note,
      },
      {
        models: models.for(audience),
        author,
        audience,
        assets: job.assets,
        signal: job.signal,
        step: job.step,
        reuse: job.reuse,
        seconds: () => (Date.now() - begun) / 1000,
        emit: async (event) => {
          progress(event);
          // How far a file is changes many times a second: told live, not kept.
          if (event.type !== 'output-progress') await job.emit(event);
        },
        save: (story) =>
          job.database.transaction(
            async (tx) => {
              await updateVersion(tx, key, { script: toJson(story.script), result: toJson(story) });
              // A title that the owner gave stays: only the first making names the story.
              const title = key.version === 1 && version.result === null ? { title: story.title } : {};
              await updateProject(tx, key.projectId, {
                ...title,
                summary: toJson(summarise(story)),
                searchText: story.request.wish,
              });
            },
            { isIdempotent: true },
          ),
      },
    );
  };
}

/**
 * Sets the state of a story in the transaction that ends its job. A story that has pages, be it from an earlier version,
 * stays ready when a change fails.
 */
export const endStoryJob: JobEndHook = async (tx, job) => {
  if (job.projectId === null) return;
  const state = (await hasPages(tx, job.projectId)) ? 'ready' : job.state === 'cancelled' ? 'cancelled' : 'failed';
  await updateProject(tx, job.projectId, { state });
};

async function hasPages(tx: Transaction, projectId: string): Promise<boolean> {
  for (const { version } of await listVersions(tx, projectId)) {
    if ((await getVersion(tx, projectId, version)).result !== null) return true;
  }
  return false;
}

function summarise(story: Story): StoredSummary {
  const { wish, style, aspect } = story.request;
  const seconds = story.scenes.reduce((sum, scene) => sum + scene.duration, 0);
  return { wish, style, aspect, cover: story.scenes[0]?.picture ?? null, seconds, scenes: story.scenes.length };
}

/** Where the time of a story goes, so that the bar moves evenly: writing, pages, files. */
function createProgress(job: JobContext): (event: StoryEvent) => void {
  let pages = 0;
  let total = 4;
  return (event) => {
    if (event.type === 'story-start') total = event.scenes;
    if (event.type === 'story-written') job.report(0.05, 'painting and reading aloud');
    if (event.type === 'scene-end') {
      pages += 1;
      job.report(0.05 + (0.35 * pages) / total, `page ${pages} of ${total} is ready`);
    }
    if (event.type === 'output-start')
      job.report(event.output === 'video' ? 0.5 : 0.42, `making the ${outputNames[event.output]}`);
    if (event.type === 'output-progress' && event.output === 'video')
      job.report(0.5 + 0.49 * event.fraction, 'making the video');
  };
}

const outputNames: Record<OutputKind, string> = {
  video: 'video',
  audio: 'audio book',
  captions: 'captions',
  epub: 'e-book',
  pdf: 'picture book',
  cover: 'cover',
};

function toJson(value: Story | Script | StoredSummary): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
