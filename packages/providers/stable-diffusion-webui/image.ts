import { KinoraError } from '@kinora/capabilities';
import type { ImageModelV4 } from '@kinora/capabilities';
import { ask, askJson, failureOfShape } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { drawingSize, fitPicture, wantedSize } from '@kinora/media/pictures';
import type { PixelSize } from '@kinora/media/pictures';
import type { ImageModelV4CallOptions, ImageModelV4File, SharedV4Warning } from '@ai-sdk/provider';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { readOptions } from './options.ts';
import type { PictureOptions, PictureProgress } from './options.ts';

/** What the settings of the provider say; what they leave out, the server decides. */
export type WebuiSettings = {
  service: RemoteService;
  modelId: string;
  /** Side in pixels of the square the model was trained on. */
  side: number;
  steps: number | undefined;
  guidance: number | undefined;
  sampler: string | undefined;
  negativePrompt: string | undefined;
};

/** Stands for whatever checkpoint the server has loaded. */
export const loadedModel = 'loaded';

const drawn = z.object({ images: z.array(z.string()).min(1), info: z.string().nullish() });
const progress = z.object({
  progress: z.number(),
  state: z.object({ sampling_step: z.number().nullish(), sampling_steps: z.number().nullish() }).nullish(),
  current_image: z.string().nullish(),
});

/** A checkpoint of a Stable Diffusion server: text-to-image, and image-to-image and inpainting from an input picture. */
export function createWebuiImage(settings: WebuiSettings): ImageModelV4 {
  const { modelId } = settings;
  return {
    specificationVersion: 'v4',
    provider: 'stable-diffusion-webui',
    modelId,
    // The server draws them one after the other anyway, and here each gets a seed of its own.
    maxImagesPerCall: 16,
    supportsFileInputs: true,
    supportsMaskInputs: true,
    async doGenerate(call) {
      call.abortSignal?.throwIfAborted();
      const options = readOptions(call.providerOptions['kinora']);
      const wanted = wantedSize(call, settings.side);
      const warnings: SharedV4Warning[] = [];
      if (call.files && call.files.length > 1) {
        warnings.push({ type: 'unsupported', feature: 'files', details: 'Only the first picture is drawn over.' });
      }
      const first = call.seed ?? Math.floor(Math.random() * 2 ** 31);
      const seeds = Array.from({ length: call.n }, (_, index) => first + index);
      const images: Uint8Array[] = [];
      let { side } = settings;
      for (const [index, seed] of seeds.entries()) {
        const draw = (at: number) => {
          const size = drawingSize(wanted, { side: at, step: at >= 512 ? 64 : 8 });
          return drawOne(settings, call, { options, size, seed, index });
        };
        const picture = await draw(side).catch(async (error: unknown) => {
          if (!isOutOfMemory(error)) throw error;
          side = Math.round(side * 0.75);
          const details = `The server ran out of memory, so it was asked for pictures of ${side} × ${side} pixels.`;
          warnings.push({ type: 'compatibility', feature: 'size', details });
          return await draw(side);
        });
        images.push(await fitPicture(picture, wanted));
      }
      return {
        images,
        warnings,
        providerMetadata: { kinora: { images: seeds.map((seed) => ({ seed })) } },
        response: { timestamp: new Date(), modelId, headers: undefined },
      };
    },
  };
}

type OnePicture = { options: PictureOptions; size: PixelSize; seed: number; index: number };

async function drawOne(
  settings: WebuiSettings,
  call: ImageModelV4CallOptions,
  { options, size, seed, index }: OnePicture,
): Promise<Uint8Array> {
  const { service, modelId } = settings;
  const signal = call.abortSignal;
  const [input] = call.files ?? [];
  const json = {
    prompt: call.prompt ?? '',
    negative_prompt: options.negativePrompt ?? settings.negativePrompt,
    seed,
    steps: options.steps ?? settings.steps,
    cfg_scale: options.guidance ?? settings.guidance,
    sampler_name: options.sampler ?? settings.sampler,
    ...size,
    batch_size: 1,
    n_iter: 1,
    send_images: true,
    save_images: false,
    ...(modelId !== loadedModel && { override_settings: { sd_model_checkpoint: modelId } }),
    ...(input && {
      init_images: [await readFile(input, settings, signal)],
      denoising_strength: options.strength ?? 0.6,
      // Scaled and cut to the shape, not squeezed.
      resize_mode: 1,
      ...(call.mask && { mask: await readFile(call.mask, settings, signal), inpainting_fill: 1, mask_blur: 4 }),
    }),
  };
  const ended = new AbortController();
  const watching = options.onPreview && watch(service, { ended: ended.signal, index, tell: options.onPreview });
  // The server goes on with a picture nobody waits for, unless it is told.
  const interrupt = () => void ask(service, '/sdapi/v1/interrupt', { method: 'POST' }).catch(() => {});
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    const path = input ? '/sdapi/v1/img2img' : '/sdapi/v1/txt2img';
    const { images } = await askJson(service, path, drawn, { json, signal });
    const [picture = ''] = images;
    const bytes = Buffer.from(picture.replace(/^data:[^,]*,/, ''), 'base64');
    if (bytes.length === 0) throw failureOfShape(service, 'no picture');
    return bytes;
  } catch (error) {
    throw explain(error, settings);
  } finally {
    signal?.removeEventListener('abort', interrupt);
    ended.abort();
    await watching;
  }
}

/** Asks twice a second how far the picture is. Servers that don't know are asked only once. */
async function watch(
  service: RemoteService,
  { ended, index, tell }: { ended: AbortSignal; index: number; tell: (preview: PictureProgress) => void },
): Promise<void> {
  let last = -1;
  try {
    for (;;) {
      const now = await askJson(service, '/sdapi/v1/progress', progress, { signal: ended });
      const steps = now.state?.sampling_steps ?? 0;
      const step = now.state?.sampling_step ?? Math.round(now.progress * steps);
      if (steps > 0 && step > last) {
        last = step;
        const preview = now.current_image ? { preview: Buffer.from(now.current_image, 'base64') } : {};
        tell({ picture: index, step, steps, ...preview });
      }
      await wait(500, undefined, { signal: ended });
    }
  } catch {
    // Progress is a courtesy: without it the picture still comes.
  }
}

async function readFile(file: ImageModelV4File, { service }: WebuiSettings, signal: AbortSignal | undefined) {
  if (file.type === 'file')
    return typeof file.data === 'string' ? file.data : Buffer.from(file.data).toString('base64');
  const host = { ...service, baseUrl: '', headers: {} };
  const response = await ask(host, file.url, { signal });
  return Buffer.from(await response.arrayBuffer()).toString('base64');
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof KinoraError && /out ?of ?memory/i.test(error.message);
}

/** Servers answer 500 to everything; some of it another try won't change. */
function explain(error: unknown, { service, modelId }: WebuiSettings): unknown {
  if (!(error instanceof KinoraError) || error.code !== 'provider.failed') return error;
  if (isOutOfMemory(error)) {
    const advice = 'Choose a smaller model or smaller pictures in the settings.';
    return new KinoraError('provider.failed', `${service.name} ran out of memory. ${advice}`);
  }
  if (/checkpoint|could not find model|unknown sampler|sampler not found/i.test(error.message)) {
    const advice = `Check that it still has “${modelId}” and the sampler of the settings.`;
    return new KinoraError('provider.unavailable', `${error.message} ${advice}`);
  }
  return error;
}
