import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ModelsView, ProvidersView } from '@kinora/capabilities/setup';
import { useEffect, useState } from 'react';
import { useOutletContext } from 'react-router';
import { call } from '../api/client.ts';

const modelsKey = ['setup', 'models'] as const;

/** Where the providers and routes are kept between looks. */
export const providersKey = ['setup', 'providers'] as const;

/** Everything the pages about models show, and what changes it. */
export type Setup = {
  models: ModelsView;
  providers: ProvidersView;
  /** Why looking again failed, the last time. */
  problem: Error | null;
  actions: SetupActions;
  /** Models somebody asked for since the page was opened: until their runtime is there they look absent. */
  asked: ReadonlyMap<string, number>;
};

/** What can be done with models and runtimes. */
export type SetupActions = {
  installModel(id: string, options: { use: boolean }): Promise<void>;
  installRecommended(ids: readonly string[]): Promise<void>;
  pauseModel(id: string): Promise<void>;
  removeModel(id: string): Promise<void>;
  installRuntime(name: string): Promise<void>;
  removeRuntime(name: string): Promise<void>;
  unload(): Promise<void>;
  refresh(): Promise<void>;
};

/** The set-up, looked at again every second while something is fetched, and only then. */
export function useLoadedSetup(initial: { models: ModelsView; providers: ProvidersView }): Setup {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<ReadonlyMap<string, number>>(new Map());
  const models = useQuery({
    queryKey: modelsKey,
    queryFn: ({ signal }) => call<ModelsView>('/models', { signal }),
    initialData: initial.models,
    refetchInterval: ({ state }) => (isWorking(state.data ?? initial.models, asked) ? 1000 : false),
  });
  const providers = useQuery({
    queryKey: providersKey,
    queryFn: ({ signal }) => call<ProvidersView>('/providers', { signal }),
    initialData: initial.providers,
    refetchInterval: ({ state }) => (state.data?.providers.some(isGettingReady) ? 1000 : false),
  });

  // A model that has just arrived is put into its route a moment later.
  const installed = models.data.models.flatMap(({ entry, install }) =>
    install.state === 'installed' ? [entry.id] : [],
  );
  const arrivals = installed.join(' ');
  useEffect(() => {
    if (arrivals === '') return;
    const look = () => {
      void queries.invalidateQueries({ queryKey: providersKey });
      void queries.invalidateQueries({ queryKey: ['voices'] });
    };
    look();
    const timer = setTimeout(look, 2000);
    return () => clearTimeout(timer);
  }, [queries, arrivals]);

  const refresh = () => queries.invalidateQueries({ queryKey: ['setup'] });
  const ask = (ids: readonly string[]) =>
    setAsked((before) => new Map([...before, ...ids.map((id): [string, number] => [id, Date.now()])]));
  const forget = (ids: readonly string[]) =>
    setAsked((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
  const after = async (work: Promise<unknown>) => {
    try {
      await work;
    } finally {
      await refresh();
    }
  };

  return {
    models: models.data,
    providers: providers.data,
    problem: models.error ?? providers.error,
    asked,
    actions: {
      installModel(id, { use }) {
        ask([id]);
        return after(call(`/models/${id}/install`, { method: 'POST', body: { use } }));
      },
      installRecommended(ids) {
        ask(ids);
        return after(call('/models/recommended/install', { method: 'POST' }));
      },
      pauseModel: (id) => after(call(`/models/${id}/pause`, { method: 'POST' })),
      removeModel(id) {
        forget([id]);
        return after(call(`/models/${id}`, { method: 'DELETE' }));
      },
      installRuntime: (name) => after(call(`/runtimes/${name}/install`, { method: 'POST' })),
      removeRuntime(name) {
        // What waited for it is no longer on its way.
        forget(models.data.models.flatMap(({ entry }) => (entry.runtime === name ? [entry.id] : [])));
        return after(call(`/runtimes/${name}`, { method: 'DELETE' }));
      },
      unload: () => after(call('/models/unload', { method: 'POST' })),
      refresh,
    },
  };
}

/** The set-up, below the page that loaded it. */
export function useSetup(): Setup {
  return useOutletContext<Setup>();
}

/** One thing to do, with its waiting and its failure. */
export function useAction(work: () => Promise<unknown>) {
  const { mutate, isPending, error, reset } = useMutation({ mutationFn: work });
  return { run: () => mutate(), isPending, problem: error?.message, reset };
}

const justAskedMs = 4000;

function isWorking({ models, runtimes }: ModelsView, asked: ReadonlyMap<string, number>): boolean {
  const isMoving = ({ install }: { install: { state: string } }) =>
    install.state === 'installing' || install.state === 'waiting';
  if (runtimes.some(isMoving) || models.some(isMoving)) return true;
  return [...asked].some(([id, at]) => {
    if (Date.now() - at < justAskedMs) return true;
    const model = models.find(({ entry }) => entry.id === id);
    const runtime = runtimes.find(({ name }) => name === model?.entry.runtime);
    return model?.install.state === 'absent' && runtime?.install.state === 'installed';
  });
}

function isGettingReady({ isOn, install }: ProvidersView['providers'][number]): boolean {
  return isOn && (install.state === 'installing' || install.state === 'waiting');
}
