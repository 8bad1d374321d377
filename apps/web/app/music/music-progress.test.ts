import type { MusicVideoEvent, Scene, Storyboard, Take } from '@kinora/studios/music-video/schema';
import { expect, test } from 'vitest';
import { advance, emptyProgress, secondsLeft } from './music-progress.ts';
import { segmentWords, stageWords } from './progress-words.ts';

const file = (asset: string) => ({ asset, mediaType: 'video/mp4', bytes: 1 });
const takes: Take[] = Array.from({ length: 10 }, (_, index) => ({
  index,
  scene: 'a',
  start: index * 24,
  frames: 24,
}));
const storyboard: Storyboard = {
  title: 'Harbour Lights',
  world: 'ocean',
  scenes: [{ id: 'a' } as Scene, { id: 'b' } as Scene],
  director: 'builtin/director@1',
};
const begun: MusicVideoEvent[] = [
  { type: 'analysis-start', seconds: 0 },
  { type: 'analysis-progress', fraction: 0.5, seconds: 0.4 },
  { type: 'storyboard-start', storyboard, seconds: 1 },
  {
    type: 'picture-end',
    index: 0,
    total: 2,
    seconds: 2,
    scene: 'a',
    picture: file('p'),
    altText: 'A harbour',
    drawnBy: 'builtin/illustrator@1',
  },
];
const filming: MusicVideoEvent[] = [
  { type: 'film-start', takes, fps: 24, width: 1280, height: 720, seconds: 4 },
  ...takes.slice(0, 5).map((take, index): MusicVideoEvent => ({
    type: 'take-end',
    take: { ...take, clip: file(`clip ${index}`) },
    total: 10,
    reused: index === 0,
    seconds: 4 + index * 2,
  })),
];

test('a video comes to be: heard, painted, filmed', () => {
  const painting = begun.reduce(advance, emptyProgress);
  expect(stageWords(painting)).toEqual({ words: 'Painting the pictures', fact: '1 of 2', fraction: 0.5 });
  expect(painting.pictures.get('a')).toEqual({
    scene: 'a',
    picture: file('p'),
    altText: 'A harbour',
    drawnBy: 'builtin/illustrator@1',
  });
  const film = filming.reduce(advance, painting);
  expect(film.film?.made.size).toBe(5);
  expect(film.film?.of).toBe(storyboard);
});

test('the time that is left is judged by takes that were rendered, not by those that were there', () => {
  const film = filming.reduce(advance, emptyProgress);
  // Four takes in eight seconds; five are left.
  expect(secondsLeft(film)).toBe(10);
  expect(stageWords(film).fact).toBe('50 %, about 10 s left');
  expect(secondsLeft(filming.slice(0, 3).reduce(advance, emptyProgress))).toBeNull();
});

test('files of the film before fall away when another is filmed', () => {
  const before = {
    ...emptyProgress,
    outputs: { video: { fraction: 1, file: file('old') }, analysis: { fraction: 1, file: file('json') } },
  };
  expect(Object.keys(advance(before, filming[0]!).outputs)).toEqual(['analysis']);
});

test('segments are counted in words', () => {
  expect(segmentWords({ rendered: 2, reused: 14 })).toBe('2 segments made again, 14 reused');
  expect(segmentWords({ rendered: 16, reused: 0 })).toBe('16 segments made');
});
