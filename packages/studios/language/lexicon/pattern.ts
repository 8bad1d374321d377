import { KinoraError } from '@kinora/capabilities/errors';
import type { Token } from '../tokens/token.ts';

/** Words of a sentence from `start` to `end` (exclusive). */
export type TokenSpan = { start: number; end: number };

/** A pattern that is ready to be looked for. */
export type CompiledPattern = {
  /** Finds it where it begins at a word. @returns Where it ends, exclusive, or −1. */
  match(tokens: readonly Token[], start: number): number;
  /** Words, lower case, one of which is in every match, as it stands or as a base form; null when any word may be. */
  anchors: readonly string[] | null;
};

type Step =
  | { kind: 'word'; fits(token: Token): boolean; isOptional: boolean; words: readonly string[] | null }
  | { kind: 'gap'; most: number }
  | { kind: 'choice'; ways: Step[][]; isOptional: boolean }
  | { kind: 'edge'; isStart: boolean };

/**
 * Reads a pattern of words. Parts are separated by spaces:
 * - `give` a word by its dictionary form or as it stands (`be` is in she's too); `=gave` only as it stands (both whatever the case);
 * - `#動詞` a word of that kind (any of its parts), `#動詞:連用形` in a form that begins so, `#Verb`, `#Noun`;
 * - `-食べ`: a word that ends in it; `!の` any word but this; `.` any word;
 * - `a|b|#名詞` one of several; `(て しまう | ちゃう)` one of several sequences;
 * - `ない` is also its polite form, ません or ありません with でし of the past;
 * - `?` after a part: it may be missing; `~3`: up to three words of any kind; `^` and `$`: the sentence's ends (punctuation
 *   at the end doesn't count).
 * @throws KinoraError `request.invalid` naming the part that can't be read.
 */
export function compilePattern(pattern: string): CompiledPattern {
  const parts = pattern
    .replaceAll('(', ' ( ')
    .replaceAll(/\)(\??)/g, ' )$1 ')
    .trim()
    .split(/\s+/);
  const read = readSteps(parts, 0, pattern);
  if (read.at < parts.length) throw unreadable(pattern, parts[read.at]!);
  if (read.steps.length === 0) throw unreadable(pattern, pattern);
  return { match: (tokens, start) => run(read.steps, 0, tokens, start), anchors: anchorsOf(read.steps) };
}

/** The first of all places where a pattern is, from left to right, not overlapping. */
export function findPattern(compiled: CompiledPattern, tokens: readonly Token[]): TokenSpan[] {
  const found: TokenSpan[] = [];
  for (let start = 0; start < tokens.length; start++) {
    const end = compiled.match(tokens, start);
    if (end <= start) continue;
    found.push({ start, end });
    start = end - 1;
  }
  return found;
}

/** The words of the step that has the fewest: a sentence without any of them need not be searched. */
function anchorsOf(steps: readonly Step[]): readonly string[] | null {
  let best: readonly string[] | null = null;
  for (const step of steps) {
    const words =
      step.kind === 'word' && !step.isOptional ? step.words : step.kind === 'choice' ? anchorsOfChoice(step) : null;
    if (words !== null && (best === null || words.length < best.length)) best = words;
  }
  return best;
}

function anchorsOfChoice({ ways, isOptional }: Extract<Step, { kind: 'choice' }>): readonly string[] | null {
  const each = isOptional ? [null] : ways.map(anchorsOf);
  return each.every((words) => words !== null) ? each.flat() : null;
}

function readSteps(parts: readonly string[], from: number, pattern: string): { steps: Step[]; at: number } {
  const steps: Step[] = [];
  let at = from;
  while (at < parts.length) {
    const part = parts[at]!;
    if (part === '|' || part.startsWith(')')) break;
    if (part === '(') {
      const ways: Step[][] = [];
      do {
        const way = readSteps(parts, at + 1, pattern);
        ways.push(way.steps);
        at = way.at;
      } while (parts[at] === '|');
      if (parts[at]?.startsWith(')') !== true) throw unreadable(pattern, '(');
      steps.push({ kind: 'choice', ways, isOptional: parts[at] === ')?' });
    } else steps.push(readPart(part, pattern));
    at++;
  }
  return { steps, at };
}

