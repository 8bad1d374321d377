import type { Rule, RuleIndex } from './compile.ts';
import type { Readings } from './readings.ts';
import type { Token } from './tokens.ts';

/**
 * A rule that holds for tokens `[from, to)`. `head` is where its own words end and whom or what they are about begins:
 * `hit` in “hit the boy”. `form` is the grammatical form of its first word.
 */
export type Match = { rule: Rule; from: number; to: number; head: number; form: number; isDisguised: boolean };

/** Finds every rule that holds. */
export function findMatches(tokens: Token[], readings: Readings, index: RuleIndex): Match[] {
  const matches: Match[] = [];
  for (const [from, token] of tokens.entries()) {
    const ways = [{ text: token.text, to: from + 1 }, ...(readings.get(from) ?? [])];
    for (const [order, way] of ways.entries()) {
      for (const rule of index.get(way.text) ?? []) {
        const [first] = rule.steps;
        const ends = matchRest({ rule, step: 1, at: way.to, tokens, readings, sentence: token.sentence });
        if (!ends || first?.kind !== 'word') continue;
        const all = [way.to, ...ends];
        const tail = rule.steps.at(-1);
        const firstOpen = rule.steps.findIndex((step) => step.kind === 'gap' || step.isClass);
        const keepsObject = tail?.kind === 'word' && tail.isClass && firstOpen > 0;
        const to = all.at(-1) ?? way.to;
        const head = keepsObject ? (all[firstOpen - 1] ?? to) : to;
        matches.push({ rule, from, to, head, form: first.words.get(way.text) ?? 0, isDisguised: order > 0 });
      }
    }
  }
  return matches;
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
    for (const way of [{ text: token.text, to: at + 1 }, ...(readings.get(at) ?? [])]) {
      if (!current.words.has(way.text)) continue;
      const rest = matchRest({ ...state, step: step + 1, at: way.to });
      if (rest) return [way.to, ...rest];
    }
  }
  if (!current.isOptional) return undefined;
  const rest = matchRest({ ...state, step: step + 1 });
  return rest && [at, ...rest];
}
