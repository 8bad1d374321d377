import { KinoraError } from '@kinora/capabilities';
import type { MethodContext } from '@kinora/capabilities';
import { createSchedule, imageToImage, normalNoise, readSchedulerConfig, textToImage } from '@kinora/media/diffusion';
import type { Latents, LoopOptions, RgbaPicture } from '@kinora/media/diffusion';
import { setImmediate } from 'node:timers/promises';
import type { Autoencoder } from './autoencoder.ts';
import type { DiffusersFolder } from './folder.ts';
import { encodePicture, fitPicture, readPicture } from './pixels.ts';
import type { DrawProgress, DrawRequest, DrawResult } from './protocol.ts';
import { planSize, sizeOfAspect } from './sizes.ts';
import type { Size } from './sizes.ts';
import type { EncodedPrompts, TextEncoder } from './text.ts';
import type { Unet } from './unet.ts';

/** The loaded parts of a model. */
export type Pipeline = {
  folder: DiffusersFolder;
  text: TextEncoder;
  unet: Unet;
  vae: Autoencoder;
  /** The TAESD of a folder, or the model's own; null when there is none. Opened once. */
  small(folder: string | undefined): Promise<Autoencoder | null>;
  isFrugal: boolean;
};

/**
 * Draws pictures.
 * @throws KinoraError `request.invalid` when steps, strength or size can't be, and the signal's reason.
 */
export async function draw(pipeline: Pipeline, request: DrawRequest, context: MethodContext): Promise<DrawResult> {
  const { text, unet, folder } = pipeline;
  const small = await pipeline.small(request.taesdFolder);
  const autoencoder = ((request.usesTaesd || pipeline.isFrugal) && small) || pipeline.vae;
  const notes: string[] = [];

  // 1. Sizes: what is wanted and what is drawn.
  const limits = { native: request.native, multiple: folder.multiple, fixed: unet.fixed };
  const size = request.size ?? sizeOfAspect(request.aspectRatio, limits);
  if (size === null) throw invalid(`An aspect ratio looks like 16:9, not "${request.aspectRatio}".`, 'aspectRatio');
  const drawn = planSize(size, limits);

  // 2. Words.
  const isGuided = request.guidance > 1 && !unet.hasGuidanceInput;
  if (request.negativePrompt !== '' && !isGuided) {
    notes.push('A negative prompt needs guidance above 1; this picture was drawn without it.');
  }
  const prompts = await text.encode(request.prompt, isGuided ? request.negativePrompt : null);

  // 3. Steps.
  const config = readSchedulerConfig(folder.schedulerConfig, request.scheduler);
  const schedule = createSchedule(config, { steps: request.steps, eta: request.eta });

  // 4. One picture after the other.
  const start = request.image === undefined ? null : await readStart(request.image, drawn);
  const pictures: (Uint8Array | RgbaPicture)[] = [];
  for (const [picture, seed] of request.seeds.entries()) {
    context.signal.throwIfAborted();
    const run = { context, schedule, prompts, drawn, picture, seed, start, small, autoencoder };
    const latents = await denoise(pipeline, request, run);
    const decoded = await autoencoder.decode({ latents, width: drawn.width / 8, height: drawn.height / 8 });
    context.signal.throwIfAborted();
    const fitted = fitPicture(decoded, size);
    pictures.push(request.output === 'rgba' ? fitted : await encodePicture(fitted, 'png'));
  }
  return { pictures, drawn, size, droppedTokens: prompts.dropped, notes };
}

type Run = {
  context: MethodContext;
  schedule: LoopOptions['schedule'];
  prompts: EncodedPrompts;
  drawn: Size;
  picture: number;
  seed: number;
  start: RgbaPicture | null;
  small: Autoencoder | null;
  /** The one that finishes pictures. */
  autoencoder: Autoencoder;
};

async function denoise(pipeline: Pipeline, request: DrawRequest, run: Run): Promise<Latents> {
  const { unet, isFrugal, vae } = pipeline;
  const { context, schedule, prompts, picture, seed, start, small, autoencoder } = run;
  const [width, height] = [run.drawn.width / 8, run.drawn.height / 8];
  const random = normalNoise(seed);
  const options: LoopOptions = {
    schedule,
    signal: context.signal,
    noise: () => random(4 * width * height),
    denoise: unet.denoiser({
      width,
      height,
      prompts,
      guidance: request.guidance,
      guidanceRescale: request.guidanceRescale,
      isBatched: !isFrugal,
    }),
    async onStep({ step, steps, clean }) {
      const progress: DrawProgress = { picture, step, steps };
      if (request.hasPreviews && small && step < steps) {
        const preview = await small.decode({ latents: clean, width, height });
        progress.preview = await encodePicture(preview, 'jpeg');
      }
      context.emit(progress);
      // A model's run blocks the event loop: let an abort arrive. Messages come in before the second turn.
      await setImmediate();
      await setImmediate();
    },
  };
  if (start === null) return await textToImage(options);
  const encode = autoencoder.encode ?? vae.encode ?? small?.encode;
  if (!encode) throw invalid("This model can't start from a picture: its folder has no vae_encoder.", 'files');
  return await imageToImage({ ...options, clean: await encode(start, random), strength: request.strength });
}

async function readStart(image: Uint8Array | RgbaPicture, size: Size): Promise<RgbaPicture> {
  return image instanceof Uint8Array ? await readPicture(image, size) : fitPicture(image, size);
}

function invalid(message: string, field: string): KinoraError {
  return new KinoraError('request.invalid', message, { data: { field } });
}
