import { describe, expect, test } from 'vitest';
import { createKernels } from './kernels.ts';

const shared = () => new WebAssembly.Memory({ initial: 1, maximum: 32_768, shared: true });
const memories = { sprites: shared(), frames: shared() };
const kernels = createKernels(memories);
const sprites = new Uint8Array(memories.sprites.buffer);
const frames = new Uint8Array(memories.frames.buffer);

const source = 1024;
const stride = 32;
const alpha = 512;
const one = 65_536;
const full = 32_767;
/** For kernels of one plane, which have no other. */
const alone = [0, 0] as const;

/** Two rows of a plane, their alpha, and a row of the frame. */
function place(row0: number[], row1: number[], options: { alpha?: number[]; ground?: number[] } = {}): void {
  sprites.fill(0);
  frames.fill(0);
  sprites.set(row0, source);
  sprites.set(row1, source + stride);
  sprites.set(options.alpha ?? [], source + alpha);
  frames.set(options.ground ?? [], 0);
}

const result = (count = 8) => [...frames.subarray(0, count)];

describe('sampling', () => {
  test.each(['copy', 'over', 'fade', 'light'] as const)(
    '%s takes a pixel from between its four neighbours',
    (kernel) => {
      place([0, 200, 0, 0], [200, 200, 0, 0]);
      const extra = kernel === 'light' ? 0 : alpha;
      kernels.one[kernel](0, 8, source, stride, one / 2, one / 4, one, one, 8, 1, extra, full, ...alone);
      // First: half way between columns 0 and 1 is 100 above and 200 below; a quarter down: 125. Second: 100 throughout.
      expect(result(3)).toEqual([125, 100, 0]);
    },
  );

  test('gives every hundredth of a shift its own blend, without a step of a whole pixel', () => {
    const values = Array.from({ length: 100 }, (_, index) => {
      place([0, 255], []);
      kernels.one.copy(0, 8, source, stride, Math.round((index / 100) * one), 0, one, one, 8, 1, 0, full, ...alone);
      return result()[0]!;
    });
    values.forEach((value, index) => expect(Math.abs(value - index * 2.55)).toBeLessThan(1.6));
    expect(new Set(values).size).toBe(100);
  });

  test('walks by steps of less and more than a pixel, over many blocks and rows', () => {
    sprites.fill(0);
    for (let row = 0; row < 12; row++) {
      for (let x = 0; x < 128; x++) sprites[row * 128 + x] = x + row * 5;
    }
    for (const step of [0.61, 0.993, 1, 1.37, 1.9]) {
      const [x, y] = [3.25 * one, 1.5 * one];
      kernels.one.copy(0, 64, 0, 128, x, y, Math.round(step * one), one * 0.5, 64, 8, 0, full, ...alone);
      for (let row = 0; row < 8; row++) {
        for (let x = 0; x < 64; x++) {
          const [across, down] = [3.25 + x * step, 1.5 + row * 0.5];
          if (across > 126) continue;
          expect(Math.abs(frames[row * 64 + x]! - (across + down * 5)), `${step} ${row} ${x}`).toBeLessThan(1.1);
        }
      }
    }
  });

  test('lays translucent paint over the ground, and opaque paint instead of it', () => {
    place([64, 10, 0], [], { alpha: [128, 255, 0], ground: [100, 200, 40] });
    kernels.one.over(0, 8, source, stride, 0, 0, one, one, 8, 1, alpha, full, ...alone);
    expect(result(3)).toEqual([114, 10, 40]);
  });

  test('leaves the ground under clear paint as it is', () => {
    const ground = [1, 100, 254, 255, 16, 3, 128, 235];
    place([], [], { ground });
    kernels.one.over(0, 8, source, stride, 0, 0, one, one, 8, 1, alpha, full, ...alone);
    expect(result()).toEqual(ground);
  });

  test('adds light, up to the brightest value, and less of it where it is faint', () => {
    place([100, 80, 28], [], { ground: [50, 200, 90] });
    kernels.one.light(0, 8, source, stride, 0, 0, one, one, 8, 1, 0, full, ...alone);
    expect(result(3)).toEqual([150, 255, 118]);
    place([100, 128, 28], [], { ground: [100, 100, 100] });
    kernels.one.light(0, 8, source, stride, 0, 0, one, one, 8, 1, -128, 16_384, ...alone);
    expect(result(3)).toEqual([86, 100, 50]);
  });

  test('fades a sprite', () => {
    place([200, 200], [], { alpha: [255, 255], ground: [0, 100] });
    kernels.one.fade(0, 8, source, stride, 0, 0, one, one, 8, 1, alpha, 16_384, ...alone);
    expect(result(2).map((value, index) => Math.abs(value - [100, 150][index]!) <= 1)).toEqual([true, true]);
  });
});

describe('mix', () => {
  test('goes from one picture to the other', () => {
    frames.fill(100, 0, 16);
    frames.fill(200, 64, 80);
    kernels.mix(0, 64, 64, 16);
    expect([frames[0], frames[15]]).toEqual([125, 125]);
  });
});

describe('toPlanes', () => {
  const convert = (pixels: number[][], zero = 0) => {
    sprites.fill(0);
    for (let pixel = 0; pixel < 8; pixel++) {
      for (const row of [4096, 4200]) sprites.set(pixels[pixel % pixels.length]!, row + pixel * 4);
    }
    kernels.toPlanes(4096, 4200, 5000, 5100, 5200, 5300, 5400, 5500, 5600, 8, zero);
  };

  test.each([
    ['white', [255, 255, 255], [235, 128, 128]],
    ['black', [0, 0, 0], [16, 128, 128]],
    ['red', [255, 0, 0], [63, 102, 240]],
    ['green', [0, 255, 0], [173, 42, 26]],
    ['blue', [0, 0, 255], [32, 240, 118]],
  ])('has the values of BT.709 for %s', (_, rgb, [y, u, v]) => {
    convert([[...rgb, 255]]);
    expect([sprites[5007], sprites[5107], sprites[5403], sprites[5503]]).toEqual([y, y, u, v]);
    expect([sprites[5207], sprites[5307], sprites[5603]]).toEqual([255, 255, 255]);
  });

  test('gives translucent paint its part of each value', () => {
    convert([[128, 0, 0, 128]]);
    expect([sprites[5000], sprites[5200], sprites[5400], sprites[5500], sprites[5600]]).toEqual([
      31, 128, 51, 120, 128,
    ]);
  });

  test('counts the colour of light from a middle, with no alpha', () => {
    convert([[100, 0, 0, 0]], 128);
    expect([sprites[5000], sprites[5200], sprites[5400], sprites[5500]]).toEqual([18, 0, 118, 172]);
  });

  test('averages the colour of four pixels', () => {
    convert([
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ]);
    expect([sprites[5400], sprites[5500]]).toEqual([171, 179]);
    expect([sprites[5000], sprites[5001]]).toEqual([63, 32]);
  });
});