function readPart(part: string, pattern: string): Step {
  if (part === '^' || part === '$') return { kind: 'edge', isStart: part === '^' };
  const gap = /^~(\d)$/.exec(part);
  if (gap) return { kind: 'gap', most: Number(gap[1]) };
  const isOptional = part.length > 1 && part.endsWith('?');
  const isNot = part.length > 1 && part.startsWith('!');
  const words = part.slice(isNot ? 1 : 0, isOptional ? -1 : undefined);
  const checks = words.split('|').map((word) => readWord(word, pattern));
  const fits = (token: Token) => checks.some((check) => check(token)) !== isNot;
  const isPlain = !isNot && words.split('|').every((word) => !/^[.#-]/.test(word));
  const plain = words.split('|').map((word) => (word.startsWith('=') ? word.slice(1) : word).toLowerCase());
  const step: Step = { kind: 'word', fits, isOptional, words: isPlain ? plain : null };
  if (isNot || !words.split('|').includes('ない')) return step;
  return { kind: 'choice', ways: [[{ ...step, isOptional: false }], politeNegative()], isOptional };
}

/** わけがありません beside わけがない, 間に合いませんでした beside 間に合わなかった. */
function politeNegative(): Step[] {
  return ['ある?', 'ます', 'ん', '=でし?'].map((part) => readPart(part, part));
}

function readWord(word: string, pattern: string): (token: Token) => boolean {
  if (word === '') throw unreadable(pattern, word);
  if (word === '.') return () => true;
  if (word.startsWith('#')) {
    const [kind = '', form] = word.slice(1).split(':');
    if (kind === '') throw unreadable(pattern, word);
    return ({ parts, form: its }) => parts.includes(kind) && (form === undefined || its?.startsWith(form) === true);
  }
  const isExact = word.startsWith('=') && word.length > 1;
  const isTail = word.startsWith('-') && word.length > 1;
  const wanted = (isExact || isTail ? word.slice(1) : word).toLowerCase();
  if (isTail) return ({ text }) => text.toLowerCase().endsWith(wanted);
  return ({ text, lemma, also }) =>
    text.toLowerCase() === wanted || (!isExact && (lemma === wanted || also?.includes(wanted) === true));
}

/** @returns Where the steps from `index` on end when they begin at `at`, or −1. */
function run(steps: readonly Step[], index: number, tokens: readonly Token[], at: number): number {
  const step = steps[index];
  if (step === undefined) return at;
  switch (step.kind) {
    case 'edge': {
      const isThere = step.isStart ? at === 0 : tokens.slice(at).every(isPunctuation);
      return isThere ? run(steps, index + 1, tokens, at) : -1;
    }
    case 'gap': {
      for (let skipped = 0; skipped <= step.most && at + skipped <= tokens.length; skipped++) {
        const end = run(steps, index + 1, tokens, at + skipped);
        if (end >= 0) return end;
        const passed = tokens[at + skipped];
        // A gap doesn't reach over the end of a phrase.
        if (passed !== undefined && isPunctuation(passed)) break;
      }
      return -1;
    }
    case 'choice': {
      const rest = steps.slice(index + 1);
      for (const way of step.ways) {
        const end = run([...way, ...rest], 0, tokens, at);
        if (end >= 0) return end;
      }
      return step.isOptional ? run(steps, index + 1, tokens, at) : -1;
    }
    case 'word': {
      const token = tokens[at];
      if (token !== undefined && step.fits(token)) {
        const end = run(steps, index + 1, tokens, at + 1);
        if (end >= 0) return end;
      }
      return step.isOptional ? run(steps, index + 1, tokens, at) : -1;
    }
  }
}

/** Whether a token is punctuation, a symbol or an emoji. */
export function isPunctuation({ text }: Token): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

function unreadable(pattern: string, part: string): KinoraError {
  return new KinoraError('request.invalid', `The pattern "${pattern}" can't be read at "${part}".`, {
    data: { field: 'match.patterns' },
  });
}
