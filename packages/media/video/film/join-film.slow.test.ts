import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../../tools/browser.ts';
import { encodeSong } from '../../music/__fixtures__/encode-song.ts';
import { decodeSong } from '../../music/decode-song.ts';
import { probeSync } from '../decode.ts';
import { joinFilm } from '../media.ts';
import { clickingSong, clicksIn, flashesIn, provenance, writeTake } from './__fixtures__/clicking-film.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'kinora-films-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const fps = 24;
const at = (name: string) => join(folder, name);

describe('in a browser', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  const beats = [0.5, 1, 1.5];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const name = request.url!.slice(1);
      if (name === '')
        return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Films</title>');
      const { size } = statSync(at(name));
      const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
      const [start, end] = [Number(from), to === '' ? size - 1 : Number(to)];
      response.writeHead(request.headers.range ? 206 : 200, {
        'content-type': 'video/mp4',
        'accept-ranges': 'bytes',
        'content-length': end - start + 1,
        ...(request.headers.range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
      });
      return createReadStream(at(name), { start, end }).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  test.each([
    ['song.mp3', 'libmp3lame', 44_100, 'mp4a.6B', 0.002],
    ['low.mp3', 'libmp3lame', 22_050, 'mp4a.69', 0.002],
    ['song.m4a', 'aac', 44_100, 'mp4a.40.2', 0.002],
    ['song.flac', 'flac', 44_100, 'flac', 0.002],
    // Chromium leaves Opus' pre-skip out twice: 6.5 ms.
    ['song.opus', 'libopus', 48_000, 'opus', 0.01],
  ])(
    'a film with the packets of %s plays to its end, and clicks when it should',
    async (name, codec, sampleRate, type, tolerance) => {
      const film = `${name}.mp4`;
      const take = writeTake(at('take.mp4'), { frames: 48, flashes: beats.map((time) => time * fps) });
      encodeSong(at(name), clickingSong(2.2, { clicks: beats, sampleRate }), { codec });
      const song = { path: at(name) };
      const made = await joinFilm({ takes: [take], fps, frames: 48, song, details: { provenance }, out: at(film) });
      expect(made.sound).toBe('copied');
      const played = await page.evaluate(
        async ([address, mime]) => {
          const video = document.createElement('video');
          const canPlay = video.canPlayType(mime!);
          video.src = address!;
          await video.play();
          await new Promise((resolve) => video.addEventListener('ended', resolve));
          const file = await (await fetch(address!)).arrayBuffer();
          const sound = await new AudioContext().decodeAudioData(file);
          return {
            canPlay,
            duration: video.duration,
            end: video.currentTime,
            frames: video.getVideoPlaybackQuality().totalVideoFrames,
            rate: sound.sampleRate,
            samples: [...sound.getChannelData(0)],
          };
        },
        [`/${film}`, `video/mp4; codecs="avc1.64000a, ${type}"`],
      );
      expect(played.canPlay).toBe('probably');
      expect(played.duration).toBeCloseTo(2, 1);
      expect(played.end).toBeCloseTo(played.duration, 2);
      expect(played.frames).toBeGreaterThan(30);
      const clicks = clicksIn(Float32Array.from(played.samples), played.rate);
      expect(clicks).toHaveLength(beats.length);
      clicks.forEach((time, index) => expect(Math.abs(time - beats[index]!)).toBeLessThan(tolerance));
    },
  );
});

describe('over twenty minutes', () => {
  const seconds = 1200;
  const step = 10;
  const beats = Array.from({ length: seconds / step }, (_, index) => index * step + step / 2);

  test.each([
    ['copied', 'long.mp3', 'libmp3lame'],
    ['encoded', 'long.wav', 'pcm_s16le'],
  ])('sound that is %s stays in step with the picture', async (how, name, codec) => {
    const take = writeTake(at('long-take.mp4'), { frames: step * fps, flashes: [(step / 2) * fps] });
    encodeSong(at(name), clickingSong(seconds, { clicks: beats, channels: 1 }), { codec });
    const out = at(`${name}.mp4`);
    const made = await joinFilm({
      takes: Array.from({ length: seconds / step }, () => take),
      fps,
      frames: seconds * fps,
      song: { path: at(name) },
      details: { provenance },
      out,
    });
    expect(made).toEqual({ sound: how, seconds });
    expect(Math.abs(probeSync(out).seconds - seconds)).toBeLessThan(1 / fps);
    expect(flashesIn(out)).toEqual(beats);
    const sound = new Float32Array((seconds + 1) * 44_100);
    let length = 0;
    decodeSong(out, {
      open: ({ sampleRate }) => expect(sampleRate).toBe(44_100),
      push: ([samples]) => {
        sound.set(samples!, length);
        length += samples!.length;
      },
    });
    const clicks = clicksIn(sound.subarray(0, length), 44_100);
    expect(clicks).toHaveLength(beats.length);
    const drift = clicks.map((time, index) => Math.abs(time - beats[index]!));
    // A frame has 42 ms; sample for sample there is none.
    expect(Math.max(...drift)).toBeLessThan(0.001);
  });
});
