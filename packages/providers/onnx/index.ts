import { KinoraError } from '@kinora/capabilities';
import type {
  CapabilityName,
  InstalledModel,
  ModelOf,
  ModelProcess,
  Provider,
  ProviderDefinition,
  ProviderServices,
  ProviderSettings,
} from '@kinora/capabilities';
import { schedulerNames } from '@kinora/media/diffusion';
import { createOnnxImageModel } from './image.ts';
import type { DrawDefaults } from './image.ts';
import type { DiffusionSettings } from './protocol.ts';

export type { DrawDefaults, OnnxImageOptions } from './image.ts';
export type { DiffusionSettings, DrawProgress, DrawRequest, DrawResult } from './protocol.ts';

/** Stable Diffusion models in ONNX format, on this machine. */
export const onnx: ProviderDefinition = {
  id: 'onnx',
  title: 'Pictures on this machine (ONNX)',
  summary: 'Paints with Stable Diffusion models that you have installed; nothing leaves this machine.',
  kind: 'local',
  capabilities: ['image'],
  fields: [
    {
      name: 'steps',
      label: 'Steps',
      help: 'More take longer and add detail. Empty: what suits the model, e.g. 1 for SD-Turbo and 20 for Stable Diffusion 1.5.',
      kind: 'number',
      environment: ['KINORA_ONNX_STEPS'],
    },
    {
      name: 'guidance',
      label: 'Guidance',
      help: 'How closely pictures keep to the words, 1 to 15. Empty: what suits the model, e.g. none for SD-Turbo, else 7.5.',
      kind: 'number',
      environment: ['KINORA_ONNX_GUIDANCE'],
    },
    {
      name: 'negativePrompt',
      label: 'Not to be seen',
      help: 'Words for what pictures should not show. Works with guidance above 1.',
      kind: 'text',
      placeholder: 'text, watermark, blurry',
      environment: ['KINORA_ONNX_NEGATIVE_PROMPT'],
    },
    {
      name: 'scheduler',
      label: 'Sampler',
      help: "How noise becomes a picture. The model's own is a good choice.",
      kind: 'choice',
      choices: [
        { value: 'model', label: "The model's own" },
        { value: 'euler', label: 'Euler' },
        { value: 'euler-ancestral', label: 'Euler ancestral' },
        { value: 'ddim', label: 'DDIM' },
        { value: 'pndm', label: 'PNDM' },
        { value: 'dpm-solver', label: 'DPM-Solver++ 2M' },
        { value: 'lcm', label: 'LCM' },
      ],
      default: 'model',
      environment: ['KINORA_ONNX_SCHEDULER'],
    },
    {
      name: 'usesTaesd',
      label: 'Small decoder',
      help: 'Finishes pictures with TAESD, where it is installed: seconds faster on a processor, a little softer.',
      kind: 'toggle',
      default: false,
      environment: ['KINORA_ONNX_TAESD'],
    },
    {
      name: 'idleMinutes',
      label: 'Minutes until a model is unloaded',
      help: 'Its memory is given back after so long without a picture.',
      kind: 'number',
      default: 5,
      environment: ['KINORA_ONNX_IDLE_MINUTES'],
    },
  ],
  create: createOnnx,
};

