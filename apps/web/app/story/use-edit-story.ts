import type { OutputKind, StoryEdit } from '@kinora/studios/story/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { isActive } from '../api/types.ts';
import type { Job, StorySummary } from '../api/types.ts';
import type { Shown } from './use-story.ts';

/** Ways to change a finished story. Each starts a job and the story's page follows it. */
export function useEditStory(storyId: string, shown: Shown, running: Job | null) {
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all(
      [['story', storyId, 'newest'], ['jobs'], ['library']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );

  const edit = useMutation({
    mutationFn: async (change: StoryEdit) => {
      // Files still being made would be of the words before: the change makes its own.
      if (running && isActive(running))
        await call<Job>(`/jobs/${running.id}/cancel`, { method: 'POST' }).catch(() => undefined);
      return call<{ story: StorySummary; job: Job }>(`/stories/${storyId}/edits?version=${shown.version}`, {
        method: 'POST',
        body: change,
        headers: { 'idempotency-key': crypto.randomUUID() },
      });
    },
    onSuccess: ({ story }) => {
      // The new version has no pages for a moment: what is on the screen stays until it has.
      queries.setQueryData(['story', storyId, 'before', story.version], shown);
      return refresh();
    },
  });
  const rename = useMutation({
    mutationFn: (title: string) => call<StorySummary>(`/stories/${storyId}`, { method: 'PATCH', body: { title } }),
    onSuccess: refresh,
  });
  const makeOutputs = useMutation({
    mutationFn: (outputs: OutputKind[]) =>
      call<{ story: StorySummary; job: Job }>(`/stories/${storyId}/outputs?version=${shown.version}`, {
        method: 'POST',
        body: { outputs },
      }),
    onSuccess: refresh,
  });
  return { edit, rename, makeOutputs };
}
