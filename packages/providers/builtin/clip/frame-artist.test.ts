import { samplePng, sampleScene } from '@kinora/capabilities/testing';
import { createFrames, frameBytes } from '@kinora/media/video/compositing';
import { expect, test } from 'vitest';
import type { ClipRequest } from './clip.ts';
import { createFrameArtist } from './frame-artist.ts';
import { prepareStage } from './prepare-stage.ts';
import { openStage } from './stage.ts';

const size = { width: 192, height: 108 };
const pictures = [3, 11].map((seed) => ({
  image: samplePng(size),
  mediaType: 'image/png',
  scene: { ...sampleScene, timeOfDay: seed === 3 ? ('day' as const) : ('night' as const) },
  style: 'night-light',
  seed,
}));

// Each picture is taken apart once for all clips, as in the clip process.
const frames = createFrames({ ...size, count: 2 });
const stages = new Map(
  await Promise.all(
    pictures.map(
      async (picture) => [picture.seed, openStage(await prepareStage(picture, { ...size, seed: 1 }), frames)] as const,
    ),
  ),
);

async function frameOf(given: Partial<ClipRequest>, frame: number): Promise<Uint8Array> {
  const request = { from: pictures[0]!, fps: 24, seed: 1, ...size, frames: 24, ...given };
  const stageOf = (picture: ClipRequest['from']) => stages.get(picture.seed!)!;
  const both = { from: stageOf(request.from), to: request.to && stageOf(request.to) };
  const artist = await createFrameArtist(request, { stages: both, frames });
  artist.draw(frame, 0);
  return frameBytes(frames, 0).slice();
}

/** Mean difference of the greys of two frames. */
function difference(a: Uint8Array, b: Uint8Array): number {
  const area = size.width * size.height;
  let sum = 0;
  for (let at = 0; at < area; at++) sum += Math.abs(a[at]! - b[at]!);
  return sum / area;
}

test('a dissolve begins where one clip ends and ends where the next begins', async () => {
  const [from, to] = pictures;
  const dissolve = {
    from: from!,
    to: to!,
    window: [0.9, 1] as [number, number],
    toWindow: [0, 0.1] as [number, number],
  };
  const [before, first, last, after] = await Promise.all([
    frameOf({ from: from!, seed: from!.seed, frames: 216, window: [0, 0.9] }, 215),
    frameOf({ ...dissolve, seed: from!.seed }, 0),
    frameOf({ ...dissolve, seed: from!.seed }, 23),
    frameOf({ from: to!, seed: to!.seed, frames: 216, window: [0.1, 1] }, 0),
  ]);
  const apart = difference(before, after);
  expect(apart).toBeGreaterThan(20);
  expect(difference(before, first)).toBeLessThan(1.5);
  expect(difference(last, after)).toBeLessThan(1.5);
});

test.each(['dissolve', 'light', 'fade'] as const)(
  'with music a %s, too, carries both movements on',
  async (transition) => {
    const [from, to] = pictures;
    const cameras = [
      { from: [0.45, 0.5, 1.1], to: [0.55, 0.5, 1.3] },
      { from: [0.5, 0.45, 1.3], to: [0.5, 0.55, 1.05] },
    ] as const;
    const heard = (start: number, frames: number) => ({
      level: Array.from({ length: frames }, (_, frame) => 0.5 + 0.4 * Math.sin((start + frame) / 30)),
      accents: [198, 210, 222, 234, 246].map((frame) => ({ frame: frame - start, push: 0.8, flash: 0.5 })),
    });
    const change = {
      from: from!,
      to: to!,
      window: [0.9, 1] as [number, number],
      toWindow: [0, 0.1] as [number, number],
      camera: cameras[0],
      toCamera: cameras[1],
      music: heard(216, 24),
      transition,
    };
    const before = {
      from: from!,
      frames: 216,
      window: [0, 0.9] as [number, number],
      camera: cameras[0],
      music: heard(0, 216),
    };
    const after = {
      from: to!,
      frames: 216,
      window: [0.1, 1] as [number, number],
      camera: cameras[1],
      music: heard(240, 216),
    };
    const steps = await Promise.all(
      [
        [frameOf(before, 214), frameOf(before, 215), frameOf(change, 0), frameOf(change, 1)],
        [frameOf(change, 22), frameOf(change, 23), frameOf(after, 0), frameOf(after, 1)],
      ].map(async (frames) => {
        const [a, b, c, d] = await Promise.all(frames);
        return { inside: Math.max(difference(a!, b!), difference(c!, d!)), across: difference(b!, c!) };
      }),
    );
    for (const { inside, across } of steps) expect(across).toBeLessThan(inside * 1.5 + 0.5);
  },
);

test('half way through a dissolve both pictures have equal parts', async () => {
  const [from, to] = pictures;
  const still = { frames: 25, window: [0.5, 0.6] as [number, number], toWindow: [0.5, 0.6] as [number, number] };
  const [a, b, both] = await Promise.all([
    frameOf({ from: from!, ...still }, 12),
    frameOf({ from: to!, ...still }, 12),
    frameOf({ from: from!, to: to!, ...still }, 12),
  ]);
  const mean = a.map((value, at) => Math.round((value + b[at]!) / 2));
  expect(difference(both, mean)).toBeLessThan(2);
});
