import { vistaSpec } from '@kinora/capabilities';
import { samplePng, sampleScene, clipContract } from '@kinora/capabilities/testing';
import { probeMedia } from '@kinora/media/video';
import { afterAll, describe, expect, test } from 'vitest';
import { createParallaxClip } from './clip.ts';

clipContract({
  name: 'builtin/parallax',
  create: () => createParallaxClip(),
  dispose: async (model) => {
    await (model as ReturnType<typeof createParallaxClip>)[Symbol.asyncDispose]();
  },
});

describe('createParallaxClip', () => {
  const clips = createParallaxClip();
  afterAll(() => clips[Symbol.asyncDispose]());
  const size = { width: 160, height: 90 };
  const picture = { image: samplePng(size), mediaType: 'image/png' };
  const options = { from: picture, frames: 6, fps: 24, ...size, seed: 1 };

  test('moves over a picture that no scene is known of', async () => {
    const { video, warnings } = await clips.doGenerate(options);
    expect(warnings).toEqual([]);
    expect(await probeMedia(video)).toMatchObject({ streams: [{ kind: 'video', frames: 6, ...size }] });
  });

  test('says so when it can not take a scene apart', async () => {
    const { warnings } = await clips.doGenerate({ ...options, from: { ...picture, scene: sampleScene, style: 'oil' } });
    expect(warnings).toHaveLength(1);
  });

  test('refuses what is no picture, and goes on working', async () => {
    const broken = { image: new Uint8Array(20), mediaType: 'image/png' };
    await expect(clips.doGenerate({ ...options, from: broken })).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(clips.doGenerate(options)).resolves.toMatchObject({ mediaType: 'video/mp4' });
  });

  test('makes several clips at once as it makes them one by one, and a broken one holds up none', async () => {
    const other = { ...options, seed: 2, frames: 9, camera: { from: [0.4, 0.5, 1.1], to: [0.6, 0.5, 1.3] } as const };
    const requests = [options, other, { ...options, to: picture }, { ...other, width: 96, height: 64 }];
    const alone: Uint8Array[] = [];
    for (const request of requests) alone.push((await clips.doGenerate(request)).video);
    const overlay = { image: new Uint8Array(9), x: 0, y: 0, from: 0, to: 6 };
    const [broken, ...together] = await Promise.allSettled([
      clips.doGenerate({ ...options, overlays: [overlay] }),
      ...requests.map((request) => clips.doGenerate(request)),
    ]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { code: 'request.invalid' } });
    expect(together.map((result) => result.status === 'fulfilled' && result.value.video)).toEqual(alone);
  });

  test('films a vista in its layers, with a figure in it', async () => {
    const vista = vistaSpec.parse({
      world: 'mountain-dawn',
      view: 'approach',
      palette: {
        deep: '#12101f',
        sky: '#2b2350',
        haze: '#6d5a94',
        main: '#3c5a80',
        accent: '#e0577a',
        light: '#ffd9a0',
      },
      energy: 0.6,
      thread: { kind: 'road', progress: 0.4 },
      figures: [{ picture: 0, x: 0.5, ground: 0.9, size: 0.5 }],
      camera: { from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.1] },
      moment: 'Somebody stands before the mountain.',
    });
    const from = { image: new Uint8Array(), mediaType: 'image/png', vista, seed: 3 };
    const make = async (more: object) => (await clips.doGenerate({ ...options, from: { ...from, ...more } })).video;
    const [empty, peopled] = [await make({}), await make({ figures: [samplePng({ width: 20, height: 40 })] })];
    expect(await probeMedia(peopled)).toMatchObject({ streams: [{ kind: 'video', frames: 6, ...size }] });
    expect(Buffer.compare(empty, peopled)).not.toBe(0);
  });

  test.each([
    [{ camera: { from: [0.5, 0.5, 1], to: [0.5, 1.5, 1] } as const }, 'camera'],
    [{ toCamera: { from: [0.5, 0.5, 2], to: [0.5, 0.5, 1] } as const }, 'toCamera'],
    [{ music: { level: [0.5, 7], accents: [] } }, 'music.level'],
    [{ frames: 0 }, 'frames'],
    [{ fps: 0 }, 'fps'],
    [{ width: 161 }, 'width'],
    [{ height: 8 }, 'height'],
  ])('names the field of a wrong size or length: %o', async (wrong, field) => {
    await expect(clips.doGenerate({ ...options, ...wrong })).rejects.toMatchObject({
      code: 'request.invalid',
      data: { field },
    });
  });
});
