import { beforeAll, describe, expect, test } from 'vitest';
import { writeWav } from '../audio/index.ts';
import type { Provenance } from '../documents/index.ts';
import { assembleVideoSync, encodeMp3Sync } from './assemble.ts';
import { decodeAudioSync, decodeVideoSync, probeSync } from './decode.ts';
import { joinSegments } from './join.ts';
import { readVideoTrack } from './mp4/read-mp4.ts';
import { createSegmentEncoder } from './segment-encoder.ts';

const size = { width: 160, height: 90 };
const fps = 24;
const area = size.width * size.height;

const provenance: Provenance = {
  title: 'The Lamp & the 月',
  language: 'en',
  sourceType: 'algorithmicMedia',
  generator: 'Kinora 0.1.0',
  models: ['builtin/illustrator@1'],
  createdAt: new Date('2026-11-21T20:00:00Z'),
};

/** A smallest JPEG: one grey pixel. */
const cover = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

/** A frame in one grey. */
function grey(luma: number): Uint8Array {
  const yuv = new Uint8Array(area * 1.5).fill(128);
  yuv.fill(luma, 0, area);
  return yuv;
}

function segmentOf(lumas: readonly number[], options: { width: number; height: number; fps?: number } = size) {
  using encoder = createSegmentEncoder({ fps, ...options });
  for (const luma of lumas) {
    if (options === size) encoder.addYuv(grey(luma));
    else encoder.addRgba(new Uint8Array(options.width * options.height * 4).fill(luma));
  }
  return encoder.finish();
}

/** Mean grey of each frame of a film. */
function lumasOf(film: Uint8Array): number[] {
  const lumas: number[] = [];
  for (const frame of decodeVideoSync(film, size)) {
    const plane = frame.data![0];
    let sum = 0;
    for (let y = 0; y < size.height; y++) {
      for (let x = 0; x < size.width; x++) sum += plane![y * frame.linesize[0]! + x]!;
    }
    lumas.push(sum / area);
  }
  return lumas;
}

function findAscii(file: Uint8Array, text: string): boolean {
  return Buffer.from(file).includes(text);
}

/** Frame `n` of the film is grey 20 + 2n, over three segments; it flashes white at frame 30, where the sound clicks. */
const flashFrame = 30;
const lumas = Array.from({ length: 60 }, (_, index) => (index === flashFrame ? 235 : 20 + 2 * index));
const clickSeconds = flashFrame / fps;
const rate = 48_000;
const seconds = lumas.length / fps;

function clickTrack(): Float32Array {
  const channel = new Float32Array(Math.round(seconds * rate));
  for (let index = 0; index < 480; index++) {
    channel[Math.round(clickSeconds * rate) + index] = Math.sin(index * 0.4) * 0.8 * (1 - index / 480);
  }
  return channel;
}

const chapters = [
  { title: 'A beginning', start: 0, end: 1 },
  { title: '月の話', start: 1, end: seconds },
];

describe('a film', () => {
  let film: Uint8Array;
  beforeAll(() => {
    film = assembleVideoSync({
      segments: [segmentOf(lumas.slice(0, 7)), segmentOf(lumas.slice(7, 31)), segmentOf(lumas.slice(31))],
      pcm: { channels: [clickTrack()], sampleRate: rate },
      chapters,
      captions: [
        { start: 0.2, end: 0.9, text: 'Once upon a time' },
        { start: 1.5, end: 9, text: '月が出た。' },
      ],
      details: { provenance, cover: { image: cover, mediaType: 'image/jpeg' } },
    });
  });

  test('has its picture, sound, captions and cover', () => {
    const facts = probeSync(film);
    expect(facts.streams.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['video', 'audio', 'subtitle', 'cover']),
    );
    expect(facts.streams[0]).toMatchObject({ kind: 'video', ...size, fps, frames: lumas.length });
    expect(facts.streams.find(({ kind }) => kind === 'audio')).toMatchObject({ sampleRate: rate, channels: 2 });
    expect(facts.seconds).toBeCloseTo(seconds, 2);
  });

  test('shows every frame of every segment once and in order', () => {
    const shown = lumasOf(film);
    expect(shown).toHaveLength(lumas.length);
    shown.forEach((luma, index) => expect(Math.abs(luma - lumas[index]!), `frame ${index}`).toBeLessThan(1));
  });

  test('clicks when it flashes', () => {
    const [left] = decodeAudioSync(film).channels;
    const loudest = left!.findIndex((sample) => Math.abs(sample) > 0.3);
    expect(Math.abs(loudest / rate - clickSeconds)).toBeLessThan(0.002);
    expect(left!.length / rate).toBeCloseTo(seconds, 3);
  });

  test('names its chapters for players that read either kind of list', () => {
    for (const title of ['A beginning', '月の話']) {
      expect(Buffer.from(film).toString('latin1').split(Buffer.from(title).toString('latin1'))).toHaveLength(3);
    }
    expect(findAscii(film, 'chpl')).toBe(true);
    expect(findAscii(film, 'chap')).toBe(true);
  });

  test('carries its captions as text', () => {
    expect(findAscii(film, 'tx3g')).toBe(true);
    expect(findAscii(film, 'Once upon a time')).toBe(true);
    expect(findAscii(film, '月が出た。')).toBe(true);
  });

  test('says in tags and as XMP that it is AI-generated', () => {
    const { tags } = probeSync(film);
    expect(tags).toMatchObject({
      title: 'The Lamp & the 月',
      artist: 'Kinora 0.1.0',
      DigitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia',
    });
    expect(tags['comment']).toContain('AI-generated');
    expect(findAscii(film, '<Iptc4xmpExt:DigitalSourceType>')).toBe(true);
  });

  test('can be played before it is loaded', () => {
    const text = Buffer.from(film);
    expect(text.indexOf('moov')).toBeGreaterThan(0);
    expect(text.indexOf('moov')).toBeLessThan(text.indexOf('mdat'));
  });
});

