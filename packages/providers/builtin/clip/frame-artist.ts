import { createCanvas } from '@napi-rs/canvas';
import { createYuvConverter } from '@kinora/media/video';
import type { ClipRequest } from './clip.ts';
import { stageFor } from './scene-stage.ts';
import type { Moment, Stage } from './stage.ts';

/** Draws the frames of one clip, in any order. */
export type FrameArtist = Disposable & {
  /** Writes frame number `frame` as planar YUV into `yuv`. */
  draw(frame: number, yuv: Uint8Array): void;
};

/** Sets the stage for a clip: the picture it stays with or, for a dissolve, both. */
export async function createFrameArtist(request: ClipRequest): Promise<FrameArtist> {
  const { width, height, frames } = request;
  const from = await stageFor(request.from, request);
  const to = request.to && (await stageFor(request.to, request));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const second = to && createCanvas(width, height);
  const converter = createYuvConverter({ width, height });
  const paint = (stage: Stage, onto: typeof context, moment: Moment) => stage.paint(onto, moment);
  return {
    draw(frame, yuv) {
      paint(from, context, momentAt(request, frame, request.window ?? [0, 1]));
      if (to && second) {
        paint(to, second.getContext('2d'), momentAt(request, frame, request.toWindow ?? [0, 1]));
        const mix = (frame + 0.5) / frames;
        context.globalAlpha = mix * mix * (3 - 2 * mix);
        context.drawImage(second, 0, 0);
        context.globalAlpha = 1;
      }
      converter.convertInto(canvas.data(), yuv);
    },
    [Symbol.dispose]() {
      converter[Symbol.dispose]();
    },
  };
}

/** Where frame `frame` of a clip lies in the whole movement of which the clip shows a window. */
export function momentAt(
  { frames, fps }: { frames: number; fps: number },
  frame: number,
  [start, end]: [number, number],
): Moment {
  const span = Math.max(end - start, 1e-6);
  const movementSeconds = frames / fps / span;
  const progress = start + (frame / frames) * span;
  return { progress, seconds: progress * movementSeconds };
}
