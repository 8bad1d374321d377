import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { drawShareCard, drawThumbnail, thumbnailDesigns } from '../index.ts';
import { overlapOf } from './parts.ts';

const frame = { width: 640, height: 360 };

/** A frame of one colour with noise on it, the hardest ground for letters. */
function frameOf(colour: string) {
  const canvas = createCanvas(320, 180);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 320, 180);
  context.fillStyle = '#8090a0';
  for (let at = 0; at < 320; at += 16) context.fillRect(at, (at * 7) % 180, 9, 30);
  return canvas.toBuffer('image/jpeg');
}

const parts = {
  word: [{ text: '懐', reading: 'なつ' }, { text: 'かしい' }],
  gloss: 'it takes me back',
  hook: { title: '「懐かしい」は英語で何て言う？', subtitle: 'How do you say “natsukashii”?' },
};

describe('thumbnails', () => {
  test.each(thumbnailDesigns)('of the design %s are legible on white, on black and in between', async (design) => {
    for (const colour of ['#ffffff', '#000000', '#f6bb5e']) {
      const made = await drawThumbnail({ ...parts, picture: frameOf(colour) }, { design, frame });
      expect(made.contrast).toBeGreaterThan(4.5);
      expect(made.jpeg.length).toBeLessThan(2_000_000);
      const image = await loadImage(made.jpeg);
      expect([image.width, image.height]).toEqual([640, 360]);
    }
  });

  test.each(thumbnailDesigns)('of the design %s keep clear of a face at either side', async (design) => {
    for (const x of [0.06, 0.36, 0.66]) {
      const keepClear = { x, y: 0.2, width: 0.28, height: 0.6 };
      const { letters, subject } = await drawThumbnail(
        { ...parts, keepClear, picture: frameOf('#ffffff') },
        { design, frame },
      );
      const hidden = letters.reduce((sum, box) => sum + overlapOf(box, subject), 0) / (subject.width * subject.height);
      expect(hidden).toBeLessThan(0.06);
      // The face is still in the picture.
      expect(overlapOf(subject, { x: 0, y: 0, ...frame }) / (subject.width * subject.height)).toBeGreaterThan(0.9);
    }
  });

  test('of any length keep their letters inside', async () => {
    const short = [{ text: 'フラグ' }, { text: '建築士', reading: 'けんちくし' }];
    const long = ['草', 'ながい言葉'.repeat(20), 'a very long explanation '.repeat(9), '🎉'].map((text) => ({
      word: text,
      gloss: text,
      hook: { title: text, subtitle: text },
    }));
    const badges = { kind: 'Slang & internet', level: 'N1' };
    // Two lines with readings over three lines of meaning are higher than a long text, which is set small.
    const tallest = { word: short, gloss: 'somebody who keeps jinxing things all the time', ...badges };
    for (const said of [...long, tallest]) {
      for (const design of thumbnailDesigns) {
        const { letters } = await drawThumbnail({ ...said, picture: null }, { design, frame });
        for (const box of letters) {
          expect(box.x).toBeGreaterThan(8);
          expect(box.x + box.width).toBeLessThan(632);
          expect(box.y).toBeGreaterThan(8);
          expect(box.y + box.height).toBeLessThan(352);
        }
      }
    }
  });

  test('say what to do about a frame that can not be read', async () => {
    await expect(
      drawThumbnail({ ...parts, picture: new Uint8Array(9) }, { design: 'word', frame }),
    ).rejects.toMatchObject({
      code: 'request.invalid',
      message: expect.stringContaining('PNG, JPEG or WebP'),
    });
  });
});

test('share cards keep their words beside the picture', async () => {
  for (const title of ['草', 'ながい題名'.repeat(12), 'A title of a recording that goes on and on and on']) {
    const { letters, width } = await drawShareCard({
      title,
      subtitle: title,
      kind: 'Slang',
      picture: frameOf('#ffffff'),
    });
    expect(width).toBe(1200);
    expect(letters.x + letters.width).toBeLessThan(1200 - 64 - 430);
    expect(letters.y + letters.height).toBeLessThan(630 - 74);
  }
});
