import { compileRules, indexRules, singleWords } from '../compile.ts';
import type { Rule, RuleIndex } from '../compile.ts';
import { collapse, toStrokes } from '../readings.ts';
import type { Vocabulary } from '../readings.ts';
import { brands, realPeople } from './brands.ts';
import { care } from './care.ts';
import { hate } from './hate.ts';
import { injection } from './injection.ts';
import { innocent } from './innocent.ts';
import { japaneseRules } from './japanese.ts';
import { otherLanguages } from './other-languages.ts';
import { scary } from './scary.ts';
import { sexual } from './sexual.ts';
import { violence } from './violence.ts';

/** The compiled word lists. */
export type Lexicon = { rules: RuleIndex; innocent: RuleIndex; vocabulary: Vocabulary; all: Rule[] };

/** Words that are recognised inside others and backwards: unmistakable, and no part of an honest word. */
const unmistakable =
  'kill kills killed killer killing murder murders murdered murderer suicide porn fuck fucking fucker shit bitch nigger cunt'.split(
    ' ',
  );

const sources = [violence, scary, sexual, hate, care, brands, realPeople, injection, otherLanguages];

let compiled: Lexicon | undefined;

/** Names this state of the word lists: FNV-1a, 32 bits, in hex. */
export function lexiconRevision(): string {
  let hash = 0x811c9dc5;
  for (const source of [...sources, innocent, ...japaneseRules.map(({ pattern }) => pattern.source)]) {
    for (let index = 0; index < source.length; index++) {
      hash = Math.imul(hash ^ source.charCodeAt(index), 0x01000193);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The lexicon, compiled on first use (some 80 ms). */
export function loadLexicon(): Lexicon {
  compiled ??= compile();
  return compiled;
}

function compile(): Lexicon {
  const all = sources.flatMap(compileRules);
  return {
    rules: indexRules(all),
    innocent: indexRules(compileRules(innocent)),
    vocabulary: buildVocabulary(all),
    all,
  };
}

function buildVocabulary(rules: Rule[]): Vocabulary {
  const words = new Map<string, number>();
  const add = (word: string, severity: number) => words.set(word, Math.max(severity, words.get(word) ?? 0));
  for (const rule of rules) {
    for (const word of singleWords(rule)) add(word, rule.severity);
    for (const step of rule.steps) {
      if (step.kind === 'word' && !step.isClass)
        for (const word of step.words.keys()) if (word.length >= 3) add(word, 1);
    }
  }
  const strong = [...words].filter(([word, severity]) => severity >= 4 && word.length >= 3 && /^[a-z]+$/.test(word));
  const byLength = new Map<number, string[]>();
  for (const [word] of strong) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  return {
    words,
    byLength,
    collapsed: new Map(strong.filter(([word]) => word.length >= 4).map(([word]) => [collapse(word), word])),
    strokes: new Map(strong.filter(([word]) => word.length >= 4).map(([word]) => [toStrokes(word), word])),
    reversed: new Map(unmistakable.map((word) => [word.split('').toReversed().join(''), word])),
    embedded: new RegExp([...unmistakable].toSorted((a, b) => b.length - a.length).join('|'), 'g'),
  };
}
