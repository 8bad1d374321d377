import type { OutputKind, StoryEdit } from '@kinora/studios/story/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Job, StorySummary } from '../api/types.ts';

/** Ways to change a finished story. Each starts a job and the story's page follows it. */
export function useEditStory(storyId: string) {
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all([['story', storyId], ['jobs'], ['library']].map((queryKey) => queries.invalidateQueries({ queryKey })));

  const edit = useMutation({
    mutationFn: ({ change, from }: { change: StoryEdit; from?: number }) =>
      call<{ story: StorySummary; job: Job }>(`/stories/${storyId}/edits${from ? `?version=${from}` : ''}`, {
        method: 'POST',
        body: change,
        headers: { 'idempotency-key': crypto.randomUUID() },
      }),
    onSuccess: refresh,
  });
  const rename = useMutation({
    mutationFn: (title: string) => call<StorySummary>(`/stories/${storyId}`, { method: 'PATCH', body: { title } }),
    onSuccess: refresh,
  });
  const makeOutputs = useMutation({
    mutationFn: (outputs: OutputKind[]) =>
      call<{ story: StorySummary; job: Job }>(`/stories/${storyId}/outputs`, { method: 'POST', body: { outputs } }),
    onSuccess: refresh,
  });
  return { edit, rename, makeOutputs };
}
