import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../api/client.ts';
import { isActive } from '../api/types.ts';
import type { StoryDetail } from '../api/types.ts';
import { advance, emptyProgress, progressOf } from './story-progress.ts';
import { useJobEvents } from './use-job-events.ts';

/**
 * A story, kept up to date while a job makes or changes it.
 * @param version An earlier version; the newest when omitted.
 */
export function useStory(initial: StoryDetail, version?: number) {
  const queries = useQueryClient();
  const id = initial.story.id;
  const query = useQuery({
    queryKey: ['story', id, version ?? 'newest'],
    queryFn: ({ signal }) => call<StoryDetail>(`/stories/${id}${version ? `?version=${version}` : ''}`, { signal }),
    initialData: version === undefined || initial.version === version ? initial : undefined,
    placeholderData: (previous) => previous,
  });
  const detail = query.data ?? initial;
  const job = version === undefined ? detail.job : null;
  const stream = useJobEvents(job && isActive(job) ? job.id : null, async () => {
    await Promise.all(
      [['story', id], ['jobs'], ['library'], ['versions', id]].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  });
  const progress = useMemo(
    () => stream.events.reduce(advance, detail.result ? progressOf(detail.result) : emptyProgress),
    [stream.events, detail.result],
  );
  return { detail, job, progress, isLost: stream.isLost };
}
