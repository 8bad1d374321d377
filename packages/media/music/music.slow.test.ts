import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fMeasure, medianBias, plans, renderSong, songRate } from '../../../tools/known-songs/index.ts';
import { writeWav } from '../audio/index.ts';
import { encodeSong } from './__fixtures__/encode-song.ts';
import { analyseMusicFile } from './index.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'kinora-songs-'))));
afterAll(() => rmSync(folder, { recursive: true }));

test('an MP3 is heard with the times of what a player plays, and its progress is told', async () => {
  const { samples, truth } = renderSong(plans.find(({ name }) => name === 'rock-118')!);
  const path = join(folder, 'song.mp3');
  encodeSong(path, { channels: [samples, samples], sampleRate: songRate }, { codec: 'libmp3lame' });
  const fractions: number[] = [];
  const { analysis, waveform, source } = await analyseMusicFile(path, {
    keyMoments: 5,
    onProgress: (fraction) => fractions.push(fraction),
  });
  expect(fMeasure(analysis.beat_times, truth.beats, { tolerance: 0.03 })).toBeGreaterThan(0.95);
  expect(Math.abs(medianBias(analysis.beat_times, truth.beats))).toBeLessThan(0.01);
  expect(analysis.key_moments).toHaveLength(5);
  expect(analysis.sample_rate).toBe(songRate);
  expect(source).toMatchObject({ format: 'mp3', codec: 'mp3', channels: 2, seconds: analysis.duration });
  expect(Math.abs(waveform.peaks.length * waveform.secondsPerPeak - analysis.duration)).toBeLessThan(0.1);
  expect(fractions.at(-1)).toBe(1);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
});

test('what is no song is refused, and the next one is heard all the same', async () => {
  const wrong = join(folder, 'wrong.mp3');
  writeFileSync(wrong, 'no song');
  const silent = join(folder, 'silent.wav');
  writeFileSync(silent, writeWav({ channels: [new Float32Array(16_000)], sampleRate: 8000 }));
  const answers = await Promise.allSettled([
    analyseMusicFile(wrong),
    analyseMusicFile(join(folder, 'none.mp3')),
    analyseMusicFile(silent, { keyMoments: 2 }),
    analyseMusicFile(silent),
  ]);
  expect(
    answers.map((each) => (each.status === 'rejected' ? (each.reason as { code: string }).code : 'heard')),
  ).toEqual(['request.invalid', 'resource.missing', 'request.invalid', 'heard']);
});

test('an aborted analysis ends at once', async () => {
  const path = join(folder, 'long.wav');
  writeFileSync(path, writeWav({ channels: [new Float32Array(44_100 * 300).fill(0.1)], sampleRate: 44_100 }));
  const cancel = new AbortController();
  const heard = analyseMusicFile(path, { signal: cancel.signal, onProgress: () => cancel.abort() });
  await expect(heard).rejects.toMatchObject({ code: 'job.cancelled' });
});
