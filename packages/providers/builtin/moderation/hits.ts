import type { SafetyCategory } from '@kinora/capabilities';
import { loadLexicon } from './lexicon/index.ts';
import { injectionMarks } from './lexicon/injection.ts';
import { foldKatakana, japaneseInnocent, japaneseRules } from './lexicon/japanese.ts';
import { findMatches } from './match.ts';
import type { Match } from './match.ts';
import { normalise, toOriginal } from './normalise.ts';
import type { Normalised } from './normalise.ts';
import { findPersonalData } from './personal-data.ts';
import { findDisguises } from './readings.ts';
import { tokenise } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Something in a text, with its place in the original (UTF-16). */
export type Hit = {
  category: SafetyCategory;
  /** 1 to 7. */
  severity: number;
  offset: number;
  length: number;
  /** Length of what {@link Hit.instead} replaces: less than `length` when it ends in whom it is about. */
  head: number;
  instead?: string | undefined;
  /** Grammatical form of the first word: see `inflect.ts`. */
  form: number;
};

const gentle = new Set(
  `friendly kind little tiny small shy gentle silly funny baby sleepy cuddly fluffy sweet nice lonely soft happy cheerful
  polite clumsy helpful smiling giggling goofy furry kindly harmless good tickly pretend toy paper knitted stuffed plush
  cosy cozy jolly timid bashful purple pink green blue`.split(/\s+/),
);
const negations = new Set(
  'no not never without isnt arent doesnt dont didnt wont cant wasnt nobody none neither nor stop stops stopped instead hates refuses'.split(
    ' ',
  ),
);
const fears = new Set('afraid scared frightened fear fears worry worries worried'.split(' '));
const tempered: ReadonlySet<string> = new Set(['scary', 'violence', 'unsafe-to-imitate', 'bedtime-tone']);

const japaneseGap =
  /(?<=[\u3005\u3040-\u30ff\u3400-\u9fff])[\s・･._\-*|/~]{1,4}(?=[\u3005\u3040-\u30ff\u3400-\u9fff])/g;
const hiddenGap = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Everything in a text that a guard should know of, whoever reads it. Overlaps within a category are merged. */
export function findHits(original: string): Hit[] {
  const normalised = normalise(original);
  const hits = [
    ...findWords(original, normalised),
    ...(original.search(hiddenGap) !== -1 ? findWordsBetweenGaps(original) : []),
    ...findPersonalData(original, normalised).map((finding) => ({
      category: 'personal-data' as const,
      head: finding.length,
      instead: '',
      form: 0,
      ...finding,
    })),
    ...[...original.matchAll(injectionMarks)].map((match) => ({
      category: 'prompt-injection' as const,
      severity: 3,
      offset: match.index,
      length: match[0].length,
      head: match[0].length,
      instead: '',
      form: 0,
    })),
    ...(/[\u3040-\u30ff\u3400-\u9fff]/.test(normalised.text) ? findJapanese(normalised) : []),
  ];
  return mergeOverlaps(hits);
}

/** Invisible characters may part words as well as letters: here they count as spaces. */
function findWordsBetweenGaps(original: string): Hit[] {
  const spaced = original.replace(hiddenGap, ' ');
  return findWords(spaced, normalise(spaced));
}

function findWords(original: string, normalised: Normalised): Hit[] {
  const lexicon = loadLexicon();
  const tokens = tokenise(normalised, original);
  const readings = findDisguises(normalised.text, tokens, lexicon.vocabulary);
  const harmless = findMatches(tokens, new Map(), lexicon.innocent);
  const isHarmless = (match: Match) =>
    harmless.some(({ from, to }) => match.from >= from && match.from < to && (!match.isDisguised || match.to <= to));
  const hits: Hit[] = [];
  for (const match of findMatches(tokens, readings, lexicon.rules)) {
    const { rule, from, to, head } = match;
    if (rule.category === 'innocent' || isHarmless(match)) continue;
    const severity = temper(match, tokens);
    if (severity < 1) continue;
    const start = tokens[from]?.start ?? 0;
    const { offset, length } = toOriginal(normalised, start, tokens[to - 1]?.end ?? start);
    const own = toOriginal(normalised, start, tokens[head - 1]?.end ?? start);
    const { category, instead } = rule;
    hits.push({ category, severity, offset, length, head: own.length, instead, form: match.form });
  }
  return hits;
}

/** A friendly monster, no guns, afraid of ghosts: what surrounds a word may make it milder. Never from 6 on. */
function temper({ rule, from, to }: Match, tokens: Token[]): number {
  if (rule.severity >= 6 || !tempered.has(rule.category)) return rule.severity;
  const sentence = tokens[from]?.sentence;
  const near = (start: number, end: number, words: ReadonlySet<string>) =>
    tokens.slice(Math.max(0, start), end).some((token) => token.sentence === sentence && words.has(token.text));
  let severity = rule.severity;
  if (near(from - 2, from, negations)) severity -= 2;
  if (rule.category === 'scary' && rule.severity <= 3) {
    if (near(from - 3, from, gentle)) severity -= 2;
    else if (/^(?:who|that|is|was|and)$/.test(tokens[to]?.text ?? '') && near(to, to + 4, gentle)) severity -= 2;
    if (near(from - 4, from, fears) || near(to, to + 4, fears)) severity -= 1;
  }
  return severity;
}

/** Japanese without the separators that part its letters, and katakana as hiragana. */
function findJapanese(normalised: Normalised): Hit[] {
  let text = '';
  const places: number[] = [];
  let position = 0;
  const take = (end: number) => {
    for (; position < end; position++) places.push(position);
  };
  for (const gap of normalised.text.matchAll(japaneseGap)) {
    text += normalised.text.slice(position, gap.index);
    take(gap.index);
    position = gap.index + gap[0].length;
  }
  text += normalised.text.slice(position);
  take(normalised.text.length);
  text = foldKatakana(text);
  const harmless = [...text.matchAll(japaneseInnocent)].map((match) => [match.index, match.index + match[0].length]);
  const hits: Hit[] = [];
  for (const { category, severity, pattern, instead } of japaneseRules) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (match[0] === '' || harmless.some(([from = 0, to = 0]) => match.index < to && end > from)) continue;
      const place = toOriginal(normalised, places[match.index] ?? 0, (places[end - 1] ?? 0) + 1);
      hits.push({ category, severity, ...place, head: place.length, instead, form: 0 });
    }
  }
  return hits;
}

/** Of overlapping hits of one category the most severe, then the longest, stays. */
function mergeOverlaps(hits: Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => b.severity - a.severity || b.length - a.length)) {
    const overlaps = kept.some(
      (other) =>
        other.category === hit.category &&
        hit.offset < other.offset + other.length &&
        other.offset < hit.offset + hit.length,
    );
    if (!overlaps) kept.push(hit);
  }
  return kept.toSorted((a, b) => a.offset - b.offset);
}
