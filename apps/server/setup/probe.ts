import type {
  InstalledModel,
  ModelProcess,
  ProcessHost,
  ProviderDefinition,
  ProviderServices,
} from '@kinora/capabilities';
import type { BuiltinProvider } from '@kinora/providers/builtin';
import { tryModel } from './test-model.ts';

/**
 * Loads a model as its provider would, and nothing more: its process is started, the model loaded into it, and the process
 * ended. A model that no provider reads by itself, such as a small decoder that works for another, has nothing to load.
 * @throws What loading threw.
 */
export async function loadOnce(
  model: InstalledModel,
  options: {
    definitions: readonly ProviderDefinition[];
    services: ProviderServices;
    builtin: Pick<BuiltinProvider, 'speech' | 'image'>;
    signal: AbortSignal;
  },
): Promise<void> {
  const { definitions, services, builtin, signal } = options;
  for (const definition of definitions.filter(({ kind }) => kind === 'local')) {
    let outcome: { error?: unknown } | undefined;
    const host = createLoadingHost(services.processes, (ended) => (outcome = ended));
    await using provider = definition.create(
      Object.fromEntries(definition.fields.map(({ name, default: value }) => [name, value])),
      { ...services, processes: host, installed: async () => [model] },
    );
    const offer = (await provider.offers()).find(({ modelId }) => modelId === model.id);
    if (offer === undefined) continue;
    // Its first call loads the model and then breaks off: what the call itself says doesn't matter.
    await tryModel(provider, { capability: offer.capability, model: offer.modelId }, { signal, builtin }).catch(
      (error: unknown) => {
        outcome ??= { error };
      },
    );
    signal.throwIfAborted();
    if (outcome?.error !== undefined) throw outcome.error;
    return;
  }
}

/** A host whose processes load their model at the first call and then refuse it. */
function createLoadingHost(host: ProcessHost, onLoaded: (outcome: { error?: unknown }) => void): ProcessHost {
  return {
    open(options): ModelProcess {
      const process = host.open({ ...options, name: `${options.name} (trial)` });
      return {
        async call(): Promise<never> {
          try {
            await process.load();
            onLoaded({});
          } catch (error) {
            onLoaded({ error });
            throw error;
          }
          throw new Error('The model can be loaded; nothing else was wanted.');
        },
        load: () => process.load(),
        unload: () => process.unload(),
        state: () => process.state(),
        [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
      };
    },
  };
}
