import type { Species } from '@kinora/capabilities';
import { badger } from './badger.ts';
import { bear } from './bear.ts';
import { cat } from './cat.ts';
import { dog } from './dog.ts';
import { child, grownUp } from '../person/person.ts';
import { fox } from './fox.ts';
import { frog } from './frog.ts';
import { hedgehog } from './hedgehog.ts';
import { lion } from './lion.ts';
import { mole } from './mole.ts';
import { monkey } from './monkey.ts';
import { mouse } from './mouse.ts';
import { otter } from './otter.ts';
import { pig } from './pig.ts';
import { rabbit } from './rabbit.ts';
import { squirrel } from './squirrel.ts';
import type { SpeciesDrawing } from './species.ts';

/** How each species is drawn. */
export const speciesDrawings = {
  badger,
  bear,
  cat,
  child,
  'grown-up': grownUp,
  dog,
  fox,
  frog,
  hedgehog,
  lion,
  mole,
  monkey,
  mouse,
  otter,
  pig,
  rabbit,
  squirrel,
} as unknown as Record<Species, SpeciesDrawing>;
