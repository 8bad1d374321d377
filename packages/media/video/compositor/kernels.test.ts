import { describe, expect, test } from 'vitest';
import { createKernels } from './kernels.ts';

const memory = new WebAssembly.Memory({ initial: 1 });
const kernels = createKernels(memory);
const bytes = new Uint8Array(memory.buffer);

const source = 1024;
const nextRow = 16;
const target = 2048;
const one = 65536;

/** Two rows of four premultiplied pixels, and a target of two pixels. */
function place(row0: number[], row1: number[], ground: number[] = []): void {
  bytes.fill(0);
  bytes.set(row0, source);
  bytes.set(row1, source + nextRow);
  bytes.set(ground, target);
}

function result(): number[] {
  return [...bytes.subarray(target, target + 8)];
}

const dark = [0, 0, 0, 255];
const light = [200, 100, 40, 255];

describe('sampling', () => {
  test.each(['copy', 'over'] as const)('%s takes a pixel from between its four neighbours', (kernel) => {
    place([...dark, ...light, ...dark, ...dark], [...light, ...light, ...dark, ...dark]);
    kernels[kernel](target, source, nextRow, 8192, 0.5 * one, one, 2);
    // First: half way between columns 0 and 1 is 0.5 above and 1 below; a quarter down: 0.625. Second: 0.5 throughout.
    expect(result()).toEqual([125, 63, 25, 255, 100, 50, 20, 255]);
  });

  test('gives every 1/32768 of a shift its own blend, without a step of a whole pixel', () => {
    const values = Array.from({ length: 255 }, (_, index) => {
      place([0, 0, 0, 255, 255, 255, 255, 255], []);
      kernels.copy(target, source, 0, 0, (index / 255) * one, one, 1);
      return result()[0]!;
    });
    values.forEach((value, index) => expect(Math.abs(value - index)).toBeLessThanOrEqual(1));
  });

  test('lays translucent paint over the ground, and opaque paint instead of it', () => {
    place([64, 0, 0, 128, 10, 20, 30, 255], [], [100, 200, 40, 255, 100, 200, 40, 255]);
    kernels.over(target, source, 0, 0, 0, one, 2);
    expect(result()).toEqual([114, 100, 20, 255, 10, 20, 30, 255]);
  });

  test('leaves the ground under clear paint as it is', () => {
    const ground = [1, 100, 254, 255, 255, 3, 128, 255];
    place([], [], ground);
    kernels.over(target, source, 0, 0, 0, one, 2);
    expect(result()).toEqual(ground);
  });

  test('adds light: paint without alpha brightens, up to white', () => {
    place([100, 80, 60, 0, 0, 0, 0, 0], [], [50, 100, 250, 255, 7, 7, 7, 255]);
    kernels.over(target, source, 0, 0, 0, one, 2);
    expect(result()).toEqual([150, 180, 255, 255, 7, 7, 7, 255]);
  });

  test('fades a sprite', () => {
    place([...light, ...light], [], [...dark, ...dark]);
    kernels.fade(target, source, 0, 0, 0, one, 2, 16384);
    expect(result().slice(0, 3)).toEqual([100, 50, 20]);
  });
});

describe('mix', () => {
  test('goes from one picture to the other', () => {
    bytes.fill(0);
    bytes.fill(100, target, target + 16);
    bytes.fill(200, source, source + 16);
    kernels.mix(target, source, 64, 4);
    expect(bytes[target]).toBe(125);
    expect(bytes[target + 15]).toBe(125);
  });
});

describe('toYuv', () => {
  test.each([
    ['white', [255, 255, 255], [235, 128, 128]],
    ['black', [0, 0, 0], [16, 128, 128]],
    ['red', [255, 0, 0], [63, 102, 240]],
    ['green', [0, 255, 0], [173, 42, 26]],
    ['blue', [0, 0, 255], [32, 240, 118]],
  ])('has the values of BT.709 for %s', (_, rgb, [y, u, v]) => {
    for (let pixel = 0; pixel < 8; pixel++) bytes.set([...rgb, 255], 4096 + pixel * 4);
    kernels.toYuv(4096, 4096, 5000, 5100, 5200, 5300, 8);
    expect([bytes[5007], bytes[5107], bytes[5203], bytes[5303]]).toEqual([y, y, u, v]);
  });

  test('averages the colour of four pixels', () => {
    for (let pixel = 0; pixel < 8; pixel++) {
      const isRed = pixel % 2 === 0;
      bytes.set(isRed ? [255, 0, 0, 255] : [0, 0, 255, 255], 4096 + pixel * 4);
    }
    kernels.toYuv(4096, 4096, 5000, 5100, 5200, 5300, 8);
    expect([bytes[5200], bytes[5300]]).toEqual([171, 179]);
    expect([bytes[5000], bytes[5001]]).toEqual([63, 32]);
  });
});
