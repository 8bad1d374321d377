import { colourConcepts } from './colour-concepts.ts';
import type { Concept } from './concept.ts';
import { lookConcepts } from './look-concepts.ts';
import { moodConcepts } from './mood-concepts.ts';
import { sceneConcepts } from './scene-concepts.ts';

/** Everything that words can name, colours before scenes before moods: of two that share a word, the first has it. */
export const concepts: readonly Concept[] = [...lookConcepts, ...colourConcepts, ...sceneConcepts, ...moodConcepts];

const english = new Map<string, Concept>();
const japanese = new Map<string, Concept>();
for (const concept of concepts) {
  for (const word of concept.en) if (!english.has(word)) english.set(word, concept);
  for (const word of concept.ja.flatMap(forms)) if (!japanese.has(word)) japanese.set(word, concept);
}

/** Longest English group of words and longest Japanese word, in words and in characters. */
export const longest = {
  english: Math.max(...[...english.keys()].map((word) => word.split(' ').length)),
  japanese: Math.max(...[...japanese.keys()].map((word) => word.length)),
} as const;

/** How many words are known in each language, forms of Japanese adjectives not counted. */
export const vocabulary = {
  en: english.size,
  ja: new Set(concepts.flatMap(({ ja }) => ja)).size,
} as const;

/** The concept that a Japanese word names, in any form that is known. */
export function japaneseConcept(word: string): Concept | undefined {
  return japanese.get(word);
}

/**
 * The concept that an English word or group of words names, also in the plural or with another ending.
 * @returns `degree`: how strongly the ending says it; "-ish" less, "-er" and "-est" more.
 */
export function englishConcept(words: string): { concept: Concept; degree: number } | undefined {
  const exact = english.get(words);
  if (exact !== undefined) return { concept: exact, degree: 1 };
  for (const [ending, degree, replacements] of endings) {
    if (!words.endsWith(ending) || words.length - ending.length < 3) continue;
    const stem = words.slice(0, -ending.length);
    for (const replacement of replacements) {
      const found = english.get(stem + replacement);
      if (found !== undefined) return { concept: found, degree };
    }
    // "redder", "foggiest": the last consonant is written twice.
    const single = /(.)\1$/.test(stem) ? english.get(stem.slice(0, -1)) : undefined;
    if (single !== undefined) return { concept: single, degree };
  }
  return undefined;
}

/** The known English word that is spelt most alike, at most one letter in four off; undefined without one. */
export function nearestWord(word: string): string | undefined {
  let best: string | undefined;
  let distance = Math.floor(word.length / 4) + 1;
  if (word.length < 4) return undefined;
  for (const known of english.keys()) {
    if (Math.abs(known.length - word.length) >= distance) continue;
    const next = editDistance(known, word);
    if (next < distance) [best, distance] = [known, next];
  }
  return best;
}

/** Letters to insert, delete, replace or swap with their neighbour between two words (Damerau 1964). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

const endings: readonly (readonly [string, number, readonly string[]])[] = [
  ["'s", 1, ['']],
  ['-like', 0.8, ['']],
  ['-style', 1, ['']],
  ['-ish', 0.6, ['', 'e']],
  ['ish', 0.6, ['', 'e']],
  ['iest', 1.5, ['y']],
  ['ier', 1.25, ['y']],
  ['est', 1.5, ['', 'e']],
  ['er', 1.25, ['', 'e']],
  ['ies', 1, ['y']],
  ['ily', 1, ['y']],
  ['es', 1, ['', 'e']],
  ['s', 1, ['']],
  ['ly', 1, ['']],
  ['ing', 1, ['', 'e', 'y']],
  ['ed', 1, ['', 'e']],
  ['y', 1, ['', 'e']],
];

/** A Japanese word, and what else it is when it ends like an adjective. */
function forms(word: string): string[] {
  if (!/[\p{Script=Han}ぁ-ん]い$/u.test(word) || word.length < 2) return [word];
  const stem = word.slice(0, -1);
  return [word, ...['く', 'くて', 'め', 'さ', 'げ', 'かった', 'そう'].map((ending) => stem + ending)];
}
