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

  test.each([
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
