import type { WorldArtist } from '../world.ts';
import { blinds, stairwell, station } from './inside.ts';
import { alley, harbour, pier } from './outside.ts';

/** A film in black and white with one colour: fog, wet streets, long shadows, light through blinds. */
export const filmNoir: WorldArtist = {
  establishing: harbour,
  approach: alley,
  within: stairwell,
  detail: blinds,
  summit: station,
  departure: pier,
};
