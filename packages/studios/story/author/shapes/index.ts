import type { Shape } from '../plan/shape.ts';
import { dayTold, granted, notHurried, slowVisit } from './evenings.ts';
import { collector, unfinished, wrongRecipe } from './made-things.ts';
import { needed } from './needed.ts';
import { plots } from './plots/index.ts';
import { ownWaySmall } from './own-way-small.ts';
import { toddlerHush, toddlerJob } from './toddler-hush.ts';
import { toddlerDark, toddlerNotYet, toddlerRound, toddlerVisit } from './toddler-quiet.ts';
import { enriched } from './enriched.ts';
import { toddlerSearch } from './toddler-search.ts';
import { goodFault, hadAllAlong, message, placeMade, teach, tradeHome, twoHomes } from './together.ts';
import { becoming, becomingSmall } from './becoming.ts';
import { arriveSmall, awaitedSmall, madeForSmall, raceSmall } from './wish-led-small.ts';
import { arrive, awaited, madeFor, raceTogether } from './wish-led.ts';
import { feared, fearedSmall, fearedSteps } from './feared.ts';
import { felt, feltSmall } from './felt.ts';
import { firstTime, firstTimeSmall, siblingSmall } from './first-time.ts';
import { kept, keptSmall } from './kept.ts';
import { loved, lovedSmall } from './loved.ts';
import { wanted } from './wanted.ts';
import { contest, ownStrength, smallEnough, smallSteps, standIn } from './with-need.ts';

/** Every shape of the built-in author. */
export const shapes: readonly Shape[] = [
  ...[
    needed,
    smallEnough,
    ownStrength,
    standIn,
    smallSteps,
    contest,
    wrongRecipe,
    unfinished,
    collector,
    granted,
    slowVisit,
    dayTold,
    notHurried,
    teach,
    hadAllAlong,
    message,
    goodFault,
    placeMade,
    tradeHome,
    twoHomes,
    becoming,
    wanted,
    madeFor,
    raceTogether,
    arrive,
    awaited,
    feared,
    fearedSteps,
    felt,
    firstTime,
    kept,
    loved,
  ].map(enriched),
  ...[
    ownWaySmall,
    becomingSmall,
    madeForSmall,
    raceSmall,
    arriveSmall,
    awaitedSmall,
    toddlerSearch,
    toddlerHush,
    toddlerJob,
    toddlerVisit,
    toddlerRound,
    toddlerDark,
    toddlerNotYet,
    fearedSmall,
    feltSmall,
    firstTimeSmall,
    keptSmall,
    lovedSmall,
    siblingSmall,
  ].map(enriched),
  ...plots.map(enriched),
];
