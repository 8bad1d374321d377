import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';

/** One entry of `GET /dictionaries`. */
export type Dictionary = {
  id: string;
  title: string;
  licence: string;
  revision: string;
  language: string;
  words: number;
  /** Words whose rank or pitch accent it tells. */
  facts: number;
  isOn: boolean;
  createdAt: string;
};

/** `POST /known-words`. */
export type AddedWords = { words: number; added: number; fields: string[]; isReviewed: boolean };

const dictionariesKey = ['dictionaries'];
const knownKey = ['known-words'];

/** Imported dictionaries, and what changes them. */
export function useDictionaries(initial: Dictionary[]) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: dictionariesKey });
  const query = useQuery({
    queryKey: dictionariesKey,
    queryFn: ({ signal }) => call<{ items: Dictionary[] }>('/dictionaries', { signal }).then(({ items }) => items),
    initialData: initial,
  });
  return {
    dictionaries: query.data,
    refresh,
    setOn: useMutation({
      mutationFn: ({ id, isOn }: Pick<Dictionary, 'id' | 'isOn'>) =>
        call<Dictionary>(`/dictionaries/${id}`, { method: 'PATCH', body: { isOn } }),
      // The switch moves at once; it goes back when the server refuses.
      onMutate: ({ id, isOn }) =>
        queries.setQueryData<Dictionary[]>(dictionariesKey, (all) =>
          all?.map((each) => (each.id === id ? { ...each, isOn } : each)),
        ),
      onSettled: refresh,
    }),
    remove: useMutation({
      mutationFn: (id: string) => call<undefined>(`/dictionaries/${id}`, { method: 'DELETE' }),
      onSettled: refresh,
    }),
  };
}

/** How many words are known, and what changes that. */
export function useKnownWords(initial: number) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: knownKey });
  const query = useQuery({
    queryKey: knownKey,
    queryFn: ({ signal }) => call<{ words: number }>('/known-words', { signal }).then(({ words }) => words),
    initialData: initial,
  });
  return {
    count: query.data,
    refresh,
    forget: useMutation({
      mutationFn: () => call<undefined>('/known-words', { method: 'DELETE' }),
      onSettled: refresh,
    }),
  };
}
