import { needsOne } from './one.ts';
import { needsThree } from './three.ts';
import { needsTwo } from './two.ts';
import type { Need } from './define.ts';

/** Every need of the built-in author. */
export const needs: readonly Need[] = [...needsOne, ...needsTwo, ...needsThree];
