import type { ClipMusic } from '@kinora/capabilities';
import type { MusicAnalysis } from '@kinora/media/audio/analysis';
import type { MusicGrid } from './music-grid.ts';

/** A beat as it moves the film: `frame` counts from the film's first. */
export type FilmAccent = ClipMusic['accents'][number];

/** Most flashes in any second (WCAG 2.3.1), and the least time between two, in seconds: a tasteful film stays far below. */
export const flashLimits = { perSecond: 3, apart: 0.9 } as const;

/** Frames of a beat that are still seen after it. */
export const accentTail = 18;

/**
 * All beats of the film as pushes, the strongest bar lines as flashes too. Calm films have no flashes and soft pushes.
 * @param options.lights Frames on which a picture comes in through light: no beat flashes beside it.
 */
export function planAccents(
  analysis: MusicAnalysis,
  { grid, calm, lights }: { grid: MusicGrid; calm: boolean; lights: readonly number[] },
): FilmAccent[] {
  const { beat_times: beats, beat_strengths: strengths, sections } = analysis;
  const bars = new Set(grid.bars);
  const bursts = new Set(
    sections
      .filter(({ label, intensity }) => label === 'drop' || (label === 'chorus-like' && intensity > 0.6))
      .map(({ start }) => Math.round(start * grid.fps)),
  );
  const beaten = beats.map((time, index): FilmAccent => {
    const frame = Math.round(time * grid.fps);
    const [strength, intensity] = [strengths[index] ?? 0.5, grid.intensityAt(frame)];
    const isBar = bars.has(frame);
    const push = strength * (isBar ? 1 : 0.55) * (0.25 + 0.75 * intensity) * (calm ? 0.35 : 1);
    const isBurst = bursts.has(frame);
    const shines = !calm && isBar && (isBurst || (strength > 0.65 && intensity > 0.72));
    return { frame, push: round(push), flash: shines ? round(isBurst ? 0.85 : 0.3 * strength) : 0 };
  });
  return limitFlashes(
    beaten.filter(({ push, flash }) => push >= 0.02 || flash > 0),
    { fps: grid.fps, lights },
  );
}

/**
 * Takes the light of flashes that come too soon after another, the weaker of two first, until none is closer than
 * {@link flashLimits} allows; so there are never more than three in a second. Pushes stay.
 */
export function limitFlashes(
  accents: readonly FilmAccent[],
  { fps, lights = [] }: { fps: number; lights?: readonly number[] },
): FilmAccent[] {
  const apart = flashLimits.apart * fps;
  const kept = [...lights];
  const byStrength = accents.filter(({ flash }) => flash > 0).sort((a, b) => b.flash - a.flash || a.frame - b.frame);
  for (const { frame } of byStrength) {
    if (kept.every((other) => Math.abs(other - frame) >= apart)) kept.push(frame);
  }
  const shining = new Set(kept.slice(lights.length));
  const seen = new Set<number>();
  return accents.map((accent) => {
    const shines = accent.flash > 0 && shining.has(accent.frame) && !seen.has(accent.frame);
    if (shines) seen.add(accent.frame);
    return shines || accent.flash === 0 ? accent : { ...accent, flash: 0 };
  });
}

/** Stretches before the music bursts open, in which the camera holds its breath; frames of the film. */
export function planHolds(analysis: MusicAnalysis, { grid }: { grid: MusicGrid }): [start: number, end: number][] {
  const { fps, beatSeconds, intensityAt } = grid;
  const length = Math.round(fps * Math.max(0.3, Math.min(0.8, beatSeconds)));
  return analysis.sections.flatMap(({ start, label }): [number, number][] => {
    const frame = Math.round(start * fps);
    const rise = intensityAt(frame + 2 * fps) - intensityAt(frame - 2 * fps);
    const bursts = label === 'drop' || (label === 'chorus-like' && rise > 0.2);
    return frame > 2 * fps && bursts ? [[frame - length, frame]] : [];
  });
}

/** What a clip of some frames of the film hears. */
export function musicOf(
  { start, frames }: { start: number; frames: number },
  {
    grid,
    accents,
    holds,
  }: { grid: MusicGrid; accents: readonly FilmAccent[]; holds: readonly [start: number, end: number][] },
): ClipMusic {
  const hold = holds.find(([from, to]) => from < start + frames && to > start);
  return {
    level: Array.from({ length: frames }, (_, frame) => round(grid.levelAt(start + frame))),
    accents: accents
      .filter(({ frame }) => frame >= start - accentTail && frame < start + frames)
      .map((accent) => ({ ...accent, frame: accent.frame - start })),
    ...(hold && { hold: [Math.max(0, hold[0] - start), Math.min(frames, hold[1] - start)] as const }),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
