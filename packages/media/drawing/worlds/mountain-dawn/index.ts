import type { WorldArtist } from '../world.ts';
import { forest, meadow } from './close.ts';
import { aboveTheClouds, lake, ridges, valley } from './wide.ts';

/** Mountains at daybreak: ridges behind ridges, mist in the valleys, snow that takes the first light. */
export const mountainDawn: WorldArtist = {
  establishing: ridges,
  approach: lake,
  within: forest,
  detail: meadow,
  summit: aboveTheClouds,
  departure: valley,
};
