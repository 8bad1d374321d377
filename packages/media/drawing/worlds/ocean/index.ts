import type { WorldArtist } from '../world.ts';
import { jellyfish } from './jellyfish.ts';
import { reef } from './reef.ts';
import { greatWave } from './great-wave.ts';
import { lighthouse } from './lighthouse.ts';
import { openSea } from './open-sea.ts';
import { shoreline } from './shoreline.ts';

/** The sea: long horizontals, light broken into thousands of facets, depths that swallow it. */
export const ocean: WorldArtist = {
  establishing: openSea,
  approach: lighthouse,
  within: reef,
  detail: jellyfish,
  summit: greatWave,
  departure: shoreline,
};
