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

/** The takes of a part of a film, those at its ends cut to it. What lies wholly inside is the film's own. */
export function cutTakes({ takes, fps }: FilmPlan, { start, frames }: Part): PlannedTake[] {
  const end = start + frames;
  const inside = takes.filter((take) => take.start < end && take.start + take.frames > start);
  const cut = inside.map((take) => cutTake(take, { start, end }));
  const [first, last] = [cut[0], cut.at(-1)];
  const fade = Math.round(0.4 * fps);
  if (first !== undefined) first.fade = { ...first.fade, in: Math.min(first.frames, fade) };
  if (last !== undefined) last.fade = { ...last.fade, out: Math.min(last.frames, 2 * fade) };
  return cut;
}

function cutTake(take: PlannedTake, { start, end }: { start: number; end: number }): PlannedTake {
  const from = Math.max(start, take.start) - take.start;
  const to = Math.min(end, take.start + take.frames) - take.start;
  if (from === 0 && to === take.frames) return { ...take };
  const shown = <Way extends PlannedTake['from']>(way: Way): Way => {
    const [opens, closes] = way.window;
    const at = (frame: number) => opens + ((closes - opens) * frame) / take.frames;
    return { ...way, window: [at(from), at(to)] };
  };
  const { hold, level, accents } = take.music;
  return {
    ...take,
    fade: undefined,
    start: take.start + from,
    frames: to - from,
    from: shown(take.from),
    ...(take.to && { to: shown(take.to) }),
    music: {
      level: level.slice(from, to),
      accents: accents.filter(({ frame }) => frame < to).map((accent) => ({ ...accent, frame: accent.frame - from })),
      ...(hold && { hold: [hold[0] - from, hold[1] - from] as const }),
    },
    overlays: take.overlays.map((overlay) => ({ ...overlay, from: overlay.from - from, to: overlay.to - from })),
  };
}
