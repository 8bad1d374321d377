import {
  add,
  add16,
  add32,
  and,
  buildModule,
  countDown,
  dot16,
  get,
  i32,
  lanes16,
  lanes32,
  load,
  loadWide,
  multiply16,
  multiplyQ15,
  narrow16,
  narrow32,
  set,
  shiftRight,
  shiftRight16,
  shiftRight32,
  shuffle,
  splat16,
  store,
  storeLow,
  storeLowest,
  subtract16,
  tee,
  widenHigh,
  widenLow,
} from './wasm-writer.ts';
import type { Code, WasmFunction } from './wasm-writer.ts';

/** The inner loops of the compositor. Addresses are bytes of the memory; pixels are premultiplied RGBA. */
export type Kernels = {
  /**
   * Lays `count` pixels of a sprite over `target`, sampled between four pixels (bilinear). `row` is the sprite's row above
   * and `nextRow` bytes further the one below; `down` (0–32767) says how far between them in 1/32768; `x` is the first
   * position in the row and `step` the way to the next, in 1/65536 pixel. Writes pixels in pairs: leave room for one more.
   */
  over: SampleKernel;
  /** The same for a stretch without transparency: the target is not read. */
  copy: SampleKernel;
  /** The same as `over` with the whole sprite made fainter by `opacity` (0–32767). */
  fade(...values: [...Parameters<SampleKernel>, opacity: number]): void;
  /** target = target + (other − target) · part / 256, for `count` pixels, a multiple of 4. */
  mix(target: number, other: number, part: number, count: number): void;
  /** Two rows of `count` pixels (a multiple of 8) to two rows of Y and one of U and V each (BT.709, limited range). */
  toYuv(row0: number, row1: number, y0: number, y1: number, u: number, v: number, count: number): void;
};

type SampleKernel = (
  target: number,
  row: number,
  nextRow: number,
  down: number,
  x: number,
  step: number,
  count: number,
) => void;

let compiled: WebAssembly.Module | undefined;

/** Kernels that work on a memory. */
export function createKernels(memory: WebAssembly.Memory): Kernels {
  compiled ??= new WebAssembly.Module(
    buildModule([sampling('over'), sampling('copy'), sampling('fade'), mixing(), conversion()]),
  );
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as Kernels;
}

const all16 = (value: number) => lanes16(Array.from({ length: 8 }, () => value));
const swapHalves = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];
const lowHalves = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const highHalves = [8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31];
const spreadAlpha = [6, 7, 6, 7, 6, 7, 6, 7, 14, 15, 14, 15, 14, 15, 14, 15];

/** a + (b − a) · part, with `part` in 1/32768. */
const between = (a: Code, b: Code, part: Code): Code => add16(a, multiplyQ15(subtract16(b, a), part));

function sampling(name: 'over' | 'copy' | 'fade'): WasmFunction {
  const [target, row, nextRow, down, x, step, count, opacity] = [0, 1, 2, 3, 4, 5, 6, 7];
  const parameters = name === 'fade' ? 8 : 7;
  const [address, below, upper, lower, first, second, faint, part] = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (index) => parameters + index,
  ) as [number, number, number, number, number, number, number, number];
  // Two neighbours in eight lanes, taken between the rows. Where between the neighbours: `part`, in all lanes.
  const column = (into: number): Code => [
    ...set(upper, loadWide(tee(address, add(get(row), and(shiftRight(get(x), 14), i32(-4)))))),
    ...set(lower, loadWide(add(get(address), get(nextRow)))),
    ...set(into, between(get(upper), get(lower), get(below))),
  ];
  const fraction = splat16(and(shiftRight(get(x), 1), i32(0x7fff)));
  const onward = set(x, add(get(x), get(step)));
  const sample: Code = [
    ...column(first),
    ...set(part, fraction),
    ...onward,
    ...column(second),
    ...set(part, shuffle(get(part), fraction, lowHalves)),
    ...onward,
    ...set(upper, shuffle(get(first), get(second), lowHalves)),
    ...set(lower, shuffle(get(first), get(second), highHalves)),
    ...set(first, between(get(upper), get(lower), get(part))),
    ...(name === 'fade' ? set(first, multiplyQ15(get(first), get(faint))) : []),
  ];
  // What the paint lets through: 255 − alpha, stretched to 32767, so that clear paint leaves the ground as it is.
  const through = shiftRight16(
    multiply16(subtract16(all16(255), shuffle(get(first), get(first), spreadAlpha)), all16(257)),
    1,
  );
  const ground = multiplyQ15(loadWide(get(target)), through);
  return {
    name,
    parameters,
    locals: ['i32', 'v128', 'v128', 'v128', 'v128', 'v128', 'v128', 'v128'],
    body: [
      ...set(below, splat16(get(down))),
      ...(name === 'fade' ? set(faint, splat16(get(opacity))) : []),
      ...countDown(count, 2, [
        ...sample,
        ...(name === 'copy' ? [] : set(first, add16(get(first), ground))),
        ...storeLow(get(target), narrow16(get(first), get(first))),
        ...set(target, add(get(target), i32(8))),
      ]),
    ],
  };
}

