import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { createCaptionPainter } from './caption-painter.ts';
import { decodeVideoSync } from './decode.ts';
import { decorateSync } from './decorate.ts';
import { joinSegments } from './join.ts';
import { createOverlay, layOver, tint, toYuv } from './overlay.ts';
import type { Overlay } from './overlay.ts';
import { createSegmentEncoder } from './segment-encoder.ts';
import { aliasYuv, newYuvFrame, readYuv } from './yuv.ts';

const size = { width: 320, height: 180 };
const area = size.width * size.height;

function greyFrame(luma: number) {
  const frame = newYuvFrame(size);
  const yuv = new Uint8Array(area * 1.5).fill(128);
  yuv.fill(luma, 0, area);
  aliasYuv(frame, yuv);
  return frame;
}

function bytesOf(frame: ReturnType<typeof greyFrame>): Uint8Array {
  const yuv = new Uint8Array(area * 1.5);
  readYuv(frame, yuv);
  return yuv;
}

function greySegment(frames: number, luma: number): Uint8Array {
  using encoder = createSegmentEncoder(size);
  const yuv = new Uint8Array(area * 1.5).fill(128);
  yuv.fill(luma, 0, area);
  for (let index = 0; index < frames; index++) encoder.addYuv(yuv);
  return encoder.finish();
}

/** For each frame: the mean grey, and how many pixels are much brighter than the picture. */
function watch(film: Uint8Array, picture: number) {
  const seen: { mean: number; bright: number }[] = [];
  for (const frame of decodeVideoSync(film, size)) {
    const luma = bytesOf(frame).subarray(0, area);
    const bright = luma.reduce((sum, value) => sum + (value > picture + 50 ? 1 : 0), 0);
    seen.push({ mean: luma.reduce((sum, value) => sum + value, 0) / area, bright });
  }
  return seen;
}

const colourOf = (overlay: Overlay, warmth: number) =>
  overlay.u.reduce((sum, u, at) => sum + (overlay.chromaAlpha[at]! > 60 && u < warmth ? 1 : 0), 0);

describe('overlays', () => {
  test('lay colours over a frame by their alpha, and leave the rest alone', () => {
    const canvas = createCanvas(20, 10);
    const context = canvas.getContext('2d');
    context.fillStyle = 'rgb(255, 0, 0)';
    context.fillRect(0, 0, 10, 10);
    context.fillStyle = 'rgba(255, 255, 255, 0.5)';
    context.fillRect(10, 0, 10, 10);
    const frame = greyFrame(100);
    layOver(frame, createOverlay(canvas, { x: 40, y: 20 }), 1);
    const yuv = bytesOf(frame);
    expect(yuv[22 * size.width + 42]).toBe(63);
    expect(yuv[22 * size.width + 55]).toBe(168);
    expect(yuv[22 * size.width + 61]).toBe(100);
    expect(yuv[area + 11 * 160 + 21]).toBe(102);
    expect(yuv[area + 11 * 160 + 27]).toBe(128);
    frame.free();
  });

  test('fade with their opacity', () => {
    const canvas = createCanvas(4, 4);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, 4, 4);
    const frame = greyFrame(35);
    layOver(frame, createOverlay(canvas, { x: 0, y: 0 }), 0.25);
    expect(bytesOf(frame)[0]).toBe(85);
    frame.free();
  });

  test('tint a whole frame', () => {
    const frame = greyFrame(200);
    tint(frame, toYuv(0, 0, 0), 0.5);
    expect(bytesOf(frame)[500]).toBe(108);
    frame.free();
  });
});

describe('createCaptionPainter', () => {
  const words = ['The ', 'moon ', 'rose.'].map((text, index) => ({ text, start: 1 + index, end: 1.8 + index }));
  const paint = createCaptionPainter([{ start: 1, end: 4, words }], size);

  test('shows a caption from its first word to its end', () => {
    expect(paint(0.5)).toBeUndefined();
    expect(paint(1.2)?.opacity).toBe(1);
    expect(paint(4.5)).toBeUndefined();
  });

  test('lights each word up in turn, and only one at a time', () => {
    const warm = [1.4, 2.4, 3.4].map((seconds) => {
      const { overlay } = paint(seconds)!;
      const columns = Array.from({ length: overlay.width / 2 }, (_, x) => x).filter((x) => {
        for (let y = 0; y < overlay.height / 2; y++) {
          const at = (y * overlay.width) / 2 + x;
          if (overlay.chromaAlpha[at]! > 120 && overlay.u[at]! < 100) return true;
        }
        return false;
      });
      return columns.reduce((sum, x) => sum + x, 0) / columns.length;
    });
    expect(warm[0]).toBeLessThan(warm[1]! - 5);
    expect(warm[1]).toBeLessThan(warm[2]! - 5);
    expect(colourOf(paint(1.9)!.overlay, 100)).toBeLessThan(colourOf(paint(1.4)!.overlay, 100));
  });

  test('draws nothing anew while no word changes', () => {
    expect(paint(2.3)!.overlay).toBe(paint(2.5)!.overlay);
  });

  test('keeps long captions within the frame', () => {
    const long = Array.from({ length: 24 }, (_, index) => ({ text: 'wonderful ', start: index, end: index + 0.5 }));
    const { overlay } = createCaptionPainter([{ start: 0, end: 30, words: long }], size)(3)!;
    expect(overlay.x).toBeGreaterThanOrEqual(0);
    expect(overlay.x + overlay.width).toBeLessThanOrEqual(size.width);
    expect(overlay.y).toBeGreaterThan(size.height / 3);
    expect(overlay.y + overlay.height).toBeLessThanOrEqual(size.height);
  });

  test('has letters for Japanese', () => {
    const spoken = [{ text: '月がのぼる', start: 0, end: 2 }];
    const { overlay } = createCaptionPainter([{ start: 0, end: 2, words: spoken }], size)(1)!;
    expect(colourOf(overlay, 100)).toBeGreaterThan(15);
  });
});

describe('decorateSync', () => {
  test('brings a title up and lets it go before the end, frame for frame', () => {
    const seen = watch(decorateSync(greySegment(72, 90), { title: { title: 'The Moon' } }), 90);
    expect(seen).toHaveLength(72);
    expect(seen[0]!.bright).toBe(0);
    expect(seen[36]!.bright).toBeGreaterThan(200);
    expect(seen[71]!.bright).toBe(0);
  });

  test('ends in the dark', () => {
    const seen = watch(decorateSync(greySegment(48, 180), { ending: { title: 'Good night' } }), 90);
    expect(seen[0]!.mean).toBeCloseTo(180, 0);
    expect(seen.at(-1)!.mean).toBeLessThan(40);
    for (let index = 4; index < 24; index++) expect(seen[index]!.mean).toBeLessThan(seen[index - 4]!.mean);
  });

  test('makes segments that join with undecorated ones by copying', () => {
    const decorated = decorateSync(greySegment(5, 100), {
      captions: [{ start: 0, end: 1, words: [{ text: 'Hush', start: 0, end: 1 }] }],
    });
    const plain = greySegment(5, 60);
    const joined = joinSegments([plain, decorated]);
    expect(joined.samples).toHaveLength(10);
    expect(Buffer.from(decorated).includes(Buffer.from(joined.samples[7]!.data))).toBe(true);
  });
});
