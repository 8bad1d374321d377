import type { Rule, RuleIndex } from './compile.ts';
import type { Readings } from './readings.ts';
import type { Reading, Token } from './tokens.ts';

/**
 * A rule that holds for tokens `[from, to)`. `head` is where its own words end and whom or what they are about begins:
 * `hit` in “hit the boy”. `form` is the grammatical form of its first word.
 */
export type Match = { rule: Rule; from: number; to: number; head: number; form: number; isDisguised: boolean };

/** Finds every rule that holds. */
export function findMatches(tokens: Token[], readings: Readings, index: RuleIndex): Match[] {
  const matches: Match[] = [];
  for (const [from, token] of tokens.entries()) {
    tryReading({ text: token.text, to: from + 1 }, false);
    for (const reading of readings.get(from) ?? []) tryReading(reading, true);

    function tryReading(reading: Reading, isDisguised: boolean): void {
      for (const rule of index.get(reading.text) ?? []) {
        const match = matchRule(rule, from, reading);
        if (match) matches.push({ ...match, isDisguised });
      }
    }
  }
  return matches;

  function matchRule(rule: Rule, from: number, reading: Reading): Omit<Match, 'isDisguised'> | undefined {
    const [first] = rule.steps;
    if (first?.kind !== 'word') return undefined;
    const form = first.words.get(reading.text) ?? 0;
    if (rule.steps.length === 1) return { rule, from, to: reading.to, head: reading.to, form };
    const sentence = tokens[from]?.sentence ?? 0;
    const ends = matchRest({ rule, step: 1, at: reading.to, tokens, readings, sentence });
    if (!ends) return undefined;
    const all = [reading.to, ...ends];
    const tail = rule.steps.at(-1);
    const isAboutSomebody = tail?.kind === 'word' && tail.isClass;
    if (isAboutSomebody && tokens[from]?.clause !== tokens[(all.at(-1) ?? 1) - 1]?.clause) return undefined;
    const firstOpen = rule.steps.findIndex((step) => step.kind === 'gap' || step.isClass);
    const keepsObject = isAboutSomebody && firstOpen > 0;
    const to = all.at(-1) ?? reading.to;
    return { rule, from, to, head: keepsObject ? (all[firstOpen - 1] ?? to) : to, form };
  }
}

type State = { rule: Rule; step: number; at: number; tokens: Token[]; readings: Readings; sentence: number };

/** Where each of a rule's further steps ends, or undefined. Words of one rule stand in one sentence. */
function matchRest(state: State): number[] | undefined {
  const { rule, step, at, tokens, readings, sentence } = state;
  const current = rule.steps[step];
  if (!current) return [];
  if (current.kind === 'gap') {
    for (let skipped = 0; skipped <= current.limit; skipped++) {
      const rest = matchRest({ ...state, step: step + 1, at: at + skipped });
      if (rest) return [at, ...rest];
    }
    return undefined;
  }
  const token = tokens[at];
  if (token && token.sentence === sentence) {
    const plain = current.words.has(token.text) && matchRest({ ...state, step: step + 1, at: at + 1 });
    if (plain) return [at + 1, ...plain];
    for (const reading of readings.get(at) ?? []) {
      const rest = current.words.has(reading.text) && matchRest({ ...state, step: step + 1, at: reading.to });
      if (rest) return [reading.to, ...rest];
    }
  }
  if (!current.isOptional) return undefined;
  const rest = matchRest({ ...state, step: step + 1 });
  return rest && [at, ...rest];
}
