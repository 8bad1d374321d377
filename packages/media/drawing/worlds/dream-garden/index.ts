import type { WorldArtist } from '../world.ts';
import { blossom, greatBloom, pond } from './close.ts';
import { islands, pergola, promenade } from './wide.ts';

/** A garden in a dream: floating islands, arches of blossom, lotus lamps on a pond, a flower as large as the sky. */
export const dreamGarden: WorldArtist = {
  establishing: islands,
  approach: pergola,
  within: pond,
  detail: blossom,
  summit: greatBloom,
  departure: promenade,
};
