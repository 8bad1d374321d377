import { describe, expect, test } from 'vitest';
import { createCompositor } from './compositor.ts';
import type { Compositor, Draw } from './compositor.ts';
import { createFrames } from './frames.ts';

const size = { width: 48, height: 32 };

function newCompositor(options: Partial<typeof size> = {}): Compositor {
  return createCompositor({ frames: createFrames({ ...size, ...options, count: 2 }) });
}

/** Draws and gives back rows of grey, 0 to 255. */
function render(compositor: Compositor, draws: Draw[]): number[][] {
  compositor.compose(draws, 0);
  return greys(compositor);
}

function greys(compositor: Compositor): number[][] {
  const { width, height } = compositor.frames;
  const yuv = compositor.read(0);
  return Array.from({ length: height }, (_, row) =>
    Array.from(yuv.subarray(row * width, (row + 1) * width), (luma) => Math.round(((luma - 16) * 255) / 219)),
  );
}

function solid(width: number, height: number, [r, g, b, a]: readonly [number, number, number, number]) {
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([r, g, b, a], at);
  return { width, height, data };
}

const white = [255, 255, 255, 255] as const;
/** Paint in a row, in pixels' worth. */
const weight = (row: number[]) => row.reduce((sum, grey) => sum + grey / 255, 0);
/** Where that paint lies on average. */
const centre = (row: number[]) => row.reduce((sum, grey, x) => sum + grey * (x + 0.5), 0) / (weight(row) * 255);

