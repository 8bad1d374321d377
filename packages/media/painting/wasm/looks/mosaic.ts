import { seedChances, stoneRules } from '../../regions/grids.ts';
import type { WasmFrame } from '../frame.ts';
import type { RegionKernels } from '../regions-kernels.ts';
import { blurPicture } from '../stages/blur.ts';
import { flow } from '../stages/flow.ts';
import { growSeeds, seedPlanes } from '../stages/seeds.ts';

/**
 * Small stones set by hand: squares along the flow that part the plane among them (Hausner 2001, centroidal Voronoi regions
 * under a square metric), so that rows follow the shapes; each with its own tilt, and a glint now and then.
 */
export function mosaic(frame: WasmFrame): number {
  const kernels = frame.kernels('regions') as RegionKernels;
  const { width, height } = frame;
  const [w, h] = [width >> 1, height >> 1];
  const unit = Math.min(width, height) / 512;
  const rules = stoneRules(frame, frame.style.detail);
  const { grid } = rules;
  const key = `${grid.columns} ${grid.rows}`;
  const seeds = frame.arena.buffer(`stones ${key}`, grid.count * 32);
  flow(frame);
  const course = frame.picture('course', w * h);
  blurPicture(frame, frame.picture('tensor held', w * h), {
    out: course,
    radius: Math.max(1, Math.round(8 * unit)),
    width: w,
    height: h,
  });
  const planes = seedPlanes(frame, { skin: 0.04, radius: Math.max(1, Math.round(5 * unit)) });
  const { placed } = growSeeds(frame, planes, {
    name: 'stones',
    rules,
    seeds,
    steer: (at, count, isFresh) => kernels.turnSeeds(at, seeds, course, count, w, h, isFresh ? 1 : 0.12),
  });
  const stones = frame.arena.buffer(`stone colours ${key}`, grid.count * 32);
  const chances = frame.table(`stone chances ${key}`, () => seedChances(grid.count));
  kernels.tesserae(seeds, chances, stones, grid.count, frame.time);
  const rowsOfStones = frame.arena.buffer('rows of stones', (width + 4) * 20);
  const out = frame.picture('painted');
  const [ox, oy] = [Math.round(frame.shift.x) / 2, Math.round(frame.shift.y) / 2];
  const joint = 0.075;
  kernels.paintMosaic(
    ...([placed, stones, frame.noise('cold'), rowsOfStones, out, width, height, grid.cell, ox, oy] as const),
    ...([joint, frame.noiseX, frame.noiseY] as const),
  );
  return out;
}
