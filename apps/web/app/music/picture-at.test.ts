import type { AssetRef } from '@kinora/capabilities';
import type { MadeTake, Scene } from '@kinora/studios/music-video/schema';
import { expect, test } from 'vitest';
import { changeScene, draftScenes, emptyDraft } from './draft.ts';
import type { FilmProgress } from './music-progress.ts';
import { reelAt, reelsOf, sceneAt } from './picture-at.ts';

const file = (asset: string): AssetRef => ({ asset, mediaType: 'video/mp4', bytes: 1 });
const scene = (id: string, start: number): Scene => ({
  id,
  start,
  word: '',
  description: id,
  intensity: 0,
  picture: { kind: 'own', file: file(id) },
  transition: 'dissolve',
  motion: 'auto',
  locked: false,
});
const scenes = [scene('a', 0), scene('b', 4), scene('c', 8)];
const take = (index: number, of: string, start: number, frames: number): MadeTake => ({
  index,
  scene: of,
  start,
  frames,
  clip: file(`clip ${index}`),
});
const made = [take(0, 'a', 0, 96), take(1, 'b', 96, 48), take(2, 'b', 144, 48), take(3, 'c', 192, 48)];
const film: FilmProgress = {
  fps: 24,
  width: 1280,
  height: 720,
  takes: made,
  made: new Map(made.map((one) => [one.index, one])),
  of: { title: '', world: 'ocean', scenes, director: '' },
};

test('takes play as they come, and gaps are left to the still picture', () => {
  const half = { ...film, made: new Map([...film.made].filter(([index]) => index !== 1)) };
  const reels = reelsOf(half, undefined, draftScenes(scenes, emptyDraft), 10);
  expect(reels.map(({ start, seconds }) => [start, seconds])).toEqual([
    [0, 4],
    [6, 2],
    [8, 2],
  ]);
  expect(reelAt(reels, 3.99).now?.start).toBe(0);
  expect(reelAt(reels, 5)).toEqual({ now: undefined, next: reels[1] });
  expect(reelAt(reels, 6).now?.start).toBe(6);
  expect(reelAt(reels, 10.5).now).toBeUndefined();
});

test('what a change makes untrue is not shown, and the rest is', () => {
  const changed = draftScenes(scenes, changeScene(emptyDraft, scenes[2]!, { description: 'Rain' }));
  expect(reelsOf(film, file('whole'), changed, 10).map(({ start }) => start)).toEqual([0]);
});

test('the whole file plays when nothing differs from it', () => {
  const reels = reelsOf(film, file('whole'), draftScenes(scenes, emptyDraft), 10);
  expect(reels).toEqual([{ key: 'whole', clip: file('whole'), start: 0, seconds: 10 }]);
});

test('a scene lasts until the next', () => {
  expect(sceneAt(scenes, 3.99)?.id).toBe('a');
  expect(sceneAt(scenes, 4)?.id).toBe('b');
  expect(sceneAt(scenes, 99)?.id).toBe('c');
});
