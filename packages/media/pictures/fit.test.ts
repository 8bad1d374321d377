import { readPictureHeader } from '@kinora/capabilities';
import { samplePng } from '@kinora/capabilities/testing';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { drawingSize, fitPicture, wantedSize } from './index.ts';

test('a picture of the right size stays as it is', async () => {
  const picture = samplePng({ width: 64, height: 32 });
  expect(await fitPicture(picture, { width: 64, height: 32 })).toBe(picture);
});

test('a picture is cut evenly where it is too long', async () => {
  const canvas = createCanvas(90, 30);
  const context = canvas.getContext('2d');
  for (const [index, colour] of ['#ff0000', '#00ff00', '#0000ff'].entries()) {
    context.fillStyle = colour;
    context.fillRect(index * 30, 0, 30, 30);
  }
  const fitted = await fitPicture(canvas.toBuffer('image/png'), { width: 60, height: 60 });
  expect(readPictureHeader(fitted)).toMatchObject({ mediaType: 'image/png', width: 60, height: 60 });
  const check = createCanvas(60, 60);
  check.getContext('2d').drawImage(await loadImage(fitted), 0, 0);
  for (const x of [5, 30, 55])
    expect([...check.getContext('2d').getImageData(x, 30, 1, 1).data]).toEqual([0, 255, 0, 255]);
});

test.each([
  ['no picture', new TextEncoder().encode('<html>')],
  ['a bomb', Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAPoAAAD6ACAIAAAA=', 'base64'))],
])('%s is refused before it is decoded', async (_, bytes) => {
  await expect(fitPicture(bytes, { width: 8, height: 8 })).rejects.toMatchObject({ code: 'provider.failed' });
});

test('a model draws the wanted shape with the pixels it was trained on', () => {
  expect(drawingSize({ width: 1280, height: 720 }, { side: 512 })).toEqual({ width: 704, height: 384 });
  expect(drawingSize({ width: 720, height: 1280 }, { side: 1024, step: 8 })).toEqual({ width: 768, height: 1368 });
  expect(drawingSize({ width: 1080, height: 1080 }, { side: 512 })).toEqual({ width: 512, height: 512 });
});

test('a size wins over a ratio', () => {
  expect(wantedSize({ size: '320x180', aspectRatio: '1:1' }, 512)).toEqual({ width: 320, height: 180 });
  expect(wantedSize({ aspectRatio: '16:9' }, 768)).toEqual({ width: 1024, height: 576 });
  expect(wantedSize({}, 512)).toEqual({ width: 512, height: 512 });
});
