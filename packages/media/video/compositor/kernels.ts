import { paints, sampling } from './sampling.ts';
import type { Paint, Sampling } from './sampling.ts';
import {
  add,
  add16,
  add32,
  advance,
  all16,
  buildModule,
  countDown,
  dot16,
  get,
  i32,
  lanes16,
  lanes32,
  load,
  minimumBytes,
  multiply16,
  multiplyQ15,
  narrow16,
  narrow32,
  set,
  shiftLeft,
  shiftLeft16,
  shiftRight16,
  shiftRight32,
  shuffle,
  splat16,
  splat32,
  store,
  storeLow,
  storeLowest,
  subtract16,
  subtractBytes,
  widenHigh,
  widenLow,
} from './wasm-writer.ts';
import type { Code, WasmFunction } from './wasm-writer.ts';

/**
 * The inner loops of the compositor. Sprites lie in one memory, frames in another; addresses are bytes of theirs. A plane holds
 * a byte a pixel: luma, half-size chroma, or alpha; colours are premultiplied.
 */
export type Kernels = {
  /** Kernels for one plane, and for two that share their alpha: the second lies `nextSource` and `nextTarget` bytes further. */
  one: Samplers;
  two: Samplers;
  /** target = target + (other − target) · part / 256 in frames, for `count` bytes, a multiple of 16. */
  mix(target: number, other: number, part: number, count: number): void;
  /** Changes `count` (a multiple of 16) values of luma: v + lift · v (219 − v) / 219, times gain, plus base; v counts from black. */
  gradeLuma(target: number, count: number, lift: number, gain: number, base: number): void;
  /** Changes `count` (a multiple of 16) values of chroma: (v − 128) · gain / 16384 + base. */
  gradeChroma(target: number, count: number, gain: number, base: number): void;
  /**
   * Turns two rows of `count` premultiplied RGBA pixels (a multiple of 8) into planes (BT.709, limited range): two rows of luma
   * and alpha, one of U, V and alpha at half size. `zero` is what stands for no colour in U and V.
   */
  toPlanes(
    ...values: [
      row0: number,
      row1: number,
      y0: number,
      y1: number,
      a0: number,
      a1: number,
      u: number,
      v: number,
      a: number,
      count: number,
      zero: number,
    ]
  ): void;
};

/**
 * Write `rows` rows of `count` pixels (a multiple of 8) of a sprite's plane to a frame's, sampled between four pixels
 * (bilinear). `x` and `y` are the position in the plane that belongs to the first pixel and `stepX` (below 2) and `stepY` the
 * way to the next, in 1/65536 pixel.
 *
 * - `copy` is for stretches without transparency.
 * - `over` lays paint over the frame; the plane's alpha lies `extra` bytes further.
 * - `fade` does so with a sprite of which only `opacity` (0–32767) is seen.
 * - `light` adds `opacity` of the plane's values less `-extra`, which stands for no light.
 */
export type Samplers = Record<Paint, (...values: Sampling) => void>;

type SamplersByName = Record<`${Paint}${1 | 2}`, Samplers[Paint]>;

let compiled: WebAssembly.Module | undefined;

/** Makes kernels that work in two shared memories. */
export function createKernels(memories: { sprites: WebAssembly.Memory; frames: WebAssembly.Memory }): Kernels {
  compiled ??= new WebAssembly.Module(
    buildModule([
      ...paints.flatMap((paint) => [sampling(paint, 1), sampling(paint, 2)]),
      mixing(),
      lumaGrading(),
      chromaGrading(),
      conversion(),
    ]),
  );
  const imports = { env: { first: memories.sprites, second: memories.frames } };
  const exported = new WebAssembly.Instance(compiled, imports).exports as unknown as Kernels & SamplersByName;
  const samplers = (planes: 1 | 2) =>
    Object.fromEntries(paints.map((paint) => [paint, exported[`${paint}${planes}`]])) as Samplers;
  return { ...exported, one: samplers(1), two: samplers(2) };
}

function mixing(): WasmFunction {
  const [target, other, part, count, old, fresh, a, b, half] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  /** (a · old + b · fresh) / 256, rounded. */
  const blended = (widen: (value: Code) => Code): Code =>
    shiftRight16(
      add16(add16(multiply16(widen(get(a)), get(old)), multiply16(widen(get(b)), get(fresh))), get(half)),
      8,
    );
  return {
    name: 'mix',
    parameters: 4,
    locals: ['v128', 'v128', 'v128', 'v128', 'v128'],
    body: [
      ...set(old, subtract16(all16(256), splat16(get(part)))),
      ...set(fresh, splat16(get(part))),
      ...set(half, splat16(i32(128))),
      ...countDown(count, 16, [
        ...set(a, load('second', get(target))),
        ...set(b, load('second', get(other))),
        ...store('second', get(target), narrow16(blended(widenLow), blended(widenHigh))),
        ...advance(target, 16),
        ...advance(other, 16),
      ]),
    ],
  };
}

function lumaGrading(): WasmFunction {
  const [target, count, lift, gain, base] = [0, 1, 2, 3, 4];
  const [bytes, value, lifts, gains, bases, black, white, most] = [5, 6, 7, 8, 9, 10, 11, 12];
  const graded = (widen: (value: Code) => Code): Code => [
    ...set(value, widen(get(bytes))),
    // v (219 − v) / 16 fits where v (219 − v) times the lift would not.
    ...add16(
      multiplyQ15(
        add16(
          get(value),
          multiplyQ15(shiftRight16(multiply16(get(value), subtract16(get(most), get(value))), 4), get(lifts)),
        ),
        get(gains),
      ),
      get(bases),
    ),
  ];
  return {
    name: 'gradeLuma',
    parameters: 5,
    locals: Array.from({ length: 8 }, () => 'v128' as const),
    body: [
      ...set(lifts, splat16(get(lift))),
      ...set(gains, splat16(get(gain))),
      ...set(bases, splat16(get(base))),
      ...set(black, splat16(i32(16 * 257))),
      ...set(white, splat16(i32(219 * 257))),
      ...set(most, splat16(i32(219))),
      ...countDown(count, 16, [
        ...set(bytes, minimumBytes(subtractBytes(load('second', get(target)), get(black)), get(white))),
        ...store('second', get(target), narrow16(graded(widenLow), graded(widenHigh))),
        ...advance(target, 16),
      ]),
    ],
  };
}

