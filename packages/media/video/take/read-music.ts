import type { ClipMusic } from '@kinora/capabilities';

/** What music does to one frame. Everything is 0 when nothing is heard of it. */
export type Pulse = {
  /** How loud, 0 to 1, smoothed. */
  level: number;
  /** How far the camera is pushed forward by a beat, 0 to 1. */
  push: number;
  /** How much light a beat brings, 0 to 1. */
  flash: number;
  /** How far the camera holds its breath, 0 to 1. */
  hold: number;
  /** Sideways and downwards nod of a beat, -1 to 1. */
  sway: number;
};

/** The music of a clip, frame by frame. */
export type MusicTrack = {
  pulses: readonly Pulse[];
  /** How much of the clip's movement lies before each frame, 0 to 1: more of it where it is loud. */
  travel: readonly number[];
};

/** Most flashes that may begin within a second (WCAG 2.3.1). */
const flashesPerSecond = 3;
/** Seconds that a push takes to come and to ease back, and the same for light. */
const pushTimes = { rise: 0.07, fall: 0.34 };
const flashTimes = { rise: 0.09, fall: 0.42 };
/** Seconds in which the breath is held and let go. */
const holdTimes = { rise: 0.5, fall: 0.12 };
/** Seconds over which the level is averaged. */
const smoothing = 0.3;

/**
 * Reads the music of a clip.
 * @param options.seconds Of the movement at the clip's first frame, so that a beat nods to the same side in every clip.
 */
export function readMusic(
  music: ClipMusic,
  { frames, fps, seconds = 0 }: { frames: number; fps: number; seconds?: number },
): MusicTrack {
  const levels = smooth(music.level, { frames, reach: Math.round((smoothing * fps) / 2) });
  const flashing = thinFlashes(music.accents, fps);
  const pulses = levels.map((level, frame): Pulse => {
    let [push, flash, sway] = [0, 0, 0];
    for (const accent of music.accents) {
      const since = (frame - accent.frame) / fps;
      const moved = bounded(accent.push) * impulse(since, pushTimes);
      push += moved;
      sway += moved * Math.sign(Math.sin((seconds + accent.frame / fps) * 2.9 + 0.4));
      if (flashing.has(accent)) flash = Math.max(flash, bounded(accent.flash) * impulse(since, flashTimes));
    }
    const hold = music.hold ? held(frame, music.hold, fps) : 0;
    return { level, push: Math.min(1, push), flash, hold, sway: Math.max(-1, Math.min(1, sway)) };
  });
  const paces = pulses.map(({ level, hold }) => (0.45 + 1.1 * level) * (1 - 0.88 * hold));
  const whole = paces.reduce((sum, pace) => sum + pace, 0);
  let done = 0;
  const travel = paces.map((pace) => {
    const before = done / whole;
    done += pace;
    return before;
  });
  return { pulses, travel };
}

/** Comes quickly and smoothly, and eases back: 0 to 1 at `since` seconds after a beat. */
function impulse(since: number, { rise, fall }: { rise: number; fall: number }): number {
  if (since <= -rise || since >= fall) return 0;
  // It is half there on the beat itself: the eye takes the onset for the beat, not the height.
  const before = (since + rise) / (2 * rise);
  if (before < 1) return before * before * (3 - 2 * before);
  const after = 1 - (since - rise) / (fall - rise);
  return after * after * (1.6 - 0.6 * after);
}

function held(frame: number, [start, end]: readonly [number, number], fps: number): number {
  const comes = (frame - start) / (holdTimes.rise * fps);
  const goes = (end - frame) / (holdTimes.fall * fps);
  return eased(bounded(Math.min(comes, goes)));
}

/** The accents whose flash is seen: of more than three that would begin within a second, the strongest. */
function thinFlashes(accents: ClipMusic['accents'], fps: number): Set<ClipMusic['accents'][number]> {
  const kept = new Set<ClipMusic['accents'][number]>();
  for (const accent of accents.filter(({ flash }) => flash > 0).toSorted((a, b) => b.flash - a.flash)) {
    const frames = [...kept, accent].map(({ frame }) => frame).sort((a, b) => a - b);
    const isDense = frames.some((frame, index) => frames[index + flashesPerSecond]! - frame < fps);
    if (!isDense) kept.add(accent);
  }
  return kept;
}

/** One level a frame, averaged over `reach` frames on both sides. Missing ones repeat the last. */
function smooth(level: readonly number[], { frames, reach }: { frames: number; reach: number }): number[] {
  const at = (frame: number) => bounded(level[Math.max(0, Math.min(frame, level.length - 1))] ?? 0.5);
  return Array.from({ length: frames }, (_, frame) => {
    let [sum, weight] = [0, 0];
    for (let step = -reach; step <= reach; step++) {
      const part = reach + 1 - Math.abs(step);
      sum += at(Math.min(frame + step, frames - 1)) * part;
      weight += part;
    }
    return sum / weight;
  });
}

function eased(t: number): number {
  return t * t * (3 - 2 * t);
}

function bounded(value: number): number {
  return Math.max(0, Math.min(1, value));
}
