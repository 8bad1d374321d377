import type { WorldArtist } from '../world.ts';
import { blackHole } from './black-hole.ts';
import { galaxy } from './galaxy.ts';
import { homeward } from './homeward.ts';
import { limbAtSunrise } from './limb-at-sunrise.ts';
import { pillars } from './pillars.ts';
import { ringedPlanet } from './ringed-planet.ts';

/** Space: clouds of gas lit from within, spheres half in shadow, stars by the hundred and nothing to stand on. */
export const cosmos: WorldArtist = {
  establishing: galaxy,
  approach: ringedPlanet,
  within: pillars,
  detail: limbAtSunrise,
  summit: blackHole,
  departure: homeward,
};