function chromaGrading(): WasmFunction {
  const [target, count, gain, base, bytes, gains, bases, middle] = [0, 1, 2, 3, 4, 5, 6, 7];
  const graded = (widen: (value: Code) => Code): Code =>
    add16(multiplyQ15(shiftLeft16(subtract16(widen(get(bytes)), get(middle)), 1), get(gains)), get(bases));
  return {
    name: 'gradeChroma',
    parameters: 4,
    locals: ['v128', 'v128', 'v128', 'v128'],
    body: [
      ...set(gains, splat16(get(gain))),
      ...set(bases, splat16(get(base))),
      ...set(middle, splat16(i32(128))),
      ...countDown(count, 16, [
        ...set(bytes, load('second', get(target))),
        ...store('second', get(target), narrow16(graded(widenLow), graded(widenHigh))),
        ...advance(target, 16),
      ]),
    ],
  };
}

// ITU-R BT.709, limited range, in 1/32768: Y = 16 + 219 (.2126 R + .7152 G + .0722 B), U and V = 128 + 224 … The 16 and
// the 128 belong to opaque paint, so they come with alpha.
const lumaWeights = lanes16([5983, 20127, 2032, 2056, 5983, 20127, 2032, 2056]);
const uWeights = lanes16([-3298, -11094, 14392, 16448, -3298, -11094, 14392, 16448]);
const vWeights = lanes16([14392, -13073, -1319, 16448, 14392, -13073, -1319, 16448]);
const alphaWeights = lanes16([0, 0, 0, 32767, 0, 0, 0, 32767]);
const evens = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];
const odds = [4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31];
const lowHalves = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const swapHalves = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];

function conversion(): WasmFunction {
  const [row0, row1, y0, y1, a0, a1, u, v, a2, count, zero] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const [a, b, c, d, low, high, blocks0, blocks1, offset] = [11, 12, 13, 14, 15, 16, 17, 18, 19];
  /** Weighted sums of four pixels in two vectors, to one 32-bit number each. */
  const weigh = (first: Code, second: Code, weights: Code, { base, bits }: { base: Code; bits: number }): Code => [
    ...set(low, dot16(first, weights)),
    ...set(high, dot16(second, weights)),
    ...shiftRight32(add32(add32(shuffle(get(low), get(high), evens), shuffle(get(low), get(high), odds)), base), bits),
  ];
  const row = (first: number, second: number, to: number, weights: Code): Code => {
    const four = (from: number) =>
      weigh(widenLow(get(from)), widenHigh(get(from)), weights, { base: lanes32(2 ** 14), bits: 15 });
    return [
      ...set(blocks0, four(first)),
      ...set(blocks1, four(second)),
      ...set(blocks0, narrow32(get(blocks0), get(blocks1))),
      ...storeLow('first', get(to), narrow16(get(blocks0), get(blocks0))),
    ];
  };
  /** Sums of 2×2 pixels: of two neighbouring vectors of both rows, two blocks in one vector. */
  const blockPair = (upper: number, lower: number): Code => {
    const sum = (widen: (value: Code) => Code): Code => add16(widen(get(upper)), widen(get(lower)));
    return [
      ...set(low, sum(widenLow)),
      ...set(high, sum(widenHigh)),
      ...shuffle(
        add16(get(low), shuffle(get(low), get(low), swapHalves)),
        add16(get(high), shuffle(get(high), get(high), swapHalves)),
        lowHalves,
      ),
    ];
  };
  const half = (weights: Code, base: Code, to: number): Code => [
    ...set(a, weigh(get(blocks0), get(blocks1), weights, { base, bits: 17 })),
    ...set(a, narrow32(get(a), get(a))),
    ...storeLowest('first', get(to), narrow16(get(a), get(a))),
  ];
  return {
    name: 'toPlanes',
    parameters: 11,
    locals: Array.from({ length: 9 }, () => 'v128' as const),
    body: [
      ...set(offset, splat32(add(shiftLeft(get(zero), 17), i32(2 ** 16)))),
      ...countDown(count, 8, [
        ...set(a, load('first', get(row0))),
        ...set(b, load('first', get(row0), 16)),
        ...set(c, load('first', get(row1))),
        ...set(d, load('first', get(row1), 16)),
        ...row(a, b, y0, lumaWeights),
        ...row(c, d, y1, lumaWeights),
        ...row(a, b, a0, alphaWeights),
        ...row(c, d, a1, alphaWeights),
        ...set(c, blockPair(a, c)),
        ...set(blocks1, blockPair(b, d)),
        ...set(blocks0, get(c)),
        ...half(uWeights, get(offset), u),
        ...half(vWeights, get(offset), v),
        ...half(alphaWeights, lanes32(2 ** 16), a2),
        ...advance(row0, 32),
        ...advance(row1, 32),
        ...[y0, y1, a0, a1].flatMap((local) => advance(local, 8)),
        ...[u, v, a2].flatMap((local) => advance(local, 4)),
      ]),
    ],
  };
}
