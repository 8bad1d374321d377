import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { createFrameDifference } from './difference.ts';
import { drawFrameCode, readFrameCode } from './frame-code.ts';

const size = { width: 128, height: 96 };

/** Grey with noise of a camera, and a darker square somewhere. */
function frame(seed: number, square?: { x: number; y: number }) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const data = new Uint8Array(size.width * size.height * 4);
  for (let at = 0; at < data.length; at += 4) {
    const [x, y] = [(at / 4) % size.width, Math.floor(at / 4 / size.width)];
    const isSquare = square && x >= square.x && x < square.x + 8 && y >= square.y && y < square.y + 6;
    const noise = (random() + random() + random() - 1.5) * 4;
    data.fill((isSquare ? 60 : 140) + noise, at, at + 3);
    data[at + 3] = 255;
  }
  return { ...size, data };
}

test('noise is no difference, a small thing that moves is one', () => {
  const difference = createFrameDifference();
  expect(difference.measure(frame(1))).toBe(1);
  difference.keep();
  expect(difference.measure(frame(2))).toBeLessThan(0.02);
  expect(difference.measure(frame(3, { x: 64, y: 48 }))).toBeGreaterThan(0.1);
});

test('a slow change adds up until it is kept', () => {
  const difference = createFrameDifference();
  const grey = (value: number) => ({ ...size, data: new Uint8Array(size.width * size.height * 4).fill(value) });
  difference.measure(grey(100));
  difference.keep();
  expect(difference.measure(grey(101))).toBeCloseTo(1 / 255, 3);
  expect(difference.measure(grey(103))).toBeCloseTo(3 / 255, 3);
  difference.keep();
  expect(difference.measure(grey(103))).toBe(0);
});

test.each([0, 1, 12_345_678, 2 ** 24 - 1])('the frame code %i survives a poor JPEG', async (value) => {
  const canvas = createCanvas(128, 128);
  const context = canvas.getContext('2d');
  const picture = context.getImageData(0, 0, 128, 128);
  picture.data.forEach((_, at) => (picture.data[at] = (at * 37) % 256));
  drawFrameCode(picture.data, value, { width: 128, height: 128 });
  expect(readFrameCode(picture.data, { width: 128, height: 128 })).toBe(value);
  context.putImageData(picture, 0, 0);
  context.drawImage(await loadImage(canvas.toBuffer('image/jpeg', 12)), 0, 0);
  expect(readFrameCode(context.getImageData(0, 0, 128, 128).data, { width: 128, height: 128 })).toBe(value);
});

test('a picture without a code has none', () => {
  expect(readFrameCode(frame(5).data, size)).toBeNull();
  expect(readFrameCode(new Uint8Array(64 * 64 * 4), { width: 64, height: 64 })).toBeNull();
});
