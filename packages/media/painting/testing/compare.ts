import { createWasmPainter } from '../wasm/painter.ts';
import { loadPaintingModules } from '../wasm/load-node.ts';
import { framesPerSecond } from './painting-job.ts';
import type { PaintingJob } from './painting-job.ts';

/** Mean absolute difference of two pictures' red, green and blue, 0 to 255. */
export function meanDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length || a.length === 0) throw new Error(`pictures of ${a.length} and ${b.length} bytes`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) if ((i & 3) !== 3) sum += Math.abs(a[i]! - b[i]!);
  return sum / (a.length * 0.75);
}

/** Paints every frame of a job by the WebAssembly engine. @returns The pictures and milliseconds per frame (the median). */
export async function paintInNode(job: PaintingJob): Promise<{ pictures: Uint8ClampedArray[]; milliseconds: number }> {
  const { width, height, frames, style, seed } = job;
  using painter = await createWasmPainter({ width, height, seed, modules: await loadPaintingModules() });
  const times: number[] = [];
  const pictures = frames.map((frame, i) => {
    const start = performance.now();
    const picture = painter.paint(frame, style, i / framesPerSecond);
    times.push(performance.now() - start);
    return picture.slice();
  });
  return { pictures, milliseconds: times.sort((a, b) => a - b)[frames.length >> 1] ?? 0 };
}
