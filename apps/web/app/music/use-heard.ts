import type { AssetRef } from '@kinora/capabilities';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Heard } from './song-map.ts';

/** What was heard in a song, from its file. */
export function useHeard(analysis: AssetRef | undefined) {
  return useQuery({
    queryKey: ['heard', analysis?.asset],
    queryFn: ({ signal }) => call<Heard>(`/assets/${analysis?.asset}`, { signal }),
    enabled: analysis !== undefined,
    staleTime: Infinity,
  });
}
