import {
  add,
  add16,
  advance,
  all16,
  and,
  and128,
  countDown,
  dot8,
  get,
  i32,
  lanes16,
  load,
  multiply,
  multiply16,
  multiplyQ15,
  narrow16,
  narrowSigned16,
  numbered,
  pickBytes,
  set,
  shiftLeft,
  shiftLeft16,
  shiftRight,
  shiftRight16,
  shuffle,
  splat16,
  store,
  storeLow,
  subtract16,
  tee,
  when,
  widenHigh,
  widenLow,
  xor128,
} from './wasm-writer.ts';
import type { Code, WasmFunction } from './wasm-writer.ts';

/** Where and how a sampling kernel works: numbers in the order of {@link parameters}. */
export type Sampling = [
  target: number,
  targetStride: number,
  source: number,
  sourceStride: number,
  x: number,
  y: number,
  stepX: number,
  stepY: number,
  count: number,
  rows: number,
  extra: number,
  opacity: number,
  nextSource: number,
  nextTarget: number,
];

/** What a kernel does with what it samples. */
export const paints = ['copy', 'over', 'fade', 'light'] as const;
export type Paint = (typeof paints)[number];

const parameters = [
  ...(['target', 'targetStride', 'source', 'sourceStride', 'x', 'y', 'stepX', 'stepY', 'count', 'rows'] as const),
  ...(['extra', 'opacity', 'nextSource', 'nextTarget'] as const),
] as const;
const numbers = ['at', 'ahead', 'here', 'left', 'blocks', 'down', 'base0', 'base1', 'from0', 'from1', 'from'] as const;
const vectors = [
  // Kept in locals, or they would be made anew for each use.
  ...(['half', 'toByte', 'opaque', 'unbias', 'faint', 'ramp'] as const),
  ...(['place', 'pick0', 'pick1', 'part0', 'part1', 'below'] as const),
  ...(['upper', 'lower', 'ground', 'through', 'value0', 'value1', 'other0', 'other1'] as const),
] as const;
const local = numbered([...parameters, ...numbers, ...vectors]);

/**
 * Into how many parts the way from a pixel to its neighbour is divided sideways: below 128, and halves and quarters are whole.
 */
const parts = 120;

/** Bytes of two vectors in turn: with itself, a vector's low or high bytes times 257. */
const lowPairs = [0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23];
const highPairs = [8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31];

/** The left or the right eight of sixteen pixels. */
type Eight = 0 | 1;

/**
 * A kernel that samples one plane, or two that share their alpha. It goes down columns of sixteen pixels: what belongs to a
 * column, which bytes to pick and in which parts, is reckoned once for all rows.
 *
 * Bytes count from 128, so that their products with parts of a pixel fit signed 16-bit lanes; a sample is {@link parts} times
 * as large as its byte until it is written.
 */
