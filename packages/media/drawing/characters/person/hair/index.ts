import type { CharacterSpec } from '@kinora/capabilities';
import { afro } from './afro.ts';
import { bald } from './bald.ts';
import { bob } from './bob.ts';
import { braids } from './braids.ts';
import { bun } from './bun.ts';
import { curly } from './curly.ts';
import { headscarf } from './headscarf.ts';
import { long } from './long.ts';
import { short } from './short.ts';
import type { Hair } from './hair.ts';

/** Nine ways of wearing hair. */
export const hairs: Record<NonNullable<CharacterSpec['person']>['hair'], Hair> = {
  short,
  long,
  curly,
  afro,
  bob,
  braids,
  bun,
  bald,
  headscarf,
};
