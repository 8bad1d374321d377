import type { WorldArtist } from '../world.ts';
import { slotCanyon, wayside } from './near.ts';
import { arch } from './arch.ts';
import { milkyWay } from './milky-way.ts';
import { straightOn } from './roads.ts';
import { winding } from './roads.ts';

/** The road through a desert: banded rock, long shadows, a line that runs to the sun. */
export const desertRoad: WorldArtist = {
  establishing: winding,
  approach: straightOn,
  within: slotCanyon,
  detail: wayside,
  summit: arch,
  departure: milkyWay,
};
