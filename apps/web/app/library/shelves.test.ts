import { expect, test } from 'vitest';
import type { MusicVideoSummary, StorySummary } from '../api/types.ts';
import { shelvesOf } from './shelves.ts';
import { clock, projectFacts } from './project-facts.ts';

const now = new Date(2026, 10, 21, 20, 0);
const story = (...date: [number, number, number]): StorySummary => ({
  id: date.join('-'),
  studio: 'story',
  title: 'Fen',
  wish: 'a fox',
  createdAt: new Date(date[0], date[1] - 1, date[2], 19).toISOString(),
  updatedAt: '',
  version: 1,
  state: 'ready',
  style: 'watercolour',
  aspect: '16:9',
  cover: null,
  seconds: 158.4,
  scenes: 4,
});

test('stories stand on shelves by when they were made', () => {
  const stories = [
    story(2026, 11, 21),
    story(2026, 11, 20),
    story(2026, 11, 15),
    story(2026, 11, 2),
    story(2026, 10, 31),
    story(2025, 10, 1),
  ];
  expect(shelvesOf(stories, now).map((shelf) => [shelf.name, shelf.projects.length])).toEqual([
    ['Today', 1],
    ['This week', 2],
    ['Earlier this month', 1],
    ['October', 1],
    ['October 2025', 1],
  ]);
});

test('facts leave out what is not known', () => {
  expect(projectFacts(story(2026, 11, 21))).toBe('4 pages · 2:38');
  expect(projectFacts({ ...story(2026, 11, 21), seconds: null, scenes: 0 })).toBe('');
});

test('a music video says how long it is, and when there is no film yet', () => {
  const video: MusicVideoSummary = {
    id: 'a',
    studio: 'music-video',
    title: 'Harbour Lights',
    artist: null,
    theme: '',
    createdAt: '',
    updatedAt: '',
    version: 1,
    state: 'ready',
    world: 'ocean',
    size: '1280x720',
    cover: null,
    seconds: 192,
    scenes: 16,
    hasFilm: true,
  };
  expect(projectFacts(video)).toBe('3:12 · 16 pictures');
  expect(projectFacts({ ...video, hasFilm: false })).toBe('3:12 · 16 pictures · no film yet');
});

test.each([
  [0, '0:00'],
  [59.6, '1:00'],
  [158.4, '2:38'],
])('%d s reads %s', (seconds, words) => {
  expect(clock(seconds)).toBe(words);
});
