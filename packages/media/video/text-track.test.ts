import { expect, test } from 'vitest';
import { captionTrack, chapterTrack } from './text-track.ts';

const frame = { language: 'eng', width: 1280, height: 720 };
const textOf = (data: Uint8Array) => Buffer.from(data.subarray(2, 2 + data[0]! * 256 + data[1]!)).toString();

test('captions fill the film with texts and silence, without gaps or overlaps', () => {
  const { samples } = captionTrack(
    [
      { start: 3, end: 6, text: 'second' },
      { start: 1, end: 2, text: 'first 月' },
      { start: 5, end: 99, text: 'third' },
    ],
    { ...frame, seconds: 10 },
  );
  expect(samples.map(({ data, duration }) => [textOf(data), duration])).toEqual([
    ['', 1000],
    ['first 月', 1000],
    ['', 1000],
    ['second', 2000],
    ['third', 5000],
  ]);
});

test('chapters follow one another from the first second to the last', () => {
  const { samples } = chapterTrack(
    [
      { title: 'One', start: 0.5, end: 4 },
      { title: 'Two', start: 4, end: 9 },
    ],
    { language: 'eng', seconds: 10 },
  );
  expect(samples.map(({ data, duration }) => [textOf(data), duration])).toEqual([
    ['One', 4000],
    ['Two', 6000],
  ]);
});
