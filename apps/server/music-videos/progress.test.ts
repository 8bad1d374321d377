import type { MusicVideoEvent, Take } from '@kinora/studios/music-video/schema';
import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';

const picture = { asset: 'a'.repeat(64), mediaType: 'image/png', bytes: 1 };
const takes: Take[] = [0, 1, 2].map((index) => ({ index, scene: 's1', start: index * 24, frames: 24 }));
const events = [
  { type: 'analysis-start' },
  { type: 'analysis-end' },
  { type: 'storyboard-start', storyboard: { scenes: [{}, {}] } },
  { type: 'film-start', takes },
  { type: 'picture-end', index: 0, total: 2, picture },
  { type: 'take-end', take: takes[0], total: 3 },
  // Later pictures are painted while the first takes are filmed.
  { type: 'picture-end', index: 1, total: 2, picture },
  { type: 'take-end', take: takes[1], total: 3 },
  { type: 'take-end', take: takes[2], total: 3 },
  { type: 'film-end' },
  { type: 'output-start', output: 'video' },
  { type: 'output-progress', output: 'video', fraction: 0.5 },
  { type: 'output-start', output: 'teaser' },
] as unknown as MusicVideoEvent[];

test('tells what is done in words, and never goes back', () => {
  const told: { progress: number; step: string }[] = [];
  const hear = createProgress((progress, step) => told.push({ progress, step }), { hasFilm: true });
  for (const event of events) hear(event);
  expect(told.map(({ step }) => step)).toEqual([
    'listening',
    'planning',
    'painting 1 of 2',
    'painting 2 of 2',
    'filming 2 of 3',
    'filming 3 of 3',
    'filming 3 of 3',
    'joining',
    'joining',
    'joining',
    'making the teaser',
  ]);
  const fractions = told.map(({ progress }) => progress);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(Math.max(...fractions)).toBeLessThan(1);
});
