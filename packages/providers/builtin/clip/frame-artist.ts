import type { Framing } from '@kinora/capabilities';
import type { Frames } from '@kinora/media/video/compositing';
import { createFinisher, momentAt, readMusic } from '@kinora/media/video/take';
import type { MusicTrack } from '@kinora/media/video/take';
import { framedPath, holdBack, holdEnds, pushView, spareNods, viewAt } from './camera.ts';
import type { ClipRequest } from './clip.ts';
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
  const finisher = await createFinisher(request, frames);
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
      finisher.finish(compositor, frame, index, shown.track?.pulses[frame]);
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

/** Part of the second picture at `mix` (0 to 1) of a transition. */
function partOf(transition: ClipRequest['transition'], mix: number): number {
  if (transition === 'fade') return mix < 0.5 ? 0 : 1;
  // Through light the change itself is quick and happens where it is brightest.
  const t = transition === 'light' ? Math.max(0, Math.min(1, (mix - 0.25) * 2)) : mix;
  return t * t * (3 - 2 * t);
}
