import { KinoraError, clipLimits } from '@kinora/capabilities';
import type { ClipModel, ClipOptions, ClipPicture } from '@kinora/capabilities';
import { createSharedWork } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { drawingSize } from '@kinora/media/pictures';
import { remakeClip } from '@kinora/media/video';
import { createHash } from 'node:crypto';
import { runWorkflow, uploadPicture } from './run.ts';
import { fillTemplate, hasSlot } from './workflow.ts';
import type { Template } from './workflow.ts';

/** How clips are made by ComfyUI. */
export type ClipSettings = {
  service: RemoteService;
  modelId: string;
  template: Template;
  checkpoint: string | undefined;
  /** Side in pixels of the square that has as many pixels as the videos the model was trained on. */
  side: number;
  /** Frames the model makes; they are spread over the clip. */
  frames: number;
  steps: number;
};

/**
 * Clips by an image-to-video workflow of ComfyUI. Its frames are spread over the clip. The movement of a picture is made once
 * and shown in parts, so that a page and the transitions around it belong together; a workflow with a slot for the last
 * picture makes transitions itself, others are dissolved.
 */
export function createComfyClip(settings: ClipSettings): ClipModel {
  const { service, modelId, template } = settings;
  const movements = createSharedWork<Uint8Array[]>({ remembers: 4 });
  const canEnd = hasSlot(template, 'lastImage');

  async function move(picture: ClipPicture, options: ClipOptions, last?: ClipPicture): Promise<Uint8Array[]> {
    const { width, height } = drawingSize(options, { side: settings.side });
    const seed = picture.seed ?? options.seed;
    const { frames, steps } = settings;
    const { fps } = options;
    const hash = createHash('sha256').update(picture.image);
    if (last) hash.update(last.image);
    const key = `${hash.digest('hex')} ${JSON.stringify([seed, width, height, frames, fps])}`;
    const make = async (signal: AbortSignal) => {
      const image = await uploadPicture(service, picture.image, signal);
      const lastImage = last && (await uploadPicture(service, last.image, signal));
      const prompt = picture.scene?.moment ?? 'gentle movement, calm camera';
      const values = { image, prompt, seed, width, height, frames, fps, steps };
      const workflow = fillTemplate(template, {
        ...values,
        negative: 'fast movement, distortion, text, watermark',
        checkpoint: settings.checkpoint,
        lastImage: lastImage ?? image,
      });
      return await runWorkflow(service, workflow, signal);
    };
    return await movements.get(key, make, options.signal);
  }

  return {
    provider: 'comfyui',
    modelId,
    async doGenerate(options) {
      options.signal?.throwIfAborted();
      validate(options);
      const { from, to, frames, fps, width, height, window, toWindow, signal } = options;
      const shape = { frames, fps, width, height, ...(signal && { signal }) };
      const remake = async (parts: Pick<Parameters<typeof remakeClip>[0], 'from' | 'to' | 'window' | 'toWindow'>) => ({
        video: await remakeClip({ ...shape, ...parts }),
        mediaType: 'video/mp4' as const,
        ...clipLimits(options),
      });
      if (to && canEnd) return await remake({ from: await move(from, options, to) });
      const first = await move(from, options);
      if (!to) return await remake({ from: first, ...(window && { window }) });
      // A still is enough for an end that nothing goes on from.
      const second = toWindow ? await move(to, options) : [to.image];
      return await remake({ from: first, to: second, ...(window && { window }), ...(toWindow && { toWindow }) });
    },
  };
}

function validate({ frames, fps, width, height }: ClipOptions): void {
  const check = (field: string, value: number, isRight: boolean, allowed: string) => {
    if (isRight) return;
    throw new KinoraError('request.invalid', `${field} is ${allowed}, not ${value}.`, { data: { field, allowed } });
  };
  check('frames', frames, Number.isInteger(frames) && frames >= 1 && frames <= 10_000, '1–10000');
  check('fps', fps, Number.isInteger(fps) && fps >= 1 && fps <= 120, '1–120');
  for (const [field, value] of Object.entries({ width, height })) {
    check(field, value, value % 2 === 0 && value >= 16 && value <= 4096, 'even, 16–4096');
  }
}
