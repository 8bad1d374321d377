/**
 * Just enough of a WebAssembly writer (core specification 2.0 with SIMD) to build small numeric kernels at run time, in
 * the source language, without a compiler in the tool chain. Code is an array of bytes; operands come before operators.
 */
export type Code = number[];

const valueTypes = { i32: 0x7f, v128: 0x7b } as const;

/** A function of {@link buildModule}. Parameters are all `i32` and come first among the locals. */
export type WasmFunction = {
  name: string;
  parameters: number;
  /** Types of the further locals. */
  locals: readonly (keyof typeof valueTypes)[];
  body: Code;
};

/** The magic number and version that every module starts with. */
const header: Code = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const loop: Code = [0x03, 0x40];
const repeatIfGreater: Code = [0x4a, 0x0d, 0, 0x0b];

/** The largest memory of WebAssembly in pages of 64 KiB: shared memories have to name a limit. */
export const mostPages = 32_768;

/** Bytes of a page. */
export const pageBytes = 65_536;

/**
 * Builds a module that exports the functions and works in two shared memories, imported as `env.first` and `env.second`.
 */
export function buildModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    0x60,
    ...vector(Array.from({ length: parameters }, () => [valueTypes.i32])),
    0,
  ]);
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, valueTypes[type]])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...header,
    ...section(1, vector(types)),
    ...section(
      2,
      vector(['first', 'second'].map((name) => [...text('env'), ...text(name), 2, 3, 1, ...unsigned(mostPages)])),
    ),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(7, vector(functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]))),
    ...section(10, vector(bodies)),
  ]);
}

/** Numbers locals by their names, in their order: parameters first. */
export function numbered<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
}

/** Reads local `index`. */
export const get = (index: number): Code => [0x20, ...unsigned(index)];
/** Writes a value to local `index` and leaves it on the stack. */
export const tee = (index: number, value: Code): Code => [...value, 0x22, ...unsigned(index)];
/** Writes a value to local `index`. */
export const set = (index: number, value: Code): Code => [...value, 0x21, ...unsigned(index)];
/** A 32-bit constant. */
export const i32 = (value: number): Code => [0x41, ...signed(value)];
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
/** Adds to local `index`. */
export const advance = (index: number, by: number): Code => set(index, add(get(index), i32(by)));
export const subtract = (a: Code, b: Code): Code => [...a, ...b, 0x6b];
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
export const and = (a: Code, b: Code): Code => [...a, ...b, 0x71];
export const shiftLeft = (a: Code, bits: number): Code => [...a, ...i32(bits), 0x74];
export const shiftRight = (a: Code, bits: number): Code => [...a, ...i32(bits), 0x75];

/** Repeats the body while local `counter`, lessened by `step` each time, is above zero. It runs at least once. */
export const countDown = (counter: number, step: number, body: Code): Code => [
  ...loop,
  ...body,
  ...set(counter, subtract(get(counter), i32(step))),
  ...get(counter),
  ...i32(0),
  ...repeatIfGreater,
];

/** Runs the body unless the value is zero. */
export const when = (value: Code, body: Code): Code => [...value, 0x04, 0x40, ...body, 0x0b];

/** A SIMD instruction after its operands. */
const simd = (opcode: number, ...operands: Code[]): Code => [...operands.flat(), 0xfd, ...unsigned(opcode)];

/** Which memory an instruction works in. */
export type Memory = 'first' | 'second';
const within = (memory: Memory, offset = 0): Code =>
  memory === 'first' ? [0, ...unsigned(offset)] : [0x40, 1, ...unsigned(offset)];

