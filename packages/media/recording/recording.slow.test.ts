import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hearRecording, readRecording, takePictures, watchRecording } from './index.ts';
import { makeDissolve } from './testing/dissolve.ts';
import { makeSampleRecording } from './testing/index.ts';
import type { SampleRecording } from './testing/index.ts';

let folder: string;
let path: string;
let sample: SampleRecording;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kinora-recording-'));
  path = join(folder, 'sample.mp4');
  sample = await makeSampleRecording({ path, seconds: 220, width: 480, height: 270, fps: 15, seed: 5 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

test('the sample is as long as asked, and the same a second time', async () => {
  expect(await readRecording(path)).toMatchObject({
    seconds: expect.closeTo(220, 1),
    video: { width: 480, height: 270, fps: 15 },
    audio: { channels: 2, sampleRate: 48_000 },
  });
  const [one, two] = await Promise.all(
    ['one.mp4', 'two.mp4'].map(async (name) => {
      const again = join(folder, name);
      const { srt } = await makeSampleRecording({ path: again, seconds: 6, width: 320, height: 180, fps: 10, seed: 5 });
      return { srt, sharp: await takePictures(again, { times: [3], width: 320 }) };
    }),
  );
  expect(one).toEqual(two);
});

describe('hearRecording', () => {
  test('tells who speaks from music and silence', async () => {
    const { voice, loudness, integrated, step } = await hearRecording(path);
    const isSaid = new Uint8Array(voice.length);
    for (const { start, end } of sample.schedule.lines) isSaid.fill(1, Math.ceil(start / step), Math.floor(end / step));
    const heard = voice.filter((_, at) => isSaid[at]);
    // Half a second around lines and laughter belongs to neither.
    const isNear = new Uint8Array(voice.length);
    for (const { start, end } of [...sample.schedule.lines, ...sample.schedule.laughs]) {
      isNear.fill(1, Math.max(0, Math.floor((start - 0.5) / step)), Math.ceil((end + 0.5) / step));
    }
    const quiet = voice.filter((_, at) => !isNear[at]);
    expect(heard.filter((value) => value > 0.5).length / heard.length).toBeGreaterThan(0.8);
    expect(quiet.length).toBeGreaterThan(60);
    expect(mean(quiet)).toBeLessThan(0.25);
    const [pause] = sample.schedule.pauses;
    const middle = Math.round((pause!.start + pause!.end) / 2 / step);
    expect(loudness[middle]).toBeLessThan(-40);
    expect(integrated).toBeGreaterThan(-30);
    expect(integrated).toBeLessThan(-10);
  });

  test('finds laughter, and little of it in speech', async () => {
    const { burst, step } = await hearRecording(path);
    const peaks = sample.schedule.laughs.map(({ start, end }) =>
      Math.max(...burst.slice(Math.floor(start / step), Math.ceil(end / step))),
    );
    expect(peaks.filter((peak) => peak > 0.5).length / peaks.length).toBeGreaterThan(0.6);
    const spoken = sample.schedule.lines.flatMap(({ start, end }) =>
      burst.slice(Math.ceil((start + 0.7) / step), Math.floor((end - 0.7) / step)),
    );
    expect(mean(spoken)).toBeLessThan(0.1);
  });
});

describe('watchRecording', () => {
  test('finds the avatar, the game, and where one slide becomes another', async () => {
    const { motion, columns, rows, cuts } = await watchRecording(path);
    expect([motion.length, columns, rows]).toEqual([220 * 16 * 9, 16, 9]);
    const at = (second: number, column: number, row: number) => motion[(second * rows + row) * columns + column]!;
    const slide = sample.schedule.slides.find(({ isGame }) => !isGame)!;
    const second = Math.round((slide.start + slide.end) / 2);
    const avatar = mean([11, 12, 13, 14].flatMap((column) => [5, 6, 7].map((row) => at(second, column, row))));
    const still = mean([2, 4, 6, 8].flatMap((column) => [1, 2, 3].map((row) => at(second, column, row))));
    expect(avatar).toBeGreaterThan(5);
    expect(still).toBeLessThan(2);
    const { slides } = sample.schedule;
    const changes = slides.slice(1).map(({ start }) => start);
    const games = slides.slice(1).filter(({ isGame }, at) => isGame !== slides[at]!.isGame);
    expect(games.length).toBeGreaterThan(0);
    for (const { start } of games) expect(cuts.some((cut) => Math.abs(cut - start) < 0.2)).toBe(true);
    expect(cuts.filter((cut) => !changes.some((change) => Math.abs(cut - change) < 0.2)).length).toBeLessThanOrEqual(1);
  });
});

test('sharp pictures are neither black nor amid a dissolve', async () => {
  // The first second of this film is black, then grey dissolves into stripes.
  const film = join(folder, 'dissolve.mp4');
  writeFileSync(film, makeDissolve());
  const pictures = await takePictures(film, { times: [0.9, 3], width: 128, isSharp: true });
  expect(pictures[0]!.time).toBeGreaterThanOrEqual(1);
  expect(Math.abs(pictures[1]!.time - 3)).toBeGreaterThan(0.35);
});

test('a listener that is called off stops at once', async () => {
  const abort = new AbortController();
  const work = hearRecording(path, { signal: abort.signal, onProgress: () => abort.abort() });
  await expect(work).rejects.toMatchObject({ code: 'job.cancelled' });
});