describe('createCompositor', () => {
  test('draws a sprite where it is told, at its size', () => {
    const compositor = newCompositor();
    const sprite = compositor.addSprite(solid(10, 6, white));
    const rows = render(compositor, [{ sprite, x: 5, y: 4, scaleX: 1, scaleY: 1 }]);
    rows.forEach((row, y) => {
      for (let x = 0; x < size.width; x++) {
        const isInside = x >= 5 && x < 15 && y >= 4 && y < 10;
        expect(row[x], `${x},${y}`).toBe(isInside ? 255 : 0);
      }
    });
  });

  test('moves smoothly: each hundredth of a pixel moves the paint by as much', () => {
    const compositor = newCompositor();
    const sprite = compositor.addSprite(solid(10, 6, white));
    for (let step = 0; step <= 100; step++) {
      const rows = render(compositor, [{ sprite, x: 7 + step / 100, y: 4, scaleX: 1, scaleY: 1 }]);
      expect(weight(rows[6]!)).toBeCloseTo(10, 1);
      expect(Math.abs(centre(rows[6]!) - (12 + step / 100))).toBeLessThan(0.015);
    }
  });

  test('moves colour with the paint, at half the size', () => {
    const compositor = newCompositor();
    const sprite = compositor.addSprite(solid(20, 20, [255, 0, 0, 255]));
    const area = size.width * size.height;
    for (let step = 0; step <= 20; step++) {
      compositor.compose([{ sprite, x: 6 + step / 10, y: 6, scaleX: 1, scaleY: 1 }], 0);
      const row = [...compositor.read(0).subarray((area * 5) / 4 + 8 * 24, (area * 5) / 4 + 9 * 24)];
      const paint = row.map((value) => (value - 128) / 112);
      const sum = paint.reduce((total, value) => total + value, 0);
      expect(sum).toBeCloseTo(10, 0);
      const middle = paint.reduce((total, value, x) => total + value * (x + 0.5), 0) / sum;
      expect(Math.abs(middle * 2 - (16 + step / 10))).toBeLessThan(0.1);
    }
  });

  test('scales about the corner', () => {
    const compositor = newCompositor();
    const sprite = compositor.addSprite(solid(10, 6, white));
    const rows = render(compositor, [{ sprite, x: 4, y: 4, scaleX: 1.5, scaleY: 2 }]);
    expect(weight(rows[10]!)).toBeCloseTo(15, 0);
    expect(centre(rows[10]!)).toBeCloseTo(11.5, 1);
    expect(rows.filter((row) => weight(row) > 7)).toHaveLength(12);
  });

  test('draws a small sprite as small as one likes, with all its paint', () => {
    const compositor = newCompositor();
    const sprite = compositor.addSprite(solid(128, 128, white));
    for (const scale of [0.18, 0.13, 0.1, 0.07, 0.05]) {
      const rows = render(compositor, [{ sprite, x: 4.3, y: 5.6, scaleX: scale, scaleY: scale }]);
      const [drawn, expected] = [rows.reduce((sum, row) => sum + weight(row), 0), (128 * scale) ** 2];
      expect(Math.abs(drawn / expected - 1), `${scale}`).toBeLessThan(0.12);
    }
  });

  test('shifts rows', () => {
    const compositor = newCompositor();
    const sprite = compositor.addSprite(solid(10, 20, white));
    const rows = render(compositor, [{ sprite, x: 4, y: 4, scaleX: 1, scaleY: 1, shift: (y) => y / 4 }]);
    expect(centre(rows[8]!)).toBeCloseTo(9 + 8.5 / 4, 1);
    expect(centre(rows[20]!)).toBeCloseTo(9 + 20.5 / 4, 1);
  });

  test('is cut at every edge of the frame', () => {
    const compositor = newCompositor();
    const sprite = compositor.addSprite(solid(70, 60, [99, 99, 99, 255]));
    const rows = render(compositor, [{ sprite, x: -11.3, y: -13.7, scaleX: 1, scaleY: 1 }]);
    for (const row of rows) expect(row).toEqual(Array.from({ length: size.width }, () => 99));
  });

  test('draws opaque, translucent and empty stretches of one row alike wherever they fall', () => {
    const compositor = newCompositor();
    const data = new Uint8Array(120 * 8 * 4);
    for (let pixel = 0; pixel < 120 * 8; pixel++) {
      const x = pixel % 120;
      data.set(x < 40 ? [100, 100, 100, 255] : x < 80 ? [50, 50, 50, 128] : [0, 0, 0, 0], pixel * 4);
    }
    const sprite = compositor.addSprite({ width: 120, height: 8, data });
    const back = compositor.addSprite(solid(60, 40, [200, 200, 200, 255]));
    for (let x = -70; x < 50; x++) {
      const rows = render(compositor, [
        { sprite: back, x: -5, y: -4, scaleX: 1, scaleY: 1 },
        { sprite, x, y: 10, scaleX: 1, scaleY: 1 },
      ]);
      for (let column = 0; column < size.width; column++) {
        const at = column - x;
        const expected = at < 0 ? 200 : at < 40 ? 100 : at < 80 ? 150 : 200;
        expect(Math.abs(rows[13]![column]! - expected), `x ${x}, column ${column}`).toBeLessThanOrEqual(2);
      }
    }
  });

  test('fades, adds light and goes over from one frame to another', () => {
    const compositor = newCompositor();
    const grey = compositor.addSprite(solid(60, 60, [200, 200, 200, 255]));
    const glow = compositor.addSprite(solid(20, 20, [40, 40, 40, 128]), { isLight: true });
    const ground = { sprite: grey, x: -5, y: -5, scaleX: 1, scaleY: 1 };
    const at = (draws: Draw[]) => render(compositor, draws)[10]![10];
    expect(at([{ ...ground, opacity: 0.5 }])).toBe(100);
    expect(at([ground, { sprite: glow, x: 0, y: 0, scaleX: 1, scaleY: 1 }])).toBe(240);

    for (const [part, expected] of [
      [0, 200],
      [0.5, 220],
      [1, 240],
    ] as const) {
      compositor.compose([ground, { sprite: glow, x: -5, y: -5, scaleX: 3, scaleY: 3 }], 1);
      compositor.compose([ground], 0);
      compositor.mix(0, 1, part);
      expect(greys(compositor)[10]![10]).toBe(expected);
    }
  });

  test('adds coloured light to a colour', () => {
    const compositor = newCompositor();
    const blue = compositor.addSprite(solid(60, 60, [0, 0, 100, 255]));
    const red = compositor.addSprite(solid(60, 60, [100, 0, 0, 255]), { isLight: true });
    const purple = compositor.addSprite(solid(60, 60, [100, 0, 100, 255]));
    const place = { x: -5, y: -5, scaleX: 1, scaleY: 1 };
    compositor.compose([{ sprite: purple, ...place }], 1);
    const expected = [...compositor.read(1)];
    compositor.compose(
      [
        { sprite: blue, ...place },
        { sprite: red, ...place },
      ],
      0,
    );
    compositor.read(0).forEach((value, index) => expect(Math.abs(value - expected[index]!)).toBeLessThanOrEqual(1));
  });

  test('lifts the middle greys and leaves black and white, dims to black, and lays warm light over', () => {
    const compositor = newCompositor();
    const at = (grey: number, grade: Parameters<Compositor['grade']>[1]) => {
      const sprite = compositor.addSprite(solid(60, 60, [grey, grey, grey, 255]));
      compositor.compose([{ sprite, x: -5, y: -5, scaleX: 1, scaleY: 1 }], 0);
      compositor.grade(0, grade);
      return greys(compositor)[7]![7]!;
    };
    expect([at(0, { lift: 0.5 }), at(255, { lift: 0.5 })]).toEqual([0, 255]);
    expect(Math.abs(at(128, { lift: 0.5 }) - 160)).toBeLessThanOrEqual(2);
    expect(Math.abs(at(128, { lift: -0.5 }) - 96)).toBeLessThanOrEqual(2);
    expect(at(200, { gain: 0 })).toBe(0);
    expect(Math.abs(at(200, { gain: 0.5 }) - 100)).toBeLessThanOrEqual(1);
    expect(Math.abs(at(100, { light: 0.5 }) - 169)).toBeLessThanOrEqual(2);
    expect(at(123, {})).toBe(123);
  });

  test('draws what another compositor took in', () => {
    const first = newCompositor();
    const sprite = first.addSprite(solid(10, 6, white));
    const second = createCompositor({ frames: createFrames({ ...size, count: 2 }), store: first.store });
    const other = second.addSprite(solid(4, 4, [128, 128, 128, 255]));
    const rows = render(second, [
      { sprite, x: 5, y: 4, scaleX: 1, scaleY: 1 },
      { sprite: other, x: 6, y: 5, scaleX: 1, scaleY: 1 },
    ]);
    expect(rows[6]!.slice(4, 12)).toEqual([0, 255, 128, 128, 128, 128, 255, 255]);
  });

  test.each([
    [50, 18],
    [44, 20],
    [1080, 16],
  ])('writes frames of %i×%i pixels', (width, height) => {
    const compositor = newCompositor({ width, height });
    const sprite = compositor.addSprite(solid(width + 30, height + 20, white));
    compositor.compose([{ sprite, x: -4, y: -4, scaleX: 1, scaleY: 1 }], 0);
    const yuv = compositor.read(0);
    expect(yuv).toHaveLength(width * height * 1.5);
    expect(yuv.subarray(0, width * height).every((luma) => luma === 235)).toBe(true);
    expect(yuv.subarray(width * height).every((chroma) => chroma === 128)).toBe(true);
  });
});
