import type { PictureHeader } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { fitUploadHere } from './decode-upload.ts';
import { isWholePicture } from './is-whole.ts';

const canvas = createCanvas(96, 64);
const context = canvas.getContext('2d');
for (let at = 0; at < 60; at++) {
  context.fillStyle = `hsl(${at * 37} 80% 50%)`;
  context.fillRect((at * 29) % 90, (at * 17) % 60, 9, 7);
}
const files: [PictureHeader['mediaType'], Uint8Array][] = [
  ['image/png', canvas.toBuffer('image/png')],
  ['image/jpeg', canvas.toBuffer('image/jpeg')],
  ['image/webp', canvas.toBuffer('image/webp')],
];

test.each(files)('a whole %s is taken, also with more behind it, and none that ends before', async (type, bytes) => {
  expect(isWholePicture(bytes, type)).toBe(true);
  expect(isWholePicture(Buffer.concat([bytes, new Uint8Array(50)]), type)).toBe(true);
  for (const part of [0.3, 0.5, 0.9, 1 - 1 / bytes.length]) {
    const half = bytes.subarray(0, Math.floor(bytes.length * part));
    expect(isWholePicture(half, type)).toBe(false);
    await expect(fitUploadHere(half, { width: 96, height: 64, shape: 'cover' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  }
});

test('a PNG with a byte that was changed is not whole', () => {
  const [, png] = files[0]!;
  const changed = Uint8Array.from(png);
  changed[Math.floor(png.length / 2)]! ^= 1;
  expect(isWholePicture(changed, 'image/png')).toBe(false);
});

test('the thumbnail within a JPEG does not end it', () => {
  const [, jpeg] = files[1]!;
  const thumbnail = Uint8Array.from([0xff, 0xe1, 0, 10, 0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xd9]);
  const whole = Buffer.concat([jpeg.subarray(0, 2), thumbnail, jpeg.subarray(2)]);
  expect(isWholePicture(whole, 'image/jpeg')).toBe(true);
  expect(isWholePicture(whole.subarray(0, -2), 'image/jpeg')).toBe(false);
});
