import { closing } from './closing.ts';
import { culture } from './culture.ts';
import { firstGame } from './first-game.ts';
import { idioms } from './idioms.ts';
import { mistakes } from './mistakes.ts';
import { opening } from './opening.ts';

/** Twenty minutes of talk between a host who speaks Japanese and a guest who speaks English. */
export const sampleScript = [opening, firstGame, idioms, culture, mistakes, closing].join('\n');
