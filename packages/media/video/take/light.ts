import type { ClipOptions } from '@kinora/capabilities';
import type { Grade } from '../compositor/grade.ts';
import type { Pulse } from './read-music.ts';

/** What of a clip decides its light beside the music. With `to` it is a transition. */
export type LitClip = Pick<ClipOptions, 'frames' | 'transition' | 'fade'> & { to?: unknown };

/** How much brighter the loudest music makes the middle greys, and how much darker silence; a beat; a held breath. */
const levelLift = 0.2;
const flashLift = 0.42;
const holdLift = -0.3;

/** The light of a frame: what the music does to it and where a transition is. */
export function gradeOf(clip: LitClip, frame: number, pulse: Pulse | undefined): Required<Grade> {
  const grade = { gain: 1, lift: 0, light: 0 };
  if (pulse) {
    grade.lift = (pulse.level - 0.5) * levelLift + pulse.flash * flashLift + pulse.hold * holdLift;
    grade.light = pulse.flash * 0.035;
  }
  const { fade = {}, frames, to, transition } = clip;
  const mix = (frame + 0.5) / frames;
  if (to && transition === 'light') {
    const bloom = Math.sin(mix * Math.PI) ** 2;
    grade.lift = Math.min(0.95, grade.lift + 0.7 * bloom);
    grade.light += 0.3 * bloom;
  }
  if (to && transition === 'fade') grade.gain *= dim(Math.abs(2 * mix - 1));
  if (fade.in) grade.gain *= dim(Math.min(1, (frame + 0.5) / fade.in));
  if (fade.out) grade.gain *= dim(Math.min(1, (frames - frame - 0.5) / fade.out));
  return grade;
}

/** What is half faded is to look half as bright, not to be half the signal. */
function dim(part: number): number {
  return part * part * (3 - 2 * part);
}
