import type { WorldArtist } from '../world.ts';
import { bay } from './skylines.ts';
import { rooftop } from './skylines.ts';
import { wayOut } from './way-out.ts';
import { alley } from './alley.ts';
import { avenue } from './avenue.ts';
import { glass } from './glass.ts';

/** A city at night: straight lines, a thousand windows, tubes of light, and all of it again upside down on wet ground. */
export const neonCity: WorldArtist = {
  establishing: bay,
  approach: avenue,
  within: alley,
  detail: glass,
  summit: rooftop,
  departure: wayOut,
};
