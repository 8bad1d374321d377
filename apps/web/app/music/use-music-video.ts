import type { MusicVideo, MusicVideoEvent } from '@kinora/studios/music-video/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../api/client.ts';
import { isActive } from '../api/types.ts';
import type { MusicVideoDetail } from '../api/types.ts';
import { useJobEvents } from '../jobs/use-job-events.ts';
import { advance, emptyProgress, progressOf } from './music-progress.ts';

/** What can be shown of a music video: a version with a storyboard. */
export type Shown = { version: number; result: MusicVideo };

const eventTypes = [
  'analysis-start',
  'analysis-progress',
  'analysis-end',
  'storyboard-start',
  'picture-end',
  'storyboard-end',
  'film-start',
  'take-end',
  'film-end',
  'output-start',
  'output-progress',
  'output-end',
  'music-video-end',
] as const satisfies MusicVideoEvent['type'][];

/**
 * A music video, kept up to date while a job makes or changes it.
 * @param version An earlier version; the newest when omitted.
 */
export function useMusicVideo(initial: MusicVideoDetail, version?: number) {
  const queries = useQueryClient();
  const id = initial.video.id;
  const query = useQuery({
    queryKey: ['music-video', id, version ?? 'newest'],
    queryFn: ({ signal }) => readVideo(id, version, signal),
    initialData: version === undefined || initial.version === version ? initial : undefined,
    refetchInterval: ({ state }) => (isActive(state.data?.job) ? 2000 : false),
  });
  const detail = query.data ?? initial;
  const job = version === undefined ? detail.job : null;
  const before = useVersionBefore(detail);
  const shown: Shown | null = detail.result ? { version: detail.version, result: detail.result } : before;

  const stream = useJobEvents<MusicVideoEvent>(job && isActive(job) ? job.id : null, eventTypes, async () => {
    await Promise.all(
      [['music-video', id], ['jobs'], ['library'], ['versions', id]].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  });
  const result = shown?.result;
  const progress = useMemo(
    () => stream.events.reduce(advance, result ? progressOf(result) : emptyProgress),
    [stream.events, result],
  );
  return { detail, job, shown, progress, isLost: stream.isLost };
}

/** While a change has no storyboard yet, or when it failed, the version before it is shown. */
function useVersionBefore(detail: MusicVideoDetail): Shown | null {
  const id = detail.video.id;
  const query = useQuery({
    queryKey: ['music-video', id, 'before', detail.version],
    queryFn: async ({ signal }): Promise<Shown | null> => {
      for (let version = detail.version - 1; version > 0; version--) {
        const { result } = await readVideo(id, version, signal);
        if (result) return { version, result };
      }
      return null;
    },
    enabled: detail.result === null && detail.version > 1,
    staleTime: Infinity,
  });
  return query.data ?? null;
}

function readVideo(id: string, version: number | undefined, signal: AbortSignal): Promise<MusicVideoDetail> {
  return call<MusicVideoDetail>(`/music-videos/${id}${version === undefined ? '' : `?version=${version}`}`, { signal });
}
