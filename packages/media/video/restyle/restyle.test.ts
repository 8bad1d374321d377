import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frameStyle } from '@kinora/capabilities';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeVideoSync } from '../decode.ts';
import { filmStream, readFilmSourceSync } from './film-source.ts';
import { joinRestyledSync } from './join-restyled.ts';
import { paintStretchHere, stretchOf } from './paint-stretch.ts';
import { planRestyle } from './plan.ts';
import { sampleFrames } from './sample-frames.ts';
import { makeSeamSync } from './seam.ts';
import { makeSeekableSync } from './seekable.ts';
import { greyOf, makeSampleFilm } from './testing/sample-film.ts';
import type { SampleFilm } from './testing/sample-film.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-restyle-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function film(options: SampleFilm = {}): Promise<string> {
  const path = join(folder, `film-${count++}.mp4`);
  await writeFile(path, makeSampleFilm(options));
  return path;
}

/** The grey in the right lower quarter, where only the number of the frame shows. */
const greyAt = (rgba: Uint8Array, width: number, height: number) =>
  rgba[(Math.floor(height * 0.8) * width + Math.floor(width * 0.8)) * 4] ?? -1;

test('a small film that says that its pixels are enormously wide is refused before it is decoded', () => {
  const codecpar = { width: 128, height: 96, getCodedSideData: () => null };
  const open = (num: number) =>
    filmStream({ video: () => ({ codecpar, sampleAspectRatio: { num, den: 1 } }) } as never);
  expect(open(2).codecpar.width).toBe(128);
  expect(() => open(64_000)).toThrow('40 megapixels');
});

describe('a plan', () => {
  const source = { width: 1280, height: 720, seconds: 30, fps: 30 };

  test('paints a film of 30 frames a second on twos, one stretch for each worker', () => {
    const plan = planRestyle(source, { size: '512', workers: 2 });
    expect(plan).toMatchObject({ width: 512, height: 512, paintWidth: 512, fps: 30, hold: 2, frames: 900 });
    expect(plan.starts).toEqual([0, 450]);
    expect([plan.warmUp % 2, plan.overlap % 2]).toEqual([0, 0]);
  });

  test.each([
    [24, undefined, 24, 2],
    [25, undefined, 25, 2],
    [29.97, undefined, 30, 2],
    [60, undefined, 30, 2],
    [50, undefined, 25, 2],
    [12, undefined, 12, 1],
    [30, 30, 30, 1],
    [30, 10, 30, 3],
    [60, 60, 60, 1],
    [30, 1, 30, 30],
  ])('a film of %s frames a second, painted at %s, has %i, each painting shown for %i', (rate, fps, wanted, hold) => {
    expect(planRestyle({ ...source, fps: rate }, { size: '512', fps, workers: 2 })).toMatchObject({
      fps: wanted,
      hold,
    });
  });

  test.each([
    ['720p', 1280, 720, 1280, 720, 1024],
    ['540p', 1280, 720, 960, 540, 960],
    ['source', 321, 241, 322, 242, 322],
    ['source', 3840, 2160, 1920, 1080, 1024],
    ['540p', 720, 1280, 540, 960, 540],
    ['source', 20, 20, 64, 64, 64],
  ] as const)('at size %s a film of %i × %i is %i × %i, painted %i wide', (size, width, height, w, h, painted) => {
    const plan = planRestyle({ ...source, width, height }, { size, workers: 2 });
    expect([plan.width, plan.height, plan.paintWidth]).toEqual([w, h, painted]);
  });

  test('stretches lie one after the other; each but the first is painted before it is seen', () => {
    const plan = planRestyle({ ...source, seconds: 61.3 }, { size: '512', workers: 3 });
    plan.starts.forEach((start, index) => {
      const stretch = stretchOf(plan, index);
      expect(stretch.start).toBe(start);
      expect(stretch.first).toBe(index === 0 ? 0 : start - plan.warmUp);
      expect(stretch.end - stretch.body.to).toBe(index === plan.starts.length - 1 ? 0 : plan.overlap);
      expect(start % plan.hold).toBe(0);
    });
  });

  test('a film of a blink has one frame', () => {
    expect(planRestyle({ ...source, seconds: 0.01 }, { size: '512', workers: 8 })).toMatchObject({
      frames: 1,
      starts: [0],
    });
  });
});

