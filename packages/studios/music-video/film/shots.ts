import type { Transition } from '../schema.ts';
import type { MusicGrid } from './music-grid.ts';

/** How two pictures meet: frames of both that are seen at once, before and after the start of the second. */
export type Joint = { kind: Transition; before: number; after: number };

/** Where a segment lies and what it is cut by; frames. */
export type Stretch = {
  start: number;
  end: number;
  /** Frames that belong to the transitions at both ends. */
  head: number;
  tail: number;
};

/** Shortest and longest shot, in seconds. */
export const shotSeconds = { shortest: 1.2, longest: 8 } as const;

/** Bars that a shot lasts by intensity, and least seconds: calm music is looked at longer, and no music is cut into a flicker. */
const paces = [
  { below: 0.2, bars: 8, least: 5 },
  { below: 0.42, bars: 4, least: 3.4 },
  { below: 0.66, bars: 2, least: 2.5 },
  { below: 0.88, bars: 1, least: 1.7 },
  { below: Infinity, bars: 0.5, least: 1.9 },
] as const;

/** Lengths of successive shots, as parts of the pace: music that is cut evenly soon bores. */
const rhythms = [
  [1, 1, 2],
  [2, 1, 1],
  [1, 2, 1, 1],
  [1, 1, 1, 1],
] as const;

/**
 * Cuts a segment into shots on bar lines (half bars at the loudest), the faster the more intense the music is. Where no bar
 * is heard, time decides.
 * @param rhythm Chooses among the rhythms; any whole number.
 * @returns Frames at which a shot begins, the segment's own start first.
 */
export function cutShots(stretch: Stretch, { grid, rhythm }: { grid: MusicGrid; rhythm: number }): number[] {
  const { fps } = grid;
  const shortest = Math.ceil(shotSeconds.shortest * fps);
  const longest = Math.floor(shotSeconds.longest * fps);
  const pattern = rhythms[rhythm % rhythms.length]!;
  const earliest = stretch.start + stretch.head + Math.ceil(0.5 * fps);
  const latest = stretch.end - Math.max(shortest, stretch.tail + Math.ceil(0.5 * fps));
  const starts = [stretch.start];
  for (let count = 0; ; count++) {
    const at = starts.at(-1)!;
    const factor = pattern[count % pattern.length]!;
    // At the loudest nothing is held for long.
    const length = wantedFrames(at, grid) * (intensityFrom(at, grid) > 0.85 ? 1 : factor);
    const wanted = at + Math.min(longest, length);
    const low = Math.max(at + shortest, earliest);
    const high = Math.min(at + longest, latest);
    const rest = stretch.end - at;
    if (low > high || (rest <= longest && rest < 1.6 * Math.min(longest, length))) return starts;
    const lines = length < 0.8 * grid.barSeconds * fps ? [...grid.bars, ...grid.halves] : grid.bars;
    const line = nearest(lines, { wanted, low, high });
    if (line === undefined && grid.hasBeat && rest <= longest) return starts;
    starts.push(line ?? Math.max(low, Math.min(high, Math.round(wanted))));
  }
}

/** How long a shot from this frame on should last, in frames, before the rhythm has its say. */
function wantedFrames(at: number, grid: MusicGrid): number {
  const intensity = intensityFrom(at, grid);
  const { bars, least } = paces.find(({ below }) => intensity < below) ?? paces[0];
  let seconds = bars * grid.barSeconds;
  while (seconds > shotSeconds.longest) seconds /= 2;
  while (seconds < least) seconds *= 2;
  return seconds * grid.fps;
}

/** How intense the seconds after a frame are. */
function intensityFrom(at: number, { fps, paceAt }: MusicGrid): number {
  return (paceAt(at + fps) + paceAt(at + 3 * fps)) / 2;
}

function nearest(
  lines: readonly number[],
  { wanted, low, high }: { wanted: number; low: number; high: number },
): number | undefined {
  const inside = lines.filter((line) => line >= low && line <= high);
  return inside.reduce<number | undefined>(
    (best, line) => (best === undefined || Math.abs(line - wanted) < Math.abs(best - wanted) ? line : best),
    undefined,
  );
}

/**
 * How each picture comes in. What would leave too little of its neighbours is shortened, and becomes a cut where it would be
 * too short to be seen.
 * @param starts Frames on which the pictures start.
 */
export function planJoints(
  scenes: readonly { transition: Transition }[],
  { starts, grid, calm }: { starts: readonly number[]; grid: MusicGrid; calm: boolean },
): Joint[] {
  return scenes.map(({ transition }, index) => {
    const kind = calm && (transition === 'cut' || transition === 'light') ? 'dissolve' : transition;
    const none = { kind, before: 0, after: 0 };
    if (index === 0 || kind === 'cut') return none;
    const start = starts[index]!;
    const room = 0.25 * Math.min(start - starts[index - 1]!, (starts[index + 1] ?? grid.frames) - start);
    const half = Math.floor(Math.min(room, (grid.fps * jointSeconds(kind, grid.intensityAt(start), grid)) / 2));
    return half < grid.fps * 0.12 ? { ...none, kind: 'cut' } : { kind, before: half, after: half };
  });
}

function jointSeconds(kind: Exclude<Transition, 'cut'>, intensity: number, { beatSeconds }: MusicGrid): number {
  if (kind === 'light') return Math.max(0.4, Math.min(0.7, beatSeconds));
  if (kind === 'fade') return Math.max(0.8, Math.min(1.6, 2 * beatSeconds));
  return Math.max(0.7, Math.min(2.2, beatSeconds * (intensity < 0.4 ? 4 : 2)));
}
