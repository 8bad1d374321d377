import { leadShare, paneRules, seedChances } from '../../regions/grids.ts';
import { glassTints, voteRing } from '../../regions/glass.ts';
import type { WasmFrame } from '../frame.ts';
import type { RegionKernels } from '../regions-kernels.ts';
import { blurPicture, blurPlane } from '../stages/blur.ts';
import { edges } from '../stages/flow.ts';
import { kuwahara } from '../stages/kuwahara.ts';
import { growSeeds, seedPlanes } from '../stages/seeds.ts';

/** Panes of coloured glass in lead, small ones where there is much to see, with lines painted on the glass. */
export function stainedGlass(frame: WasmFrame): number {
  const kernels = frame.kernels('regions') as RegionKernels;
  const { width, height } = frame;
  const [w, h] = [width >> 1, height >> 1];
  const size = { width: w, height: h };
  const unit = Math.min(width, height) / 512;
  const rules = paneRules(frame, frame.style.detail);
  const total = rules.reduce((sum, { grid }) => sum + grid.count, 0);
  const key = rules.map(({ grid }) => grid.count).join(' ');
  const seeds = frame.arena.buffer(`panes ${key}`, total * 32);
  const middleBase = rules[0]!.grid.count;
  const smallBase = middleBase + rules[1]!.grid.count;
  const filtered = kuwahara(frame);
  const planes = seedPlanes(frame, { skin: 0.04, radius: Math.max(1, Math.round(5 * unit)) });
  const bases = [0, middleBase, smallBase];
  const [large, middle, small] = rules.map((rule, k) =>
    growSeeds(frame, planes, { name: `panes ${k}`, rules: rule, seeds: seeds + bases[k]! * 32 }),
  );
  const [middleSeeds, smallSeeds] = [seeds + middleBase * 32, seeds + smallBase * 32];
  const joined = frame.plane('panes joined', w * h);
  const voted = frame.plane('panes voted', w * h);
  kernels.joinLabels(
    large!.labels,
    middle!.labels,
    small!.labels,
    middleSeeds,
    smallSeeds,
    middleBase,
    smallBase,
    joined,
    w * h,
  );
  const ring = frame.table('vote ring', () => Int32Array.from(voteRing, ([dx, dy]) => (dy * w + dx) * 4));
  kernels.vote(joined, voted, ring, w, h, 3);
  kernels.vote(voted, joined, ring, w, h, 3);

  const narrow = frame.plane('lead narrow', w * h);
  const wide = frame.plane('lead wide', w * h);
  kernels.borders(joined, seeds, narrow, w, h, middleBase, smallBase, leadShare(frame.style.detail));
  blurPlane(frame, narrow, { out: wide, radius: Math.max(1, Math.round(3 * unit)), ...size });
  blurPlane(frame, narrow, { out: narrow, radius: 1, passes: unit > 1.4 ? 2 : 1, ...size });
  const lead = frame.picture('leads', w * h);
  kernels.leads(narrow, wide, filtered, lead, w, h);

  const colours = frame.arena.buffer(`glass ${key}`, total * 16);
  const chances = frame.table(`chances ${key}`, () => seedChances(Math.ceil(total / 4)));
  kernels.glassColours(
    seeds,
    chances,
    frame.table('tints', () => glassTints),
    colours,
    total,
  );
  const shine = frame.picture('glass shine', w * h);
  kernels.glassShine(joined, colours, shine, w * h);
  blurPicture(frame, shine, { out: shine, radius: Math.max(1, Math.round(4 * unit)), ...size });

  const out = frame.picture('painted');
  const lines = edges(frame, 1.2 * unit);
  kernels.paintGlass(
    ...([joined, colours, lead, shine, seeds, middleBase, smallBase, lines] as const),
    ...([
      frame.noise('blotch'),
      frame.noise('cold'),
      out,
      width,
      height,
      -Math.round(frame.shift.x),
      -Math.round(frame.shift.y),
    ] as const),
  );
  return out;
}
