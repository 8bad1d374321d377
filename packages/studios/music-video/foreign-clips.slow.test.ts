import { clipLimits } from '@kinora/capabilities';
import type { ClipModel, Json } from '@kinora/capabilities';
import { meanLuminance, mostFlashes } from '@kinora/capabilities/testing';
import { joinFilm, takeStills } from '@kinora/media/video';
import { createSegmentEncoder } from '@kinora/media/video/encoding';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planAccents } from './film/accents.ts';
import { createMusicGrid } from './film/music-grid.ts';
import { makeMusicVideo } from './pipeline.ts';
import { musicVideoRequest } from './schema.ts';
import type { MusicVideo } from './schema.ts';
import { createMemoryContext } from './testing/memory-context.ts';
import type { MemoryContext } from './testing/memory-context.ts';
import { sampleHeard } from './testing/sample-song.ts';

// A film of clips by a model that knows nothing of music, words and fades: every frame of its own is one grey.

const heard = sampleHeard({ seconds: 24 });
const size = { width: 320, height: 180 };
let folder: string;
let context: MemoryContext;
let video: MusicVideo;
/** Each frame of the film: its luma, and its light. */
let frames: Uint8Array[];
let light: number[];

const model: ClipModel = {
  provider: 'acme',
  modelId: 'video',
  async doGenerate(options) {
    const { frames, fps, width, height } = options;
    using encoder = createSegmentEncoder({ width, height, fps });
    const yuv = new Uint8Array(width * height * 1.5).fill(128).fill(110, 0, width * height);
    for (let frame = 0; frame < frames; frame++) encoder.addYuv(yuv);
    return { video: encoder.finish(), mediaType: 'video/mp4', ...clipLimits(options), servedBy: 'acme/video@1' };
  },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-foreign-'));
  context = createMemoryContext({
    models: {
      clip: model,
      identity: (capability) => (capability === 'clip' ? 'acme/video@1' : `builtin/${capability}@1`),
    },
    answers: {
      'music-video.analyse': async (assets) => {
        const { duration, tempo, metre, mood } = heard.analysis;
        const facts = { duration, tempo, metre, key: 'A minor', beats: 1, sections: 9, mood };
        const json = new TextEncoder().encode(JSON.stringify(heard));
        return { analysis: await assets.put(json, { mediaType: 'application/json' }), facts } satisfies Json;
      },
      'music-video.video': async (assets) => assets.put(new Uint8Array([1]), { mediaType: 'video/mp4' }),
    },
  });
  const request = musicVideoRequest.parse({
    song: { asset: 'a'.repeat(64), mediaType: 'audio/mpeg', bytes: 1000 },
    theme: 'neon city in the rain',
    seed: 11,
    lyrics: { kind: 'lrc', text: '[00:14.00]Ten bars of rain' },
  });
  video = await makeMusicVideo({ request, outputs: ['video'], scale: 0.25, fileName: 'paper_moon.mp3' }, context);
  frames = await watch(await joinTakes());
  light = frames.map(meanLuminance);
});

afterAll(() => rm(folder, { recursive: true }));

test('the takes join to a film of as many frames as the song lasts', () => {
  expect(video.film!.frames).toBe(24 * 24);
  expect(light).toHaveLength(24 * 24);
});

test('its own frames were judged before anything was laid over them', () => {
  const judged = context.moderated.filter(({ kind }) => kind === 'image');
  expect(judged.length).toBeGreaterThanOrEqual(2 * video.film!.takes.length);
});

test('the film comes out of the dark and ends in it', () => {
  expect(light[0]).toBeLessThan(0.01);
  expect(light.at(-1)).toBeLessThan(0.01);
  expect(light[5 * 24]).toBeGreaterThan(0.1);
});

test('a flash of the music is seen, and there are never more than three in a second', () => {
  const grid = createMusicGrid(heard.analysis, 24);
  const bursts = planAccents(heard.analysis, { grid, calm: false, lights: [] }).filter(({ flash }) => flash > 0.8);
  expect(bursts.length).toBeGreaterThan(1);
  for (const { frame } of bursts) {
    expect(Math.max(...light.slice(frame, frame + 3)) - light[frame - 4]!).toBeGreaterThan(0.03);
  }
  expect(mostFlashes(light, 24)).toBeLessThanOrEqual(3);
});

test('the words that are sung are over the picture while they are', () => {
  const spread = (frame: number) => Math.max(...frames[frame]!) - Math.min(...frames[frame]!);
  expect(spread(Math.round(14.6 * 24))).toBeGreaterThan(60);
  expect(spread(Math.round(11 * 24))).toBeLessThan(20);
});

test('only what can not be brought to finished frames is told as missing', () => {
  expect(video.notes.join()).toMatch(/camera path/);
  expect(video.notes.join()).not.toMatch(/the music|lies over|the fade|change by/);
});

async function joinTakes(): Promise<string> {
  const { takes, frames: length } = video.film!;
  const paths = await Promise.all(
    takes.map(async ({ clip, index }) => {
      const path = join(folder, `${index}.mp4`);
      await writeFile(path, await context.assets.get(clip));
      return path;
    }),
  );
  const out = join(folder, 'film.mp4');
  const provenance = {
    title: 'Paper Moon',
    language: 'en',
    sourceType: 'algorithmicMedia' as const,
    generator: 'Kinora',
    models: [],
    createdAt: new Date(0),
  };
  await joinFilm({ takes: paths, fps: 24, frames: length, details: { provenance }, out });
  // They are copied: the bytes of the last take's media are the film's.
  const last = await readFile(paths.at(-1)!);
  const media = last.subarray(last.indexOf('mdat') + 4);
  expect((await readFile(out)).includes(media.subarray(100, 400))).toBe(true);
  return out;
}

/** The luma of every frame, limited range. */
async function watch(film: string): Promise<Uint8Array[]> {
  const stills = await takeStills(film, { every: 1, ...size });
  const drawing = createCanvas(size.width, size.height).getContext('2d');
  const lumas: Uint8Array[] = [];
  for (const still of stills) {
    drawing.drawImage(await loadImage(Buffer.from(still)), 0, 0);
    const { data } = drawing.getImageData(0, 0, size.width, size.height);
    lumas.push(
      Uint8Array.from({ length: size.width * size.height }, (_, at) => {
        const [r, g, b] = [data[at * 4]!, data[at * 4 + 1]!, data[at * 4 + 2]!];
        return 16 + 0.1826 * r + 0.6142 * g + 0.062 * b;
      }),
    );
  }
  return lumas;
}
