import { acrossWeights, alongWeights, gaussianPair } from '../tables/gauss.ts';
import { hash } from '../tables/hash.ts';
import { WasmFrame } from '../wasm/frame.ts';
import { loadPaintingModules } from '../wasm/load-node.ts';
import { blurPicture } from '../wasm/stages/blur.ts';
import { timeStrokes } from './time-strokes.ts';
import { alongFlowReference, bilateralReference, boxReference, gaussianDifferenceReference } from './reference.ts';

/** Milliseconds of processor time of a kernel on one core, in WebAssembly and as plain JavaScript. */
export type KernelTime = { name: string; wasm: number; naive: number };

/** Times the kernels that most looks share on a frame of 512 × 512 pixels. */
export async function timeKernels(): Promise<KernelTime[]> {
  const [width, height] = [512, 512];
  const modules = await loadPaintingModules();
  const frame = new WasmFrame({ width, height, seed: 1, modules });
  const { core, arena } = frame;
  const put = (name: string, values: Float32Array) => {
    const address = arena.buffer(name, values.byteLength);
    new Float32Array(arena.memory.buffer, address, values.length).set(values);
    return address;
  };
  const random = (length: number) => Float32Array.from({ length }, (_, i) => hash(i));
  const [w, h] = [width >> 1, height >> 1];
  const values = random(width * height * 4);
  const half = values.subarray(0, w * h * 4);
  const plane = random(width * height);
  const field = Float32Array.from({ length: width * height * 4 }, (_, i) => [0.6, 0.8, 0.5, 0.1][i & 3]!);
  const pair = gaussianPair(1.2);
  const along = alongWeights(7);
  const [picture, small, flat, flow] = [put('p', values), put('h', half), put('l', plane), put('f', field)];
  const [across, alongAt, gauss] = [put('w', acrossWeights), put('a', along), put('g', pair.weights)];
  const [out, narrow, wide, line] = [frame.picture('o'), frame.plane('n'), frame.plane('v'), frame.plane('k')];
  const time = (run: () => void, times: number) => {
    run();
    // Some systems tell processor time in steps of 4 ms: many runs are timed together.
    const before = process.threadCpuUsage();
    for (let count = 0; count < times; count++) run();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000 / times;
  };
  const size = { width, height };
  return [
    {
      name: 'box blur, radius 5',
      wasm: time(() => blurPicture(frame, picture, { out, radius: 5, passes: 1 }), 60),
      naive: time(() => boxReference({ ...size, values }, 5), 1),
    },
    {
      name: 'difference of Gaussians',
      wasm: time(() => core.gaussianDifference(flat, line, narrow, wide, gauss, width, height, pair.radius), 60),
      naive: time(() => gaussianDifferenceReference(plane, size, pair), 3),
    },
    {
      name: 'bilateral, along, half size',
      wasm: time(() => core.bilateral(small, out, flow, across, w, h, 3, 1, 0.07), 60),
      naive: time(() => {
        bilateralReference({ width: w, height: h, values: half }, field, {
          weights: acrossWeights,
          taps: 3,
          isAlong: true,
          reach: 0.07,
        });
      }, 5),
    },
    {
      name: 'means along the flow',
      wasm: time(() => core.alongFlow(flat, line, flow, alongAt, width, height, 7, 1), 60),
      naive: time(() => alongFlowReference(plane, field, size, along), 5),
    },
    ...timeStrokes(frame, time),
  ];
}
