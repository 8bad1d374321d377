import type { AssetRef } from '@kinora/capabilities';
import type { ItemsFile, Lesson, LessonEvent, SoundTrack, TranscriptFile } from '@kinora/studios/language/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { assetUrl, call } from '../../api/client.ts';
import { isActive } from '../../api/types.ts';
import type { LessonDetail } from '../../api/types.ts';
import { useJobEvents } from '../../jobs/use-job-events.ts';
import { advance, emptyProgress, progressOf } from './lesson-progress.ts';

/** What can be shown of a lesson: a version with its words. */
export type ShownLesson = { version: number; result: Lesson };

const eventTypes = [
  'recording-end',
  'transcript-end',
  'items-end',
  'plan-end',
  'output-start',
  'output-progress',
  'output-end',
  'lesson-end',
] as const satisfies LessonEvent['type'][];

/**
 * A lesson, kept up to date while a job makes or changes it.
 * @param version An earlier version; the newest when omitted.
 */
export function useLesson(initial: LessonDetail, version?: number) {
  const queries = useQueryClient();
  const id = initial.lesson.id;
  const query = useQuery({
    queryKey: ['language', id, version ?? 'newest'],
    queryFn: ({ signal }) => readLesson(id, version, signal),
    initialData: version === undefined || initial.version === version ? initial : undefined,
    refetchInterval: ({ state }) => (isActive(state.data?.job) ? 2000 : false),
  });
  const detail = query.data ?? initial;
  const job = version === undefined ? detail.job : null;
  const before = useVersionBefore(detail);
  const shown: ShownLesson | null = detail.result ? { version: detail.version, result: detail.result } : before;

  const stream = useJobEvents<LessonEvent>(job && isActive(job) ? job.id : null, eventTypes, async () => {
    await Promise.all(
      [['language', id], ['vocabulary'], ['jobs'], ['library'], ['versions', id]].map((queryKey) =>
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

/** While a change has no words yet, or when it failed, the version before it is shown. */
function useVersionBefore(detail: LessonDetail): ShownLesson | null {
  const id = detail.lesson.id;
  const query = useQuery({
    queryKey: ['language', id, 'before', detail.version],
    queryFn: async ({ signal }): Promise<ShownLesson | null> => {
      for (let version = detail.version - 1; version > 0; version--) {
        const { result } = await readLesson(id, version, signal);
        if (result) return { version, result };
      }
      return null;
    },
    enabled: detail.result === null && detail.version > 1,
    staleTime: Infinity,
  });
  return query.data ?? null;
}

function readLesson(id: string, version: number | undefined, signal: AbortSignal): Promise<LessonDetail> {
  return call<LessonDetail>(`/lessons/${id}${version === undefined ? '' : `?version=${version}`}`, { signal });
}

/** A stored JSON file; it never changes under its name. While the next one loads, the one before stays. */
function useJsonFile<Value>(ref: AssetRef | null) {
  return useQuery({
    queryKey: ['file', ref?.asset],
    queryFn: async ({ signal }): Promise<Value> => {
      const response = await fetch(assetUrl(ref!), { signal, credentials: 'same-origin' });
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      return (await response.json()) as Value;
    },
    enabled: ref !== null,
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
}

/** Words, items and loudness of a lesson, as far as they are there. */
export function useLessonFiles(transcript: AssetRef | null, items: AssetRef | null, sound: AssetRef | null) {
  return {
    transcript: useJsonFile<TranscriptFile>(transcript),
    items: useJsonFile<ItemsFile>(items),
    sound: useJsonFile<SoundTrack>(sound),
  };
}
