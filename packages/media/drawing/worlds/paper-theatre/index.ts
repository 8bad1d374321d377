import type { WorldArtist } from '../world.ts';
import { mobile, town, tunnel } from './scenes.ts';
import { curtainCall, finale, sea } from './stage.ts';

/** A theatre of cut paper: sheets one behind the other with soft shadows, strings, cardboard waves, lamps at the sill. */
export const paperTheatre: WorldArtist = {
  establishing: sea,
  approach: tunnel,
  within: town,
  detail: mobile,
  summit: finale,
  departure: curtainCall,
};
