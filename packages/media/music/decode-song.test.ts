import { isKinoraError } from '@kinora/capabilities/errors';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom, writeWav } from '../audio/index.ts';
import { createSegmentEncoder } from '../video/segment-encoder.ts';
import { encodeSong } from './__fixtures__/encode-song.ts';
import { decodeSong } from './decode-song.ts';
import type { SongSource } from './decode-song.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'kinora-songs-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const clicks = [0.5, 1, 1.5];

/** Short bursts of 1 kHz at known times, two seconds. */
function ticking(sampleRate: number): Float32Array {
  const samples = new Float32Array(2 * sampleRate);
  for (const time of clicks) {
    for (let index = 0; index < 0.01 * sampleRate; index++) {
      samples[Math.round(time * sampleRate) + index] = 0.8 * Math.sin((2 * Math.PI * 1000 * index) / sampleRate);
    }
  }
  return samples;
}

function decode(path: string) {
  let source: Omit<SongSource, 'bytes'> | undefined;
  const channels: number[][] = [];
  decodeSong(path, {
    open: (found) => (source = found),
    push: (samples) => samples.forEach((each, place) => (channels[place] ??= []).push(...each)),
  });
  return { source: source!, channels };
}

function refusalOf(path: string): string {
  try {
    decode(path);
  } catch (error) {
    if (isKinoraError(error) && error.code === 'request.invalid') return error.message;
    throw error;
  }
  return 'accepted';
}

function save(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a song is decoded', () => {
  test.each([
    ['song.mp3', 'libmp3lame', 'mp3'],
    ['song.flac', 'flac', 'flac'],
    ['song.opus', 'libopus', 'ogg'],
    ['song.m4a', 'aac', 'mp4'],
    ['song.wav', 'pcm_s16le', 'wav'],
  ])('from %s without what the encoder put before it', (name, codec, format) => {
    const path = join(folder, name);
    const sound = ticking(48_000);
    encodeSong(path, { channels: [sound, sound], sampleRate: 48_000 }, { codec });
    const { source, channels } = decode(path);
    expect(source).toMatchObject({ format, sampleRate: 48_000, channels: 2 });
    expect(channels).toHaveLength(2);
    const starts = clicks.map((time) =>
      channels[0]!.findIndex((v, at) => at > (time - 0.2) * 48_000 && Math.abs(v) > 0.3),
    );
    starts.forEach((start, index) => expect(Math.abs(start / 48_000 - clicks[index]!)).toBeLessThan(0.001));
  });

  test.each([8000, 192_000])('in mono at %i Hz', (sampleRate) => {
    const path = save('mono.wav', writeWav({ channels: [ticking(sampleRate)], sampleRate }));
    const { source, channels } = decode(path);
    expect(source).toMatchObject({ sampleRate, channels: 1, codec: 'pcm_s16le' });
    expect(channels.map((each) => each.length)).toEqual([2 * sampleRate]);
  });

  test('as far as a damaged file goes', () => {
    const path = join(folder, 'whole.mp3');
    const sound = ticking(48_000);
    encodeSong(path, { channels: [sound], sampleRate: 48_000 }, { codec: 'libmp3lame' });
    const file = readFileSync(path);
    const { channels } = decode(save('half.mp3', file.subarray(0, file.length / 2)));
    expect(channels[0]!.length).toBeGreaterThan(36_000);
  });
});

describe('refused with a reason is', () => {
  const random = seededRandom(7);
  const noise = Uint8Array.from({ length: 60_000 }, () => random() * 256);

  test.each([
    ['noise.mp3', noise],
    ['page.mp3', '<!doctype html><html><body>Not a song.</body></html>'.repeat(200)],
    ['list.m3u8', '#EXTM3U\n#EXTINF:10,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n'],
    ['list.mp3', "ffconcat version 1.0\nfile '/etc/hostname'\n"],
    ['empty.wav', ''],
  ])('%s', (name, content) => {
    expect(refusalOf(save(name, content))).toMatch(/choose/);
  });

  test('a film without sound', () => {
    using encoder = createSegmentEncoder({ fps: 24, width: 64, height: 64 });
    for (let frame = 0; frame < 5; frame++) encoder.addYuv(new Uint8Array(64 * 64 * 1.5).fill(100));
    expect(refusalOf(save('silent.mp4', encoder.finish()))).toMatch(/holds no sound/);
  });

  test('what is longer than 20 minutes, whatever its header says', () => {
    const long = writeWav({ channels: [new Float32Array(4000 * 1210)], sampleRate: 4000 });
    expect(refusalOf(save('long.wav', long))).toMatch(/longer than 20 minutes/);
    const second = writeWav({ channels: [new Float32Array(4000)], sampleRate: 4000 });
    // The header tells of one second, and of a size that a streamed file does not know.
    const streamed = Buffer.concat([second.subarray(0, 44), long.subarray(44)]);
    streamed.writeUInt32LE(0xffffffff, 40);
    expect(refusalOf(save('streamed.wav', streamed))).toMatch(/longer than 20 minutes/);
  });

  test('what has too many channels or too low a rate', () => {
    const sound = new Float32Array(16_000);
    const nine = writeWav({ channels: Array.from({ length: 9 }, () => sound), sampleRate: 16_000 });
    expect(refusalOf(save('nine.wav', nine))).toMatch(/mix it down/);
    expect(refusalOf(save('low.wav', writeWav({ channels: [sound], sampleRate: 2000 })))).toMatch(/4,000 to 384,000/);
  });
});
