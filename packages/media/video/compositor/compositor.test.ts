import { describe, expect, test } from 'vitest';
import { createCompositor } from './compositor.ts';
import type { Draw } from './compositor.ts';

const size = { width: 48, height: 32 };

/** Draws and gives back rows of RGBA. */
function render(compositor: ReturnType<typeof createCompositor>, draws: Draw[]): number[][] {
  const rows: number[][] = [];
  for (let y = 0; y < compositor.height; y += 2) {
    const pair = compositor.paintRows(draws, y);
    rows.push(
      [...pair.subarray(0, size.width * 4)],
      [...pair.subarray(pair.length / 2, pair.length / 2 + size.width * 4)],
    );
  }
  return rows;
}

function solid(width: number, height: number, [r, g, b, a]: readonly [number, number, number, number]) {
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([r, g, b, a], at);
  return { width, height, data };
}

/** Paint in a row's red channel, in pixels' worth. */
const weight = (row: number[]) => row.filter((_, index) => index % 4 === 0).reduce((sum, red) => sum + red / 255, 0);
/** Where that paint lies on average. */
const centre = (row: number[]) =>
  row.filter((_, index) => index % 4 === 0).reduce((sum, red, x) => sum + red * (x + 0.5), 0) / (weight(row) * 255);

describe('createCompositor', () => {
  test('draws a sprite where it is told, at its size', () => {
    const compositor = createCompositor(size);
    const sprite = compositor.addSprite(solid(10, 6, [255, 0, 0, 255]));
    const rows = render(compositor, [{ sprite, x: 5, y: 4, scaleX: 1, scaleY: 1 }]);
    rows.forEach((row, y) => {
      for (let x = 0; x < size.width; x++) {
        const isInside = x >= 5 && x < 15 && y >= 4 && y < 10;
        expect(row[x * 4], `${x},${y}`).toBe(isInside ? 255 : 0);
      }
    });
  });

  test('moves smoothly: each hundredth of a pixel moves the paint by as much', () => {
    const compositor = createCompositor(size);
    const sprite = compositor.addSprite(solid(10, 6, [255, 0, 0, 255]));
    for (let step = 0; step <= 100; step++) {
      const rows = render(compositor, [{ sprite, x: 7 + step / 100, y: 4, scaleX: 1, scaleY: 1 }]);
      expect(weight(rows[6]!)).toBeCloseTo(10, 1);
      expect(Math.abs(centre(rows[6]!) - (12 + step / 100))).toBeLessThan(0.01);
    }
  });

  test('scales about the corner', () => {
    const compositor = createCompositor(size);
    const sprite = compositor.addSprite(solid(10, 6, [255, 0, 0, 255]));
    const rows = render(compositor, [{ sprite, x: 4, y: 4, scaleX: 1.5, scaleY: 2 }]);
    expect(weight(rows[10]!)).toBeCloseTo(15, 0);
    expect(centre(rows[10]!)).toBeCloseTo(11.5, 1);
    expect(rows.filter((row) => weight(row) > 7)).toHaveLength(12);
  });

  test('shifts rows', () => {
    const compositor = createCompositor(size);
    const sprite = compositor.addSprite(solid(10, 20, [255, 0, 0, 255]));
    const rows = render(compositor, [{ sprite, x: 4, y: 4, scaleX: 1, scaleY: 1, shift: (y) => y / 4 }]);
    expect(centre(rows[8]!)).toBeCloseTo(9 + 8.5 / 4, 1);
    expect(centre(rows[20]!)).toBeCloseTo(9 + 20.5 / 4, 1);
  });

  test('is cut at every edge of the frame', () => {
    const compositor = createCompositor(size);
    const sprite = compositor.addSprite(solid(70, 60, [9, 99, 199, 255]));
    const rows = render(compositor, [{ sprite, x: -11.3, y: -13.7, scaleX: 1, scaleY: 1 }]);
    for (const row of rows)
      for (let x = 0; x < size.width; x++) expect(row.slice(x * 4, x * 4 + 4)).toEqual([9, 99, 199, 255]);
  });

  test('draws opaque, translucent and empty stretches of one row alike wherever they fall', () => {
    const compositor = createCompositor(size);
    const data = new Uint8Array(120 * 8 * 4);
    for (let pixel = 0; pixel < 120 * 8; pixel++) {
      const x = pixel % 120;
      data.set(x < 40 ? [100, 100, 100, 255] : x < 80 ? [50, 50, 50, 128] : [0, 0, 0, 0], pixel * 4);
    }
    const sprite = compositor.addSprite({ width: 120, height: 8, data });
    const back = compositor.addSprite(solid(60, 40, [200, 200, 200, 255]));
    for (const x of [-20, -19, -21, -59, -60, -61]) {
      const rows = render(compositor, [
        { sprite: back, x: -5, y: -4, scaleX: 1, scaleY: 1 },
        { sprite, x, y: 10, scaleX: 1, scaleY: 1 },
      ]);
      for (let column = 0; column < size.width; column++) {
        const at = column - x;
        const expected = at < 40 ? 100 : at < 80 ? 150 : 200;
        expect(Math.abs(rows[13]![column * 4]! - expected), `x ${x}, column ${column}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test('fades, adds light and dissolves', () => {
    const compositor = createCompositor(size);
    const red = compositor.addSprite(solid(60, 60, [200, 0, 0, 255]));
    const glow = compositor.addSprite(solid(20, 20, [40, 40, 0, 128]), { isLight: true });
    const ground = { sprite: red, x: -5, y: -5, scaleX: 1, scaleY: 1 };
    const at = (draws: Draw[]) => render(compositor, draws)[10]!.slice(40, 44);
    expect(at([{ ...ground, opacity: 0.5 }])[0]).toBe(100);
    expect(at([ground, { sprite: glow, x: 0, y: 0, scaleX: 1, scaleY: 1 }])).toEqual([240, 40, 0, 255]);

    const other = createCompositor(size);
    const white = other.addSprite(solid(60, 60, [255, 255, 255, 255]));
    const whiteGround = { sprite: white, x: -5, y: -5, scaleX: 1, scaleY: 1 };
    const yuv = new Uint8Array((size.width * size.height * 3) / 2);
    const lumaOf = (part: number) => {
      compositor.dissolve([ground], { compositor: other, draws: [whiteGround], part }, yuv);
      return yuv[100]!;
    };
    expect(lumaOf(0)).toBe(53);
    expect(lumaOf(1)).toBe(235);
    expect(Math.abs(lumaOf(0.5) - 144)).toBeLessThanOrEqual(1);
  });

  test('writes frames whose width is not a multiple of sixteen', () => {
    const compositor = createCompositor({ width: 50, height: 18 });
    const sprite = compositor.addSprite(solid(80, 40, [255, 255, 255, 255]));
    const yuv = new Uint8Array(50 * 18 * 1.5);
    compositor.compose([{ sprite, x: -4, y: -4, scaleX: 1, scaleY: 1 }], yuv);
    expect(yuv.subarray(0, 900).every((luma) => luma === 235)).toBe(true);
    expect(yuv.subarray(900).every((chroma) => chroma === 128)).toBe(true);
  });
});
