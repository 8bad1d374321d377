import { needsOne } from './one.ts';
import { moreOfNeeds } from './more.ts';
import { needsFive } from './five.ts';
import { needsFour } from './four.ts';
import { needsThree } from './three.ts';
import { secondOfNeeds } from './second.ts';
import { stillMoreOfNeeds } from './still-more.ts';
import { needsTwo } from './two.ts';
import type { Need } from './define.ts';

/** Every need of the built-in author. */
export const needs: readonly Need[] = [...needsOne, ...needsTwo, ...needsThree, ...needsFour, ...needsFive].map(
  (need) => {
    const more = moreOfNeeds[need.id];
    const still = stillMoreOfNeeds[need.id];
    const second = secondOfNeeds[need.id];
    const both = (key: 'sign' | 'trouble' | 'plea' | 'deed' | 'result' | 'rest') => [
      ...need[key],
      ...(more?.[key] ?? []),
      ...(still?.[key] ?? []),
      ...(second?.[key] ?? []),
    ];
    return {
      ...need,
      sign: both('sign'),
      trouble: both('trouble'),
      plea: both('plea'),
      deed: both('deed'),
      result: both('result'),
      rest: both('rest'),
    };
  },
);