/** Loads 16 bytes. */
export const load = (memory: Memory, address: Code, offset = 0): Code => [
  ...simd(0x00, address),
  ...within(memory, offset),
];
/** Stores the low 8 bytes. */
export const storeLow = (memory: Memory, address: Code, value: Code): Code => [
  ...simd(0x5b, address, value),
  ...within(memory),
  0,
];
/** Stores the low 4 bytes. */
export const storeLowest = (memory: Memory, address: Code, value: Code): Code => [
  ...simd(0x5a, address, value),
  ...within(memory),
  0,
];
/** Stores 16 bytes. */
export const store = (memory: Memory, address: Code, value: Code): Code => [
  ...simd(0x0b, address, value),
  ...within(memory),
];
/** The same 16-bit number in all eight lanes. */
export const splat16 = (value: Code): Code => simd(0x10, value);
/** A constant of eight 16-bit lanes. */
export const lanes16 = (values: readonly number[]): Code => [
  ...simd(0x0c),
  ...values.flatMap((value) => [value & 255, (value >> 8) & 255]),
];
/** A constant of eight equal 16-bit lanes. */
export const all16 = (value: number): Code => lanes16(Array.from({ length: 8 }, () => value));
/** A constant of four equal 32-bit lanes. */
export const lanes32 = (value: number): Code => [
  ...simd(0x0c),
  ...Array.from({ length: 4 }, () => [
    value & 255,
    (value >> 8) & 255,
    (value >> 16) & 255,
    (value >> 24) & 255,
  ]).flat(),
];
/** The same 32-bit number in all four lanes. */
export const splat32 = (value: Code): Code => simd(0x11, value);
/** Picks 16 of the bytes of `a` by the numbers in `which`, all below 16 (relaxed SIMD: one instruction where swizzle takes two). */
export const pickBytes = (a: Code, which: Code): Code => simd(0x100, a, which);
/**
 * Products of signed bytes of `a` and numbers of 7 bits in `b`, neighbours added: eight 16-bit sums. Relaxed SIMD, within the
 * range where all machines agree.
 */
export const dot8 = (a: Code, b: Code): Code => simd(0x112, a, b);
export const xor128 = (a: Code, b: Code): Code => simd(0x51, a, b);
export const and128 = (a: Code, b: Code): Code => simd(0x4e, a, b);
/** Differences of bytes, not below zero. */
export const subtractBytes = (a: Code, b: Code): Code => simd(0x73, a, b);
/** The lesser of each two bytes. */
export const minimumBytes = (a: Code, b: Code): Code => simd(0x77, a, b);
export const shiftLeft16 = (a: Code, bits: number): Code => simd(0x8b, a, i32(bits));
/** Picks 16 bytes out of the 32 of two vectors. */
export const shuffle = (a: Code, b: Code, bytes: readonly number[]): Code => [...simd(0x0d, a, b), ...bytes];
export const add16 = (a: Code, b: Code): Code => simd(0x8e, a, b);
export const subtract16 = (a: Code, b: Code): Code => simd(0x91, a, b);
export const multiply16 = (a: Code, b: Code): Code => simd(0x95, a, b);
/**
 * Rounded (a · b) / 32768 of signed 16-bit lanes, of which not both are -32768 (relaxed SIMD: one instruction where the strict
 * one takes four).
 */
export const multiplyQ15 = (a: Code, b: Code): Code => simd(0x111, a, b);
export const shiftRight16 = (a: Code, bits: number): Code => simd(0x8d, a, i32(bits));
export const add32 = (a: Code, b: Code): Code => simd(0xae, a, b);
export const shiftRight32 = (a: Code, bits: number): Code => simd(0xac, a, i32(bits));
/** Products of signed 16-bit lanes, neighbours added: four 32-bit sums. */
export const dot16 = (a: Code, b: Code): Code => simd(0xba, a, b);
/** The low or high eight bytes as 16-bit numbers. */
export const widenLow = (a: Code): Code => simd(0x89, a);
export const widenHigh = (a: Code): Code => simd(0x8a, a);
/** 16-bit lanes to bytes, held to 0–255. */
export const narrow16 = (a: Code, b: Code): Code => simd(0x66, a, b);
/** 16-bit lanes to signed bytes, held to their range. */
export const narrowSigned16 = (a: Code, b: Code): Code => simd(0x65, a, b);
/** 32-bit lanes to signed 16-bit lanes, held to their range. */
export const narrow32 = (a: Code, b: Code): Code => simd(0x85, a, b);

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): Code {
  return [...unsigned(value.length), ...new TextEncoder().encode(value)];
}

/** LEB128. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}
