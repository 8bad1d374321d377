import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeGguf } from './gguf-writer.ts';
import { tinyLlama, writeTinyLlama } from './gguf.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-gguf-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('writes the bytes that the GGUF specification asks for', async () => {
  const path = join(folder, 'known.gguf');
  const size = await writeGguf(path, {
    metadata: { 'a.b': 7, c: 'é' },
    tensors: [
      { name: 't', shape: [2], type: 'F32', weights: () => Float32Array.of(1, -2) },
      {
        name: 'q',
        shape: [32, 1],
        type: 'Q8_0',
        weights: () => Float32Array.from({ length: 32 }, (_, index) => index),
      },
    ],
  });
  const bytes = await readFile(path);
  expect(bytes).toHaveLength(size);
  const head = '47475546 03000000 0200000000000000 0200000000000000'.replaceAll(' ', '');
  const metadata = '0300000000000000612e62 04000000 07000000 010000000000000063 08000000 0200000000000000c3a9';
  expect(bytes.toString('hex').startsWith(head + metadata.replaceAll(' ', ''))).toBe(true);
  const tensors = bytes.subarray(-96);
  expect([tensors.readFloatLE(0), tensors.readFloatLE(4)]).toEqual([1, -2]);
  const step = new Float16Array(new Uint8Array(tensors.subarray(32, 34)).buffer)[0] ?? 0;
  expect(step).toBeCloseTo(31 / 127, 3);
  for (let index = 0; index < 32; index++) expect(tensors.readInt8(34 + index) * step).toBeCloseTo(index, 0);
});

test('keeps four-bit weights within a step, as the levels −8 to 7 allow', async () => {
  const path = join(folder, 'q4.gguf');
  const weights = Float32Array.from({ length: 32 }, (_, index) => Math.sin(index));
  await writeGguf(path, { metadata: {}, tensors: [{ name: 'w', shape: [32], type: 'Q4_0', weights: () => weights }] });
  const block = (await readFile(path)).subarray(-32);
  const step = new Float16Array(new Uint8Array(block.subarray(0, 2)).buffer)[0] ?? 0;
  for (const [index, weight] of weights.entries()) {
    const byte = block[2 + (index % 16)] ?? 0;
    const level = (index < 16 ? byte & 15 : byte >> 4) - 8;
    expect(Math.abs(level * step - weight)).toBeLessThan(Math.abs(step) * 1.01);
  }
});

test('repeats the weights of a tensor that is larger than what it is given', async () => {
  const path = join(folder, 'repeated.gguf');
  const tensor = { name: 'w', shape: [8, 3], type: 'F32', weights: () => Float32Array.of(1, 2, 3, 4, 5) } as const;
  await writeGguf(path, { metadata: {}, tensors: [{ ...tensor, shape: [...tensor.shape] }] });
  const data = (await readFile(path)).subarray(-96);
  expect(Array.from({ length: 7 }, (_, index) => data.readFloatLE(index * 4))).toEqual([1, 2, 3, 4, 5, 1, 2]);
});

test('a tiny model is small, and its seed decides every byte', async () => {
  const write = async (name: string, seed: number) => {
    const path = join(folder, name);
    const { bytes } = await writeTinyLlama(path, { seed });
    return {
      bytes,
      hash: createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    };
  };
  const [first, again, other] = [await write('1', 1), await write('2', 1), await write('3', 2)];
  expect(first.bytes).toBeLessThan(1_000_000);
  expect(again).toEqual(first);
  expect(other.hash).not.toBe(first.hash);
});

test('every storage type is smaller than the one before', async () => {
  const sizes: number[] = [];
  for (const type of ['F32', 'F16', 'Q8_0', 'Q4_0'] as const) {
    sizes.push((await writeTinyLlama(join(folder, type), { type, shape: tinyLlama })).bytes);
  }
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});
