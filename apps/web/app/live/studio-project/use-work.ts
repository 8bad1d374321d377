import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { isActive } from '../../api/types.ts';
import type { LiveWorkDetail } from '../../api/types.ts';

/** A styled video, recording or picture, kept up to date while it is made. */
export function useWork(initial: LiveWorkDetail): LiveWorkDetail {
  const { id } = initial.work;
  const query = useQuery({
    queryKey: ['live-style', id],
    queryFn: ({ signal }) => call<LiveWorkDetail>(`/live-style/${id}`, { signal }),
    initialData: initial,
    refetchInterval: ({ state }) => (isActive(state.data?.job) ? 1000 : false),
  });
  return query.data;
}
