import type { Framing } from '@kinora/capabilities';
import { gradeFrame } from '@kinora/media/video';
import { holdBack, holdEnds, framedPath, pushView, spareNods, viewAt } from './camera.ts';
import type { ClipRequest } from './clip.ts';
import { readMusic } from './music.ts';
import type { MusicTrack } from './music.ts';
import { gradeOf, partOf } from './mood.ts';
import { createOverlays } from './overlays.ts';
import { stageFor } from './scene-stage.ts';
import type { Moment, Stage } from './stage.ts';

/** Draws the frames of one clip, in any order. */
export type FrameArtist = {
  /** Writes frame number `frame` as planar YUV into `yuv`. */
  draw(frame: number, yuv: Uint8Array): void;
};

/** Sets the stage for a clip: the picture it stays with or, for a transition, both. */
export async function createFrameArtist(request: ClipRequest): Promise<FrameArtist> {
  const from = await filmed(request.from, request, { camera: request.camera, window: request.window });
  const to = request.to && (await filmed(request.to, request, { camera: request.toCamera, window: request.toWindow }));
  const overlays = await createOverlays(request.overlays ?? [], request);
  return {
    draw(frame, yuv) {
      const mix = (frame + 0.5) / request.frames;
      const isSecond = to !== undefined && request.transition === 'fade' && mix >= 0.5;
      const first = isSecond ? to : from;
      const draws = first.draws(frame);
      const part = partOf(request.transition, mix);
      if (to && part > 0 && request.transition !== 'fade') {
        const over = { compositor: to.stage.compositor, draws: to.draws(frame), part };
        first.stage.compositor.dissolve(draws, over, yuv);
      } else {
        first.stage.compositor.compose(draws, yuv);
      }
      const { gain, ...light } = gradeOf(request, frame, first.track?.pulses[frame]);
      gradeFrame(yuv, request, { gain: 1, ...light });
      overlays.lay(frame, yuv);
      gradeFrame(yuv, request, { gain, lift: 0, light: 0 });
    },
  };
}

/** A stage and the way in which a clip films it. */
type Filmed = { stage: Stage; track: MusicTrack | undefined; draws(frame: number): ReturnType<Stage['draws']> };

async function filmed(
  picture: ClipRequest['from'],
  request: ClipRequest,
  {
    camera,
    window = [0, 1],
  }: { camera: { from: Framing; to: Framing } | undefined; window: [number, number] | undefined },
): Promise<Filmed> {
  const stage = await stageFor(picture, request);
  const reach = request.music ? spareNods(stage.reach) : stage.reach;
  const path = camera ? holdEnds(framedPath(camera, picture.seed ?? request.seed), reach) : holdBack(stage.path, reach);
  const { seconds } = momentAt(request, 0, window);
  const track = request.music && readMusic(request.music, { ...request, seconds });
  return {
    stage,
    track,
    draws(frame) {
      const { progress, seconds } = momentAt(request, frame, window);
      if (!track) return stage.draws({ view: viewAt(path, { progress, seconds }), seconds });
      const pulse = track.pulses[frame]!;
      const heard = momentAt(request, track.travel[frame]! * request.frames, window);
      const view = viewAt(path, { progress: heard.progress, seconds });
      const moment: Moment = { view: pushView(view, pulse), seconds, airSeconds: heard.seconds, music: pulse };
      return stage.draws(moment);
    },
  };
}

/** Where frame `frame` of a clip lies in the whole movement of which the clip shows a window. */
export function momentAt(
  { frames, fps }: { frames: number; fps: number },
  frame: number,
  [start, end]: [number, number],
): { progress: number; seconds: number } {
  const span = Math.max(end - start, 1e-6);
  const progress = start + (frame / frames) * span;
  return { progress, seconds: (progress * frames) / fps / span };
}
