import type { FilmPlan, PlannedTake } from '../film/plan.ts';
import type { MusicGrid } from '../film/music-grid.ts';

/** A part of a film, in frames. */
export type Part = { start: number; frames: number };

/**
 * The strongest part of a film of so many seconds: it starts on a bar line, and what it holds is as intense as can be, the
 * end a little more than the beginning, so that it closes on its height.
 */
export function findStrongest(grid: MusicGrid, seconds: number): Part {
  const frames = Math.min(grid.frames, Math.round(seconds * grid.fps));
  const latest = grid.frames - frames;
  const starts = [0, ...grid.bars].filter((start) => start <= latest);
  const worth = (start: number) => {
    let sum = 0;
    for (let step = 0; step < 40; step++) {
      const part = (step + 0.5) / 40;
      sum += grid.intensityAt(start + part * frames) * (0.8 + 0.4 * part);
    }
    return sum;
  };
  const start = starts.reduce((best, each) => (worth(each) > worth(best) + 1e-9 ? each : best), starts[0] ?? 0);
  return { start, frames };
}

/** Seconds in which a part comes out of the dark and goes back. */
const fades = { in: 0.4, out: 0.8 };

/**
 * The takes of a part of a film, those at its ends cut to it. What lies wholly inside is the film's own. Of a transition that
 * would be cut there is only the picture that is seen on, at its own pace. The takes at the ends hold their fades: a shorter
 * rest of a shot is joined to the shot, and the part gives up one of another shot.
 * @returns The part as it is then, too: at most a second or so shorter.
 */
export function cutTakes(
  { takes, fps }: FilmPlan,
  { start, frames }: Part,
): { part: Part; takes: [PlannedTake, ...PlannedTake[]] } {
  const end = start + frames;
  const inside = takes.filter((take) => take.start < end && take.start + take.frames > start);
  const cut = inside.map((take) => cutTake(take, { start, end }));
  const [fadeIn, fadeOut] = [Math.round(fades.in * fps), Math.round(fades.out * fps)];
  while (cut.length > 1 && cut[0]!.frames < fadeIn) {
    const [first, second] = [withoutTransition(cut.shift()!, 'to'), cut[0]!];
    if (isOneShot(first, second)) cut[0] = joinTakes(first, second);
  }
  while (cut.length > 1 && cut.at(-1)!.frames < fadeOut) {
    const [last, before] = [withoutTransition(cut.pop()!, 'from'), cut.at(-1)!];
    if (isOneShot(before, last)) cut[cut.length - 1] = joinTakes(before, last);
  }
  const [first, last] = [cut[0]!, cut.at(-1)!];
  first.fade = { ...first.fade, in: Math.min(first.frames, fadeIn) };
  last.fade = { ...last.fade, out: Math.min(last.frames, fadeOut) };
  return {
    part: { start: first.start, frames: last.start + last.frames - first.start },
    takes: [first, ...cut.slice(1)],
  };
}

function cutTake(take: PlannedTake, { start, end }: { start: number; end: number }): PlannedTake {
  const from = Math.max(start, take.start) - take.start;
  const to = Math.min(end, take.start + take.frames) - take.start;
  if (from === 0 && to === take.frames) return { ...take };
  const rest = withoutTransition(take, from > 0 ? 'to' : 'from');
  const [opens, closes] = rest.from.window;
  const at = (frame: number) => opens + ((closes - opens) * frame) / take.frames;
  const { hold, level, accents } = take.music;
  return {
    ...rest,
    fade: undefined,
    start: take.start + from,
    frames: to - from,
    from: { ...rest.from, window: [at(from), at(to)] },
    music: {
      level: level.slice(from, to),
      accents: accents.filter(({ frame }) => frame < to).map((accent) => ({ ...accent, frame: accent.frame - from })),
      ...(hold && { hold: [hold[0] - from, hold[1] - from] as const }),
    },
    overlays: take.overlays.map((overlay) => ({ ...overlay, from: overlay.from - from, to: overlay.to - from })),
  };
}

/** A take with one picture of a transition alone. */
function withoutTransition(take: PlannedTake, side: 'from' | 'to'): PlannedTake {
  const { to, transition: _, ...rest } = take;
  return { ...rest, from: side === 'to' && to !== undefined ? to : take.from };
}

/** Whether a take goes on where another ends: the same picture under the same camera. */
function isOneShot(first: PlannedTake, second: PlannedTake): boolean {
  if (first.to !== undefined || second.to !== undefined || first.from.scene !== second.from.scene) return false;
  const [ends, begins] = [first.from.window[1], second.from.window[0]];
  return first.from.camera === second.from.camera && Math.abs(ends - begins) < 1e-3;
}

/** Two takes of one shot as one. */
function joinTakes(first: PlannedTake, second: PlannedTake): PlannedTake {
  const shift = first.frames;
  const later = second.music.accents.filter(({ frame }) => frame >= 0);
  const holds = [first.music.hold, second.music.hold?.map((frame) => frame + shift)].filter(
    (hold) => hold !== undefined,
  );
  const ids = new Set(first.overlays.map(({ id }) => id));
  const added = second.overlays.filter(({ id }) => !ids.has(id));
  return {
    ...(first.frames > second.frames ? first : second),
    fade: { ...first.fade, ...second.fade },
    start: first.start,
    frames: first.frames + second.frames,
    from: { ...first.from, window: [first.from.window[0], second.from.window[1]] },
    music: {
      level: [...first.music.level, ...second.music.level],
      accents: [...first.music.accents, ...later.map((accent) => ({ ...accent, frame: accent.frame + shift }))],
      ...(holds.length > 0 && { hold: [holds[0]![0], holds.at(-1)![1]] as const }),
    },
    overlays: [
      ...first.overlays,
      ...added.map((overlay) => ({ ...overlay, from: overlay.from + shift, to: overlay.to + shift })),
    ],
  };
}
