import { describe, expect, test } from 'vitest';
import { createChance } from '../director/chance.ts';
import { transitions } from '../schema.ts';
import { sampleAnalysis } from '../testing/sample-song.ts';
import { flashLimits, limitFlashes } from './accents.ts';
import { planFilm } from './plan.ts';
import type { FilmPlan, FilmScene } from './plan.ts';

function scenesAt(starts: readonly number[], change: Partial<FilmScene> = {}): FilmScene[] {
  return starts.map((start, index) => ({
    id: `s${index + 1}`,
    start,
    transition: index === 0 ? 'fade' : 'cut',
    motion: 'auto',
    focus: [0.5, 0.5],
    drawsBack: false,
    ...change,
  }));
}

/** Songs of all kinds, with scenes at any place. */
const films = Array.from({ length: 60 }, (_, seed) => {
  const chance = createChance(seed);
  const seconds = 4 + chance.next() * (seed % 10 === 0 ? 600 : 200);
  const tempo = seed % 7 === 0 ? null : 50 + chance.next() * 160;
  const analysis = sampleAnalysis({ seconds, tempo, metre: seed % 3 === 0 ? 3 : 4, seed });
  const count = 1 + Math.floor(chance.next() * Math.min(24, seconds / 2));
  const starts = [0, ...Array.from({ length: count - 1 }, () => 1 + chance.next() * (seconds - 2))].sort(
    (a, b) => a - b,
  );
  const apart = starts.filter((start, index) => index === 0 || start - starts[index - 1]! >= 0.5);
  const scenes = scenesAt(apart).map((scene): FilmScene => ({ ...scene, transition: chance.pick(transitions) }));
  const [fps, calm] = [seed % 2 === 0 ? 24 : 30, seed % 5 === 0];
  return { name: `song ${seed}`, analysis, scenes, fps, calm, plan: planFilm(scenes, { analysis, fps, calm }) };
});

describe.each(films)('the film of $name', ({ plan, analysis, scenes, fps, calm }) => {
  test('has takes that follow each other without a gap from 0 to the last frame of the song', () => {
    const ends = plan.takes.map(({ start, frames }) => start + frames);
    expect(plan.takes.map(({ start }) => start)).toEqual([0, ...ends.slice(0, -1)]);
    expect(plan.takes.map(({ index }) => index)).toEqual(plan.takes.keys().toArray());
    expect(plan.takes.every(({ frames }) => Number.isInteger(frames))).toBe(true);
    expect([ends.at(-1), plan.frames]).toEqual([plan.frames, Math.ceil(analysis.duration * fps - 1e-6)]);
  });

  test('has no take too short to be seen nor longer than eight seconds, and begins with a short one', () => {
    const seconds = plan.takes.map(({ frames }) => frames / fps);
    expect(Math.min(...seconds)).toBeGreaterThanOrEqual(0.2);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(8.05);
    expect(seconds[0]).toBeLessThanOrEqual(4.3);
  });

  test('has its pictures on the frame of their start, and cuts within them on bar lines or in their middle', () => {
    const lines = [...analysis.downbeat_times, ...middles(analysis.downbeat_times)].map((line) => line * fps);
    const cuts = analysis.tempo === null ? [] : innerCuts(plan);
    // A beat in the middle of a bar lies where it is struck.
    const off = cuts.filter((cut) => Math.min(...lines.map((line) => Math.abs(line - cut))) > 0.03 * fps + 0.5);
    expect(off).toEqual([]);
    const late = scenes.map(({ start, id }, index) => {
      const own = plan.takes.filter(({ from, to }) => from.scene === index && !to);
      return own.every(({ scene }) => scene === id) ? own[0]!.start - Math.round(start * fps) : NaN;
    });
    expect(late.every((frames) => frames >= 0 && frames < 1.5 * fps)).toBe(true);
  });

  test('never flashes more than three times in a second, and never when it is calm', () => {
    const flashes = flashesOf(plan);
    const spans = flashes.map((frame, index) => (flashes[index + flashLimits.perSecond] ?? Infinity) - frame);
    expect(Math.min(Infinity, ...spans)).toBeGreaterThan(fps);
    expect(calm ? flashes : []).toEqual([]);
  });

  test('cuts within a picture only to another framing', () => {
    const cuts = plan.takes.slice(1).flatMap((take, index) => {
      const before = plan.takes[index]!.to ?? plan.takes[index]!.from;
      const isCut = take.from.scene === before.scene && take.from.camera !== before.camera;
      return isCut ? [{ from: before.camera.to, to: take.from.camera.from }] : [];
    });
    const jumps = cuts.filter(
      ({ from, to }) =>
        Math.max(from[2] / to[2], to[2] / from[2]) < 1.18 && Math.hypot(from[0] - to[0], from[1] - to[1]) < 0.15,
    );
    expect(jumps).toEqual([]);
  });

  test('carries each camera on where a take hands over to the next', () => {
    const handed = plan.takes.slice(1).map((next, index) => {
      const shown = plan.takes[index]!.to ?? plan.takes[index]!.from;
      const isSame = next.from.scene === shown.scene && next.from.camera === shown.camera;
      return isSame ? Math.abs(next.from.window[0] - shown.window[1]) : 0;
    });
    expect(Math.max(0, ...handed)).toBeLessThan(1e-4);
    const windows = plan.takes.flatMap(({ from, to }) => [from.window, ...(to ? [to.window] : [])]);
    expect(windows.filter(([opens, closes]) => opens >= closes)).toEqual([]);
  });
});