const half = all16(128);

/** Rounded division by 256 of unsigned 16-bit lanes. */
const by256 = (value: Code): Code => shiftRight16(add16(value, half), 8);

function mixing(): WasmFunction {
  const [target, other, part, count, old, fresh, a, b] = [0, 1, 2, 3, 4, 5, 6, 7];
  const blended = (widen: (value: Code) => Code): Code =>
    by256(add16(multiply16(widen(get(a)), get(old)), multiply16(widen(get(b)), get(fresh))));
  return {
    name: 'mix',
    parameters: 4,
    locals: ['v128', 'v128', 'v128', 'v128'],
    body: [
      ...set(old, subtract16(all16(256), splat16(get(part)))),
      ...set(fresh, splat16(get(part))),
      ...countDown(count, 4, [
        ...set(a, load(get(target))),
        ...set(b, load(get(other))),
        ...store(get(target), narrow16(blended(widenLow), blended(widenHigh))),
        ...set(target, add(get(target), i32(16))),
        ...set(other, add(get(other), i32(16))),
      ]),
    ],
  };
}

// ITU-R BT.709, limited range, in 1/32768: Y = 16 + 219 (.2126 R + .7152 G + .0722 B), U and V = 128 + 224 …
const lumaWeights = lanes16([5983, 20127, 2032, 0, 5983, 20127, 2032, 0]);
const uWeights = lanes16([-3298, -11094, 14392, 0, -3298, -11094, 14392, 0]);
const vWeights = lanes16([14392, -13073, -1319, 0, 14392, -13073, -1319, 0]);
const evens = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];
const odds = [4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31];

function conversion(): WasmFunction {
  const [row0, row1, y0, y1, u, v, count] = [0, 1, 2, 3, 4, 5, 6];
  const [a, b, c, d, low, high, blocks0, blocks1] = [7, 8, 9, 10, 11, 12, 13, 14];
  /** Weighted sums of four pixels in two vectors, to one 32-bit number each. */
  const weigh = (first: Code, second: Code, weights: Code, { base, bits }: { base: number; bits: number }): Code => [
    ...set(low, dot16(first, weights)),
    ...set(high, dot16(second, weights)),
    ...shiftRight32(
      add32(
        add32(shuffle(get(low), get(high), evens), shuffle(get(low), get(high), odds)),
        lanes32(base * 2 ** bits + 2 ** (bits - 1)),
      ),
      bits,
    ),
  ];
  const luma = (first: number, second: number, to: number): Code => {
    const four = (from: number) =>
      weigh(widenLow(get(from)), widenHigh(get(from)), lumaWeights, { base: 16, bits: 15 });
    return [
      ...set(blocks0, four(first)),
      ...set(blocks1, four(second)),
      ...set(blocks0, narrow32(get(blocks0), get(blocks1))),
      ...storeLow(get(to), narrow16(get(blocks0), get(blocks0))),
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
  const chroma = (weights: Code, to: number): Code => [
    ...set(a, weigh(get(blocks0), get(blocks1), weights, { base: 128, bits: 17 })),
    ...set(a, narrow32(get(a), get(a))),
    ...storeLowest(get(to), narrow16(get(a), get(a))),
  ];
  const advance = (local: number, bytes: number): Code => set(local, add(get(local), i32(bytes)));
  return {
    name: 'toYuv',
    parameters: 7,
    locals: Array.from({ length: 8 }, () => 'v128' as const),
    body: countDown(count, 8, [
      ...set(a, load(get(row0))),
      ...set(b, load(get(row0), 16)),
      ...set(c, load(get(row1))),
      ...set(d, load(get(row1), 16)),
      ...luma(a, b, y0),
      ...luma(c, d, y1),
      ...set(blocks0, blockPair(a, c)),
      ...set(blocks1, blockPair(b, d)),
      ...chroma(uWeights, u),
      ...chroma(vWeights, v),
      ...advance(row0, 32),
      ...advance(row1, 32),
      ...advance(y0, 8),
      ...advance(y1, 8),
      ...advance(u, 4),
      ...advance(v, 4),
    ]),
  };
}
