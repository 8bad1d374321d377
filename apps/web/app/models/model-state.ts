import type { InstallState, ModelsView, ModelView } from '@kinora/capabilities/setup';
import { useSetup } from './use-setup.ts';

/** What happens with a model, its runtime included. */
export type ModelProgress = {
  install: InstallState;
  /** Its runtime is fetched first. */
  runtime?: ModelsView['runtimes'][number];
};

/** A model's state as people see it: while its runtime comes first, that is its state. */
export function progressOf(
  model: ModelView,
  { runtimes }: ModelsView,
  asked: ReadonlyMap<string, number>,
): ModelProgress {
  const { install } = model;
  const runtime = runtimes.find(({ name }) => name === model.entry.runtime);
  const wantsRuntime = install.state === 'absent' && asked.has(model.entry.id);
  if (!wantsRuntime || !runtime) return { install };
  if (runtime.install.state === 'installed' || runtime.install.state === 'absent')
    return { install: { state: 'waiting' } };
  return { install: runtime.install, runtime };
}

/** Whether a model stands in its route. */
export function useIsUsed(model: ModelView): boolean {
  const { providers } = useSetup();
  return providers.routes.some(({ entries }) => entries.some((entry) => entry.model === model.entry.id));
}
