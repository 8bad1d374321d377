import { needsOne } from './one.ts';
import { moreOfNeeds } from './more.ts';
import { needsThree } from './three.ts';
import { needsTwo } from './two.ts';
import type { Need } from './define.ts';

/** Every need of the built-in author. */
export const needs: readonly Need[] = [...needsOne, ...needsTwo, ...needsThree].map((need) => {
  const more = moreOfNeeds[need.id];
  if (!more) return need;
  const both = (key: 'sign' | 'trouble' | 'plea' | 'deed' | 'result' | 'rest') => [...need[key], ...(more[key] ?? [])];
  return {
    ...need,
    sign: both('sign'),
    trouble: both('trouble'),
    plea: both('plea'),
    deed: both('deed'),
    result: both('result'),
    rest: both('rest'),
  };
});
