import type { World } from '@kinora/capabilities';
import { mountainDawn } from './mountain-dawn/index.ts';
import { neonCity } from './neon-city/index.ts';
import type { WorldArtist } from './world.ts';

/** Who draws which world. */
export const artists: Record<World, WorldArtist> = {
  'neon-city': neonCity,
  cosmos: mountainDawn,
  ocean: mountainDawn,
  'desert-road': mountainDawn,
  geometry: neonCity,
  'liquid-light': neonCity,
  'dream-garden': mountainDawn,
  'film-noir': neonCity,
  'mountain-dawn': mountainDawn,
  'paper-theatre': mountainDawn,
};
