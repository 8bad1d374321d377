import type { InfiniteData } from '@tanstack/react-query';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import type { ItemChange, VocabularyDetail, VocabularyEntry, VocabularyPage } from '../../api/types.ts';

/** Names of filters in addresses: the server's own. */
export const filterNames = [
  'query',
  'kind',
  'level',
  'tag',
  'lesson',
  'speaker',
  'starred',
  'review',
  'hidden',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** Filters of an address, and only those. */
export function filtersOf(parameters: URLSearchParams): Filters {
  return Object.fromEntries(filterNames.flatMap((name) => [[name, parameters.get(name)]]).filter(([, value]) => value));
}

/** What there is to learn, page by page. */
export function useVocabulary(filters: Filters, sort: string, initial?: VocabularyPage) {
  const asked = new URLSearchParams({ ...filters, sort, limit: '60' });
  return useInfiniteQuery({
    queryKey: ['vocabulary', 'list', asked.toString()],
    queryFn: ({ pageParam, signal }) => {
      if (pageParam) asked.set('cursor', pageParam);
      return call<VocabularyPage>(`/vocabulary?${asked}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    initialData: initial && { pages: [initial], pageParams: [''] },
    placeholderData: (previous) => previous,
  });
}

/** Stars, reviews, hides or rewrites an item, in all recordings; lists show it at once. */
export function useItemChange() {
  const queries = useQueryClient();
  const show = (id: string, change: ItemChange) => {
    const shown = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
    queries.setQueriesData<InfiniteData<VocabularyPage>>({ queryKey: ['vocabulary', 'list'] }, (data) =>
      data?.pages
        ? {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              items: page.items.map((item) => (item.id === id ? { ...item, ...shown } : item)),
            })),
          }
        : data,
    );
    queries.setQueryData<VocabularyDetail>(['vocabulary', 'item', id], (data) =>
      data ? { ...data, item: { ...data.item, ...shown } } : data,
    );
  };
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: ItemChange }) =>
      call<VocabularyEntry>(`/vocabulary/${encodeURIComponent(id)}`, { method: 'PATCH', body: change }),
    onMutate: ({ id, change }) => show(id, change),
    onSettled: () => queries.invalidateQueries({ queryKey: ['vocabulary'] }),
  });
}
