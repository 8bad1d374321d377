import type { Audience } from '@kinora/capabilities';
import type { JobContext } from '@kinora/platform/jobs';
import { makeStory } from '@kinora/studios/story';
import type { Author } from '@kinora/studios/story';
import { script as scriptSchema, storyRequest } from '@kinora/studios/story/schema';
import type { OutputKind, Story, StoryEvent, StoryRequest } from '@kinora/studios/story/schema';
import type { Models } from '../models/index.ts';
import { openProjectJob } from '../projects/project-job.ts';
import type { StoredSummary } from './summary.ts';

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
    const { version, outputs, context, keep } = await openProjectJob<OutputKind>(job);
    const request = storyRequest.parse(version.request);
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
        ...context,
        models: models.for(audience),
        author,
        audience,
        emit: async (event) => {
          progress(event);
          // How far a file is changes many times a second: told live, not kept.
          if (event.type !== 'output-progress') await job.emit(event);
        },
        save: (story) =>
          keep({
            script: story.script,
            result: story,
            summary: summarise(story),
            searchText: story.request.wish,
            title: story.title,
          }),
      },
    );
  };
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
