import type { Band } from '../level.ts';
import type { Power } from '../lexicon/types.ts';
import type { Slot } from '../prose/telling.ts';
import type { Random } from '../random.ts';
import type { Wish } from '../wish/read.ts';
import type { Expression, Pose, PropKind } from '@kinora/capabilities';

/** Parts of a plot, in the order in which they are told. */
export const beats = [
  'home',
  'call',
  'try1',
  'try2',
  'try3',
  'try4',
  'low',
  'turn',
  'result',
  'reward',
  'rest',
] as const;
export type BeatId = (typeof beats)[number];

/** What a shape may look at when it binds its own material. */
export type Binding = { wish: Wish; band: Band; random: Random; power: Power; name: string; kind: string };

/** A dramatic shape: a causal chain with its own material and wordings for each beat. */
export type Shape = {
  id: string;
  bands: Band[];
  /** How well it fits a wish: 0 not at all, 10 made for it. */
  fits(wish: Wish): number;
  /** Whether the trouble of somebody else (a need) is part of its plot. */
  usesNeed: boolean;
  /** Who else takes part: a friend with a name of its own, an adviser. */
  parts: ('f' | 'm')[];
  /** Its own slots; templates name them as {x.…}. */
  bind?(binding: Binding): Slot;
  /** Wordings by beat; a beat without any is left out. */
  tell: Partial<Record<BeatId, readonly string[]>>;
  titles?: readonly string[];
  /** The picture of a beat. */
  stage?: Partial<Record<BeatId, { pose?: Pose; look?: Expression; props?: PropKind[] }>>;
};
