import { plural } from '../prose/english.ts';

/** What a wish says that its heroes do, when a plot can be made of just that. */
export type Aim =
  | { kind: 'race'; to: string }
  | { kind: 'make'; verb: string; thing: string; article: string; whom?: string }
  | { kind: 'wait'; what: string };

const makers: Record<string, string> = {
  build: 'build',
  builds: 'build',
  building: 'build',
  built: 'build',
  make: 'make',
  makes: 'make',
  making: 'make',
  bake: 'bake',
  bakes: 'bake',
  baking: 'bake',
  cook: 'cook',
  cooks: 'cook',
  cooking: 'cook',
  paint: 'paint',
  paints: 'paint',
  painting: 'paint',
  draw: 'draw',
  draws: 'draw',
  drawing: 'draw',
  knit: 'knit',
  knits: 'knit',
  knitting: 'knit',
  sew: 'sew',
  sews: 'sew',
  sewing: 'sew',
  plant: 'plant',
  plants: 'plant',
  planting: 'plant',
  invent: 'invent',
  invents: 'invent',
  inventing: 'invent',
};
const nounEnd =
  '(?=$|[.,;!?]| (?:who|that|which|and|but|because|so|with|in|on|at|by|from|when|while|for|out of|every|all|as|until|before|to)\\b)';

/** Reads what the heroes of a wish do: race somewhere, make something for somebody, or wait for something. */
export function readAim(text: string, heroes: number): Aim | null {
  const race = new RegExp(
    `\\b(races?|racing)\\b(?: each other| one another)?(?:\\s+(?:to|for|towards)\\s+(?!win)(.+?)${nounEnd})?`,
  ).exec(text);
  if (race && (heroes > 1 || race[2]) && !/\b(?:win|wins|lose|loses|losing|lost) (?:a|the|every) race/.test(text))
    return { kind: 'race', to: withThe(race[2]?.trim() || 'the gate') };
  const wait = new RegExp(
    `\\bwait(?:s|ing|ed)? for (.+?)(?=$|[.,;!?]| (?:who|that|but|because|and|in|on|at|by|to)\\b)`,
  ).exec(text)?.[1];
  if (wait && wait.split(' ').length <= 4) return { kind: 'wait', what: wait.trim() };
  const made = new RegExp(
    `\\b(${Object.keys(makers).join('|')})\\s+(an?|the|some|his|her|their|its)?\\s*((?!friends?\\b|people\\b|everyone\\b|everybody\\b|up\\b|sure\\b|wish\\b|noises?\\b|mistakes?\\b|new friends?\\b|it\\b|friend\\b)[a-z][a-z -]*?)${nounEnd}(?:[^.]*?\\bfor ((?:an?|the|his|her|their|its|my|all) [a-z' -]+?|[a-z]+)${nounEnd})?`,
  ).exec(text);
  const verb = makers[made?.[1] ?? ''];
  const thing = made?.[3]?.trim();
  if (!made || !verb || !thing || thing.split(' ').length > 3) return null;
  const many = thing === plural(thing) && !/(?:ss|us|is|bread|soup)$/.test(thing);
  return {
    kind: 'make',
    verb,
    thing: many && !made[2] ? `basket of ${thing}` : thing,
    article: many && !made[2] ? 'a' : /^(?:an?|the)$/.test(made[2] ?? '') ? (made[2] ?? '') : made[2] ? 'a' : '',
    ...(made[4] && !/^(?:ever|fun|once|tea|supper|dinner)$/.test(made[4]) ? { whom: made[4].trim() } : {}),
  };
}

function withThe(phrase: string): string {
  return /^(?:the|an?|his|her|their|its|my)\b/.test(phrase) ? phrase.replace(/^(?:an?|my)\b/, 'the') : `the ${phrase}`;
}
