import { open } from 'node:fs/promises';

/**
 * Writes GGUF version 3, the file format of llama.cpp
 * (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md): little-endian; magic, version, counts, metadata, tensor
 * table, then the tensors, each aligned to 32 bytes.
 */

/** How a tensor's weights are stored. The quantised kinds hold blocks of 32 weights that share a half-precision scale. */
export type GgufType = 'F32' | 'F16' | 'Q8_0' | 'Q4_0';

/** Metadata value. Numbers are stored as `u32` unless they are marked otherwise. */
export type GgufValue =
  | string
  | number
  | boolean
  | { f32: number }
  | { strings: string[] }
  | { f32s: number[] }
  | { i32s: number[] };

/** A tensor whose weights are made when it is written, so that a large file never lies in memory whole. */
export type GgufTensor = {
  name: string;
  /** Sizes with the fastest dimension first, as GGUF has them. Quantised: the first is a multiple of 32. */
  shape: number[];
  type: GgufType;
  /**
   * Weights in order. A tensor with more weights than this gives is filled by repeating its bytes: enough where only
   * size and speed matter. Quantised: a multiple of 32 weights.
   */
  weights: () => Float32Array;
};

const alignment = 32;
const typeCodes: Record<GgufType, number> = { F32: 0, F16: 1, Q4_0: 2, Q8_0: 8 };
const bytesPerBlock: Record<GgufType, [weights: number, bytes: number]> = {
  F32: [1, 4],
  F16: [1, 2],
  Q4_0: [32, 18],
  Q8_0: [32, 34],
};

/**
 * Writes a GGUF file.
 * @returns Its size in bytes.
 */
export async function writeGguf(
  path: string,
  { metadata, tensors }: { metadata: Record<string, GgufValue>; tensors: GgufTensor[] },
): Promise<number> {
  const head = [Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(Object.keys(metadata).length)];
  for (const [key, value] of Object.entries(metadata)) head.push(text(key), encodeValue(value));
  let offset = 0;
  for (const tensor of tensors) {
    head.push(text(tensor.name), u32(tensor.shape.length), ...tensor.shape.map(u64));
    head.push(u32(typeCodes[tensor.type]), u64(offset));
    offset += align(byteLength(tensor));
  }
  const header = Buffer.concat(head);
  await using file = await open(path, 'w');
  await file.write(header);
  await file.write(Buffer.alloc(align(header.length) - header.length));
  for (const tensor of tensors) await writeTensor(file, tensor);
  return align(header.length) + offset;
}

async function writeTensor(file: Awaited<ReturnType<typeof open>>, tensor: GgufTensor): Promise<void> {
  const chunk = quantise(tensor.weights(), tensor.type);
  const length = byteLength(tensor);
  for (let done = 0; done < length; done += chunk.length) await file.write(chunk.subarray(0, length - done));
  await file.write(Buffer.alloc(align(length) - length));
}

/** Bytes of weights in a type, by the rounding of ggml's reference quantisation. */
function quantise(weights: Float32Array, type: GgufType): Buffer {
  const [blockLength, blockBytes] = bytesPerBlock[type];
  if (type === 'F32') return Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
  if (type === 'F16') {
    const halves = Float16Array.from(weights);
    return Buffer.from(halves.buffer);
  }
  const bytes = Buffer.alloc((weights.length / blockLength) * blockBytes);
  const scale = new Float16Array(1);
  const scaleBytes = Buffer.from(scale.buffer);
  for (let block = 0; block * blockLength < weights.length; block++) {
    const values = weights.subarray(block * blockLength, (block + 1) * blockLength);
    const at = block * blockBytes;
    let peak = 0;
    for (const value of values) if (Math.abs(value) > Math.abs(peak)) peak = value;
    const step = type === 'Q8_0' ? Math.abs(peak) / 127 : peak / -8;
    scale[0] = step;
    scaleBytes.copy(bytes, at);
    const level = (index: number) => (step === 0 ? 0 : (values[index] ?? 0) / step);
    if (type === 'Q8_0') {
      for (let index = 0; index < 32; index++) bytes.writeInt8(Math.round(level(index)), at + 2 + index);
    } else {
      const nibble = (index: number) => Math.min(15, Math.trunc(level(index) + 8.5));
      for (let index = 0; index < 16; index++) bytes[at + 2 + index] = nibble(index) | (nibble(index + 16) << 4);
    }
  }
  return bytes;
}

function byteLength({ shape, type }: GgufTensor): number {
  const [weights, bytes] = bytesPerBlock[type];
  return (shape.reduce((product, size) => product * size, 1) / weights) * bytes;
}

function encodeValue(value: GgufValue): Buffer {
  if (typeof value === 'string') return Buffer.concat([u32(8), text(value)]);
  if (typeof value === 'number') return Buffer.concat([u32(4), u32(value)]);
  if (typeof value === 'boolean') return Buffer.concat([u32(7), Buffer.from([Number(value)])]);
  if ('f32' in value) return Buffer.concat([u32(6), f32(value.f32)]);
  if ('strings' in value) return array(8, value.strings.map(text));
  if ('f32s' in value) return array(6, value.f32s.map(f32));
  return array(5, value.i32s.map(i32));
}

function array(type: number, items: Buffer[]): Buffer {
  return Buffer.concat([u32(9), u32(type), u64(items.length), ...items]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([u64(bytes.length), bytes]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function i32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function align(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}
