import { KinoraError } from '@kinora/capabilities';
import type {
  InstalledModel,
  ModelOf,
  ModelProcess,
  OfferedModel,
  Provider,
  ProviderDefinition,
  ProviderServices,
  ProviderSettings,
} from '@kinora/capabilities';
import { createLanguageModel, providerName } from './language.ts';
import type { LoadSettings } from './protocol.ts';

/** Language models in GGUF files, run by llama.cpp on this machine. */
export const llamaCpp: ProviderDefinition = {
  id: providerName,
  title: 'llama.cpp',
  summary: 'Language models (GGUF) on this machine: nothing leaves it, no account, works offline.',
  kind: 'local',
  capabilities: ['language'],
  fields: [
    {
      name: 'contextSize',
      label: 'Context size',
      help: 'Most tokens of prompt and answer together; a token is about four letters. More takes more memory.',
      kind: 'number',
      placeholder: 'as suits the model, mostly 8192',
      environment: ['KINORA_LLAMA_CPP_CONTEXT_SIZE'],
    },
    {
      name: 'threads',
      label: 'Processor threads',
      help: 'Left empty, Kinora measures what is fastest when it first loads a model.',
      kind: 'number',
      placeholder: 'measured',
      environment: ['KINORA_LLAMA_CPP_THREADS'],
    },
    {
      name: 'gpuLayers',
      label: 'Layers on the GPU',
      help: 'Left empty, as many as fit into its free memory; 0 leaves the GPU to others.',
      kind: 'number',
      placeholder: 'as many as fit',
      environment: ['KINORA_LLAMA_CPP_GPU_LAYERS'],
    },
    {
      name: 'idleMinutes',
      label: 'Minutes until unloaded',
      help: 'A model that nobody asks for so long gives its memory back.',
      kind: 'number',
      default: 5,
      environment: ['KINORA_LLAMA_CPP_IDLE_MINUTES'],
    },
  ],
  create: createProvider,
};

type Opened = { process: ModelProcess; model: InstalledModel };

function createProvider(settings: ProviderSettings, services: ProviderServices): Provider {
  const contextSize = readNumber(settings, 'contextSize', { least: 512, most: 1_048_576 });
  const load: Omit<LoadSettings, 'modelPath' | 'contextSize'> = {
    threads: readNumber(settings, 'threads', { least: 1, most: 512 }) ?? 'auto',
    gpuLayers: readNumber(settings, 'gpuLayers', { least: 0, most: 10_000 }) ?? 'auto',
  };
  const idleMs = (readNumber(settings, 'idleMinutes', { least: 0.1, most: 1440 }) ?? 5) * 60_000;
  const opened = new Map<string, Opened>();

  const installed = async () =>
    (await services.installed()).filter(({ runtime, format }) => runtime === 'llama-cpp' && format === 'gguf');

  const open = async (modelId: string) => {
    const model = (await installed()).find(({ id }) => id === modelId);
    if (!model) {
      const message = `The model “${modelId}” is not installed; install it on the Models page, or choose another.`;
      throw new KinoraError('provider.unavailable', message, { data: { model: modelId } });
    }
    const known = opened.get(modelId);
    if (known?.model.revision === model.revision && known.model.folder === model.folder) {
      return { process: known.process, defaults: model.defaults };
    }
    const process = services.processes.open({
      name: `${providerName}/${modelId}`,
      runtime: 'llama-cpp',
      entry: new URL('process.ts', import.meta.url),
      settings: {
        ...load,
        modelPath: findGguf(model),
        contextSize: contextSize ?? Number(model.defaults['contextSize'] ?? 8192),
      } satisfies LoadSettings,
      shrink: (current) => shrink(current as LoadSettings),
      ...(load.gpuLayers === 0 && { device: 'cpu' }),
      memoryBytes: model.memoryBytes,
      idleMs,
      graceMs: 2000,
    });
    opened.set(modelId, { process, model });
    await known?.process[Symbol.asyncDispose]();
    return { process, defaults: model.defaults };
  };

  return {
    async offers(): Promise<OfferedModel[]> {
      const models = (await installed()).filter(({ purpose }) => purpose === 'language');
      return models.map(({ id, title, revision }) => ({
        capability: 'language',
        modelId: id,
        title,
        device: opened.get(id)?.process.state().device ?? (load.gpuLayers === 0 ? 'cpu' : 'auto'),
        revision,
      }));
    },
    model<Capability extends keyof ModelOf>(capability: Capability, modelId: string): ModelOf[Capability] {
      if (capability !== 'language') {
        throw new KinoraError('request.invalid', `llama.cpp offers no ${capability}; choose another provider.`);
      }
      return createLanguageModel({ modelId, open: () => open(modelId) }) as ModelOf[Capability];
    },
    async check() {
      const models = (await installed()).filter(({ purpose }) => purpose === 'language');
      if (models.length === 0) {
        const message = 'No language model for llama.cpp is installed; install one on the Models page.';
        throw new KinoraError('provider.unavailable', message);
      }
      return { message: `Ready: ${models.map(({ title }) => title).join(', ')}.` };
    },
    async [Symbol.asyncDispose]() {
      const all = [...opened.values()];
      opened.clear();
      await Promise.all(all.map(({ process }) => process[Symbol.asyncDispose]()));
    },
  };
}

/** Half the context and at most half the layers on the GPU; null when there is nothing left to give up. */
export function shrink(settings: LoadSettings): LoadSettings | null {
  const contextSize = Math.max(1024, Math.floor(settings.contextSize / 2));
  const gpuLayers = typeof settings.gpuLayers === 'number' ? Math.floor(settings.gpuLayers / 2) : ('half' as const);
  const isSmaller = contextSize < settings.contextSize || gpuLayers !== settings.gpuLayers;
  return isSmaller ? { ...settings, contextSize, gpuLayers } : null;
}

/** The model's file; of one in parts (`…-00001-of-00003.gguf`) the first. Vision parts (`mmproj`) are no model. */
export function findGguf({ id, folder, files }: InstalledModel): string {
  const [first] = files
    .filter((file) => /\.gguf$/i.test(file) && !/(^|\/)mmproj/i.test(file))
    .toSorted((a, b) => (a < b ? -1 : 1));
  if (first === undefined) {
    throw new KinoraError('provider.unavailable', `The model “${id}” holds no GGUF file; install it again.`);
  }
  return `${folder}/${first}`;
}

function readNumber(
  settings: ProviderSettings,
  field: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  const value = settings[field];
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  if (!(number >= least && number <= most)) {
    throw new KinoraError('request.invalid', `“${field}” must be a number from ${least} to ${most}.`, {
      data: { field, allowed: `${least}–${most}` },
    });
  }
  return number;
}
