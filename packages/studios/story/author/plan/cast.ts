import { names } from '../lexicon/names.ts';
import { findKind, guessKind } from '../lexicon/kinds/index.ts';
import type { Kind } from '../lexicon/types.ts';
import type { Band } from '../level.ts';
import { capital, withArticle } from '../prose/english.ts';
import type { Character } from '../prose/telling.ts';
import type { Random } from '../random.ts';
import type { WishHero } from '../wish/read.ts';

/** A character and how it is drawn. */
export type Part = { character: Character; kind: Kind; noun: string; adjectives: string[] };

const girls =
  /^(?:girl|queen|princess|witch|mermaid|fairy|grandma|ballerina|chicken|cow|hen|mum|mom|mummy|mother|sister|daughter|aunt|lady|woman|granny|gran|nana|nan|grandmother)$/;
const boys =
  /^(?:boy|king|prince|wizard|grandpa|dad|daddy|father|brother|son|uncle|man|grandad|granddad|grandfather|bull|rooster|cockerel)$/;
const plainPeople = /^(?:girl|boy|child|kid|baby|sister|brother|twin|daughter|son|toddler)$/;

/** The hero's part. In the youngest band the kind is the name, unless there are two of it. */
export function heroPart(hero: WishHero, band: Band, random: Random, taken: Set<string>, isOneOfTwo = false): Part {
  const { kind, noun } = hero;
  const pronoun =
    hero.pronoun ?? (girls.test(noun) ? 'she' : boys.test(noun) ? 'he' : random.chance(0.5) ? 'she' : 'he');
  const described = [...hero.adjectives, noun].join(' ');
  if (band === '2-3' && !hero.name && !isOneOfTwo && !plainPeople.test(noun)) {
    const name = noun.split(' ').map(capital).join(' ');
    return { character: { name, kind: noun, pronoun, entrance: name }, kind, noun, adjectives: hero.adjectives };
  }
  const name = hero.name ?? pickName(pronoun, band, random, taken);
  taken.add(name);
  const entrance = plainPeople.test(noun)
    ? `${withArticle(described)} called ${name}`
    : /^(?:king|queen|prince|princess|grandma|grandpa)$/.test(noun) && !hero.adjectives.length
      ? `${capital(noun)} ${name}`
      : `${name} the ${described}`;
  return { character: { name, kind: noun, pronoun, entrance }, kind, noun, adjectives: hero.adjectives };
}

/** A side part, of a kind by its id; nameless unless `named`. */
export function sidePart(id: string, options: { pronoun: 'he' | 'she'; name?: string }): Part {
  const kind = findKind(id) ?? guessKind(id, 'who');
  const { name, pronoun } = options;
  const fixed = girls.test(id) ? 'she' : boys.test(id) ? 'he' : pronoun;
  return {
    character: {
      ...(name ? { name } : {}),
      kind: id,
      pronoun: fixed,
      entrance: name ? `${name} the ${id}` : withArticle(id),
    },
    kind,
    noun: id,
    adjectives: [],
  };
}

/** A name that starts and sounds unlike those already taken. */
export function pickName(pronoun: string, band: Band, random: Random, taken: Set<string>): string {
  const pool = random.chance(0.3) ? names.either : pronoun === 'she' ? names.she : names.he;
  const initials = new Set([...taken].map((name) => name[0]));
  const limit = band === '8-10' ? 11 : band === '6-7' ? 8 : 7;
  const fitting = pool.filter((name) => name.length <= limit && !initials.has(name[0] ?? ''));
  return random.pick(fitting.length ? fitting : pool);
}
