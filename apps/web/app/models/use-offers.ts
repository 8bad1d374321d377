import { useQuery } from '@tanstack/react-query';
import type { CapabilityName } from '@kinora/capabilities';
import type { ProviderView } from '@kinora/capabilities/setup';
import { call } from '../api/client.ts';
import { useSetup } from './use-setup.ts';

type Offer = ProviderView['models'][number];

/**
 * What a provider offers: what is known, what it said when it was asked, and what stands in an order. A service is asked
 * only when a person wants it: `ask`.
 */
export function useOffers(provider: ProviderView) {
  const { providers } = useSetup();
  const asked = useQuery({
    queryKey: ['offers', provider.id],
    queryFn: ({ signal }) =>
      call<{ items: Offer[] }>(`/providers/${encodeURIComponent(provider.id)}/models`, { signal }).then(
        ({ items }) => items,
      ),
    enabled: false,
    retry: false,
    staleTime: Infinity,
  });
  return {
    ask: () => void asked.refetch(),
    isAsking: asked.isFetching,
    /** What it said, once it was asked. */
    answer: asked.isFetching || asked.error ? undefined : asked.data,
    problem: asked.isFetching ? undefined : asked.error?.message,
    of(capability: CapabilityName): Offer[] {
      const inOrder = providers.routes
        .filter((route) => route.capability === capability)
        .flatMap(({ entries }) => entries.filter((entry) => entry.provider === provider.id))
        .map(({ model, device }): Offer => ({ capability, modelId: model, title: model, device }));
      const all = [...provider.models, ...(asked.data ?? []), ...inOrder].filter(
        (offer) => offer.capability === capability,
      );
      return [...new Map(all.toReversed().map((offer) => [offer.modelId, offer])).values()].toReversed();
    },
  };
}
