import { brushTable } from '../strokes/brushes.ts';
import { layerLength, writeLayer } from '../strokes/layers.ts';
import { strokeLayers } from '../strokes/looks.ts';
import type { WasmFrame } from '../wasm/frame.ts';
import { noiseBytes } from '../wasm/stages/strokes.ts';
import type { StrokeKernels } from '../wasm/strokes-kernels.ts';
import { drawReference, randomMarks } from './stroke-reference.ts';
import type { KernelTime } from './time-kernels.ts';

/**
 * Times the drawing of each of oil’s layers alone, a stroke for each square of its spacing.
 * @param time Runs something several times. @returns Milliseconds.
 */
export function timeStrokes(frame: WasmFrame, time: (run: () => void, times: number) => number): KernelTime[] {
  const { width, height, arena } = frame;
  const kernels = frame.kernels('strokes') as StrokeKernels;
  return strokeLayers.oil.map((layer, i) => {
    const count = Math.round((width * height) / layer.spacing ** 2);
    const numbers = new Float32Array(layerLength);
    writeLayer(numbers, layer, { count, width, height, scale: 1 });
    const marks = randomMarks({ count, width, height, length: layer.length, breadth: layer.breadth });
    const put = (name: string, bytes: Uint8Array) => {
      const address = arena.buffer(name, bytes.length);
      arena.bytes().set(bytes, address);
      return address;
    };
    const brushes = frame.table('brushes', brushTable);
    const tooth = noiseBytes(frame, 'tooth');
    const canvas = arena.buffer('canvas', frame.count * 10);
    const row = put('layer', new Uint8Array(numbers.buffer));
    const list = put(`marks ${i}`, new Uint8Array(marks.buffer));
    const table = brushTable();
    return {
      name: `oil strokes, ${layer.breadth} pixels`,
      wasm: time(() => {
        kernels.clear(canvas, width, height);
        kernels.draw(row, list, count, brushes, tooth, canvas, 4, 64);
      }, 15),
      naive: time(() => {
        drawReference(numbers, marks, table);
      }, 3),
    };
  });
}
