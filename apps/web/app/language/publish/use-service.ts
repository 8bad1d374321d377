import type { ProvidersView } from '@kinora/capabilities/setup';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { providersKey } from '../../models/use-setup.ts';

/** How it stands with a service that things are published at. */
export type ServiceState = 'loading' | 'absent' | 'off' | 'getting-ready' | 'ready';

/** Whether a service is set up and switched on, and where its settings are. */
export function useService(id: string): { state: ServiceState; problem: string | null; settings: string } {
  const { data } = useQuery({
    queryKey: providersKey,
    queryFn: ({ signal }) => call<ProvidersView>('/providers', { signal }),
    refetchOnWindowFocus: true,
    refetchInterval: (query) =>
      stateOf(query.state.data?.providers.find((provider) => provider.id === id)) === 'getting-ready' ? 1000 : false,
  });
  const provider = data?.providers.find((each) => each.id === id);
  return {
    state: data ? stateOf(provider) : 'loading',
    problem: provider?.problem ?? null,
    settings: provider ? `/models/services/${id}` : `/models/services/add/${id}`,
  };
}

function stateOf(provider: ProvidersView['providers'][number] | undefined): ServiceState {
  if (!provider) return 'absent';
  if (!provider.isOn) return 'off';
  const { state } = provider.install;
  return state === 'installing' || state === 'waiting' ? 'getting-ready' : 'ready';
}
