import type { ModelFormat } from './catalogue.ts';
import { KinoraError } from './errors.ts';
import type { Message, ModelProcess, ProcessOptions, RuntimeName } from './process.ts';
import { capabilityNames } from './provider.ts';
import type { CapabilityName, InstalledModel, ModelOf, OfferedModel, Provider, ProviderServices } from './provider.ts';

/** An installed model and its process, which starts with the first call. */
export type LocalModel = { model: InstalledModel; process: ModelProcess };

/** Finds the model and opens its process. @throws KinoraError `provider.unavailable` when it isn't installed any more. */
export type OpenLocalModel = () => Promise<LocalModel>;

/** How a local provider serves one capability. */
export type LocalAdapter<Capability extends CapabilityName> = {
  /** Layouts of model files it reads. */
  formats: readonly ModelFormat[];
  /** Whether a model of such a layout is fit for this capability; default all are. */
  suits?(model: InstalledModel): boolean;
  /** What the process loads. */
  settings(model: InstalledModel): Record<string, Message>;
  /** Makes the model. It may look at {@link LocalModel.model} once it is called. */
  create(modelId: string, open: OpenLocalModel): ModelOf[Capability];
  /** More for the list of models, e.g. voices. */
  describe?(model: InstalledModel): Promise<Partial<OfferedModel>>;
};

/** The adapters of a provider by capability. */
export type LocalAdapters = { [Capability in CapabilityName]?: LocalAdapter<Capability> };

/** A provider over the installed models of one runtime, each in a process of its own. */
export function createLocalProvider(options: {
  runtime: RuntimeName;
  /** Module that exports the `server` of the processes. */
  entry: URL;
  adapters: LocalAdapters;
  services: ProviderServices;
  /** Further options of the processes. */
  process?: Partial<ProcessOptions>;
}): Provider {
  const { runtime, entry, adapters, services } = options;
  const opened = new Map<string, LocalModel>();
  const list = async () =>
    (await services.installed())
      .filter((model) => model.runtime === runtime)
      .flatMap((model) =>
        capabilitiesOf(adapters, model).map((capability) => ({ model, capability, adapter: adapters[capability]! })),
      );
  const open = async (modelId: string, capability: CapabilityName): Promise<LocalModel> => {
    const found = (await list()).find(({ model, capability: its }) => model.id === modelId && its === capability);
    if (found === undefined) throw notInstalled(modelId);
    const { model, adapter } = found;
    const known = opened.get(modelId);
    if (known?.model.revision === model.revision && known.model.folder === model.folder) return known;
    const process = services.processes.open({
      name: `${runtime}/${model.id}`,
      runtime,
      entry,
      settings: adapter.settings(model),
      memoryBytes: model.memoryBytes,
      ...options.process,
    });
    const local: LocalModel = { model, process };
    opened.set(modelId, local);
    await known?.process[Symbol.asyncDispose]();
    return local;
  };
  return {
    async offers() {
      return await Promise.all(
        (await list()).map(async ({ model, capability, adapter }): Promise<OfferedModel> => ({
          capability,
          modelId: model.id,
          title: model.title,
          device: opened.get(model.id)?.process.state().device ?? 'cpu',
          revision: model.revision,
          ...(await adapter.describe?.(model)),
        })),
      );
    },
    model<Capability extends CapabilityName>(capability: Capability, modelId: string): ModelOf[Capability] {
      const adapter: LocalAdapter<Capability> | undefined = adapters[capability];
      if (!adapter) throw new KinoraError('request.invalid', `The runtime ${runtime} has no models for ${capability}.`);
      return adapter.create(modelId, () => open(modelId, capability));
    },
    async check() {
      const models = await list();
      if (models.length === 0) {
        throw new KinoraError('provider.unavailable', 'No model is installed yet; choose one on the Models page.');
      }
      const titles = new Set(models.map(({ model }) => model.title));
      return { message: `Ready with ${[...titles].join(', ')}.` };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...opened.values()].map(({ process }) => process[Symbol.asyncDispose]()));
      opened.clear();
    },
  };
}

/** A model may serve more than one: what draws pictures may restyle frames too, in the same process. */
function capabilitiesOf(adapters: LocalAdapters, model: InstalledModel): CapabilityName[] {
  return capabilityNames.filter((name) => {
    const adapter = adapters[name];
    return adapter?.formats.includes(model.format) === true && (adapter.suits?.(model) ?? true);
  });
}

function notInstalled(modelId: string): KinoraError {
  return new KinoraError(
    'provider.unavailable',
    `The model ${modelId} is not installed; install it on the Models page.`,
    {
      data: { field: 'model' },
    },
  );
}