function createOnnx(settings: ProviderSettings, services: ProviderServices): Provider {
  const number = (name: string, low: number, high: number) => {
    const value = settings[name];
    if (value === undefined || value === '') return undefined;
    const read = Number(value);
    if (Number.isFinite(read) && read >= low && read <= high) return read;
    throw new KinoraError('request.invalid', `${name} must be a number from ${low} to ${high}.`, {
      data: { field: name },
    });
  };
  const wanted = {
    steps: number('steps', 1, 150),
    guidance: number('guidance', 0, 50),
    negativePrompt: typeof settings['negativePrompt'] === 'string' ? settings['negativePrompt'] : undefined,
    scheduler: schedulerNames.find((name) => name === settings['scheduler']),
    usesTaesd: settings['usesTaesd'] === true,
    idleMs: (number('idleMinutes', 0.1, 1440) ?? 5) * 60_000,
  };
  const processes = new Map<string, ModelProcess>();

  /** One process a model and revision: an update opens a new one. */
  const open = (model: InstalledModel, taesd: InstalledModel | undefined): ModelProcess => {
    const key = `${model.id}@${model.revision}${taesd ? `+${taesd.id}@${taesd.revision}` : ''}`;
    const found = processes.get(key);
    if (found) return found;
    const diffusion: DiffusionSettings = {
      folder: model.folder,
      ...(taesd ? { taesdFolder: taesd.folder } : {}),
      usesTaesd: wanted.usesTaesd,
      isFrugal: false,
    };
    const opened = services.processes.open({
      name: `onnx/${model.id}`,
      runtime: 'onnx',
      entry: new URL('./process.ts', import.meta.url),
      settings: diffusion,
      shrink: (given) => (given['isFrugal'] === true ? null : { ...given, isFrugal: true, usesTaesd: true }),
      idleMs: wanted.idleMs,
      // A step of a large model takes seconds; stopping between steps keeps it loaded.
      graceMs: 15_000,
      callTimeoutMs: 1_800_000,
    });
    processes.set(key, opened);
    return opened;
  };

  const find = async (modelId: string) => {
    const installed = await services.installed();
    const model = installed.find(({ id, format }) => id === modelId && format === 'diffusers');
    if (model === undefined) {
      throw new KinoraError(
        'request.invalid',
        `The model "${modelId}" is not installed; install it on the Models page.`,
        {
          data: { field: 'modelId' },
        },
      );
    }
    const taesd = installed.find(({ format }) => format === 'taesd');
    return { model, process: open(model, taesd), defaults: readDefaults(model, wanted) };
  };

  return {
    async offers() {
      const installed = await services.installed();
      return installed
        .filter(({ format }) => format === 'diffusers')
        .map(({ id, title, revision }) => ({
          capability: 'image' as const,
          modelId: id,
          title,
          device: [...processes].find(([key]) => key.startsWith(`${id}@`))?.[1].state().device ?? 'local',
          revision,
        }));
    },
    model<Capability extends CapabilityName>(capability: Capability, modelId: string): ModelOf[Capability] {
      if (capability !== 'image') {
        throw new KinoraError('request.invalid', `Local ONNX models offer pictures, not ${capability}.`);
      }
      return createOnnxImageModel({ modelId, find: () => find(modelId) }) as unknown as ModelOf[Capability];
    },
    async check() {
      const offered = (await services.installed()).filter(({ format }) => format === 'diffusers');
      if (offered.length > 0) return { message: `Ready: ${offered.map(({ title }) => title).join(', ')}.` };
      throw new KinoraError(
        'provider.unavailable',
        'No picture model is installed yet; choose one on the Models page, e.g. SD-Turbo.',
      );
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...processes.values()].map((process) => process[Symbol.asyncDispose]()));
      processes.clear();
    },
  };
}

/** What the settings say, else the model's catalogue entry, else what suits Stable Diffusion 1.5. */
function readDefaults(
  { defaults }: InstalledModel,
  wanted: {
    steps?: number | undefined;
    guidance?: number | undefined;
    negativePrompt?: string | undefined;
    scheduler?: DrawDefaults['scheduler'];
  },
): DrawDefaults {
  const number = (name: string, fallback: number) => {
    const value = defaults[name];
    return typeof value === 'number' ? value : fallback;
  };
  const text = defaults['negativePrompt'];
  return {
    steps: wanted.steps ?? number('steps', 20),
    guidance: wanted.guidance ?? number('guidance', 7.5),
    negativePrompt: wanted.negativePrompt ?? (typeof text === 'string' ? text : ''),
    scheduler: wanted.scheduler ?? schedulerNames.find((name) => name === defaults['scheduler']),
    native: Math.round(Math.sqrt(number('width', 512) * number('height', 512))),
  };
}
