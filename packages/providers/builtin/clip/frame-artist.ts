import type { ClipRequest } from './clip.ts';
import { stageFor } from './scene-stage.ts';
import type { Moment } from './stage.ts';

/** Draws the frames of one clip, in any order. */
export type FrameArtist = {
  /** Writes frame number `frame` as planar YUV into `yuv`. */
  draw(frame: number, yuv: Uint8Array): void;
};

/** Sets the stage for a clip: the picture it stays with or, for a dissolve, both. */
export async function createFrameArtist(request: ClipRequest): Promise<FrameArtist> {
  const from = await stageFor(request.from, request);
  const to = request.to && (await stageFor(request.to, request));
  return {
    draw(frame, yuv) {
      const draws = from.draws(momentAt(request, frame, request.window ?? [0, 1]));
      if (!to) {
        from.compositor.compose(draws, yuv);
        return;
      }
      const mix = (frame + 0.5) / request.frames;
      const part = mix * mix * (3 - 2 * mix);
      const over = to.draws(momentAt(request, frame, request.toWindow ?? [0, 1]));
      from.compositor.dissolve(draws, { compositor: to.compositor, draws: over, part }, yuv);
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
  const progress = start + (frame / frames) * span;
  return { progress, seconds: (progress * frames) / fps / span };
}
