import type { Air, ThreadKind, VistaView, World } from '@kinora/capabilities';
import {
  airWords,
  colourWords,
  energyWords,
  saturationWords,
  threadWords,
  timeWords,
  viewWords,
  worldWords,
} from './lexicon.ts';
import type { TimeOfDay } from './lexicon.ts';
import { looks, mergeLooks } from './looks.ts';
import type { Look } from './looks.ts';

/** What words say a picture should show. What they don't mention is undefined or empty. */
export type Reading = {
  /** How strongly the words speak for each world that they speak for. */
  worlds: Partial<Record<World, number>>;
  air: Air | undefined;
  time: TimeOfDay | undefined;
  thread: ThreadKind | undefined;
  view: VistaView | undefined;
  /** Hues in degrees of OKLCH, as they are named. */
  colours: number[];
  /** What the words ask of the colours without naming them: ice is blue, a desert is warm. */
  look: Look;
  /** A factor, 1 when nothing is said. */
  saturation: number;
  energy: number | undefined;
};

/** Words that take back what follows them. */
const denials = new Set(['no', 'not', 'without', 'never', 'isn’t', "isn't", 'less']);

/**
 * Reads a theme or a description, English or Japanese: which world, weather, time, colours and things it names. What is denied
 * ("without rain") isn't read.
 */
export function readWords(text: string): Reading {
  const heard = split(text);
  const best = <Key extends string>(words: Record<Key, Entry>) => choose(score(words, heard));
  return {
    worlds: score(worldWords, heard),
    air: best(airWords),
    time: best(timeWords),
    thread: best(threadWords),
    view: best(viewWords),
    colours: named(colourWords, heard).map(({ hue }) => hue),
    look: lookOf(heard),
    saturation: named(saturationWords, heard).reduce((product, { factor }) => product * factor, 1),
    energy: mean(named(energyWords, heard).map(({ energy }) => energy)),
  };
}

type Entry = { strong: string; weak?: string; japanese?: string };
type Heard = { text: string; words: Set<string>; joined: string; order: readonly string[] };

/** Strong words count three, weak ones one, each once. */
const weights = { strong: 3, weak: 1, japanese: 3 };

function split(text: string): Heard {
  const lower = text.normalize('NFKC').toLowerCase();
  const tokens = lower.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const order: string[] = [];
  let isDenied = false;
  for (const token of tokens) {
    if (denials.has(token)) isDenied = true;
    else if (isDenied && (token === 'a' || token === 'any' || token === 'the')) continue;
    else {
      if (!isDenied) order.push(token, ...token.split('-'));
      isDenied = false;
    }
  }
  const words = new Set(order.flatMap((word) => [word, ...stems(word)]));
  return { text: lower, words, joined: ` ${order.join(' ')} `, order };
}

/** The word without the endings that don't change what it names. */
function stems(word: string): string[] {
  const bare = word.replace(/[’']s$/u, '').replace(/[’']/gu, '');
  if (bare.endsWith('ies')) return [bare, `${bare.slice(0, -3)}y`];
  if (/(?:s|x|z|ch|sh)es$/u.test(bare)) return [bare, bare.slice(0, -2)];
  return bare.endsWith('s') && bare.length > 3 ? [bare, bare.slice(0, -1)] : [bare];
}

function isNamed(word: string, { words, joined }: Heard): boolean {
  return words.has(word) || (word.includes('-') && joined.includes(` ${word.replaceAll('-', ' ')} `));
}

function score<Key extends string>(entries: Record<Key, Entry>, heard: Heard): Partial<Record<Key, number>> {
  const scores: Partial<Record<Key, number>> = {};
  for (const key of Object.keys(entries) as Key[]) {
    const { strong, weak = '', japanese = '' } = entries[key];
    const count = (list: string, weight: number) =>
      weight * new Set(list.split(' ').filter((word) => word !== '' && isNamed(word, heard))).size;
    const inside = japanese.split(' ').filter((word) => word !== '' && heard.text.includes(word)).length;
    const sum = count(strong, weights.strong) + count(weak, weights.weak) + weights.japanese * inside;
    if (sum > 0) scores[key] = sum;
  }
  return scores;
}

/** The strongest; the first of equals. */
export function choose<Key extends string>(scores: Partial<Record<Key, number>>): Key | undefined {
  const entries = Object.entries(scores) as [Key, number][];
  return entries.reduce<[Key, number] | undefined>(
    (best, each) => (best && best[1] >= each[1] ? best : each),
    undefined,
  )?.[0];
}

/** Entries that are named, in the order in which the text names them. */
function named<Value extends { japanese?: string }>(entries: Record<string, Value>, heard: Heard): Value[] {
  const places = Object.entries(entries).flatMap(([word, value]) => {
    const japanese = value.japanese?.split(' ').find((each) => heard.text.includes(each));
    if (!isNamed(word, heard) && japanese === undefined) return [];
    return [{ value, at: heard.text.indexOf(japanese ?? word.replaceAll('-', ' ')) }];
  });
  return places.sort((a, b) => a.at - b.at).map(({ value }) => value);
}

/** Hue of a sky that is named with its colour. */
const skyColour = /(\p{L}+) (?:sky|skies)/u;

function lookOf(heard: Heard): Look {
  const isHere = ({ words, japanese }: { words: string; japanese: string }) =>
    words.split(' ').some((word) => isNamed(word, heard)) ||
    japanese.split(' ').some((word) => heard.text.includes(word));
  const sky = colourWords[skyColour.exec(heard.joined)?.[1] ?? '']?.hue;
  const look = mergeLooks(looks.filter(isHere));
  return sky === undefined ? look : { ...look, sky, haze: sky };
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
