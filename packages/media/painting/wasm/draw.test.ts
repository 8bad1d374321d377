import { expect, test } from 'vitest';
import { brushTable } from '../strokes/brushes.ts';
import { layerLength, writeLayer } from '../strokes/layers.ts';
import type { StrokeLayer } from '../strokes/layers.ts';
import { drawReference, randomMarks } from '../testing/stroke-reference.ts';
import { WasmFrame } from './frame.ts';
import { loadPaintingModules } from './load-node.ts';
import { noiseBytes } from './stages/strokes.ts';
import type { StrokeKernels } from './strokes-kernels.ts';

const size = { width: 136, height: 100 };

test.each([
  { name: 'broad bristle strokes', length: 30, breadth: 9, count: 60, layer: { bristle: 0.55 } },
  { name: 'fine strokes', length: 6, breadth: 2, count: 900, layer: { bristle: 0.4, body: 0.6 } },
  { name: 'chalk', length: 14, breadth: 3, count: 200, layer: { bristle: 0.45, tooth: { level: 0.5, floor: 0.36 } } },
])('$name are drawn in fixed point as the formulas have it', async ({ length, breadth, count, layer }) => {
  const modules = await loadPaintingModules();
  const frame = new WasmFrame({ ...size, seed: 1, modules });
  const { arena } = frame;
  const numbers = new Float32Array(layerLength);
  const strokes: StrokeLayer = { seed: 1, spacing: 8, length, breadth, opacity: 1, colours: 'source', ...layer };
  writeLayer(numbers, strokes, { ...size, count, scale: 1 });
  const marks = randomMarks({ ...size, count, length, breadth });
  const put = (name: string, bytes: Uint8Array) => {
    const address = arena.buffer(name, bytes.length);
    arena.bytes().set(bytes, address);
    return address;
  };
  const canvas = arena.buffer('canvas', frame.count * 10);
  const tooth = noiseBytes(frame, 'tooth');
  const [row, list] = [put('layer', new Uint8Array(numbers.buffer)), put('marks', new Uint8Array(marks.buffer))];
  const brushes = put('brushes', brushTable());
  const kernels = frame.kernels('strokes') as StrokeKernels;
  kernels.clear(canvas, size.width, size.height);
  kernels.draw(row, list, count, brushes, tooth, canvas, 4, 32);
  const drawn = new Int16Array(arena.memory.buffer, canvas, frame.count * 5);
  const expected = drawReference(numbers, marks, brushTable());
  const sums = [0, 0, 0, 0, 0];
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++)
      for (let c = 0; c < 5; c++) {
        const value = drawn[(y * 5 + c) * size.width + x]! / (c === 0 ? 32_767 : 16_384);
        sums[c]! += Math.abs(value - expected[(y * size.width + x) * 5 + c]!);
      }
  for (const sum of sums) expect((sum / frame.count) * 255).toBeLessThan(1.5);
  expect(expected.filter((value, i) => i % 5 === 0 && value < 0.5).length / frame.count).toBeGreaterThan(0.2);
});