export function sampling(paint: Paint, planes: 1 | 2): WasmFunction {
  const body: Code = [
    ...set(local.half, splat16(i32(-32_640))),
    ...set(local.toByte, splat16(i32(Math.round(32_768 / parts)))),
    ...set(local.opaque, splat16(i32((paint === 'over' ? 127 : 255) * parts))),
    ...set(local.unbias, splat16(multiply(paint === 'light' ? add(i32(128), get(local.extra)) : i32(128), i32(parts)))),
    ...set(local.faint, splat16(get(local.opacity))),
    // Positions within a block of eight pixels have twelve bits behind the point; each block starts exactly.
    ...set(
      local.ramp,
      multiply16(lanes16([0, 1, 2, 3, 4, 5, 6, 7]), splat16(shiftRight(add(get(local.stepX), i32(8)), 4))),
    ),
    ...set(local.at, get(local.x)),
    ...set(local.blocks, shiftRight(get(local.count), 4)),
    ...when(get(local.blocks), countDown(local.blocks, 1, [...placeBlock(0), ...placeBlock(1), ...downRows([0, 1])])),
    ...when(and(get(local.count), i32(8)), [...placeBlock(0), ...downRows([0])]),
  ];
  return {
    name: `${paint}${planes}`,
    parameters: parameters.length,
    locals: [...numbers.map(() => 'i32' as const), ...vectors.map(() => 'v128' as const)],
    body,
  };

  function downRows(eights: readonly Eight[]): Code {
    return [
      ...set(local.here, get(local.target)),
      ...set(local.ahead, get(local.y)),
      ...set(local.left, get(local.rows)),
      ...countDown(local.left, 1, [
        ...set(local.down, multiply(shiftRight(get(local.ahead), 16), get(local.sourceStride))),
        ...eights.flatMap((eight) => set(local[`from${eight}`], add(get(local[`base${eight}`]), get(local.down)))),
        ...set(local.below, splat16(and(shiftRight(get(local.ahead), 1), i32(0x7fff)))),
        ...(planes === 1 ? onePlane(eights) : twoPlanes(eights)),
        ...set(local.here, add(get(local.here), get(local.targetStride))),
        ...set(local.ahead, add(get(local.ahead), get(local.stepY))),
      ]),
      ...advance(local.target, eights.length * 8),
    ];
  }

  function onePlane(eights: readonly Eight[]): Code {
    const ground = load('second', get(local.here));
    return [
      ...(paint === 'copy' ? [] : set(local.ground, ground)),
      ...eights.flatMap((eight) => [...seeThrough(eight), ...set(local[`value${eight}`], blend(eight, []))]),
      ...write(eights, 'value', get(local.here)),
    ];
  }

  function twoPlanes(eights: readonly Eight[]): Code {
    const next = get(local.nextSource);
    const there = add(get(local.here), get(local.nextTarget));
    const groundOf = (address: Code) => (paint === 'copy' ? [] : set(local.ground, load('second', address)));
    return [
      ...eights.flatMap((eight) => [
        ...seeThrough(eight),
        ...groundOf(get(local.here)),
        ...set(local[`value${eight}`], blend(eight, [])),
        ...groundOf(there),
        ...set(local[`other${eight}`], blend(eight, next)),
      ]),
      ...write(eights, 'value', get(local.here)),
      ...write(eights, 'other', there),
    ];
  }

  /** How much of the ground the paint lets through: 255 − alpha, times {@link parts}. */
  function seeThrough(eight: Eight): Code {
    if (paint === 'copy' || paint === 'light') return [];
    const alpha = sample(eight, get(local.extra));
    return set(local.through, subtract16(get(local.opaque), paint === 'over' ? alpha : faded(alpha)));
  }

  /** Eight values, counted from 128; for light from 0. */
  function blend(eight: Eight, offset: Code): Code {
    const sampled = sample(eight, offset);
    switch (paint) {
      case 'copy':
        return toBytes(sampled);
      case 'over':
        return toBytes(add16(sampled, showing(eight)));
      case 'fade':
        return toBytes(add16(subtract16(faded(sampled), get(local.unbias)), showing(eight)));
      case 'light':
        return add16((eight === 0 ? widenLow : widenHigh)(get(local.ground)), toBytes(faded(sampled)));
    }
  }

  /** The ground that shows through: g · 257 / 2 · through / 32768, that is g · (255 − alpha) / 255 times {@link parts}. */
  function showing(eight: Eight): Code {
    const ground = shuffle(get(local.ground), get(local.ground), eight === 0 ? lowPairs : highPairs);
    return multiplyQ15(shiftRight16(ground, 1), get(local.through));
  }

  /** A sample less what stands for nothing, as far as the sprite is seen. */
  function faded(sampled: Code): Code {
    return multiplyQ15(add16(sampled, get(local.unbias)), get(local.faint));
  }

  function write(eights: readonly Eight[], name: 'value' | 'other', address: Code): Code {
    const [first, last] = [get(local[`${name}0`]), get(local[`${name}${eights.length === 2 ? 1 : 0}`])];
    const bytes = paint === 'light' ? narrow16(first, last) : xor128(narrowSigned16(first, last), get(local.half));
    return (eights.length === 2 ? store : storeLow)('second', address, bytes);
  }
}

/** Where a block of eight pixels lies: which bytes belong to it, two for each pixel, and how much of each. */
function placeBlock(eight: Eight): Code {
  return [
    ...set(local.place, add16(splat16(and(shiftRight(get(local.at), 4), i32(0xfff))), get(local.ramp))),
    ...set(local[`base${eight}`], add(get(local.source), shiftRight(get(local.at), 16))),
    // What is taken of the left neighbour and of the right one, in two bytes; then the numbers of both in the same way.
    ...set(
      local[`part${eight}`],
      add16(
        multiply16(multiplyQ15(shiftLeft16(and128(get(local.place), all16(0xfff)), 3), all16(parts)), all16(255)),
        all16(parts),
      ),
    ),
    ...set(local[`pick${eight}`], add16(multiply16(shiftRight16(get(local.place), 12), all16(257)), all16(256))),
    ...set(local.at, add(get(local.at), shiftLeft(get(local.stepX), 3))),
  ];
}

/** Eight samples between four pixels each, `offset` bytes further in the sprites' memory. */
function sample(eight: Eight, offset: Code): Code {
  const across = (address: Code): Code =>
    dot8(
      xor128(pickBytes(load('first', address), get(local[`pick${eight}`])), get(local.half)),
      get(local[`part${eight}`]),
    );
  const start = get(local[`from${eight}`]);
  return [
    ...set(local.upper, across(tee(local.from, offset.length > 0 ? add(start, offset) : start))),
    ...set(local.lower, across(add(get(local.from), get(local.sourceStride)))),
    ...add16(get(local.upper), multiplyQ15(subtract16(get(local.lower), get(local.upper)), get(local.below))),
  ];
}

function toBytes(value: Code): Code {
  return multiplyQ15(value, get(local.toByte));
}
