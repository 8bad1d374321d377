import { KinoraError } from '@kinora/capabilities';
import { createLocalProvider } from '@kinora/capabilities/local';
import type { Provider, ProviderDefinition, ProviderServices, ProviderSettings } from '@kinora/capabilities';
import { schedulerNames } from '@kinora/media/diffusion';
import { createOnnxClipModel } from './clip.ts';
import { createFrameQueue, createOnnxFrameStyler } from './frame-style.ts';
import type { FrameQueue } from './frame-style.ts';
import { createOnnxImageModel } from './image.ts';
import type { DrawSettings } from './image.ts';
import type { DiffusionSettings, InterpolationSettings } from './protocol.ts';

export type { OnnxImageOptions } from './image.ts';
export type {
  BetweenRequest,
  DiffusionSettings,
  DrawProgress,
  DrawRequest,
  DrawResult,
  InterpolationSettings,
  RestyleAnswer,
  RestyleFrame,
} from './protocol.ts';

/** Stable Diffusion and frame interpolation models in ONNX format, on this machine. */
export const onnx: ProviderDefinition = {
  id: 'onnx',
  title: 'Pictures on this machine (ONNX)',
  summary:
    'Paints with Stable Diffusion, restyles live frames with its turbo models and makes transitions with RIFE or FILM, with models that you have installed.',
  kind: 'local',
  capabilities: ['image', 'clip', 'frame-style'],
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
  const wanted: DrawSettings = {
    steps: number('steps', 1, 150),
    guidance: number('guidance', 0, 50),
    negativePrompt: typeof settings['negativePrompt'] === 'string' ? settings['negativePrompt'] : undefined,
    scheduler: schedulerNames.find((name) => name === settings['scheduler']),
    usesTaesd: settings['usesTaesd'] === true,
  };
  const findTaesd = async () => (await services.installed()).find(({ format }) => format === 'taesd')?.folder;
  const queues = new Map<string, FrameQueue>();
  return createLocalProvider({
    runtime: 'onnx',
    entry: new URL('./process.ts', import.meta.url),
    services,
    adapters: {
      image: {
        formats: ['diffusers'],
        settings: ({ folder }): DiffusionSettings => ({ folder, isFrugal: false }),
        create: (modelId, open) => createOnnxImageModel({ modelId, open, wanted, findTaesd }),
      },
      'frame-style': {
        formats: ['diffusers'],
        // One step makes a picture only of models that were distilled to few.
        suits: ({ defaults: { steps } }) => typeof steps === 'number' && steps <= 4,
        settings: ({ folder }): DiffusionSettings => ({ folder, isFrugal: false }),
        create(modelId, open) {
          const queue = queues.get(modelId) ?? createFrameQueue(open);
          queues.set(modelId, queue);
          return createOnnxFrameStyler({ modelId, queue, findTaesd });
        },
      },
      clip: {
        formats: ['interpolation'],
        settings: ({ folder, defaults }): InterpolationSettings => ({
          folder,
          multiple: typeof defaults['multipleOf'] === 'number' ? defaults['multipleOf'] : 32,
        }),
        create: createOnnxClipModel,
      },
    },
    process: {
      shrink: (given) => (given['isFrugal'] === false ? { ...given, isFrugal: true } : null),
      idleMs: (number('idleMinutes', 0.1, 1440) ?? 5) * 60_000,
      // A step of a large model takes seconds; stopping between steps keeps it loaded.
      graceMs: 15_000,
      callTimeoutMs: 1_800_000,
    },
  });
}
