import type { Wish } from '../wish/read.ts';

/** What a wish is about, when it is of one of the commonest kinds. */
export type Theme = 'fear' | 'feeling' | 'love' | 'lost' | 'first' | 'sibling' | 'kept';

/** The feelings that have stories of their own. */
export const feelings = ['shy', 'lonely', 'jealous', 'angry'] as const;

const said =
  /\b(?:shy|timid|bashful|lonely|alone|friendless|jealous|envious|angry|anger|cross|grumpy|furious|mad|moody|crabby|grouchy)\b/i;

const shapesOf: Record<Theme, readonly string[]> = {
  fear: ['feared', 'feared-steps', 'feared-small'],
  feeling: ['felt', 'felt-small'],
  love: ['loved', 'loved-small'],
  lost: ['had-all-along', 'had-all-along-small'],
  first: ['first-time', 'first-time-small'],
  sibling: ['place-made', 'sibling-small'],
  kept: ['kept', 'kept-small'],
};
const owned = new Set(Object.values(shapesOf).flat());
/** Shapes that tell of other things than what is wanted, and so are not for a wish that wants something. */
const wantShapes = [
  'wanted',
  'becoming',
  'becoming-small',
  'arrive',
  'arrive-small',
  'own-way-small',
  'teach',
  'not-hurried-small',
  'made-for',
  'made-for-small',
  'race-together',
  'race-small',
  'awaited',
  'awaited-small',
];

/** Reads what a wish is about; null for a wish of no common kind. */
export function themeOf(wish: Wish): Theme | null {
  if (wish.aim && wish.aim.kind !== 'make') return null;
  if (/\balone\b/.test(wish.afraidOf ?? '')) return 'feeling';
  if (wish.first && wish.afraidOf) return 'first';
  if (wish.afraidOf && !/^(?:every|any|no)(?:thing|one|body)/.test(wish.afraidOf)) return 'fear';
  if (wish.lost) return 'lost';
  if (wish.kept) return 'kept';
  if (wish.aim) return null;
  if (wish.traits.includes('sibling') && !wish.traits.includes('jealous')) return 'sibling';
  if (wish.first) return 'first';
  if (wish.loves) return 'love';
  if (
    !wish.goal &&
    !wish.cannot &&
    wish.heroes.length < 2 &&
    said.test(wish.text) &&
    feelings.some((trait) => wish.traits.includes(trait))
  )
    return 'feeling';
  return null;
}

/** Whether a shape can tell what the wish is about. */
export function isFit(id: string, wish: Wish): boolean {
  // A plot looks at the wish itself.
  if (id.startsWith('plot-')) return themeOf(wish) === null;
  const theme = themeOf(wish);
  // Who is lonely may also find a friend by going to see one.
  if (theme === 'feeling' && wish.traits.includes('lonely') && !wish.afraidOf && /^(?:two-homes|slow-visit)$/.test(id))
    return true;
  if (
    id === 'feared-steps' &&
    /thunder|storm|lightning|height|high|fly|jump|climb|fall|monster|ghost|under the|shadow|day\b|night|ing\b/.test(
      wish.afraidOf ?? '',
    )
  )
    return false;
  if (theme)
    return (
      shapesOf[theme].includes(id) || (theme === 'feeling' && id === 'place-made' && wish.traits.includes('sibling'))
    );
  if (
    wish.goal &&
    /\b(?:wants?|wish(?:es)?|would like|longs?|hopes?|dreams?|learns?)\b/i.test(wish.text) &&
    wish.goal.kind !== 'befriend'
  )
    return wantShapes.includes(id);
  return !owned.has(id) || id.startsWith('had-all') || id === 'place-made';
}
