import type { BeatId, Shape } from '../plan/shape.ts';
import { moreAtDusk } from './more-at-dusk.ts';
import { moreForFeelings } from './more-for-feelings.ts';
import { moreForGoals } from './more-for-goals.ts';
import { moreForLoves } from './more-for-loves.ts';
import { moreInShort } from './more-in-short.ts';
import { moreMade } from './more-made.ts';
import { moreNights } from './more-nights.ts';
import { moreOutings } from './more-outings.ts';
import { moreForPlots } from './plots/more.ts';
import { moreWordings } from './more-wordings.ts';
import { toddlerExtra } from './toddler-extra.ts';
import { toddlerMore } from './toddler-more.ts';

const wordings = [
  toddlerMore,
  moreWordings,
  moreForFeelings,
  moreForGoals,
  moreForLoves,
  moreInShort,
  moreAtDusk,
  moreMade,
  moreNights,
  moreOutings,
  toddlerExtra,
  moreForPlots,
];

/** A shape with all the wordings that are kept for it in files of their own. */
export function enriched(shape: Shape): Shape {
  const extras = wordings.map((entry) => entry[shape.id]).filter((extra) => extra !== undefined);
  if (!extras.length) return shape;
  const ids = new Set([shape.tell, ...extras].flatMap((tell) => Object.keys(tell))) as Set<BeatId>;
  return {
    ...shape,
    tell: Object.fromEntries(
      [...ids].map((id) => [id, [...(shape.tell[id] ?? []), ...extras.flatMap((extra) => extra[id] ?? [])]]),
    ),
  };
}
