import type { Species } from '@kinora/capabilities';
import { child, grownUp } from '../person/person.ts';
import { badger } from './badger.ts';
import { bear } from './bear.ts';
import { bird } from './bird.ts';
import { cat } from './cat.ts';
import { cloud } from './cloud.ts';
import { deer } from './deer.ts';
import { digger } from './digger.ts';
import { dog } from './dog.ts';
import { dragon } from './dragon.ts';
import { duck } from './duck.ts';
import { elephant } from './elephant.ts';
import { fish } from './fish.ts';
import { fox } from './fox.ts';
import { frog } from './frog.ts';
import { hedgehog } from './hedgehog.ts';
import { horse, unicorn } from './horse.ts';
import { lion } from './lion.ts';
import { mole } from './mole.ts';
import { monkey } from './monkey.ts';
import { moth } from './moth.ts';
import { mouse } from './mouse.ts';
import { octopus } from './octopus.ts';
import { otter } from './otter.ts';
import { owl } from './owl.ts';
import { penguin } from './penguin.ts';
import { pig } from './pig.ts';
import { rabbit } from './rabbit.ts';
import { robot } from './robot.ts';
import { sheep } from './sheep.ts';
import { snail } from './snail.ts';
import { squirrel } from './squirrel.ts';
import { star } from './star.ts';
import { thing } from './thing.ts';
import { train } from './train.ts';
import { turtle } from './turtle.ts';
import { whale } from './whale.ts';
import type { SpeciesDrawing } from './species.ts';

/** How each species is drawn. */
export const speciesDrawings: Record<Species, SpeciesDrawing> = {
  badger,
  bear,
  bird,
  cat,
  cloud,
  deer,
  digger,
  dog,
  dragon,
  duck,
  elephant,
  fish,
  fox,
  frog,
  hedgehog,
  horse,
  unicorn,
  lion,
  mole,
  monkey,
  moth,
  mouse,
  octopus,
  otter,
  owl,
  penguin,
  pig,
  rabbit,
  robot,
  sheep,
  snail,
  squirrel,
  star,
  thing,
  train,
  turtle,
  whale,
  child,
  'grown-up': grownUp,
};
