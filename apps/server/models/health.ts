import type { ProviderHealth, RouteHealth } from '@kinora/capabilities/routing';

/**
 * How the routes are for everybody: what one model served for children and for grown-ups is added up, and a pause of
 * either is shown.
 */
export function mergeHealth(...audiences: RouteHealth[][]): RouteHealth[] {
  const merged = new Map<string, Map<string, ProviderHealth>>();
  for (const { capability, providers } of audiences.flat()) {
    const known = merged.get(capability) ?? new Map<string, ProviderHealth>();
    merged.set(capability, known);
    for (const provider of providers) known.set(provider.id, add(known.get(provider.id), provider));
  }
  return [...merged].map(([capability, providers]) => ({ capability, providers: [...providers.values()] }));
}

function add(one: ProviderHealth | undefined, other: ProviderHealth): ProviderHealth {
  if (one === undefined) return other;
  const failed = [one, other].filter(({ lastFailure }) => lastFailure !== undefined);
  const [latest] = failed.toSorted((a, b) => (b.lastFailure?.at ?? '').localeCompare(a.lastFailure?.at ?? ''));
  const busier = other.served > 0 ? other : one;
  const worse = one.state === 'ready' ? other : one;
  return {
    ...busier,
    state: worse.state,
    ...(worse.pausedUntil !== undefined && { pausedUntil: worse.pausedUntil }),
    failures: Math.max(one.failures, other.failures),
    served: one.served + other.served,
    ...(latest?.lastFailure && { lastFailure: latest.lastFailure }),
  };
}