describe('frames of a film', () => {
  const size = { width: 64, height: 64 };

  test('come at even times, also from the middle', async () => {
    const path = await film();
    const greys = [...sampleFrames(path, { ...size, from: 1.2, step: 0.1, count: 5 })].map(({ time }) =>
      Math.round(time * 10),
    );
    expect(greys).toEqual([12, 13, 14, 15, 16]);
    let at = 12;
    for (const { rgba } of sampleFrames(path, { ...size, from: 1.2, step: 0.1, count: 5 })) {
      expect(Math.abs(greyAt(rgba, 64, 64) - greyOf(at++))).toBeLessThanOrEqual(3);
    }
  });

  test('of an unsteady rate are those that are shown at each time', async () => {
    // Frames 0, 1, 2 … are shown for 0.1, 0.3, 0.1, 0.3 … seconds.
    const path = await film({ pace: [512, 3 * 512], hasSound: false });
    const greys: number[] = [];
    for (const { rgba } of sampleFrames(path, { ...size, from: 0, step: 0.1, count: 9 }))
      greys.push(greyAt(rgba, 64, 64));
    const frames = greys.map((grey) => Math.max(0, Math.round((grey - 40) / 8)));
    expect(frames).toEqual([0, 1, 1, 1, 2, 3, 3, 3, 4]);
  });

  test('of a turned phone are upright', async () => {
    const path = await film({ isTurned: true });
    expect(readFilmSourceSync(path)).toMatchObject({ width: 96, height: 128, hasSound: true });
    const [first] = sampleFrames(path, { width: 96, height: 128, from: 0, step: 1, count: 1 });
    // The white quarter was at the left above; turned to the right it is at the right above.
    const at = (x: number, y: number) => first?.rgba[(y * 96 + x) * 4] ?? -1;
    expect([at(80, 20) > 230, at(15, 20) < 60]).toEqual([true, true]);
  });

  test('fill another shape and are cut evenly', async () => {
    const path = await film({ width: 256, height: 64 });
    const [first] = sampleFrames(path, { width: 64, height: 64, from: 0, step: 1, count: 1 });
    // Half of the width of the square is white: the middle of the film.
    const row = Array.from({ length: 64 }, (_, x) => (first?.rgba[(10 * 64 + x) * 4] ?? 0) > 150);
    expect(row.filter(Boolean).length).toBeGreaterThanOrEqual(31);
    expect(row.filter(Boolean).length).toBeLessThanOrEqual(33);
  });
});

test('a film is painted in two stretches, joined without a gap, and keeps its sound', async () => {
  const path = await film({ seconds: 4 });
  const source = readFilmSourceSync(path);
  const planned = planRestyle(source, { size: 'source', workers: 1 });
  const plan = { ...planned, starts: [0, 20] };
  const style = frameStyle.parse({ look: 'anime', strength: 0 });
  const [first, second] = [
    await paintStretchHere({ path, plan, index: 0, style }, () => {}),
    await paintStretchHere({ path, plan, index: 1, style }, () => {}),
  ];
  expect([first.head, second.tail]).toEqual([null, null]);
  const parts = [first.body, makeSeamSync(first.tail!, second.head!, plan), second.body];
  const paths = await Promise.all(
    parts.map(async (part, at) => {
      const place = join(folder, `part-${at}.mp4`);
      await writeFile(place, part);
      return place;
    }),
  );
  const out = join(folder, 'joined.mp4');
  const provenance = {
    title: 'T',
    language: 'en',
    sourceType: 'algorithmicMedia',
    generator: 'Kinora',
    models: ['m'],
    createdAt: new Date(0),
  } as const;
  const details = { provenance: { ...provenance, models: ['m'] } };
  expect(joinRestyledSync({ parts: paths, fps: plan.fps, soundOf: path, details, out })).toEqual({
    sound: 'copied',
    seconds: 4,
  });
  expect(readFilmSourceSync(out)).toMatchObject({
    width: 128,
    height: 96,
    fps: 10,
    hasSound: true,
    soundCodec: source.soundCodec,
  });
  expect([...decodeVideoSync(out, { width: 128, height: 96 })]).toHaveLength(40);
});

test('a recording gets an index before its media, and says how it was made', async () => {
  const path = await film({ seconds: 1 });
  const out = join(folder, 'seekable.mp4');
  expect(makeSeekableSync({ path, out, tags: { comment: 'AI-generated by Kinora' } })).toEqual({
    mediaType: 'video/mp4',
  });
  expect(readFilmSourceSync(out)).toMatchObject({ seconds: 1, fps: 10 });
});

test.each([
  ['nothing', new Uint8Array()],
  ['a text', new TextEncoder().encode('#EXTM3U\nhttp://example.invalid/a.ts\n')],
  ['half a film', makeSampleFilm().subarray(0, 600)],
])('%s is refused with a reason', async (_name, bytes) => {
  const path = join(folder, `bad-${count++}`);
  await writeFile(path, bytes);
  expect(() => readFilmSourceSync(path)).toThrow(expect.objectContaining({ code: 'request.invalid' }) as Error);
});
