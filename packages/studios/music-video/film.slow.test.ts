import { samplePng } from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';
import { encodeMp3, probeMedia, takeStills } from '@kinora/media/video';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltinModels } from '../../../tools/builtin-models.ts';
import type { SongPlan } from '../../../tools/known-songs/index.ts';
import { plans, renderSong, songRate } from '../../../tools/known-songs/index.ts';
import { applyEdit } from './edit.ts';
import { makeMusicVideo } from './pipeline.ts';
import { musicVideoRequest } from './schema.ts';
import type { MusicVideo } from './schema.ts';
import { readHeard } from './steps/song.ts';
import { createMemoryContext, upload } from './testing/memory-context.ts';
import type { MemoryContext } from './testing/memory-context.ts';

/** A quarter of 1280×720. */
const scale = 0.25;
const opened = openBuiltinModels();
let context: MemoryContext;
let video: MusicVideo;

beforeAll(async () => {
  const form: SongPlan['form'] = [
    ['i', 2],
    ['a', 4],
    ['b', 4],
  ];
  const { samples } = renderSong({ ...plans[0]!, form });
  const mp3 = await encodeMp3({
    pcm: writeWav({ sampleRate: songRate, channels: [samples, samples] }),
    details: {
      provenance: {
        title: 'Ten Bars',
        language: 'en',
        sourceType: 'algorithmicMedia',
        generator: 'Kinora',
        models: [],
        createdAt: new Date(0),
      },
      artist: 'The Known Songs',
    },
  });
  context = createMemoryContext({ models: opened.models });
  const song = await upload(context, mp3, 'audio/mpeg');
  const mia = await upload(context, samplePng({ width: 60, height: 90 }), 'image/png');
  const request = musicVideoRequest.parse({
    song,
    characters: [{ picture: mia, name: 'Mia', cutOut: { kind: 'none' } }],
    theme: 'neon city in the rain',
    seed: 2,
    teaserSeconds: 15,
    loopSeconds: 3,
    scenes: 4,
    lyrics: { kind: 'lrc', text: '[00:06.00]Ten bars of rain\n[00:09.00]and then the sun' },
  });
  const outputs = ['video', 'teaser', 'loop', 'thumbnail', 'storyboard', 'analysis'] as const;
  video = await makeMusicVideo({ request, outputs, scale }, context);
}, 170_000);

afterAll(() => opened[Symbol.asyncDispose]());

test('the film has as many frames as the song lasts, its sound and its names', async () => {
  const facts = await probeMedia(await context.assets.get(video.outputs.video!));
  const picture = facts.streams.find(({ kind }) => kind === 'video');
  expect(picture).toMatchObject({ width: 320, height: 180, fps: 24, frames: video.film!.frames });
  expect(facts.streams.filter(({ kind }) => kind === 'audio')).toHaveLength(1);
  expect(Math.abs(facts.seconds - video.facts.duration)).toBeLessThan(0.1);
  expect(facts.tags).toMatchObject({ title: 'Ten Bars', artist: 'The Known Songs' });
});

test('each take has the frames that were planned', async () => {
  for (const { clip, frames } of video.film!.takes) {
    const { streams } = await probeMedia(await context.assets.get(clip));
    expect(streams[0]).toMatchObject({ kind: 'video', frames, width: 320, height: 180 });
  }
});

test('comes out of the dark, is lit in the middle, and ends in the dark', async () => {
  const film = await context.assets.get(video.outputs.video!);
  const stills = await takeStills(film, { every: 12, width: 64, height: 36 });
  const light = await Promise.all(stills.map(meanLight));
  expect(light[0]).toBeLessThan(12);
  expect(light.at(-1)).toBeLessThan(12);
  expect(Math.max(...light)).toBeGreaterThan(40);
});

test('teaser, loop, thumbnail and storyboard are files of their kind and length', async () => {
  const bytes = (kind: keyof MusicVideo['outputs']) => context.assets.get(video.outputs[kind]!);
  const seconds = async (kind: 'teaser' | 'loop') => (await probeMedia(await bytes(kind))).seconds;
  // It gives up the first frames of a shot that its end would cut.
  const shorter = Math.min(15, video.facts.duration) - (await seconds('teaser'));
  expect(shorter).toBeGreaterThan(-0.1);
  expect(shorter).toBeLessThan(1.2);
  expect(Math.abs((await seconds('loop')) - 3)).toBeLessThan(0.1);
  expect(await loadImage(Buffer.from(await bytes('thumbnail')))).toMatchObject({ width: 320, height: 180 });
  expect(new TextDecoder('latin1').decode((await bytes('storyboard')).slice(0, 5))).toBe('%PDF-');
});

test('another picture renders the takes of two segments at most; all others are the same files', async () => {
  const { analysis } = await readHeard(video.analysis, context);
  const edit = { scenes: [{ id: 's3', description: 'Close-up of a lamp in the snow.' }] };
  const { request, storyboard } = applyEdit(video.request, video.storyboard, edit, { analysis });
  const second = createMemoryContext({ models: opened.models, before: context });
  const changed = await makeMusicVideo({ request, storyboard, outputs: ['video'], scale }, second);
  const before = new Set(video.film!.takes.map(({ clip }) => clip.asset));
  const fresh = changed.film!.takes.filter(({ clip }) => !before.has(clip.asset));
  expect(fresh.length).toBeGreaterThan(0);
  expect(new Set(fresh.map(({ scene }) => scene)).difference(new Set(['s2', 's3'])).size).toBe(0);
  expect(second.computed.filter((name) => name === 'music-video.take')).toHaveLength(fresh.length);
  const facts = await probeMedia(await second.assets.get(changed.outputs.video!));
  expect(facts.streams.find(({ kind }) => kind === 'video')?.frames).toBe(changed.film!.frames);
});

async function meanLight(jpeg: Uint8Array): Promise<number> {
  const picture = await loadImage(Buffer.from(jpeg));
  const drawing = createCanvas(picture.width, picture.height).getContext('2d');
  drawing.drawImage(picture, 0, 0);
  const { data } = drawing.getImageData(0, 0, picture.width, picture.height);
  return data.reduce((sum, value, at) => (at % 4 === 3 ? sum : sum + value), 0) / ((data.length / 4) * 3);
}
