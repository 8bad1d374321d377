import type { MusicVideoRequest, Scene } from '@kinora/studios/music-video/schema';
import { expect, test } from 'vitest';
import {
  changeScene,
  changesIn,
  changeSettings,
  draftScenes,
  editOf,
  emptyDraft,
  resetScene,
  spanOf,
  touchedSegments,
} from './draft.ts';

const scene = (id: string, start: number, more: Partial<Scene> = {}): Scene => ({
  id,
  start,
  word: 'Verse',
  description: `Picture ${id}`,
  intensity: 0.5,
  picture: { kind: 'drawn', vista: {} as never, prompt: '', seed: start },
  transition: 'dissolve',
  motion: 'auto',
  locked: false,
  ...more,
});
const scenes = [scene('a', 0), scene('b', 10), scene('c', 20), scene('d', 30)];
const [first, second, third] = scenes as [Scene, Scene, Scene];
const plain = { hasLyrics: false, isCalm: false };
const request = { theme: '', world: 'ocean', finish: 'brush', captions: true, calm: false } as MusicVideoRequest;

test('another picture touches the two segments that show it', () => {
  const draft = changeScene(emptyDraft, third, { description: 'A lighthouse' });
  expect(editOf(draft)).toEqual({ scenes: [{ id: 'c', description: 'A lighthouse' }] });
  expect(touchedSegments(scenes, draft, plain)).toEqual({ touched: 2, of: 4 });
  expect(draftScenes(scenes, draft)[2]).toMatchObject({ description: 'A lighthouse', isRepainted: true });
});

test('a picture that comes with a cut is its own segment’s alone, but not where cuts are dissolves', () => {
  const cut = [first, second, scene('c', 20, { transition: 'cut' })];
  const draft = changeScene(emptyDraft, cut[2]!, { redraw: true });
  expect(touchedSegments(cut, draft, plain).touched).toBe(1);
  expect(touchedSegments(cut, draft, { ...plain, isCalm: true }).touched).toBe(2);
});

test('a moved moment touches the segments before and after it, and back where it was touches none', () => {
  const moved = changeScene(emptyDraft, second, { start: 11 });
  expect(touchedSegments(scenes, moved, plain).touched).toBe(2);
  const back = changeScene(moved, second, { start: 10 });
  expect(back).toEqual(emptyDraft);
  expect(editOf(back)).toBeNull();
});

test('what is taken back again is no change', () => {
  const redrawn = changeScene(emptyDraft, first, { redraw: true });
  expect(changesIn(redrawn)).toBe(1);
  expect(changeScene(redrawn, first, { redraw: false })).toEqual(emptyDraft);
  const locked = scene('l', 40, { locked: true });
  expect(changeScene(emptyDraft, locked, { locked: false }).scenes).toEqual({ l: { locked: false } });
  expect(changeScene(emptyDraft, first, { locked: false })).toEqual(emptyDraft);
  expect(resetScene(changeScene(redrawn, second, { motion: 'push' }), 'a').scenes).toEqual({ b: { motion: 'push' } });
});

test('a scene that is taken out joins its segment to the one before', () => {
  const draft = changeScene(emptyDraft, third, { remove: true });
  expect(draftScenes(scenes, draft).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  expect(touchedSegments(scenes, draft, plain)).toEqual({ touched: 1, of: 3 });
});

test('a new scene stands in its place and can be moved and taken back', () => {
  const draft = { ...emptyDraft, add: [{ id: 'new', start: 14 }] };
  const added = draftScenes(scenes, draft)[2]!;
  expect(added).toMatchObject({ id: 'new', start: 14, isNew: true });
  const moved = changeScene(draft, added, { start: 15, description: 'Rain' });
  expect(editOf(moved)).toEqual({ add: [{ start: 15, description: 'Rain' }] });
  expect(changeScene(moved, added, { remove: true })).toEqual(emptyDraft);
});

test('another world touches all but the locked, another size everything, captions only where there are words', () => {
  const locked = [scene('a', 0, { locked: true }), scene('b', 10, { locked: true }), scene('c', 20)];
  const world = changeSettings(emptyDraft, request, { world: 'cosmos' });
  expect(touchedSegments(locked, world, plain)).toEqual({ touched: 2, of: 3 });
  expect(touchedSegments(locked, changeSettings(emptyDraft, request, { calm: true }), plain).touched).toBe(3);
  const captions = changeSettings(emptyDraft, request, { captions: false });
  expect(touchedSegments(scenes, captions, plain).touched).toBe(0);
  expect(touchedSegments(scenes, captions, { ...plain, hasLyrics: true }).touched).toBe(4);
  expect(changeSettings(world, request, { world: 'ocean' })).toEqual(emptyDraft);
});

test('a moment stays between its neighbours, and the first at the beginning', () => {
  expect(spanOf(scenes, 'b', 40)).toEqual([0.5, 19.5]);
  expect(spanOf(scenes, 'd', 40)).toEqual([20.5, 39.5]);
  expect(spanOf(scenes, 'a', 40)).toEqual([0, 0]);
});
