import type { WorldArtist } from '../world.ts';
import { plain } from './plain.ts';
import { arcade } from './arcade.ts';
import { stairs } from './stairs.ts';
import { composition } from './composition.ts';
import { orbits } from './orbits.ts';
import { waves } from './waves.ts';

/** Pure shapes: monumental solids in hard light, arches, impossible stairs, orbits, stripes that swell. */
export const geometry: WorldArtist = {
  establishing: plain,
  approach: arcade,
  within: stairs,
  detail: composition,
  summit: orbits,
  departure: waves,
};
