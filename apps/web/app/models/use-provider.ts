import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProvidersView, ProviderView } from '@kinora/capabilities/setup';
import { call } from '../api/client.ts';
import type { ProviderChange } from './provider-change.ts';
import { providersKey } from './use-setup.ts';

/** Saves, switches and removes one provider. */
export function useProvider(id: string) {
  const queries = useQueryClient();
  const path = `/providers/${encodeURIComponent(id)}`;
  const refresh = () => queries.invalidateQueries({ queryKey: providersKey });
  return {
    save: useMutation({
      scope: { id: `provider ${id}` },
      mutationFn: (change: ProviderChange) => call<ProviderView>(path, { method: 'PUT', body: change }),
      async onSuccess(saved) {
        queries.setQueryData<ProvidersView>(providersKey, (view) => view && withProvider(view, saved));
        await refresh();
      },
    }),
    remove: useMutation({
      mutationFn: () => call<undefined>(path, { method: 'DELETE' }),
      onSuccess: refresh,
    }),
  };
}

function withProvider(view: ProvidersView, saved: ProviderView): ProvidersView {
  const isKnown = view.providers.some(({ id }) => id === saved.id);
  return {
    ...view,
    providers: isKnown
      ? view.providers.map((provider) => (provider.id === saved.id ? saved : provider))
      : [...view.providers, saved],
  };
}
