import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { lyricOverlay } from './lyric.ts';
import { titleOverlay } from './title.ts';
import type { PlacedPicture } from './placed-picture.ts';
import { watermarkOverlay } from './watermark.ts';

const wide = { width: 640, height: 360 };
const tall = { width: 360, height: 640 };

/** The overlay on one colour. */
async function over({ image, x, y }: PlacedPicture, { width, height }: typeof wide, ground: string) {
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  context.drawImage(await loadImage(image), x, y);
  return context.getImageData(0, 0, width, height).data;
}

/** Where pixels differ by more than a little from the ground. */
async function boundsOf(overlay: PlacedPicture, size: typeof wide, ground: string) {
  const data = await over(overlay, size, ground);
  const plain = await over({ ...overlay, x: 10_000 }, size, ground);
  const box = { left: size.width, top: size.height, right: 0, bottom: 0, count: 0 };
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const at = (y * size.width + x) * 4;
      if (Math.abs(data[at]! - plain[at]!) < 100) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      box.count++;
    }
  }
  return box;
}

describe('a sung line', () => {
  test.each([
    ['in English', "And I don't know where the river goes, but I'll follow it tonight"],
    ['in Japanese', '夜の街に雨が降る、ネオンの海を泳いでいく、朝が来るまで'],
    ['without spaces', 'A'.repeat(120)],
  ])('%s stays inside the safe area of every shape', async (_, text) => {
    for (const size of [wide, tall, { width: 400, height: 400 }]) {
      const box = await boundsOf(await lyricOverlay(text, size), size, '#000000');
      expect(box.count).toBeGreaterThan(300);
      expect(box.left).toBeGreaterThan(size.width * 0.07);
      expect(box.right).toBeLessThan(size.width * 0.93);
      expect(box.top).toBeGreaterThan(size.height * 0.55);
      expect(box.bottom).toBeLessThan(size.height * (size === tall ? 0.78 : 0.93));
    }
  });

  test('has its shadow where the picture is as bright as the letters', async () => {
    const data = await over(await lyricOverlay('Snow', wide), wide, '#ffffff');
    let darkest = 255;
    for (let at = 0; at < data.length; at += 4) darkest = Math.min(darkest, data[at]!);
    expect(darkest).toBeLessThan(110);
  });
});

test('a title card is as large as the frame, in its middle, and inside its edges', async () => {
  for (const size of [wide, tall]) {
    const card = await titleOverlay({ title: 'Rain on the Neon River', artist: 'Mia 月', ...size });
    expect(card).toMatchObject({ x: 0, y: 0 });
    const image = await loadImage(card.image);
    expect([image.width, image.height]).toEqual([size.width, size.height]);
    const box = await boundsOf(card, size, '#202020');
    expect(Math.abs((box.left + box.right) / 2 - size.width / 2)).toBeLessThan(size.width * 0.03);
    expect(box.left).toBeGreaterThan(size.width * 0.06);
  }
});

describe('a watermark', () => {
  const canvas = createCanvas(900, 300);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 900, 300);
  const logo = canvas.toBuffer('image/png');

  test.each(['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const)(
    'keeps to its corner, %s',
    async (corner) => {
      const box = await boundsOf(await watermarkOverlay(logo, { ...wide, corner }), wide, '#000000');
      expect(box.right - box.left).toBeLessThan(wide.width * 0.2);
      const [x, y] = [(box.left + box.right) / 2 / wide.width, (box.top + box.bottom) / 2 / wide.height];
      expect(x < 0.3 ? 'left' : x > 0.7 ? 'right' : 'middle').toBe(corner.split('-')[1]);
      expect(y < 0.3 ? 'top' : y > 0.7 ? 'bottom' : 'middle').toBe(corner.split('-')[0]);
      expect(box.left).toBeGreaterThan(6);
      expect(box.bottom).toBeLessThan(wide.height - 6);
    },
  );

  test('that is no picture is refused in words', async () => {
    await expect(watermarkOverlay(new Uint8Array(20), { ...wide, corner: 'top-left' })).rejects.toMatchObject({
      code: 'request.invalid',
      message: expect.stringContaining('PNG, JPEG or WebP'),
    });
  });
});
