import type { WorldArtist } from '../world.ts';
import { islands } from './islands.ts';
import { pergola } from './pergola.ts';
import { pond } from './pond.ts';
import { blossom } from './blossom.ts';
import { greatBloom } from './great-bloom.ts';
import { promenade } from './promenade.ts';

/** A garden in a dream: floating islands, arches of blossom, lotus lamps on a pond, a flower as large as the sky. */
export const dreamGarden: WorldArtist = {
  establishing: islands,
  approach: pergola,
  within: pond,
  detail: blossom,
  summit: greatBloom,
  departure: promenade,
};
