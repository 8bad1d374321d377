import type { World } from '@kinora/capabilities';
import { cosmos } from './cosmos/index.ts';
import { liquidLight } from './liquid-light/index.ts';
import { mountainDawn } from './mountain-dawn/index.ts';
import { desertRoad } from './desert-road/index.ts';
import { ocean } from './ocean/index.ts';
import { neonCity } from './neon-city/index.ts';
import { filmNoir } from './film-noir/index.ts';
import { paperTheatre } from './paper-theatre/index.ts';
import { dreamGarden } from './dream-garden/index.ts';
import { geometry } from './geometry/index.ts';
import type { WorldArtist } from './world.ts';

/** Who draws which world. */
export const artists: Record<World, WorldArtist> = {
  'neon-city': neonCity,
  cosmos,
  ocean,
  'desert-road': desertRoad,
  geometry,
  'liquid-light': liquidLight,
  'dream-garden': dreamGarden,
  'film-noir': filmNoir,
  'mountain-dawn': mountainDawn,
  'paper-theatre': paperTheatre,
};
