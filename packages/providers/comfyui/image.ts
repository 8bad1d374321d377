import { KinoraError } from '@kinora/capabilities';
import type { ImageModelV4 } from '@kinora/capabilities';
import { askBytes } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { drawingSize, fitPicture, wantedSize } from '@kinora/media/pictures';
import type { ImageModelV4File, SharedV4Warning } from '@ai-sdk/provider';
import { runWorkflow, uploadPicture } from './run.ts';
import { fillTemplate, hasSlot } from './workflow.ts';
import type { Template } from './workflow.ts';

/** How pictures are drawn by ComfyUI. */
export type PictureSettings = {
  service: RemoteService;
  modelId: string;
  textToImage: Template;
  /** Absent: input pictures are not used. */
  imageToImage: Template | undefined;
  /** For templates with a slot for it. */
  checkpoint: string | undefined;
  /** Side in pixels of the square the model was trained on. */
  side: number;
  steps: number;
  guidance: number;
  negativePrompt: string;
};

/** Pictures by a workflow of ComfyUI: from words, or drawn over an input picture. */
export function createComfyImage(settings: PictureSettings): ImageModelV4 {
  const { service, modelId, textToImage, imageToImage, checkpoint, side } = settings;
  return {
    specificationVersion: 'v4',
    provider: 'comfyui',
    modelId,
    maxImagesPerCall: 16,
    supportsFileInputs: imageToImage !== undefined,
    supportsMaskInputs: false,
    async doGenerate({ prompt, n, seed, files = [], mask, providerOptions, abortSignal: signal, ...call }) {
      signal?.throwIfAborted();
      const options = readOptions(providerOptions['kinora']);
      const wanted = wantedSize(call, side);
      const warnings: SharedV4Warning[] = [];
      if (mask) warnings.push({ type: 'unsupported', feature: 'mask' });
      const [input] = files;
      const usesInput = input !== undefined && imageToImage !== undefined;
      if (files.length > (usesInput ? 1 : 0)) {
        warnings.push({ type: 'unsupported', feature: 'files', details: 'Not every input picture is used.' });
      }
      const template = usesInput ? imageToImage : textToImage;
      for (const [name, slot] of [
        ['seed', 'seed'],
        ['negativePrompt', 'negative'],
      ] as const) {
        const isAsked = name === 'seed' ? seed !== undefined : options.negativePrompt !== undefined;
        if (isAsked && !hasSlot(template, slot)) {
          warnings.push({ type: 'unsupported', feature: name, details: `The workflow has no slot {{${slot}}}.` });
        }
      }
      const image = usesInput
        ? await uploadPicture(service, await readFile(input, service, signal), signal)
        : undefined;
      const first = seed ?? Math.floor(Math.random() * 2 ** 31);
      const seeds = Array.from({ length: n }, (_, index) => first + index);
      const images: Uint8Array[] = [];
      for (const one of seeds) {
        const workflow = fillTemplate(template, {
          ...drawingSize(wanted, { side, step: side >= 512 ? 64 : 8 }),
          prompt: prompt ?? '',
          negative: options.negativePrompt ?? settings.negativePrompt,
          seed: one,
          steps: options.steps ?? settings.steps,
          guidance: options.guidance ?? settings.guidance,
          strength: options.strength ?? 0.6,
          checkpoint,
          image,
        });
        const [picture] = await runWorkflow(service, workflow, signal);
        images.push(await fitPicture(picture ?? new Uint8Array(), wanted));
      }
      return {
        images,
        warnings,
        providerMetadata: { kinora: { images: seeds.map((one) => ({ seed: one })) } },
        response: { timestamp: new Date(), modelId, headers: undefined },
      };
    },
  };
}

async function readFile(file: ImageModelV4File, service: RemoteService, signal: AbortSignal | undefined) {
  if (file.type === 'file') return typeof file.data === 'string' ? Buffer.from(file.data, 'base64') : file.data;
  return (await askBytes({ ...service, baseUrl: '', headers: {} }, file.url, { signal })).bytes;
}

type PictureOptions = { negativePrompt?: string; steps?: number; guidance?: number; strength?: number };

/** What `providerOptions.kinora` may hold; the same names as for Kinora's own diffusion models. */
function readOptions(given: unknown): PictureOptions {
  const options = (given ?? {}) as Record<string, unknown>;
  const number = (name: keyof PictureOptions, low: number, high: number) => {
    const value = options[name];
    if (value === undefined) return {};
    if (typeof value === 'number' && value >= low && value <= high) return { [name]: value };
    throw new KinoraError('request.invalid', `${name} is a number from ${low} to ${high}.`, { data: { field: name } });
  };
  const { negativePrompt } = options;
  return {
    ...number('steps', 1, 150),
    ...number('guidance', 0, 50),
    ...number('strength', 0, 1),
    ...(typeof negativePrompt === 'string' && { negativePrompt }),
  };
}
