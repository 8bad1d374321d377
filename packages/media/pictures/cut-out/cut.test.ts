import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { cutOutHere } from './cut.ts';
import type { CutOutMethod } from './cut.ts';

const auto: CutOutMethod = { kind: 'auto' };

/** A red figure of 60 × 110 pixels, its head a circle at (100, 50), before whatever `ground` paints. */
async function portrait(ground: (context: SKRSContext2D) => void, foot = 150): Promise<Uint8Array> {
  const canvas = createCanvas(200, 160);
  const context = canvas.getContext('2d');
  ground(context);
  context.fillStyle = '#c02030';
  context.beginPath();
  context.arc(100, 50, 24, 0, 7);
  context.fill();
  context.fillRect(70, 70, 60, foot - 70);
  return await canvas.encode('png');
}

const plain = (colour: string) => (context: SKRSContext2D) => {
  context.fillStyle = colour;
  context.fillRect(0, 0, 200, 160);
};

async function pixelsOf(image: Uint8Array) {
  const decoded = await loadImage(image);
  const canvas = createCanvas(decoded.width, decoded.height);
  const context = canvas.getContext('2d');
  context.drawImage(decoded, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
  return { data, width, height, at };
}

describe('cutting a picture out', () => {
  test.each(['#ffffff', '#30a050', '#101018'])('takes a plain %s away and trims', async (colour) => {
    const result = await cutOutHere(await portrait(plain(colour)), auto);
    expect(result.method).toBe('background');
    expect(result.confidence).toBeGreaterThan(0.6);
    const { width, height, at } = await pixelsOf(result.image);
    expect(Math.abs(width - 60)).toBeLessThanOrEqual(4);
    expect(Math.abs(height - 124)).toBeLessThanOrEqual(4);
    expect(at(2, 2)[3]).toBe(0);
    expect(at(30, 80)).toEqual([192, 32, 48, 255]);
  });

  test('leaves no green along the edge of what stood before green', async () => {
    const { image } = await cutOutHere(await portrait(plain('#20c040')), auto);
    const { data } = await pixelsOf(image);
    const green = data.filter((_, at) => at % 4 === 0 && data[at + 3]! > 60 && data[at + 1]! - data[at]! > 30);
    // Four pixels in the corners of the neck, where the gap is a single pixel wide.
    expect(green.length).toBeLessThanOrEqual(4);
  });

  test('takes a shaded and noisy background away', async () => {
    let state = 7;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const picture = await portrait((context) => {
      for (let y = 0; y < 160; y++) {
        for (let x = 0; x < 200; x++) {
          const value = 205 - y * 0.25 + (random() - 0.5) * 26;
          context.fillStyle = `rgb(${value},${value + 4},${value + 12})`;
          context.fillRect(x, y, 1, 1);
        }
      }
    });
    const result = await cutOutHere(picture, auto);
    expect(result.method).toBe('background');
    const { width, at } = await pixelsOf(result.image);
    expect(Math.abs(width - 60)).toBeLessThanOrEqual(6);
    expect(at(30, 80)[3]).toBe(255);
  });

  test('keeps a subject that touches the border', async () => {
    const result = await cutOutHere(await portrait(plain('#e8e8f0'), 160), auto);
    expect(result.method).toBe('background');
    const { height, at } = await pixelsOf(result.image);
    expect(at(30, height - 1)[3]).toBe(255);
  });

  test('uses the alpha a picture has', async () => {
    const result = await cutOutHere(await portrait(() => {}), auto);
    expect(result).toMatchObject({ method: 'alpha', confidence: 1 });
    expect((await pixelsOf(result.image)).width).toBe(60);
  });

  test('frames what has no plain background', async () => {
    const picture = await portrait((context) => {
      for (let x = 0; x < 200; x += 10) {
        for (let y = 0; y < 160; y += 10) {
          context.fillStyle = `hsl(${(x * 37 + y * 91) % 360},80%,${20 + ((x * 7 + y * 13) % 60)}%)`;
          context.fillRect(x, y, 10, 10);
        }
      }
    });
    const { method, image } = await cutOutHere(picture, auto);
    expect(method).toBe('framed');
    const { width, height, at } = await pixelsOf(image);
    expect([width, height]).toEqual([200, 160]);
    expect(at(0, 0)[3]).toBe(0);
    expect(at(100, 2)).toEqual([247, 242, 232, 255]);
  });

  test('takes away what looks like the named places', async () => {
    const picture = await portrait((context) => {
      plain('#ffffff')(context);
      context.fillStyle = '#2060c0';
      context.fillRect(0, 0, 60, 160);
    });
    const background = [
      [0.02, 0.5],
      [0.98, 0.1],
    ] as const;
    const { image, method } = await cutOutHere(picture, { kind: 'points', background, tolerance: 0.2 });
    expect(method).toBe('background');
    expect(Math.abs((await pixelsOf(image)).width - 60)).toBeLessThanOrEqual(4);
    await expect(cutOutHere(picture, { kind: 'points', background, tolerance: 1 })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  test('is at most 1024 pixels a side', async () => {
    const canvas = createCanvas(2000, 500);
    const context = canvas.getContext('2d');
    context.fillStyle = '#884422';
    context.fillRect(100, 100, 1800, 300);
    const { width, height } = await pixelsOf((await cutOutHere(await canvas.encode('png'), auto)).image);
    expect(width).toBeLessThanOrEqual(1024);
    expect(height).toBeLessThan(width / 5);
  });

  test('refuses a file that claims to be huge before it decodes it', async () => {
    const bytes = new Uint8Array(await portrait(plain('#ffffff')));
    new DataView(bytes.buffer).setUint32(16, 60_000);
    new DataView(bytes.buffer).setUint32(20, 60_000);
    await expect(cutOutHere(bytes, auto)).rejects.toMatchObject({ code: 'request.too-large' });
    await expect(cutOutHere(new TextEncoder().encode('<svg/>'), auto)).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});
