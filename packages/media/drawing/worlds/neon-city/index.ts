import type { WorldArtist } from '../world.ts';
import { bay, rooftop, wayOut } from './far.ts';
import { alley, avenue, glass } from './near.ts';

/** A city at night: straight lines, a thousand windows, tubes of light, and all of it again upside down on wet ground. */
export const neonCity: WorldArtist = {
  establishing: bay,
  approach: avenue,
  within: alley,
  detail: glass,
  summit: rooftop,
  departure: wayOut,
};
