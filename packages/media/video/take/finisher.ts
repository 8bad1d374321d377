import type { ClipOptions } from '@kinora/capabilities';
import type { Compositor } from '../compositor/compositor.ts';
import type { Frames } from '../compositor/frames.ts';
import { gradeOf } from './light.ts';
import type { LitClip } from './light.ts';
import { createOverlays } from './overlays.ts';
import type { Pulse } from './read-music.ts';

/** Gives frames of a clip that are drawn the light of music and transition, what lies over them, and the fade. */
export type Finisher = {
  /**
   * Finishes frame number `frame` of the clip, which is frame `index` of those in memory.
   * @param pulse What music does to it; undefined where there is none.
   */
  finish(compositor: Compositor, frame: number, index: number, pulse: Pulse | undefined): void;
};

/** Makes ready to finish the frames of a clip. */
export async function createFinisher(clip: LitClip & Pick<ClipOptions, 'overlays'>, frames: Frames): Promise<Finisher> {
  const overlays = await createOverlays(clip.overlays ?? [], frames);
  return {
    finish(compositor, frame, index, pulse) {
      const { gain, ...light } = gradeOf(clip, frame, pulse);
      compositor.grade(index, light);
      // Words keep their own light, and go dark with the picture.
      overlays.lay(frame, index);
      compositor.grade(index, { gain });
    },
  };
}