test('any accents are thinned to flashes that are nine tenths of a second apart, and keep their pushes', () => {
  for (let seed = 0; seed < 200; seed++) {
    const chance = createChance(seed);
    const accents = Array.from({ length: 80 }, () => ({
      frame: Math.floor(chance.next() * 240),
      push: chance.next(),
      flash: chance.next() < 0.7 ? chance.next() : 0,
    })).sort((a, b) => a.frame - b.frame);
    const lights = [Math.floor(chance.next() * 240)];
    const thinned = limitFlashes(accents, { fps: 24, lights });
    const frames = [...lights, ...thinned.filter(({ flash }) => flash > 0).map(({ frame }) => frame)].sort(
      (a, b) => a - b,
    );
    for (const [index, frame] of frames.entries()) {
      expect((frames[index + 1] ?? Infinity) - frame).toBeGreaterThanOrEqual(0.9 * 24);
    }
    expect(thinned.map(({ push }) => push)).toEqual(accents.map(({ push }) => push));
  }
});

test('loud music is cut faster than quiet music', () => {
  const analysis = sampleAnalysis({ seconds: 180 });
  const plan = planFilm(scenesAt(analysis.sections.map(({ start }) => start)), { analysis, fps: 24, calm: false });
  const meanOf = (id: string) => {
    const own = plan.takes.filter(({ scene }) => scene === id);
    return own.reduce((sum, { frames }) => sum + frames, 0) / own.length;
  };
  expect(meanOf('s8')).toBeLessThan(0.5 * meanOf('s1'));
  expect(meanOf('s4')).toBeLessThan(meanOf('s2'));
});

test('a changed picture concerns the takes of two segments at most, a moved start those beside it', () => {
  const analysis = sampleAnalysis();
  const starts = analysis.sections.map(({ start }) => start);
  const plan = (moved: readonly number[]) =>
    planFilm(scenesAt(moved, { transition: 'dissolve' }), { analysis, fps: 24, calm: false });
  const before = plan(starts);
  const showing = before.takes.filter(({ from, to }) => from.scene === 3 || to?.scene === 3);
  expect(new Set(showing.map(({ scene }) => scene))).toEqual(new Set(['s3', 's4']));
  const after = plan(starts.with(3, starts[3]! + 2));
  const text = (take: FilmPlan['takes'][number]) => JSON.stringify({ ...take, index: 0 });
  const known = new Set(before.takes.map(text));
  const changed = after.takes.filter((take) => !known.has(text(take)));
  expect(new Set(changed.map(({ scene }) => scene))).toEqual(new Set(['s3', 's4']));
});

test('the camera holds its breath before the drop, the film comes out of the dark and goes back into it', () => {
  const analysis = sampleAnalysis();
  const plan = planFilm(scenesAt([0, 40]), { analysis, fps: 24, calm: false });
  const drop = Math.round(analysis.sections.find(({ label }) => label === 'drop')!.start * 24);
  const held = plan.takes.find(
    ({ start, frames, music }) => music.hold && start + music.hold[1] === drop && start + frames >= drop,
  );
  expect(held).toBeDefined();
  expect(plan.takes[0]!.fade?.in).toBeGreaterThan(0);
  expect(plan.takes.at(-1)!.fade?.out).toBeGreaterThan(24);
});

test('what lies over the film is seen in every take under it, counted from the take', () => {
  const analysis = sampleAnalysis({ seconds: 30 });
  const overlay = { id: 'lyric', from: 100, to: 400, fade: 4 };
  const plan = planFilm(scenesAt([0, 10]), { analysis, fps: 24, calm: false, overlays: [overlay] });
  for (const { start, frames, overlays } of plan.takes) {
    const isUnder = start < 400 && start + frames > 100;
    expect(overlays).toEqual(isUnder ? [{ ...overlay, from: 100 - start, to: 400 - start }] : []);
  }
});

/** Cuts between two framings of one picture. */
function innerCuts({ takes }: FilmPlan): number[] {
  return takes.slice(1).flatMap((take, index) => {
    const before = takes[index]!;
    const shown = before.to ?? before.from;
    const isCut = take.from.scene === shown.scene && take.from.camera !== shown.camera;
    return isCut ? [take.start] : [];
  });
}

function middles(downbeats: readonly number[]): number[] {
  return downbeats.slice(1).map((next, index) => (downbeats[index]! + next) / 2);
}

/** Frames of the film on which it flashes: beats with light and pictures that come in through light. */
function flashesOf({ takes }: FilmPlan): number[] {
  const beaten = takes.flatMap(({ start, frames, music }) =>
    music.accents
      .filter(({ flash, frame }) => flash > 0 && frame >= 0 && frame < frames)
      .map(({ frame }) => start + frame),
  );
  const lit = takes.flatMap(({ transition, start, frames }) => (transition === 'light' ? [start + frames / 2] : []));
  return [...beaten, ...lit].sort((a, b) => a - b);
}
