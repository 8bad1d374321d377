import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { isActive } from '../../api/types.ts';
import type { Job } from '../../api/types.ts';
import type { NotionExport, VocabularyForecast } from './wire.ts';

/** What was sent to Notion, what would be, and sending it. A page that is opened again finds the work that runs. */
export function useNotion(lessonId: string) {
  const queries = useQueryClient();
  const queryKey = ['language', lessonId, 'notion'];
  const forecast = useMutation({
    mutationFn: () => call<VocabularyForecast>(`/lessons/${lessonId}/notion/forecast`),
  });
  return {
    forecast,
    exports: useQuery({
      queryKey,
      queryFn: ({ signal }) =>
        call<{ items: NotionExport[] }>(`/lessons/${lessonId}/notion`, { signal }).then(({ items }) => items),
      refetchInterval: ({ state }) => (isActive(state.data?.[0]?.job) ? 800 : false),
    }),
    send: useMutation({
      mutationFn: () =>
        call<{ job: Job }>(`/lessons/${lessonId}/notion`, {
          method: 'POST',
          headers: { 'idempotency-key': crypto.randomUUID() },
        }),
      onSuccess() {
        // What was foretold is out of date now.
        forecast.reset();
        return Promise.all([
          queries.invalidateQueries({ queryKey }),
          queries.invalidateQueries({ queryKey: ['jobs'] }),
        ]);
      },
    }),
  };
}
