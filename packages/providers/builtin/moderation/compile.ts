import type { SafetyCategory } from '@kinora/capabilities';
import { nounForms, verbForms } from './inflect.ts';
import { foldLetters } from './normalise.ts';
import { wordClasses } from './lexicon/word-classes.ts';

/**
 * A rule of the lexicon: a row of words.
 *
 * The data files hold one rule set a line: `severity pattern; pattern => replacement`. In a pattern
 * `kill+v` is a verb with its forms (`shoot+v:shot` names an irregular past), `gun+n` a noun with its plural,
 * `him/her` are alternatives (`ice_age/sing` with one of two words), `@people` is a word class, `the?` may be missing, `~2` stands for up to two words.
 * A line `[hate]` names the category of those below it; `# …` is a remark.
 */
export type Rule = {
  category: SafetyCategory | 'innocent';
  severity: number;
  steps: Step[];
  /** What a softened wish says instead; empty: the words are left out; undefined: the category decides. */
  instead: string | undefined;
};

/** One word of a rule, by spelling with its form, or a gap of up to `limit` words. */
export type Step =
  | { kind: 'word'; words: ReadonlyMap<string, number>; isOptional: boolean; isClass: boolean }
  | { kind: 'gap'; limit: number };

/** Rules by their first word, so that a text is read once. */
export type RuleIndex = ReadonlyMap<string, Rule[]>;

/** Compiles a data file. @throws Error naming the line that can't be read. */
export function compileRules(source: string): Rule[] {
  const rules: Rule[] = [];
  const cache = new Map<string, Step>();
  let category: Rule['category'] | undefined;
  for (const line of foldLetters(source)
    .split('\n')
    .map((text) => text.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const heading = /^\[([a-z-]+)\]$/.exec(line);
    if (heading) {
      category = heading[1] as Rule['category'];
      continue;
    }
    const match = /^(\d) +(.+?)(?: *=> *(.*))?$/.exec(line);
    if (!match || !category) throw new Error(`The lexicon has a line that is no rule: ${line}`);
    for (const pattern of (match[2] ?? '').split(';').map((text) => text.trim())) {
      if (pattern === '') continue;
      for (const plain of spellOut(pattern)) {
        rules.push({
          category,
          severity: Number(match[1]),
          steps: compileSteps(plain, cache),
          instead: match[3]?.trim(),
        });
      }
    }
  }
  return rules;
}

/** Sorts rules by each word they may begin with. */
export function indexRules(rules: Rule[]): RuleIndex {
  const index = new Map<string, Rule[]>();
  for (const rule of rules) {
    const [first] = rule.steps;
    if (first?.kind !== 'word' || first.isOptional) throw new Error('A rule begins with a word that must be there.');
    for (const word of first.words.keys()) {
      const known = index.get(word);
      if (known) known.push(rule);
      else index.set(word, [rule]);
    }
  }
  return index;
}

/** The words a rule of one word stands for. */
export function singleWords(rule: Rule): string[] {
  const [first] = rule.steps;
  return rule.steps.length === 1 && first?.kind === 'word' ? [...first.words.keys()] : [];
}

/** Alternatives of several words become patterns of their own; a hyphen parts words as it does in texts. */
function spellOut(pattern: string): string[] {
  let patterns = [''];
  for (const part of pattern.split(/\s+/)) {
    const alternatives = part.split('/');
    const phrases = alternatives.filter((alternative) => alternative.includes('_'));
    const words = alternatives.filter((alternative) => !alternative.includes('_')).join('/');
    const forms = [words, ...phrases.map((phrase) => phrase.replaceAll('_', ' '))].filter((form) => form !== '');
    patterns = patterns.flatMap((head) => forms.map((form) => `${head} ${form.replaceAll('-', ' ')}`));
  }
  return patterns.map((text) => text.trim());
}

function compileSteps(pattern: string, cache: Map<string, Step>): Step[] {
  return pattern.split(/\s+/).map((part): Step => {
    const known = cache.get(part);
    if (known) return known;
    const step = compileStep(part);
    cache.set(part, step);
    return step;
  });
}

function compileStep(part: string): Step {
  const gap = /^~(\d?)$/.exec(part);
  if (gap) return { kind: 'gap', limit: Number(gap[1] || 3) };
  const isOptional = part.endsWith('?');
  const words = new Map<string, number>();
  for (const alternative of part.replace(/\?$/, '').split('/')) {
    for (const [form, spellings] of expand(alternative).entries()) {
      for (const spelling of spellings) words.set(spelling, form);
    }
  }
  return { kind: 'word', words, isOptional, isClass: /@(?:folk|them|beast|building)\b/.test(part) };
}

/** Spellings by form: base, -s, past, -ing for verbs; singular, plural for nouns. */
function expand(word: string): string[][] {
  if (word.startsWith('@')) {
    const members = wordClasses[word.slice(1)];
    if (!members) throw new Error(`The lexicon names an unknown word class: ${word}`);
    return [members.split(/\s+/).flatMap((member) => expand(member).flat())];
  }
  const inflected = /^(.+)\+(v|n)(?::(.+))?$/.exec(word);
  if (!inflected) return [[word.replace(/'s$/, '').replaceAll("'", '')]];
  const [, base = '', kind, past] = inflected;
  if (kind === 'n') return nounForms(base);
  const forms = verbForms(base);
  if (past !== undefined) forms[2] = past.split(',');
  return forms;
}
