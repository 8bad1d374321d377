import type { Framing } from '@kinora/capabilities';
import type { Frames } from '@kinora/media/video/compositing';
import { framedPath, holdBack, holdEnds, pushView, spareNods, viewAt } from './camera.ts';
import type { ClipRequest } from './clip.ts';
import { gradeOf, partOf } from './mood.ts';
import { readMusic } from './music.ts';
import type { MusicTrack } from './music.ts';
import { createOverlays } from './overlays.ts';
import type { Stage } from './stage.ts';

/** Draws the frames of one clip, in any order. */
export type FrameArtist = {
  /** Draws frame number `frame` of the clip into frame `index` of those in memory. */
  draw(frame: number, index: number): void;
};

/** The pictures of a clip, on stages for the same frames. The last of these is the artist's own. */
export type ClipStages = { from: Stage; to: Stage | undefined };

/** Makes ready to draw a clip: the picture it stays with or, for a transition, both. */
export async function createFrameArtist(
  request: ClipRequest,
  { stages, frames }: { stages: ClipStages; frames: Frames },
): Promise<FrameArtist> {
  const from = film(stages.from, request, { ...request, picture: request.from });
  const to =
    request.to &&
    stages.to &&
    film(stages.to, request, { picture: request.to, camera: request.toCamera, window: request.toWindow });
  const overlays = await createOverlays(request.overlays ?? [], frames);
  const spare = frames.count - 1;
  return {
    draw(frame, index) {
      const mix = (frame + 0.5) / request.frames;
      const part = to ? partOf(request.transition, mix) : 0;
      const shown = to && part === 1 ? to : from;
      const { compositor } = shown.stage;
      compositor.compose(shown.draws(frame), index);
      if (to && part > 0 && part < 1) {
        to.stage.compositor.compose(to.draws(frame), spare);
        compositor.mix(index, spare, part);
      }
      const { gain, ...light } = gradeOf(request, frame, shown.track?.pulses[frame]);
      compositor.grade(index, light);
      overlays.lay(frame, index);
      compositor.grade(index, { gain });
    },
  };
}

/** A stage and the way in which a clip films it. */
type Filmed = { stage: Stage; track: MusicTrack | undefined; draws(frame: number): ReturnType<Stage['draws']> };

type Filming = {
  picture: ClipRequest['from'];
  camera?: { from: Framing; to: Framing } | undefined;
  window?: [number, number] | undefined;
};

function film(stage: Stage, request: ClipRequest, { picture, camera, window = [0, 1] }: Filming): Filmed {
  const reach = request.music ? spareNods(stage.reach) : stage.reach;
  const path = camera ? holdEnds(framedPath(camera, picture.seed ?? request.seed), reach) : holdBack(stage.path, reach);
  const track = request.music && readMusic(request.music, { ...request, ...momentAt(request, 0, window) });
  return {
    stage,
    track,
    draws(frame) {
      const { progress, seconds } = momentAt(request, frame, window);
      if (!track) return stage.draws({ view: viewAt(path, { progress, seconds }), seconds });
      const pulse = track.pulses[frame]!;
      const heard = momentAt(request, track.travel[frame]! * request.frames, window);
      const view = pushView(viewAt(path, { progress: heard.progress, seconds }), pulse);
      return stage.draws({ view, seconds, airSeconds: heard.seconds, music: pulse });
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
