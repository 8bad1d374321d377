import { useQuery } from '@tanstack/react-query';
import { call } from './client.ts';
import type { Voice } from './types.ts';

/** The voices that can read a story. */
export function useVoices() {
  return useQuery({
    queryKey: ['voices'],
    queryFn: ({ signal }) => call<{ items: Voice[] }>('/voices', { signal }).then((answer) => answer.items),
    staleTime: Infinity,
  });
}
