import type { WorldArtist } from '../world.ts';
import { forest } from './forest.ts';
import { meadow } from './meadow.ts';
import { aboveTheClouds } from './above-the-clouds.ts';
import { lake } from './lake.ts';
import { ridges } from './ridges.ts';
import { valley } from './valley.ts';

/** Mountains at daybreak: ridges behind ridges, mist in the valleys, snow that takes the first light. */
export const mountainDawn: WorldArtist = {
  establishing: ridges,
  approach: lake,
  within: forest,
  detail: meadow,
  summit: aboveTheClouds,
  departure: valley,
};
