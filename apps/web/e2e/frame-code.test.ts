import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { ageOf, drawFrameCode, readFrameCode } from './frame-code.ts';

test('a time that was burnt in is read back, also when the picture became darker', () => {
  const context = createCanvas(512, 64).getContext('2d') as unknown as CanvasRenderingContext2D;
  for (const time of [0, 1, 2 ** 24 - 1, 1_795_304_000_123]) {
    drawFrameCode(context, time);
    context.fillStyle = 'rgb(0 0 0 / 40%)';
    context.fillRect(0, 0, 512, 64);
    expect(readFrameCode(context)).toBe(time % 2 ** 24);
  }
  context.fillStyle = '#888';
  context.fillRect(0, 0, 512, 64);
  expect(readFrameCode(context)).toBeNull();
});

test('ages are right across the wrap of the counter', () => {
  expect(ageOf(2 ** 24 - 10, 2 ** 24 * 3 + 90)).toBe(100);
});
