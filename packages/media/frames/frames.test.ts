import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { createFrameEncoder, readFrame } from './index.ts';

/** A picture of coloured noise (hard to encode) or of one colour. */
function picture(width: number, height: number, isNoisy: boolean) {
  let state = 7;
  const data = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
    if (at % 4 === 3) return 255;
    if (!isNoisy) return 120;
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
  return { width, height, data };
}

function file(width: number, height: number, format: 'jpeg' | 'webp' | 'png') {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#0000ff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#ff0000';
  context.fillRect(width / 2 - 8, height / 2 - 8, 16, 16);
  return new Uint8Array(canvas.toBuffer(`image/${format}` as 'image/png'));
}

test.each(['jpeg', 'webp'] as const)('reads a %s, cut in the middle', async (format) => {
  const frame = await readFrame(
    { image: file(160, 64, format), mediaType: `image/${format}` },
    { width: 64, height: 64 },
  );
  const at = (x: number, y: number) => [...frame.data.subarray((y * 64 + x) * 4, (y * 64 + x) * 4 + 3)];
  expect(frame.data).toHaveLength(64 * 64 * 4);
  expect(at(32, 32)[0]).toBeGreaterThan(200);
  expect(at(4, 4)[2]).toBeGreaterThan(200);
});

test.each([
  ['raw pixels of another size', { image: new Uint8Array(100), mediaType: 'image/x-rgba' }, '64 × 64'],
  ['a PNG', { image: file(64, 64, 'png'), mediaType: 'image/jpeg' }, 'neither JPEG nor WebP'],
  ['no picture', { image: new Uint8Array(64), mediaType: 'image/jpeg' }, 'neither JPEG nor WebP'],
  ['half a picture', { image: file(64, 64, 'webp').subarray(0, 60), mediaType: 'image/webp' }, 'damaged'],
  ['too large a picture', { image: file(2400, 16, 'jpeg'), mediaType: 'image/jpeg' }, '2048 pixels a side'],
] as const)('refuses %s', async (_, frame, reason) => {
  await expect(readFrame(frame, { width: 64, height: 64 })).rejects.toMatchObject({
    code: 'request.invalid',
    message: expect.stringContaining(reason) as string,
  });
});

test.each(['image/jpeg', 'image/webp'] as const)(
  'keeps a noisy %s below its size, and a plain one good',
  async (output) => {
    const encoder = createFrameEncoder();
    const noisy = await encoder.encode(picture(256, 256, true), { output, maxBytes: 25_000 });
    expect(noisy.image.length).toBeLessThanOrEqual(25_000);
    expect((await loadImage(noisy.image)).width).toBe(256);
    let plain = noisy;
    for (let frame = 0; frame < 40; frame++) {
      plain = await encoder.encode(picture(256, 256, false), { output, maxBytes: 25_000 });
    }
    expect(plain.quality).toBe(88);
  },
);

test('raw frames go out as they are', async () => {
  const raw = picture(16, 16, true);
  expect(await createFrameEncoder().encode(raw, { output: 'image/x-rgba', maxBytes: 1 })).toEqual({
    image: raw.data,
    mediaType: 'image/x-rgba',
  });
});