describe('joinSegments', () => {
  test('copies what fits: the bytes of each frame stay the same', () => {
    const parts = [segmentOf(lumas.slice(0, 10)), segmentOf(lumas.slice(10, 20))];
    const joined = joinSegments(parts);
    const separate = parts.flatMap((part) => readVideoTrack(part).samples);
    expect(joined.samples.map(({ data }) => data)).toEqual(separate.map(({ data }) => data));
  });

  test('encodes a segment of another size again', () => {
    const joined = joinSegments([segmentOf([40, 50]), segmentOf([90, 90, 90], { width: 320, height: 180 })]);
    expect(joined).toMatchObject(size);
    expect(joined.samples).toHaveLength(5);
  });

  test('refuses what is no film', () => {
    expect(() => joinSegments([new Uint8Array(100)])).toThrow(/H.264/);
    expect(() => joinSegments([])).toThrow(/no segments/);
  });
});

describe('a recording', () => {
  const recording = () =>
    encodeMp3Sync({
      pcm: { channels: [clickTrack(), clickTrack()], sampleRate: rate },
      chapters,
      details: { provenance, cover: { image: cover, mediaType: 'image/jpeg' } },
    });

  test('has sound, cover, title and provenance', () => {
    const facts = probeSync(recording());
    expect(facts.streams.map(({ kind }) => kind).sort()).toEqual(['audio', 'cover']);
    expect(facts.tags).toMatchObject({ title: 'The Lamp & the 月', artist: 'Kinora 0.1.0' });
    expect(JSON.stringify(facts.tags)).toContain('AI-generated');
    expect(JSON.stringify(facts.tags)).toContain('algorithmicMedia');
  });

  test('keeps the sound where it was, to the sample, and adds nothing at its ends', () => {
    const sound = clickTrack();
    const [left] = decodeAudioSync(recording()).channels;
    const loud = (sample: number) => Math.abs(sample) > 0.3;
    expect(Math.abs(left!.findIndex(loud) - sound.findIndex(loud))).toBeLessThanOrEqual(2);
    expect(left).toHaveLength(sound.length);
  });

  test('is made from a WAV file of another rate too', () => {
    const tone = Float32Array.from(
      { length: 22_050 },
      (_, index) => Math.sin((2 * Math.PI * 440 * index) / 22_050) / 2,
    );
    const wav = writeWav({ channels: [tone], sampleRate: 22_050 });
    const [left] = decodeAudioSync(encodeMp3Sync({ pcm: wav, details: { provenance } })).channels;
    expect(left).toHaveLength(rate);
    const middle = left!.subarray(rate / 4, (3 * rate) / 4);
    expect(Math.sqrt(middle.reduce((sum, sample) => sum + sample ** 2, 0) / middle.length)).toBeCloseTo(0.354, 1);
  });
});

describe('decodeAudioSync', () => {
  test('gives samples at the rate and with the channels that are asked for', () => {
    const film = assembleVideoSync({
      segments: [segmentOf([20, 30, 40, 50, 60, 70])],
      pcm: {
        channels: [new Float32Array(12_000).map((_, index) => Math.sin((index * 2 * Math.PI * 440) / rate) * 0.5)],
        sampleRate: rate,
      },
      details: { provenance },
    });
    const mono = decodeAudioSync(film, { sampleRate: 22_050, channels: 1 });
    expect(mono.channels).toHaveLength(1);
    expect(mono.sampleRate).toBe(22_050);
    const [samples] = mono.channels;
    expect(Math.abs(samples!.length - 22_050 / 4)).toBeLessThan(60);
    const middle = samples!.subarray(1000, 4000);
    const power = middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length;
    expect(Math.sqrt(power)).toBeCloseTo(0.3535, 1);
  });

  test('says what to do with a damaged file', () => {
    const film = assembleVideoSync({
      segments: [segmentOf([20, 30, 40])],
      pcm: { channels: [clickTrack()], sampleRate: rate },
      details: { provenance },
    });
    film.fill(0x5a, Buffer.from(film).indexOf('mdat') + 4);
    expect(() => decodeAudioSync(film)).toThrow(/damaged/);
  });

  test('says what to do with a file that holds no media, or one that is too long', () => {
    expect(() => decodeAudioSync(new TextEncoder().encode('not a sound'))).toThrow(/choose another/);
    expect(() => decodeAudioSync(segmentOf([20]))).toThrow(/no sound/);
    expect(() =>
      decodeAudioSync(encodeMp3Sync({ pcm: { channels: [clickTrack()], sampleRate: rate }, details: { provenance } }), {
        maximumSeconds: 1,
      }),
    ).toThrow(/longer/);
  });
});
