import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Library, StorySummary } from '../api/types.ts';

/** The library, page by page. While a story in it is being made, it looks again. */
export function useLibrary(query: string, initial: { query: string; page: Library }) {
  return useInfiniteQuery({
    queryKey: ['library', 'search', query],
    queryFn: ({ pageParam, signal }) => {
      const parameters = new URLSearchParams({ limit: '48' });
      if (query) parameters.set('query', query);
      if (pageParam) parameters.set('cursor', pageParam);
      return call<Library>(`/stories?${parameters}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    initialData: query === initial.query ? { pages: [initial.page], pageParams: [''] } : undefined,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((story) => story.state === 'making')) ? 2000 : false,
  });
}

/** Renames and deletes stories. */
export function useLibraryChanges() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['library'] });
  return {
    rename: useMutation({
      mutationFn: ({ id, title }: { id: string; title: string }) =>
        call<StorySummary>(`/stories/${id}`, { method: 'PATCH', body: { title } }),
      onSuccess: refresh,
    }),
    remove: useMutation({
      mutationFn: (id: string) => call<undefined>(`/stories/${id}`, { method: 'DELETE' }),
      onSuccess: refresh,
    }),
  };
}
