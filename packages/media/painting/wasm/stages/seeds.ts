import { seedJitter } from '../../regions/grids.ts';
import type { SeedRules } from '../../regions/grids.ts';
import type { WasmFrame } from '../frame.ts';
import type { RegionKernels } from '../regions-kernels.ts';
import { blurPlane } from './blur.ts';
import { kuwahara } from './kuwahara.ts';

/** Addresses of what {@link growSeeds} made. */
export type GrownSeeds = { labels: number; placed: number; placedCount: number; isFresh: boolean };

/** Planes r, g, b of the filtered frame at half size, and how busy each place is (blurred), a fourth. */
export function seedPlanes(frame: WasmFrame, options: { skin: number; radius: number }): number {
  return frame.stage('seed planes', () => {
    const kernels = frame.kernels('regions') as RegionKernels;
    const [width, height] = [frame.width >> 1, frame.height >> 1];
    const planes = frame.picture('seed planes', width * height);
    kernels.planes(kuwahara(frame), planes, width, height, options.skin);
    const busy = planes + width * height * 12;
    blurPlane(frame, busy, { out: busy, radius: options.radius, width, height });
    return planes;
  });
}

/**
 * Lets seeds that live on from frame to frame grow into regions of like colour: a round of SLIC a frame, several in the first.
 * @param options.name Of the set of seeds.
 * @param options.seeds Address of the seeds: 32 bytes each, zeroed at first.
 * @param options.steer Called after the seeds were placed, before pixels are given to them.
 */
export function growSeeds(
  frame: WasmFrame,
  planes: number,
  options: {
    name: string;
    rules: SeedRules;
    seeds: number;
    steer?: (placed: number, count: number, isFresh: boolean) => void;
  },
): GrownSeeds {
  const kernels = frame.kernels('regions') as RegionKernels;
  const { name, rules, seeds, steer } = options;
  const { cell, columns, rows, count } = rules.grid;
  const [w, h] = [frame.width >> 1, frame.height >> 1];
  const [ox, oy] = [Math.round(frame.shift.x) / 2, Math.round(frame.shift.y) / 2];
  const key = `${name} ${columns} ${rows}`;
  const jitter = frame.table(`jitter ${key}`, () => seedJitter(count, rules.jitter));
  const placed = frame.arena.buffer(`placed ${key}`, count * 32);
  const sums = frame.arena.buffer(`sums ${key}`, count * 32);
  const labels = frame.plane(`labels ${name}`, w * h);
  const last = frame.arena.buffer(`last shift ${key}`, 8);
  const isFresh = !frame.wasFresh(key);
  frame.stage(key, () => labels);
  if (isFresh) frame.arena.bytes().fill(0, seeds, seeds + count * 32);
  const shift = new Float32Array(frame.arena.memory.buffer, last, 2);
  const isStill = !isFresh && Math.abs(shift[0]! - ox) + Math.abs(shift[1]! - oy) < 0.25;
  shift[0] = ox;
  shift[1] = oy;
  // Labels of the frame before steady the borders, as long as they lie on the same pixels.
  const keep = isStill ? 0.8 : 1;
  let placedCount = 0;
  for (let round = 0; round < (isFresh ? rules.rounds : 1); round++) {
    placedCount = kernels.placeSeeds(seeds, jitter, placed, planes, w, h, columns, rows, cell, ox, oy);
    steer?.(placed, placedCount, isFresh);
    if (steer !== undefined) kernels.placeSeeds(seeds, jitter, placed, planes, w, h, columns, rows, cell, ox, oy);
    kernels.assignSeeds(placed, planes, labels, w, h, cell, ox, oy, rules.compact, keep, rules.isSquare ? 1 : 0);
    kernels.sumSeeds(planes, labels, sums, count, w, h);
    const follow = isFresh ? 1 : rules.follow;
    kernels.moveSeeds(placed, seeds, sums, placedCount, cell, follow, rules.home, rules.threshold, isFresh ? 1 : 0.2);
  }
  return { labels, placed, placedCount, isFresh };
}
