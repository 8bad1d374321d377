import { describe, expect, test } from 'vitest';
import { contrastOf } from './contrast.ts';
import { drawCaption, drawHook, drawItemCard, drawTallCard, drawTitleCard, safeArea } from './index.ts';
import type { Box, LaidPicture } from './index.ts';
import { palettes } from './palette.ts';

const tall = { width: 540, height: 960 };
const wide = { width: 640, height: 360 };
const texts = [
  '草',
  '懐かしい思い出を、ゆっくり話そうよ。',
  'bite the bullet',
  'Pneumonoultramicroscopicsilicovolcanoconiosis',
  '🎉👩‍👩‍👧‍👦',
  '〜わけにはいかない／Mixed 文字 and ｶﾅ「括弧」！？',
];
const lengths = texts.flatMap((text) => [1, 14].map((times) => text.repeat(times)));

function expectInside(inner: Box, outer: Box): void {
  expect(inner.x).toBeGreaterThanOrEqual(outer.x - 0.01);
  expect(inner.y).toBeGreaterThanOrEqual(outer.y - 0.01);
  expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + 0.01);
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + 0.01);
}

/** Where pixels differ from clear. */
function inkOf({ x, y, width, height, rgba }: LaidPicture): Box {
  let [left, top, right, foot] = [width, height, 0, 0];
  for (let at = 3; at < rgba.length; at += 4) {
    if (rgba[at]! < 40) continue;
    const [column, row] = [((at - 3) / 4) % width, Math.floor((at - 3) / 4 / width)];
    [left, right, top, foot] = [
      Math.min(left, column),
      Math.max(right, column + 1),
      Math.min(top, row),
      Math.max(foot, row + 1),
    ];
  }
  return { x: x + left, y: y + top, width: right - left, height: foot - top };
}

describe('captions', () => {
  test('of any length stay where no app covers them', () => {
    for (const text of lengths) {
      for (const frame of [tall, wide]) {
        const { letters, base } = drawCaption({ words: [{ text }], translation: text }, { frame });
        expectInside(letters, safeArea(frame));
        expect([base.x % 2, base.y % 2, base.width % 2, base.height % 2]).toEqual([0, 0, 0, 0]);
        expect(base.rgba).toHaveLength(base.width * base.height * 4);
      }
    }
  });

  test('light words where they stand', () => {
    const words = [
      { text: [{ text: '曲', reading: 'きょく' }] },
      { text: '、' },
      { text: '🎵🎉' },
      { text: 'so good!' },
    ];
    const { base, words: lit } = drawCaption({ words }, { frame: tall });
    expect(lit.map((word) => word !== null)).toEqual([true, true, false, true]);
    for (const word of lit) {
      if (word === null) continue;
      const ink = inkOf(word);
      expectInside(ink, inkOf(base));
      const underline = ink.y + ink.height - 5;
      let [letters, covered] = [0, 0];
      for (let at = 0; at < word.rgba.length; at += 4) {
        const [x, y] = [word.x + ((at / 4) % word.width), word.y + Math.floor(at / 4 / word.width)];
        if (word.rgba[at + 3]! < 250 || y >= underline) continue;
        letters++;
        if (base.rgba[((y - base.y) * base.width + x - base.x) * 4]! > 100) covered++;
      }
      // Every lit pixel lies on one of an unlit letter.
      expect(covered).toBe(letters);
    }
    expect(drawCaption({ words: [{ text: '🎉' }] }, { frame: tall }).words).toEqual([null]);
  });

  test('are the same every time', () => {
    const draw = () => drawCaption({ words: [{ text: 'やばい' }], translation: 'wow' }, { frame: wide }).base.rgba;
    expect(Buffer.from(draw()).equals(Buffer.from(draw()))).toBe(true);
  });
});

describe('cards', () => {
  test('of any length stay inside the safe area, on either side', () => {
    for (const text of lengths) {
      const card = { form: [{ text, reading: text.slice(0, 9) }], gloss: text, kind: 'Slang', level: 'N2' };
      for (const side of ['left', 'right'] as const) {
        expectInside(drawItemCard(card, { frame: wide, side }).plate, safeArea(wide));
      }
      const example = { text, translation: text };
      expectInside(drawTallCard({ ...card, example }, { frame: tall }).plate, safeArea(tall));
      const short = drawTallCard({ form: '草', gloss: 'lol' }, { frame: tall });
      expectInside(inkOf(short.picture), { x: 0, y: 0, ...tall });
      expect(short.isCut).toBe(false);
      expectInside(drawHook({ title: text, subtitle: text }, { frame: tall }).letters, safeArea(tall));
      expectInside(drawTitleCard({ title: text, subtitle: text, kicker: text }, { frame: wide }).letters, {
        x: 0,
        y: 0,
        ...wide,
      });
    }
  });

  test('say so when something is left out', () => {
    const card = { form: '草', gloss: 'laugh '.repeat(60) };
    expect(drawItemCard(card, { frame: wide }).isCut).toBe(true);
    expect(drawItemCard({ ...card, gloss: 'lol' }, { frame: wide }).isCut).toBe(false);
  });
});

test('colours of words keep their contrast on their grounds', () => {
  for (const palette of Object.values(palettes)) {
    for (const ink of [palette.ink, palette.ink2, palette.lampText, palette.lit]) {
      expect(contrastOf(ink, palette.house)).toBeGreaterThan(4.5);
    }
    expect(contrastOf(palette.moon, palette.moonWash)).toBeGreaterThan(4.5);
    expect(contrastOf(palette.lampText, palette.lampWash)).toBeGreaterThan(4.5);
    expect(contrastOf(palette.lampInk, palette.lamp)).toBeGreaterThan(7);
  }
});
