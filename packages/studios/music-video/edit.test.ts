import { KinoraError } from '@kinora/capabilities';
import { describe, expect, test } from 'vitest';
import { direct } from './director/index.ts';
import { applyEdit } from './edit.ts';
import { musicVideoEdit, musicVideoRequest, storyboard as storyboardSchema } from './schema.ts';
import type { MusicVideoEdit } from './schema.ts';
import { sampleAnalysis } from './testing/sample-song.ts';

const song = { asset: 'a'.repeat(64), mediaType: 'audio/mpeg', bytes: 1000 };
const own = { asset: 'b'.repeat(64), mediaType: 'image/png', bytes: 2000 };
const analysis = sampleAnalysis();
const request = musicVideoRequest.parse({ song, theme: 'neon city in the rain', seed: 3 });
const storyboard = direct(request, { title: 'Paper Moon', analysis });

function edited(edit: MusicVideoEdit, from = { request, storyboard }) {
  const made = applyEdit(from.request, from.storyboard, musicVideoEdit.parse(edit), { analysis });
  expect(storyboardSchema.parse(made.storyboard)).toEqual(made.storyboard);
  return made;
}

function refusal(edit: MusicVideoEdit): KinoraError {
  try {
    applyEdit(request, storyboard, edit, { analysis });
  } catch (error) {
    if (error instanceof KinoraError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

test('leaves what it was given as it was', () => {
  const before = structuredClone({ request, storyboard });
  edited({ theme: 'the sea', title: 'Other', scenes: [{ id: 's2', redraw: true, start: 12.5 }] });
  expect({ request, storyboard }).toEqual(before);
});

describe('a scene', () => {
  test('gets another picture from other words, alone', () => {
    const { storyboard: after, change } = edited({ scenes: [{ id: 's3', description: 'The towers in thick snow.' }] });
    expect(change).toBe('words of scene 3');
    const { picture, description } = after.scenes[2]!;
    expect(description).toBe('The towers in thick snow.');
    expect(picture).toMatchObject({ vista: { air: 'snow', moment: 'The towers in thick snow.' } });
    expect(picture.kind === 'drawn' && picture.prompt).toContain('thick snow');
    expect(after.scenes.filter((_, index) => index !== 2)).toEqual(storyboard.scenes.filter((_, index) => index !== 2));
  });

  test('gets another picture also from words that name nothing its world could show otherwise', () => {
    const { storyboard: after } = edited({ scenes: [{ id: 's3', description: 'Something else, please.' }] });
    const [before, picture] = [storyboard.scenes[2]!.picture, after.scenes[2]!.picture];
    if (before.kind === 'own' || picture.kind === 'own') throw new Error('it is drawn');
    expect({ ...picture.vista, moment: '' }).toEqual({ ...before.vista, moment: '' });
    expect(picture.seed).not.toBe(before.seed);
  });

  test('is redrawn, gets an own picture, and is drawn again from its words', () => {
    const seedOf = ({ picture }: (typeof storyboard.scenes)[number]) =>
      picture.kind === 'drawn' ? picture.seed : null;
    const redrawn = edited({ scenes: [{ id: 's2', redraw: true }] }).storyboard.scenes[1]!;
    expect(seedOf(redrawn)).toBe(seedOf(storyboard.scenes[1]!)! + 1);
    const mine = edited({ scenes: [{ id: 's2', picture: own }] });
    expect(mine.storyboard.scenes[1]!.picture).toEqual({ kind: 'own', file: own });
    const back = edited({ scenes: [{ id: 's2', picture: null }] }, mine).storyboard.scenes[1]!;
    expect(back.picture).toMatchObject({ kind: 'drawn', vista: { moment: storyboard.scenes[1]!.description } });
    expect(() => edited({ scenes: [{ id: 's2', redraw: true }] }, mine)).toThrow('is your own');
  });

  test('moves, comes in and is filmed otherwise, and is locked', () => {
    const { storyboard: after, change } = edited({
      scenes: [{ id: 's2', start: 12.25, transition: 'light', motion: 'pull', locked: true }],
    });
    expect(after.scenes[1]).toMatchObject({ start: 12.25, transition: 'light', motion: 'pull', locked: true });
    expect(change).toContain('start of scene 2');
    expect(change).toContain('scene 2 locked');
  });

  test('is not moved past its neighbours, beyond the song, or away from its beginning', () => {
    const next = storyboard.scenes[2]!.start;
    expect(refusal({ scenes: [{ id: 's2', start: next + 1 }] })).toMatchObject({ code: 'request.invalid' });
    expect(refusal({ scenes: [{ id: 's2', start: next + 1 }] }).message).toMatch(/^Scene 3 can't start at 0:\d\d\.\d/);
    expect(refusal({ scenes: [{ id: 's2', start: 0.1 }] }).message).toContain("Scene 2 can't start");
    expect(refusal({ scenes: [{ id: 's8', start: 500 }] }).message).toContain('the song ends at 1:30.0');
    expect(refusal({ scenes: [{ id: 's1', start: 3 }] }).message).toContain('starts with the song');
  });

  test('two scenes may move together', () => {
    const [second, third] = [storyboard.scenes[1]!.start, storyboard.scenes[2]!.start];
    const { storyboard: after } = edited({
      scenes: [
        { id: 's2', start: third + 1 },
        { id: 's3', start: third + 3 },
      ],
    });
    expect(after.scenes.slice(1, 3).map(({ start }) => start)).toEqual([third + 1, third + 3]);
    expect(second).toBeLessThan(third);
  });

  test('that is not there is named, with those that are', () => {
    expect(refusal({ scenes: [{ id: 's99', redraw: true }] }).data).toMatchObject({
      allowed: expect.stringContaining('s1, s2'),
    });
  });

  test('is removed; what follows a removed beginning begins the film; one is left', () => {
    const { storyboard: after, change } = edited({
      scenes: [
        { id: 's1', remove: true },
        { id: 's4', remove: true },
      ],
    });
    expect(after.scenes.map(({ id }) => id)).toEqual(['s2', 's3', 's5', 's6', 's7', 's8']);
    expect(after.scenes[0]!.start).toBe(0);
    expect(change).toBe('2 scenes removed');
    expect(refusal({ scenes: storyboard.scenes.map(({ id }) => ({ id, remove: true })) }).message).toContain(
      'leave one',
    );
  });

  test('is added where no other is, with words or without', () => {
    const { storyboard: after, change } = edited({
      add: [{ start: 5 }, { start: 25, description: 'A boat in the rain.' }],
    });
    expect(after.scenes.map(({ start }) => start)).toEqual(
      after.scenes.map(({ start }) => start).toSorted((a, b) => a - b),
    );
    const [first, second] = [5, 25].map((start) => after.scenes.find((scene) => scene.start === start)!);
    expect(new Set(after.scenes.map(({ id }) => id)).size).toBe(10);
    expect(first!.picture.kind).toBe('drawn');
    expect(second!.picture).toMatchObject({ vista: { thread: { kind: 'boat' }, world: 'neon-city', air: 'rain' } });
    expect(change).toBe('2 scenes added');
    expect(refusal({ add: [{ start: 10.2 }] }).message).toContain("can't start");
    expect(refusal({ add: Array.from({ length: 17 }, (_, index) => ({ start: 1 + index })) }).message).toContain('24');
  });
});

test('a scene never gets the id of one that was removed, whichever version the edit starts from', () => {
  const removed = edited({ scenes: [{ id: 's8', remove: true }], add: [{ start: 5 }] });
  const ids = (scenes: typeof storyboard.scenes) => scenes.map(({ id }) => id);
  expect(ids(removed.storyboard.scenes)).not.toContain('s8');
  const [once, again] = [1, 2].map(() => edited({ add: [{ start: 5 }] }).storyboard.scenes[1]!.id);
  expect(once).not.toBe(again);
});

describe('the whole video', () => {
  test('is set in another world by another theme; locked and own pictures stay', () => {
    const kept = edited({
      scenes: [
        { id: 's2', locked: true },
        { id: 's3', picture: own },
      ],
    });
    const { storyboard: after, request: asked, change } = edited({ theme: 'underwater love song' }, kept);
    expect([after.world, asked.theme, change]).toEqual(['ocean', 'underwater love song', 'theme']);
    expect(after.scenes.slice(1, 3)).toEqual(kept.storyboard.scenes.slice(1, 3));
    const others = after.scenes.filter((_, index) => index !== 1 && index !== 2);
    for (const { picture } of others) expect(picture).toMatchObject({ vista: { world: 'ocean' } });
    expect(after.scenes.map(({ id, start }) => [id, start])).toEqual(
      storyboard.scenes.map(({ id, start }) => [id, start]),
    );
  });

  test('is another with another seed, and finished in another style without being directed anew', () => {
    expect(edited({ seed: 4 }).storyboard.scenes).not.toEqual(storyboard.scenes);
    const { storyboard: printed, change } = edited({ finish: 'print' });
    expect(change).toBe('finish');
    for (const [index, { picture, description }] of printed.scenes.entries()) {
      expect(picture).toMatchObject({ vista: { finish: 'print' } });
      expect(description).toBe(storyboard.scenes[index]!.description);
    }
  });

  test('gets characters, which are placed in its pictures', () => {
    const { storyboard: after } = edited({ characters: [{ picture: own, cutOut: { kind: 'auto' } }] });
    for (const { picture } of after.scenes) expect(picture).toMatchObject({ vista: { figures: [{ picture: 0 }] } });
  });

  test('keeps its storyboard when only settings change', () => {
    const {
      storyboard: after,
      request: asked,
      change,
    } = edited({ title: 'Moon', calm: true, size: '1080x1920', artist: 'Us' });
    expect(after).toEqual({ ...storyboard, title: 'Moon' });
    expect(asked).toMatchObject({ title: 'Moon', calm: true, size: '1080x1920', artist: 'Us' });
    expect(change).toBe('title, artist, size, calm');
    expect(edited({ calm: false }).change).toBe('nothing');
  });
});
