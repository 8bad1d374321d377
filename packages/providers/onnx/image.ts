import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { ImageModelV4, InstalledModel } from '@kinora/capabilities';
import type { OpenLocalModel } from '@kinora/capabilities/local';
import { schedulerNames } from '@kinora/media/diffusion';
import type { SchedulerName } from '@kinora/media/diffusion';
import type { DrawProgress, DrawRequest, DrawResult } from './protocol.ts';

type CallOptions = Parameters<ImageModelV4['doGenerate']>[0];
type CallResult = Awaited<ReturnType<ImageModelV4['doGenerate']>>;

/** What `providerOptions.kinora` may hold for a local image model. */
export type OnnxImageOptions = {
  /** What should not be seen. Needs guidance above 1. */
  negativePrompt?: string;
  /** Steps, 1 to 150. */
  steps?: number;
  /** Classifier-free guidance; 1 or less draws without. */
  guidance?: number;
  /** How far guidance's contrast is taken back, 0 to 1. Default 0. */
  guidanceRescale?: number;
  scheduler?: SchedulerName;
  /** DDIM's noise, 0 to 1. Default 0. */
  eta?: number;
  /** How much of the input picture changes: 0 keeps it, 1 keeps nothing. Default 0.6. */
  strength?: number;
  /** Called after every step, in the caller's process. */
  onPreview?: (preview: DrawProgress) => void;
};

/** What the provider's settings say; what they leave out, the model's catalogue entry decides. */
export type DrawSettings = {
  steps: number | undefined;
  guidance: number | undefined;
  negativePrompt: string | undefined;
  scheduler: SchedulerName | undefined;
  usesTaesd: boolean;
};

/** Pixels an input picture may have before it is decoded. */
const largestInput = 40e6;

/**
 * A local Stable Diffusion model as an image model. Several pictures get the seeds seed, seed + 1 …; `providerMetadata.kinora`
 * tells each picture's.
 * @param options.open Finds the model and its process at each call.
 * @param options.findTaesd Folder of an installed TAESD, for previews and quick pictures.
 */
export function createOnnxImageModel(options: {
  modelId: string;
  open: OpenLocalModel;
  wanted: DrawSettings;
  findTaesd(): Promise<string | undefined>;
}): ImageModelV4 & { supportsFileInputs: true } {
  const { modelId, open, wanted, findTaesd } = options;
  return {
    specificationVersion: 'v4',
    provider: 'onnx',
    modelId,
    maxImagesPerCall: 8,
    supportsFileInputs: true,
    async doGenerate(call): Promise<CallResult> {
      call.abortSignal?.throwIfAborted();
      const warnings: CallResult['warnings'] = [];
      const image = readInputs(call, warnings);
      const given = readOptions(call.providerOptions['kinora']);
      const { model, process } = await open();
      const request = planRequest(call, {
        given,
        defaults: readDefaults(model, wanted),
        image,
        usesTaesd: wanted.usesTaesd,
        taesdFolder: await findTaesd(),
      });
      const result = await process.call<DrawResult>('draw', request, {
        signal: call.abortSignal,
        onEvent: (event) => given.onPreview?.(event as DrawProgress),
        // Steps are told from the first again.
        onRestart: () => {},
      });
      warnings.push(...readWarnings(request, result));
      return {
        images: result.pictures as Uint8Array[],
        warnings,
        providerMetadata: {
          kinora: {
            images: request.seeds.map((seed) => ({ seed })),
            device: process.state().device ?? 'cpu',
            steps: request.steps,
            guidance: request.guidance,
          },
        },
        response: { timestamp: new Date(), modelId: `${modelId}@${model.revision.slice(0, 12)}`, headers: undefined },
      };
    },
  };
}

/** The picture to start from, if any. */
function readInputs({ files, mask }: CallOptions, warnings: CallResult['warnings']): Uint8Array | undefined {
  if (mask !== undefined) {
    warnings.push({ type: 'unsupported', feature: 'mask', details: 'The whole picture was drawn anew.' });
  }
  const [file, ...more] = files ?? [];
  if (more.length > 0) {
    warnings.push({ type: 'unsupported', feature: 'files', details: 'Only the first picture was used.' });
  }
  if (file === undefined) return undefined;
  if (file.type === 'url') {
    throw invalid("A local model doesn't fetch pictures; pass the picture's bytes.", 'files');
  }
  const bytes = typeof file.data === 'string' ? Uint8Array.from(Buffer.from(file.data, 'base64')) : file.data;
  const header = readPictureHeader(bytes);
  if (header === null) throw invalid('The input picture is no PNG, JPEG or WebP.', 'files');
  if (header.width * header.height > largestInput) {
    throw invalid('The input picture has more than 40 million pixels; make it smaller.', 'files');
  }
  return bytes;
}

