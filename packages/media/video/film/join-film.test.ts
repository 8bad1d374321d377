import { AVMEDIA_TYPE_AUDIO } from 'node-av/constants';
import { Packet } from 'node-av/lib';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWav } from '../../audio/index.ts';
import { encodeSong } from '../../music/__fixtures__/encode-song.ts';
import { decodeSong, openSong } from '../../music/decode-song.ts';
import { decodeAudioSync, decodeVideoSync, probeSync } from '../decode.ts';
import { writeId3 } from '../id3.ts';
import { joinFilm } from '../media.ts';
import { clickingSong, clicksIn, flashesIn, provenance, size, writeTake } from './__fixtures__/clicking-film.ts';
import { joinFilmSync } from './join-film.ts';
import type { FilmParts } from './join-film.ts';

let folder: string;
let takes: string[];
/** It flashes at frame 12 of each take of a second, and the song clicks there. */
const fps = 24;
const frames = 48;
const beats = [0.5, 1.5];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinora-film-'));
  takes = [0, 1].map((index) => writeTake(at(`take-${index}.mp4`), { frames: 24, flashes: [12] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

function film(song: FilmParts['song'], options: Partial<FilmParts> = {}): FilmParts {
  return {
    takes,
    fps,
    frames,
    details: { provenance, artist: 'Mia' },
    out: at('film.mp4'),
    ...options,
    ...(song ? { song } : {}),
  };
}

/** What a player plays: samples of the first channel at the file's own rate. */
function heard(path: string): { samples: Float32Array; sampleRate: number; channels: number } {
  const parts: Float32Array[] = [];
  let facts = { sampleRate: 0, channels: 0 };
  decodeSong(path, {
    open: ({ sampleRate, channels }) => (facts = { sampleRate, channels }),
    push: ([first]) => parts.push(first!.slice()),
  });
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { samples, ...facts };
}

function packetsOf(path: string): string[] {
  using opened = openSong(path);
  const place = opened.input.findBestStream(AVMEDIA_TYPE_AUDIO);
  using packet = new Packet();
  packet.alloc();
  const packets: string[] = [];
  while (opened.input.readFrameSync(packet) >= 0) {
    if (packet.streamIndex === place) packets.push(packet.data!.toString('base64'));
    packet.unref();
  }
  return packets;
}

const song = (name: string, codec: string, options: { sampleRate?: number; channels?: number } = {}) => {
  encodeSong(at(name), clickingSong(2.2, { clicks: beats, ...options }), { codec });
  return at(name);
};

describe('the song of a film', () => {
  test.each([
    ['MP3', 'song.mp3', 'libmp3lame', {}],
    ['MP3 at 48 kHz', 'song-48.mp3', 'libmp3lame', { sampleRate: 48_000 }],
    ['MP3 at 22.05 kHz in mono', 'song-22.mp3', 'libmp3lame', { sampleRate: 22_050, channels: 1 }],
    ['AAC with an edit list', 'song.m4a', 'aac', {}],
    ['FLAC', 'song.flac', 'flac', {}],
    ['FLAC at 96 kHz', 'song-96.flac', 'flac', { sampleRate: 96_000 }],
    ['Opus', 'song.opus', 'libopus', { sampleRate: 48_000 }],
  ] as [string, string, string, { sampleRate?: number; channels?: number }][])(
    'is copied packet by packet and begins with the first frame: %s',
    (_, name, codec, options) => {
      const path = song(name, codec, options);
      const made = joinFilmSync(film({ path }));
      expect(made).toEqual({ sound: 'copied', seconds: 2 });
      const before = packetsOf(path);
      // A silent packet may come before, so that browsers hide the encoder's delay once.
      const isDelayShort = codec === 'libmp3lame' && options.sampleRate !== 22_050;
      const after = packetsOf(at('film.mp4')).slice(isDelayShort ? 1 : 0);
      expect(after).toEqual(before.slice(0, after.length));
      const [original, sound] = [heard(path), heard(at('film.mp4'))];
      expect(sound.channels).toBe(original.channels);
      // The last packet may reach over the end of the film.
      expect(sound.samples.length / original.sampleRate).toBeGreaterThanOrEqual(2);
      expect(sound.samples.length / original.sampleRate).toBeLessThan(2.11);
      const length = Math.min(sound.samples.length, original.samples.length);
      expect(bytesOf(sound.samples.subarray(0, length)).equals(bytesOf(original.samples.subarray(0, length)))).toBe(
        true,
      );
    },
  );

  test.each([
    ['24-bit WAV', 'song.wav', 'pcm_s24le', { sampleRate: 48_000 }, 48_000],
    ['WAV at 192 kHz, which AAC does not know', 'song-192.wav', 'pcm_s16le', { sampleRate: 192_000 }, 48_000],
    ['ALAC, which browsers do not play', 'alac.m4a', 'alac', {}, 44_100],
  ])('is encoded to AAC when it has to be: %s', (_, name, codec, options, sampleRate) => {
    const made = joinFilmSync(film({ path: song(name, codec, options) }));
    expect(made.sound).toBe('encoded');
    expect(probeSync(at('film.mp4')).streams.find(({ kind }) => kind === 'audio')).toMatchObject({
      codec: 'mp4a.40.2',
      sampleRate,
      channels: 2,
    });
    expect(shiftOf(at('film.mp4'))).toBeLessThan(3);
  });

  test('is copied out of a plain AAC file without its headers', () => {
    const path = song('song.aac', 'aac');
    expect(joinFilmSync(film({ path })).sound).toBe('copied');
    const [before, after] = [packetsOf(path), packetsOf(at('film.mp4'))];
    expect(after).toEqual(before.slice(0, after.length).map((packet) => headless(packet)));
    const [original, sound] = [heard(path), heard(at('film.mp4'))];
    expect(bytesOf(sound.samples).equals(bytesOf(original.samples.subarray(0, sound.samples.length)))).toBe(true);
  });

  test('is copied from an MP3 without a length, and from one with a cover', () => {
    const file = readFileSync(song('plain.mp3', 'libmp3lame'));
    const start = file.indexOf(Buffer.of(0xff, 0xfb));
    const second = file.indexOf(file.subarray(start, start + 2), start + 200);
    writeFileSync(at('bare.mp3'), file.subarray(second));
    const cover = { image: readFileSync(takes[0]!).subarray(0, 900), mediaType: 'image/jpeg' as const };
    const tag = writeId3({ title: 'x', language: 'eng', seconds: 2, chapters: [], cover });
    writeFileSync(at('cover.mp3'), Buffer.concat([tag, file.subarray(start)]));
    for (const name of ['bare.mp3', 'cover.mp3']) {
      expect(joinFilmSync(film({ path: at(name) })).sound).toBe('copied');
      const [original, sound] = [heard(at(name)), heard(at('film.mp4'))];
      const length = Math.min(sound.samples.length, original.samples.length);
      expect(length).toBeGreaterThan(1.9 * 44_100);
      expect(bytesOf(sound.samples.subarray(0, length)).equals(bytesOf(original.samples.subarray(0, length)))).toBe(
        true,
      );
    }
    expect(shiftOf(at('film.mp4'))).toBeLessThan(3);
  });

  test('ends with the film when it is longer, and before it when it is shorter', () => {
    encodeSong(at('long.mp3'), clickingSong(5, { clicks: beats }), { codec: 'libmp3lame' });
    joinFilmSync(film({ path: at('long.mp3') }));
    expect(probeSync(at('film.mp4')).seconds).toBeCloseTo(2, 2);
    encodeSong(at('short.mp3'), clickingSong(1, { clicks: [0.5] }), { codec: 'libmp3lame' });
    expect(joinFilmSync(film({ path: at('short.mp3') }))).toEqual({ sound: 'copied', seconds: 2 });
    expect(probeSync(at('film.mp4')).seconds).toBeCloseTo(2, 2);
  });

  test('can be a part with fades', () => {
    const path = at('tone.wav');
    const tone = Float32Array.from(
      { length: 6 * 44_100 },
      (_, index) => 0.5 * Math.sin((2 * Math.PI * 441 * index) / 44_100),
    );
    tone.fill(0.9, Math.round(2.5 * 44_100), Math.round(2.5 * 44_100) + 40);
    writeFileSync(path, writeWav({ channels: [tone, tone], sampleRate: 44_100 }));
    expect(joinFilmSync(film({ path, start: 2, end: 4, fadeIn: 0.2, fadeOut: 1 })).sound).toBe('encoded');
    const { samples } = heard(at('film.mp4'));
    const loudness = (from: number, to: number) =>
      Math.sqrt(
        samples.subarray(from * 44_100, to * 44_100).reduce((sum, value) => sum + value * value, 0) /
          ((to - from) * 44_100),
      );
    expect(samples.length / 44_100).toBeCloseTo(2, 2);
    expect(loudness(0, 0.03)).toBeLessThan(0.05);
    expect(loudness(0.3, 0.48)).toBeCloseTo(0.354, 1);
    expect(loudness(1.45, 1.55)).toBeCloseTo(0.177, 1);
    expect(loudness(1.95, 2)).toBeLessThan(0.03);
    const click = samples.findIndex((value) => value > 0.75);
    expect(click / 44_100).toBeCloseTo(0.5, 2);
  });

  test('that ends before the wanted part begins is told of', () => {
    const path = song('end.wav', 'pcm_s16le');
    expect(() => joinFilmSync(film({ path, start: 10, end: 12 }))).toThrow('over before the wanted part');
  });
});

describe('a film', () => {
  test('clicks when it flashes', () => {
    joinFilmSync(film({ path: song('beat.mp3', 'libmp3lame') }));
    expect(shiftOf(at('film.mp4'))).toBeLessThan(3);
  });

  test('shows every frame of its takes, also of one that was made with another size', () => {
    const other = writeTake(at('other.mp4'), { frames: 24, flashes: [12], shape: { width: 128, height: 72 } });
    joinFilmSync(film(undefined, { takes: [takes[0]!, other] }));
    let count = 0;
    for (const _ of decodeVideoSync(at('film.mp4'), size)) count++;
    expect(count).toBe(frames);
    expect(flashesIn(at('film.mp4'))).toEqual(beats);
  });

  test('has chapters, captions, tags, provenance, BT.709 and its index in front', () => {
    const chapters = [
      { title: 'Intro', start: 0, end: 1 },
      { title: 'サビ', start: 1, end: 2 },
    ];
    const captions = [{ start: 0.2, end: 0.9, text: '雨が降る' }];
    joinFilmSync(film({ path: song('all.mp3', 'libmp3lame') }, { chapters, captions }));
    const file = readFileSync(at('film.mp4'));
    expect(file.indexOf('moov')).toBeLessThan(file.indexOf('mdat'));
    for (const text of ['Intro', 'サビ', '雨が降る', 'chpl', 'chap', '<Iptc4xmpExt:DigitalSourceType>', 'colrnclx']) {
      expect({ [text]: file.includes(text) }).toEqual({ [text]: true });
    }
    const { tags, streams } = probeSync(at('film.mp4'));
    expect(tags).toMatchObject({ title: 'Rain & the 月', artist: 'Mia' });
    expect(streams.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['video', 'audio', 'subtitle']));
  });

  test('of another number of frames than wanted is refused', () => {
    expect(() => joinFilmSync(film(undefined, { frames: 47 }))).toThrow('The takes have 48 frames together');
  });

  test('leaves nothing beside it, and is made in a process of its own', async () => {
    const folderBefore = readdirSync(folder).length;
    const progress: number[] = [];
    const path = song('alone.flac', 'flac');
    await joinFilm({ ...film({ path }, { out: at('alone.mp4') }), onProgress: (fraction) => progress.push(fraction) });
    expect(readdirSync(folder)).toHaveLength(folderBefore + 2);
    expect(progress.at(-1)).toBe(1);
    await expect(joinFilm({ ...film({ path: at('nothing.mp3') }) })).rejects.toMatchObject({ code: 'request.invalid' });
  });
});

/** How far clicks are from the flashes of the same beat, in milliseconds; it has to click and flash on all. */
function shiftOf(path: string): number {
  const { channels, sampleRate } = decodeAudioSync(path);
  const [clicks, flashes] = [clicksIn(channels[0]!, sampleRate), flashesIn(path)];
  if (clicks.length !== beats.length || flashes.length !== beats.length) return Infinity;
  return Math.max(...clicks.map((time, index) => Math.abs(time - flashes[index]!) * 1000));
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** A packet of AAC without the seven bytes that a plain file has before it. */
function headless(packet: string): string {
  return Buffer.from(packet, 'base64').subarray(7).toString('base64');
}
