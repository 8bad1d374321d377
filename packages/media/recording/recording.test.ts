import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWav } from '../audio/index.ts';
import { decodeAudio } from '../video/index.ts';
import { makeSampleFilm } from '../video/restyle/testing/sample-film.ts';
import { hearRecording, readRecording, takePictures, takeSound } from './index.ts';

let folder: string;
let film: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinora-recording-'));
  film = join(folder, 'film.mp4');
  writeFileSync(film, makeSampleFilm({ width: 128, height: 96, fps: 10, seconds: 4 }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readRecording', () => {
  test('tells length, size, picture and sound', async () => {
    expect(await readRecording(film)).toMatchObject({
      format: 'mp4',
      seconds: expect.closeTo(4, 1),
      video: { width: 128, height: 96, fps: 10, codec: 'h264' },
      audio: { sampleRate: 48_000, codec: 'aac' },
      subtitles: [],
    });
  });

  test('tells the size of a recording of an upright phone as it is shown', async () => {
    const turned = join(folder, 'turned.mp4');
    writeFileSync(turned, makeSampleFilm({ width: 128, height: 96, isTurned: true }));
    expect((await readRecording(turned)).video).toMatchObject({ width: 96, height: 128 });
  });
});

describe('hearRecording', () => {
  test('measures a tone between silences', async () => {
    const path = join(folder, 'tone.wav');
    const samples = new Float32Array(48_000 * 6);
    for (let at = 96_000; at < 192_000; at++) samples[at] = 0.1 * Math.sin((2 * Math.PI * 997 * at) / 48_000);
    writeFileSync(path, writeWav({ sampleRate: 48_000, channels: [samples] }));
    const { step, loudness, integrated, voice, burst } = await hearRecording(path);
    expect([step, loudness.length, voice.length, burst.length]).toEqual([0.05, 120, 120, 120]);
    expect(loudness[20]).toBe(-100);
    // A sine of amplitude 0.1: 20·log10(0.1 / √2).
    expect(loudness[60]).toBeCloseTo(-23, 1);
    expect(loudness[100]).toBe(-100);
    // Of 23 blocks of 400 ms, six lie a quarter, a half or three quarters in silence.
    expect(integrated).toBeCloseTo(-23.01 + 10 * Math.log10(20 / 23), 1);
    expect(Math.max(...voice)).toBeLessThan(0.5);
    expect(Math.max(...burst)).toBeLessThan(0.3);
  });
});

describe('takeSound', () => {
  test('takes many clips in one pass, in the order they were asked for', async () => {
    const spans = [
      { start: 2, end: 3.5 },
      { start: 0.5, end: 1 },
      { start: 0.7, end: 2.4 },
    ];
    const clips = await takeSound(film, { spans, format: 'mp3' });
    const lengths = await Promise.all(
      clips.map(async (clip) => {
        const { channels, sampleRate } = await decodeAudio(clip, { channels: 1 });
        return channels[0]!.length / sampleRate;
      }),
    );
    lengths.forEach((seconds, index) => {
      const { start, end } = spans[index]!;
      expect(seconds).toBeGreaterThanOrEqual(end - start);
      // An MP3 ends with a whole frame, and the decoder adds its delay.
      expect(seconds).toBeLessThan(end - start + 0.1);
    });
  });
});

describe('takePictures', () => {
  test('takes the frames of the asked times, in their order', async () => {
    const [late, early] = await takePictures(film, { times: [2.51, 0.31], width: 64 });
    expect([late!.time, early!.time]).toEqual([expect.closeTo(2.5, 2), expect.closeTo(0.3, 2)]);
    const picture = await loadImage(Buffer.from(late!.jpeg));
    expect([picture.width, picture.height]).toEqual([64, 48]);
  });
});