/** Checks what a caller can get wrong, so that the process is told only what it can do. */
function readOptions(given: unknown): OnnxImageOptions {
  const options = (given ?? {}) as Record<string, unknown>;
  const number = (name: string, low: number, high: number) => {
    const value = options[name];
    if (value === undefined) return {};
    if (typeof value === 'number' && value >= low && value <= high) return { [name]: value };
    throw invalid(`${name} must be a number from ${low} to ${high}.`, name);
  };
  const { scheduler, negativePrompt, onPreview } = options;
  const known = schedulerNames.find((name) => name === scheduler);
  if (scheduler !== undefined && known === undefined) {
    throw invalid(`The sampler must be one of ${schedulerNames.join(', ')}.`, 'scheduler');
  }
  return {
    ...number('steps', 1, 150),
    ...number('guidance', 0, 50),
    ...number('guidanceRescale', 0, 1),
    ...number('eta', 0, 1),
    ...number('strength', 0, 1),
    ...(known === undefined ? {} : { scheduler: known }),
    ...(typeof negativePrompt === 'string' ? { negativePrompt } : {}),
    ...(typeof onPreview === 'function' ? { onPreview: onPreview as (preview: DrawProgress) => void } : {}),
  };
}

/** The settings first, then the model's catalogue entry, else what suits Stable Diffusion 1.5. */
function readDefaults({ defaults }: InstalledModel, wanted: DrawSettings) {
  const number = (name: string, fallback: number) => {
    const value = defaults[name];
    return typeof value === 'number' ? value : fallback;
  };
  const negative = defaults['negativePrompt'];
  const scheduler = wanted.scheduler ?? schedulerNames.find((name) => name === defaults['scheduler']);
  return {
    steps: wanted.steps ?? number('steps', 20),
    guidance: wanted.guidance ?? number('guidance', 7.5),
    negativePrompt: wanted.negativePrompt ?? (typeof negative === 'string' ? negative : ''),
    strength: number('strength', 0.6),
    ...(scheduler === undefined ? {} : { scheduler }),
    native: Math.round(Math.sqrt(number('width', 512) * number('height', 512))),
  };
}

type Plan = {
  given: OnnxImageOptions;
  defaults: ReturnType<typeof readDefaults>;
  image: Uint8Array | undefined;
  usesTaesd: boolean;
  taesdFolder: string | undefined;
};

function planRequest(call: CallOptions, { given, defaults, image, usesTaesd, taesdFolder }: Plan): DrawRequest {
  const { prompt, n, size, aspectRatio, seed } = call;
  const { onPreview, steps, strength, guidanceRescale = 0, eta = 0, ...same } = { ...defaults, ...given };
  const first = seed ?? Math.floor(Math.random() * 2 ** 31);
  // A model of one step needs more of them to begin in the middle, unless the caller wants just so many.
  const fewest = image === undefined || strength === 0 || given.steps !== undefined ? 1 : Math.ceil(1 / strength);
  return {
    ...same,
    prompt: prompt ?? '',
    size: size === undefined ? null : readSize(size),
    ...(aspectRatio === undefined ? {} : { aspectRatio }),
    seeds: Array.from({ length: n }, (_, index) => first + index),
    steps: Math.max(steps, fewest),
    guidanceRescale,
    eta,
    strength,
    ...(image === undefined ? {} : { image }),
    ...(taesdFolder === undefined ? {} : { taesdFolder }),
    usesTaesd,
    hasPreviews: onPreview !== undefined,
    output: 'png',
  };
}

function readSize(size: string): { width: number; height: number } {
  const [width = 0, height = 0] = size.split('x').map(Number);
  if ([width, height].every((side) => Number.isInteger(side) && side >= 32 && side <= 4096)) return { width, height };
  throw invalid(`A size is 32 to 4096 pixels a side, e.g. 512x512, not "${size}".`, 'size');
}

function readWarnings(request: DrawRequest, result: DrawResult): CallResult['warnings'] {
  const { size, drawn, droppedTokens, notes } = result;
  const messages = [...notes];
  if (request.size !== null && (drawn.width !== size.width || drawn.height !== size.height)) {
    messages.push(
      `The model drew ${drawn.width}×${drawn.height} pixels; the picture was scaled and cut to ${size.width}×${size.height}.`,
    );
  }
  if (droppedTokens > 0) {
    messages.push(`The prompt is too long for this model: its last ${droppedTokens} tokens were left out.`);
  }
  return messages.map((message) => ({ type: 'other', message }));
}

function invalid(message: string, field: string): KinoraError {
  return new KinoraError('request.invalid', message, { data: { field } });
}
