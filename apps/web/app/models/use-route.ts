import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProvidersView, RouteView } from '@kinora/capabilities/setup';
import { call } from '../api/client.ts';
import { providersKey } from './use-setup.ts';

/** What a person chooses about a route: everything before the built-in model. */
export type RouteChoice = { entries: { provider: string; model: string; title: string }[]; only: boolean };

/** What is chosen now. */
export function choiceOf(route: RouteView): RouteChoice {
  return {
    entries: route.entries
      .filter(({ isBuiltin }) => !isBuiltin)
      .map(({ provider, model, title }) => ({ provider, model, title })),
    only: route.only,
  };
}

/** Changes a route. It shows at once and goes back when the server refuses. */
export function useRoute(route: RouteView) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `route ${route.capability}` },
    mutationFn: ({ entries, only }: RouteChoice) =>
      call<RouteView>(`/routes/${route.capability}`, {
        method: 'PUT',
        body: { entries: entries.map(({ provider, model }) => ({ provider, model })), only },
      }),
    async onMutate(choice) {
      await queries.cancelQueries({ queryKey: providersKey });
      const before = queries.getQueryData<ProvidersView>(providersKey);
      queries.setQueryData<ProvidersView>(providersKey, (view) => view && withChoice(view, route.capability, choice));
      return { before };
    },
    onError: (_error, _choice, context) => queries.setQueryData(providersKey, context?.before),
    async onSettled() {
      // The voices that can be chosen are those of the models in the order.
      if (route.capability === 'speech') await queries.invalidateQueries({ queryKey: ['voices'] });
      await queries.invalidateQueries({ queryKey: providersKey });
    },
  });
}

function withChoice(view: ProvidersView, capability: string, { entries, only }: RouteChoice): ProvidersView {
  return {
    ...view,
    routes: view.routes.map((route) => {
      if (route.capability !== capability) return route;
      const chosen = entries.map(
        (entry) =>
          route.entries.find(({ provider, model }) => provider === entry.provider && model === entry.model) ?? {
            ...entry,
            device: 'cpu',
            isBuiltin: false,
            state: 'ready' as const,
            served: 0,
          },
      );
      const hidesBuiltin = only && chosen.length > 0 && capability !== 'moderation';
      return {
        ...route,
        only: only && chosen.length > 0,
        entries: [...chosen, ...(hidesBuiltin ? [] : route.entries.filter(({ isBuiltin }) => isBuiltin))],
      };
    }),
  };
}
