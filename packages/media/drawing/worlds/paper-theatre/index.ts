import type { WorldArtist } from '../world.ts';
import { sea } from './sea.ts';
import { tunnel } from './tunnel.ts';
import { town } from './town.ts';
import { mobile } from './mobile.ts';
import { finale } from './finale.ts';
import { curtainCall } from './curtain-call.ts';

/** A theatre of cut paper: sheets one behind the other with soft shadows, strings, cardboard waves, lamps at the sill. */
export const paperTheatre: WorldArtist = {
  establishing: sea,
  approach: tunnel,
  within: town,
  detail: mobile,
  summit: finale,
  departure: curtainCall,
};
