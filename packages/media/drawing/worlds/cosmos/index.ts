import type { WorldArtist } from '../world.ts';
import { blackHole, galaxy, homeward, limbAtSunrise, pillars, ringedPlanet } from './views.ts';

/** Space: clouds of gas lit from within, spheres half in shadow, stars by the hundred and nothing to stand on. */
export const cosmos: WorldArtist = {
  establishing: galaxy,
  approach: ringedPlanet,
  within: pillars,
  detail: limbAtSunrise,
  summit: blackHole,
  departure: homeward,
};
