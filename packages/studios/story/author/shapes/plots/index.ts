import type { Shape } from '../../plan/shape.ts';
import { flySmall, flyWithWind } from './flying.ts';
import { haveFriend, havePet } from './friend-and-pet.ts';
import { findTreasure, growGarden } from './garden-and-treasure.ts';
import { missedPet } from './missing-pet.ts';
import { missedLight, missedSmall } from './missing.ts';
import { singAlong, winRace } from './race-and-song.ts';
import { seeFar } from './seeing.ts';
import { friendSmall, growSmall, treasureSmall, winSmall } from './small-wants.ts';
import { tooBig, tooBigSmall } from './too-big.ts';

/** Shapes that are each about one thing that is wished for, missed or does not fit. */
export const plots: readonly Shape[] = [
  winRace,
  singAlong,
  growGarden,
  findTreasure,
  haveFriend,
  havePet,
  seeFar,
  missedLight,
  missedSmall,
  missedPet,
  tooBig,
  tooBigSmall,
  flyWithWind,
  flySmall,
  winSmall,
  growSmall,
  friendSmall,
  treasureSmall,
];
