import type { WorldArtist } from '../world.ts';
import { harbour } from './harbour.ts';
import { alley } from './alley.ts';
import { stairwell } from './stairwell.ts';
import { blinds } from './blinds.ts';
import { station } from './station.ts';
import { pier } from './pier.ts';

/** A film in black and white with one colour: fog, wet streets, long shadows, light through blinds. */
export const filmNoir: WorldArtist = {
  establishing: harbour,
  approach: alley,
  within: stairwell,
  detail: blinds,
  summit: station,
  departure: pier,
};
