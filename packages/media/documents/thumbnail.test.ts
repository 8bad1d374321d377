import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { addJpegProvenance } from './jpeg.ts';
import type { Provenance } from './provenance.ts';
import { buildThumbnail } from './thumbnail.ts';

const provenance: Provenance = {
  title: 'Rain',
  language: 'en',
  sourceType: 'algorithmicMedia',
  generator: 'Kinora 0.1.0',
  models: ['builtin/vista@1'],
  createdAt: new Date('2026-11-21T13:00:00Z'),
};

/** As hard to compress as a picture can be. */
function noise(width: number, height: number): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(width, height);
  for (let at = 0, state = 1; at < pixels.data.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels.data[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  context.putImageData(pixels, 0, 0);
  return new Uint8Array(canvas.toBuffer('image/jpeg', 100));
}

const palette = { deep: '#0d1030', accent: '#ff5fa2' };

test.each([
  [320, 180],
  [180, 320],
  [200, 200],
])('a thumbnail of %i×%i has that size, provenance, and the title in letters that stand out', async (width, height) => {
  const canvas = createCanvas(64, 64);
  const jpeg = await buildThumbnail({
    picture: canvas.toBuffer('image/png'),
    title: 'Rain on the 月',
    artist: 'Mia',
    palette,
    width,
    height,
    provenance,
  });
  const image = await loadImage(jpeg);
  expect([image.width, image.height]).toEqual([width, height]);
  const text = Buffer.from(jpeg).toString('latin1');
  expect(text).toContain('http://ns.adobe.com/xap/1.0/\0');
  expect(text).toContain('digitalsourcetype/algorithmicMedia');
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let bright = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at + 1]! > 200) bright++;
  expect(bright / (width * height)).toBeGreaterThan(0.015);
});

test('a thumbnail of a picture that is hard to compress still has at most 2 MB', async () => {
  const picture = noise(1920, 1080);
  expect(picture.length).toBeGreaterThan(2_000_000);
  const jpeg = await buildThumbnail({ picture, title: 'Noise', palette, width: 1920, height: 1080, provenance });
  expect(jpeg.length).toBeLessThanOrEqual(2_000_000);
});

test('what is no picture is refused', async () => {
  const parts = { title: 'x', palette, width: 100, height: 100, provenance };
  await expect(buildThumbnail({ ...parts, picture: new Uint8Array(9) })).rejects.toMatchObject({
    code: 'request.invalid',
  });
  expect(() => addJpegProvenance(new Uint8Array(9), provenance)).toThrow('not a JPEG');
});
