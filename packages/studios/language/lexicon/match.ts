import type { Token } from '../tokens/token.ts';
import type { LexiconEntry } from './entry.ts';
import { escape, inflectedSource, stemOf } from './inflect.ts';
import { compilePattern, findPattern, isPunctuation } from './pattern.ts';
import type { CompiledPattern } from './pattern.ts';

/** A place in a sentence, UTF-16, end exclusive. */
export type Span = { start: number; end: number };

/** A sentence with its words. */
export type ReadSentence = { text: string; tokens: readonly Token[] };

/**
 * What a sentence is made of, to tell quickly which entries can't be in it: its words and their base forms, its characters and
 * pairs of characters, in lower case.
 */
export function traitsOf({ text, tokens }: ReadSentence): Set<string> {
  const traits = new Set<string>();
  for (const token of tokens) {
    traits.add(token.text.toLowerCase()).add(token.lemma);
    for (const also of token.also ?? []) traits.add(also);
  }
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length; at++) traits.add(lower[at]!).add(lower.slice(at, at + 2));
  return traits;
}

/** An entry that is ready to be looked for. */
export type Matcher = {
  entry: LexiconEntry;
  /** Whether it can be in a sentence of these traits. */
  canBeIn(traits: ReadonlySet<string>): boolean;
  /** All places of the entry in a sentence, from left to right. */
  find(sentence: ReadSentence): Span[];
};

/**
 * Makes an entry ready to be looked for.
 * @throws KinoraError `request.invalid` for a pattern that can't be read.
 */
export function createMatcher(entry: LexiconEntry): Matcher {
  const { texts, isWhole = false, patterns = [], isLast = false, unless = [], needs } = entry.match;
  const expression = texts && textExpression(texts, entry);
  const compiled: CompiledPattern[] = patterns.map(compilePattern);
  const against = unless.length > 0 ? new RegExp(unless.join('|'), 'iu') : null;
  const wanted = needs && new RegExp(needs.join('|'), 'iu');
  const anchors = anchorsOf(entry, compiled);
  return {
    entry,
    canBeIn: (traits) => anchors === null || anchors.some((anchor) => traits.has(anchor)),
    find({ text, tokens }) {
      const spans = [
        ...(expression ? findTexts(expression, text) : []).filter((span) => !isWhole || isOfWholeWords(tokens, span)),
        ...compiled.flatMap((pattern) =>
          findPattern(pattern, tokens).map(({ start, end }) => ({
            start: tokens[start]!.start,
            end: tokens[end - 1]!.end,
          })),
        ),
      ].filter(({ end }) => !isLast || isEndOfPhrase(tokens, end));
      if (spans.length === 0 || against?.test(text) === true || wanted?.test(text) === false) return [];
      return withoutOverlaps(spans);
    },
  };
}

/** One of these is in every sentence that holds the entry; null when that can't be told. */
function anchorsOf({ match }: LexiconEntry, patterns: readonly CompiledPattern[]): readonly string[] | null {
  // Curly and straight apostrophes are alike, so only what stands before one counts.
  const begins = (match.texts ?? []).map((text) => {
    const stem = stemOf(text, match.inflects).toLowerCase();
    const plain = /^[^'’]*/.exec(stem)![0];
    return plain === '' ? null : plain.slice(0, 2);
  });
  const anchors = [
    ...begins.map((begin) => (begin === null ? null : [begin])),
    ...patterns.map((each) => each.anchors),
  ];
  return anchors.every((each) => each !== null) ? [...new Set(anchors.flat())] : null;
}

/** Spans from left to right; of those that overlap, the longest. */
export function withoutOverlaps<Value extends Span>(spans: readonly Value[]): Value[] {
  const kept: Value[] = [];
  for (const span of spans.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every(({ start, end }) => span.end <= start || span.start >= end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function textExpression(texts: readonly string[], { language, match }: LexiconEntry): RegExp {
  const longestFirst = texts.toSorted((a, b) => b.length - a.length);
  if (language === 'ja')
    return new RegExp(longestFirst.map((text) => inflectedSource(text, match.inflects)).join('|'), 'gu');
  const words = longestFirst.map((text) => escape(text).replaceAll("'", "['’]"));
  // With 's after it a noun is still the noun: the lobby's full.
  return new RegExp(`(?<![\\p{L}\\p{N}'’])(?:${words.join('|')})(?![\\p{L}\\p{N}]|['’](?!s\\b)\\p{L})`, 'giu');
}

function findTexts(expression: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(expression), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

function isOfWholeWords(tokens: readonly Token[], { start, end }: Span): boolean {
  return tokens.some((token) => token.start === start) && tokens.some((token) => token.end === end);
}

/** Whether nothing but punctuation, laughter and particles of the sentence's end comes before the phrase is over. */
function isEndOfPhrase(tokens: readonly Token[], end: number): boolean {
  for (const token of tokens) {
    if (token.start < end) continue;
    if (isPunctuation(token)) return true;
    if (!/^(?:[ねなよわぞぜさか]|だ|です|でしょ|だろ|って|[wｗ]+|笑)$/u.test(token.text)) return false;
  }
  return true;
}
