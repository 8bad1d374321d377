import type { Story, StoryEvent } from '@kinora/studios/story/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../api/client.ts';
import { isActive } from '../api/types.ts';
import type { StoryDetail } from '../api/types.ts';
import { useJobEvents } from '../jobs/use-job-events.ts';
import { advance, emptyProgress, progressOf } from './story-progress.ts';

const eventTypes = [
  'story-start',
  'story-written',
  'scene-written',
  'scene-start',
  'scene-picture',
  'scene-end',
  'output-start',
  'output-progress',
  'output-end',
  'story-end',
] as const satisfies StoryEvent['type'][];

/** What can be shown of a story: a version with pages. */
export type Shown = { version: number; story: Story };

/**
 * A story, kept up to date while a job makes or changes it.
 * @param version An earlier version; the newest when omitted.
 */
export function useStory(initial: StoryDetail, version?: number) {
  const queries = useQueryClient();
  const id = initial.story.id;
  const query = useQuery({
    queryKey: ['story', id, version ?? 'newest'],
    queryFn: ({ signal }) => readStory(id, version, signal),
    initialData: version === undefined || initial.version === version ? initial : undefined,
    // Files are made for a while after the last page; how far they are stands in the job, not in its events.
    refetchInterval: ({ state }) => (isActive(state.data?.job) ? 1500 : false),
  });
  const detail = query.data ?? initial;
  const job = version === undefined ? detail.job : null;
  const before = useVersionBefore(detail);
  const shown: Shown | null = detail.result ? { version: detail.version, story: detail.result } : before;

  const stream = useJobEvents<StoryEvent>(job && isActive(job) ? job.id : null, eventTypes, async () => {
    await Promise.all(
      [['story', id], ['jobs'], ['library'], ['versions', id]].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  });
  const story = shown?.story;
  const progress = useMemo(
    () => stream.events.reduce(advance, story ? progressOf(story) : emptyProgress),
    [stream.events, story],
  );
  return { detail, job, shown, progress, isLost: stream.isLost };
}

/** While a change has no pages yet, or when it failed, the version before it is shown. */
function useVersionBefore(detail: StoryDetail): Shown | null {
  const id = detail.story.id;
  const query = useQuery({
    queryKey: ['story', id, 'before', detail.version],
    queryFn: async ({ signal }): Promise<Shown | null> => {
      for (let version = detail.version - 1; version > 0; version--) {
        const { result } = await readStory(id, version, signal);
        if (result) return { version, story: result };
      }
      return null;
    },
    enabled: detail.result === null && detail.version > 1,
    staleTime: Infinity,
  });
  return query.data ?? null;
}

function readStory(id: string, version: number | undefined, signal: AbortSignal): Promise<StoryDetail> {
  return call<StoryDetail>(`/stories/${id}${version === undefined ? '' : `?version=${version}`}`, { signal });
}
