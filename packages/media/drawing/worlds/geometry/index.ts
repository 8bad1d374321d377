import type { WorldArtist } from '../world.ts';
import { arcade, plain, waves } from './plains.ts';
import { composition, orbits, stairs } from './structures.ts';

/** Pure shapes: monumental solids in hard light, arches, impossible stairs, orbits, stripes that swell. */
export const geometry: WorldArtist = {
  establishing: plain,
  approach: arcade,
  within: stairs,
  detail: composition,
  summit: orbits,
  departure: waves,
};
