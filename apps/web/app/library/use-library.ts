import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPathOf, call } from '../api/client.ts';
import type { Library, Project } from '../api/types.ts';

/** Which studio's projects to list; empty for all. */
export type StudioFilter = Project['studio'] | '';

/** The library, page by page. While something in it is being made, it looks again. */
export function useLibrary(
  asked: { query: string; studio: StudioFilter },
  initial: { query: string; studio: StudioFilter; page: Library },
) {
  const { query, studio } = asked;
  return useInfiniteQuery({
    queryKey: ['library', 'search', query, studio],
    queryFn: ({ pageParam, signal }) => {
      const parameters = new URLSearchParams({ limit: '48' });
      if (query) parameters.set('query', query);
      if (studio) parameters.set('studio', studio);
      if (pageParam) parameters.set('cursor', pageParam);
      return call<Library>(`/projects?${parameters}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    initialData:
      query === initial.query && studio === initial.studio ? { pages: [initial.page], pageParams: [''] } : undefined,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(({ state: now }) => now === 'making')) ? 2000 : false,
  });
}

/** Renames and deletes projects. */
export function useLibraryChanges() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['library'] });
  return {
    rename: useMutation({
      mutationFn: ({ project, title }: { project: Project; title: string }) =>
        call<Project>(apiPathOf(project.studio, project.id), { method: 'PATCH', body: { title } }),
      onSuccess: refresh,
    }),
    remove: useMutation({
      mutationFn: ({ studio, id }: Project) => call<undefined>(apiPathOf(studio, id), { method: 'DELETE' }),
      onSuccess: refresh,
    }),
  };
}
