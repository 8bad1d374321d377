import { describe, expect, test } from 'vitest';
import { createMusicGrid } from '../film/music-grid.ts';
import { planFilm } from '../film/plan.ts';
import type { FilmScene } from '../film/plan.ts';
import { transitions } from '../schema.ts';
import { sampleAnalysis } from '../testing/sample-song.ts';
import { cutTakes, findStrongest } from './teaser.ts';

const fps = 24;

function filmOf(seed: number, transition: FilmScene['transition'], later = 0) {
  const analysis = sampleAnalysis({ seed, tempo: 80 + 7 * seed });
  const { bars } = createMusicGrid(analysis, fps);
  // Pictures that begin a little after their bar line, as hands place them.
  const starts = [0, ...bars.filter((_, index) => index % 5 === 4).map((frame) => (frame + later) / fps)];
  const scenes = starts.map((start, index): FilmScene => ({
    id: `s${index + 1}`,
    start,
    transition,
    motion: 'auto',
    focus: [0.5, 0.5],
    drawsBack: false,
  }));
  const overlays = [{ id: 'watermark', from: -fps, to: 1e5, fade: 1 }];
  return { analysis, bars, plan: planFilm(scenes, { analysis, fps, calm: false, overlays }) };
}

const films = transitions.flatMap((transition) =>
  [0, 2, 7].flatMap((later, seed) => ({ name: `${transition} +${later}`, ...filmOf(seed, transition, later) })),
);

describe.each(films)('parts of a film with $name', ({ plan, bars, analysis }) => {
  const starts = bars.filter((start) => start + 15 * fps < plan.frames);
  const parts = starts.map((start, index) => {
    const wanted = { start, frames: 15 * fps - (index % 9) };
    return { wanted, ...cutTakes(plan, wanted) };
  });

  test('come out of the dark and go back in their whole time, and lose little', () => {
    for (const { wanted, part, takes } of parts) {
      expect(takes[0].fade?.in).toBe(10);
      expect(takes.at(-1)!.fade?.out).toBe(19);
      expect(part.start).toBeGreaterThanOrEqual(wanted.start);
      expect(part.start + part.frames).toBeLessThanOrEqual(wanted.start + wanted.frames);
      expect(wanted.frames - part.frames).toBeLessThan(1.2 * fps);
      const ends = takes.map(({ start, frames }) => start + frames);
      expect(takes.map(({ start }) => start)).toEqual([part.start, ...ends.slice(0, -1)]);
      expect(ends.at(-1)).toBe(part.start + part.frames);
    }
  });

  test('have whole transitions alone, and each shot at the pace of the film', () => {
    const pace = ({ from, frames }: (typeof plan.takes)[number]) => (from.window[1] - from.window[0]) / frames;
    for (const { takes } of parts) {
      const dissolving = takes.flatMap(({ start, frames, to }) => (to ? [{ start, frames, to }] : []));
      expect(plan.takes).toEqual(
        expect.arrayContaining(dissolving.map((take) => expect.objectContaining(take) as unknown)),
      );
      for (const take of takes) {
        const shows = plan.takes.flatMap((each) => [each, ...(each.to ? [{ ...each, from: each.to }] : [])]);
        const shot = shows.filter(({ from }) => from.scene === take.from.scene && from.camera === take.from.camera);
        expect(Math.min(...shot.map((each) => Math.abs(pace(each) - pace(take))))).toBeLessThan(1e-4);
      }
    }
  });

  test('hear the music of their frames, and have the logo once', () => {
    const { levelAt } = createMusicGrid(analysis, fps);
    for (const { takes, part } of parts) {
      const level = takes.flatMap(({ music }) => music.level);
      expect(level).toHaveLength(part.frames);
      expect(level.every((value, frame) => Math.abs(value - levelAt(part.start + frame)) < 0.006)).toBe(true);
      expect(takes.every(({ overlays }) => overlays.length === 1)).toBe(true);
      const accents = takes.map(({ music }) => music.accents.map(({ frame }) => frame));
      expect(accents.every((frames) => new Set(frames).size === frames.length)).toBe(true);
    }
  });
});

test('the strongest part begins on its bar line where a light or a dissolve leads to it', () => {
  for (const transition of ['light', 'dissolve'] as const) {
    const { plan, bars, analysis } = filmOf(1, transition);
    const strongest = findStrongest(createMusicGrid(analysis, fps), 15);
    const start = bars.findLast((bar, index) => index % 5 === 4 && bar <= strongest.start)!;
    const { part, takes } = cutTakes(plan, { start, frames: 15 * fps });
    expect(part.start).toBe(start);
    expect(takes[0].to).toBeUndefined();
    expect(takes[0].frames).toBeGreaterThanOrEqual(10);
  }
});
