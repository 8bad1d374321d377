import { KinoraError } from '@kinora/capabilities';
import type { ModerationResult } from '@kinora/capabilities';
import { createSegmentEncoder } from '@kinora/media/video/encoding';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { createMemoryContext } from '../../testing/memory-context.ts';
import { passesGuard } from './guard-clip.ts';

const size = { fps: 24, width: 160, height: 96 };
const allowed: ModerationResult = { verdict: 'allow', categories: {}, spans: [] };

/** A clip of one second in grey; the frame of `flash` is white. */
function makeClip(flash?: number): Uint8Array {
  using encoder = createSegmentEncoder(size);
  for (let frame = 0; frame < 24; frame += 1)
    encoder.addRgba(new Uint8Array(size.width * size.height * 4).fill(frame === flash ? 255 : 90));
  return encoder.finish();
}

async function meanOf(jpeg: Uint8Array): Promise<number> {
  const picture = await loadImage(Buffer.from(jpeg));
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  return data.reduce((sum, value, index) => (index % 4 === 3 ? sum : sum + value), 0) / ((data.length / 4) * 3);
}

test('frames of half a second each, the first and the last come before the guard as pictures', async () => {
  const context = createMemoryContext();
  expect(await passesGuard(makeClip(), size, context)).toBe(true);
  const pictures = context.moderated.flatMap((input) => (input.kind === 'image' ? [input] : []));
  expect(pictures.map(({ mediaType, scene }) => [mediaType, scene])).toEqual(Array(3).fill(['image/jpeg', undefined]));
  for (const { image } of pictures) expect(await meanOf(image)).toBeGreaterThan(80);
  for (const { image } of pictures) expect(await meanOf(image)).toBeLessThan(100);
});

test.each([0, 12, 23])('a clip whose frame %i is objected to does not pass', async (flash) => {
  const bright: number[] = [];
  const context = createMemoryContext();
  context.models.moderator = {
    ...context.models.moderator,
    moderate: async (input) => {
      if (input.kind !== 'image') return allowed;
      bright.push(await meanOf(input.image));
      return (bright.at(-1) ?? 0) > 200 ? { ...allowed, verdict: 'block' } : allowed;
    },
  };
  expect(await passesGuard(makeClip(flash), size, context)).toBe(false);
  expect(bright.at(-1)).toBeGreaterThan(200);
});

test('what no guard can judge, and what is no video, does not pass; other errors are told', async () => {
  const throwing = (error: Error) =>
    createMemoryContext({
      judge: () => {
        throw error;
      },
    });
  const silent = new KinoraError('provider.unavailable', 'No guard can judge this.');
  expect(await passesGuard(makeClip(), size, throwing(silent))).toBe(false);
  expect(await passesGuard(new Uint8Array([1, 2, 3]), size, createMemoryContext())).toBe(false);
  await expect(passesGuard(makeClip(), size, throwing(new Error('broken')))).rejects.toThrow('broken');
});
