import { samplePng, sampleScene } from '@kinora/capabilities/testing';
import { expect, test } from 'vitest';
import type { ClipRequest } from './clip.ts';
import { createLoneArtist } from './lone-artist.ts';

const size = { width: 192, height: 108 };
const pictures = [3, 11].map((seed) => ({
  image: samplePng(size),
  mediaType: 'image/png',
  scene: { ...sampleScene, timeOfDay: seed === 3 ? ('day' as const) : ('night' as const) },
  style: 'night-light',
  seed,
}));

async function frameOf(request: Partial<ClipRequest>, frame: number): Promise<Uint8Array> {
  const artist = await createLoneArtist({ from: pictures[0]!, fps: 24, seed: 1, ...size, frames: 24, ...request });
  return artist.draw(frame);
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
