import type { ModelsView, ModelView } from '@kinora/capabilities/setup';
import { Fault } from '../ui/fault.tsx';
import { useAction, useSetup } from './use-setup.ts';
import { deviceWords, sizeOf } from './words.ts';

const states = { loading: 'being loaded', ready: 'ready', busy: 'at work', unloaded: '' };

/** Models that are in memory now. Those that do nothing can give theirs back. */
export function LoadedModels({
  processes,
  models,
}: {
  processes: ModelsView['processes'];
  models: readonly ModelView[];
}) {
  const { actions, models: all } = useSetup();
  const loaded = processes.filter(({ state }) => state !== 'unloaded');
  const unload = useAction(() => actions.unload());
  const look = useAction(() => actions.refresh());
  const bytes = loaded.reduce((sum, { memoryBytes = 0 }) => sum + memoryBytes, 0);
  const titleOf = (name: string) => {
    const id = name.slice(name.indexOf('/') + 1);
    return models.find(({ entry }) => entry.id === id)?.entry.title ?? name;
  };
  return (
    <section aria-labelledby="loaded">
      <h2 id="loaded">In memory now</h2>
      <p className="mt-1 mb-3 text-small text-ink-2">
        {loaded.length === 0
          ? 'No model. Each is loaded when it is first asked, and leaves again when it has rested a while.'
          : `${sizeOf(bytes)} in all. Each leaves by itself when it has rested a while.`}
      </p>
      {loaded.length > 0 && (
        <ul className="rows">
          {loaded.map(({ name, state, device, memoryBytes, restarts }) => (
            <li key={name} className="py-3">
              <b>{titleOf(name)}</b>
              <p className="num text-tiny text-ink-3">
                {[
                  states[state],
                  device && deviceWords(device, all.hardware),
                  memoryBytes !== undefined && `${sizeOf(memoryBytes)} of memory`,
                  restarts > 0 && `started again ${restarts === 1 ? 'once' : `${restarts} times`}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className={`line mt-3 ${loaded.length > 0 ? '' : '-ml-4'}`}>
        {loaded.length > 0 && (
          <button type="button" className="button button--small" aria-busy={unload.isPending} onClick={unload.run}>
            Give the memory back
          </button>
        )}
        <button
          type="button"
          className="button button--small button--bare"
          aria-busy={look.isPending}
          onClick={look.run}
        >
          Look again
        </button>
      </div>
      {unload.problem && <Fault>{unload.problem}</Fault>}
    </section>
  );
}
