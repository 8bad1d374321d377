import type { WorldArtist } from '../world.ts';
import { jellyfish, reef } from './below.ts';
import { greatWave } from './great-wave.ts';
import { lighthouse, openSea, shoreline } from './surface.ts';

/** The sea: long horizontals, light broken into thousands of facets, depths that swallow it. */
export const ocean: WorldArtist = {
  establishing: openSea,
  approach: lighthouse,
  within: reef,
  detail: jellyfish,
  summit: greatWave,
  departure: shoreline,
};
