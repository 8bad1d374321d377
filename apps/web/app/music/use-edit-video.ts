import type { MusicVideoEdit, MusicVideoRequestInput, OutputKind } from '@kinora/studios/music-video/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../api/client.ts';
import { isActive } from '../api/types.ts';
import type { Job, MusicVideoSummary } from '../api/types.ts';
import type { Shown } from './use-music-video.ts';

type Accepted = { video: MusicVideoSummary; job: Job };

/** Starts a music video and goes to it. A repeated press makes the same one, not a second. */
export function useMakeVideo() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const asked = useRef<{ body: string; key: string }>(undefined);
  return useMutation({
    mutationFn: (request: MusicVideoRequestInput) => {
      const body = JSON.stringify(request);
      if (asked.current?.body !== body) asked.current = { body, key: crypto.randomUUID() };
      return call<Accepted>('/music-videos', {
        method: 'POST',
        body: request,
        headers: { 'idempotency-key': asked.current.key },
      });
    },
    onSuccess: async ({ video }, { song }) => {
      void queries.invalidateQueries({ queryKey: ['jobs'] });
      void queries.invalidateQueries({ queryKey: ['library'] });
      await navigate(`/music/${video.id}`, { state: { song } });
    },
  });
}

/** Ways to change a music video. Each starts a job and the video's page follows it. */
export function useEditVideo(videoId: string, shown: Shown | null, running: Job | null) {
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all(
      [['music-video', videoId, 'newest'], ['jobs'], ['library']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  /** What is being made of the plan before is of no use; what is finished of it is kept. */
  const stopRunning = async () => {
    if (running && isActive(running))
      await call<Job>(`/jobs/${running.id}/cancel`, { method: 'POST' }).catch(() => undefined);
  };

  const edit = useMutation({
    mutationFn: async (change: MusicVideoEdit) => {
      await stopRunning();
      return call<Accepted>(`/music-videos/${videoId}/edits?version=${shown?.version}`, {
        method: 'POST',
        body: change,
        headers: { 'idempotency-key': crypto.randomUUID() },
      });
    },
    onSuccess: ({ video }) => {
      // The new version has no storyboard for a moment: what is on the screen stays until it has.
      queries.setQueryData(['music-video', videoId, 'before', video.version], shown);
      return refresh();
    },
  });
  const rename = useMutation({
    mutationFn: (title: string) =>
      call<MusicVideoSummary>(`/music-videos/${videoId}`, { method: 'PATCH', body: { title } }),
    onSuccess: refresh,
  });
  const makeOutputs = useMutation({
    mutationFn: (outputs: OutputKind[]) =>
      call<Accepted>(`/music-videos/${videoId}/outputs?version=${shown?.version}`, {
        method: 'POST',
        body: { outputs },
      }),
    onSuccess: refresh,
  });
  return { edit, rename, makeOutputs };
}
