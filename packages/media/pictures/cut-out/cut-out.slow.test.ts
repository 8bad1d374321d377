import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { cutOutPicture } from './cut-out.ts';

test('cuts out in a process of its own and hands errors back', async () => {
  const canvas = createCanvas(64, 64);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 64, 64);
  context.fillStyle = '#204080';
  context.fillRect(20, 16, 24, 40);
  const { method, image } = await cutOutPicture(await canvas.encode('png'), { kind: 'auto' });
  expect(method).toBe('background');
  expect(image.length).toBeGreaterThan(100);
  await expect(cutOutPicture(new Uint8Array(9), { kind: 'none' })).rejects.toMatchObject({ code: 'request.invalid' });
});
