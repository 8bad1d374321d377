import type { Band } from '../level.ts';
import { bandLimits, measure, sentencesOf, wordsOf } from '../level.ts';
import { capital } from './english.ts';

/** Places where one sentence can become two, with what opens the second. */
const seams: [RegExp, string][] = [
  [/; (?=(?:he|she|it|they|there|that|you|some|one|the|but|so|perhaps|then|his|her)\b)/g, ''],
  [
    /, but (?=(?:he|she|it|they|there|then (?:he|she|it|they|there)|the|nobody|all|by|in|when|not|that|it was|[A-Z][a-z]+)\b)/g,
    'But ',
  ],
  [/, so (?=(?:he|she|it|they|there|nobody|the|[A-Z][a-z]+)\b)/g, 'So '],
  [
    /, and (?=(?:he|she|it|they|there|then (?:he|she|it|they|there)|nobody|that (?:is|was)|behind|in|under|when|by|now|after|the [a-z]+ (?:was|had|went|came|said|did)|[A-Z][a-z]+ (?:was|had|did|went|sat|could))\b)/g,
    'And ',
  ],
];

/**
 * Shortens the sentences of a passage at their seams until the mean is in the band, the longest ones first.
 * Speech is left as it was said.
 */
export function shorten(text: string, band: Band): string {
  const limits = bandLimits[band];
  const aim = (limits.mean[0] + limits.mean[1]) / 2 + 0.3;
  let result = text;
  const tried = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const level = measure(result);
    if (level.meanSentence <= aim && level.longestSentence <= limits.longest) return result;
    const longest = sentencesOf(result)
      .filter((sentence) => !tried.has(sentence) && !sentence.includes('“'))
      .sort((a, b) => wordsOf(b).length - wordsOf(a).length)[0];
    if (!longest || wordsOf(longest).length < 9) return result;
    tried.add(longest);
    const parts = splitOnce(longest);
    if (parts) result = result.replace(longest, () => parts);
    if (parts) for (const part of sentencesOf(parts)) tried.delete(part);
  }
  return result;
}

function splitOnce(sentence: string): string | null {
  const middle = sentence.length / 2;
  let best: { at: number; length: number; opening: string } | null = null;
  for (const [pattern, opening] of seams) {
    for (const match of sentence.matchAll(pattern)) {
      const before = wordsOf(sentence.slice(0, match.index)).length;
      const after = wordsOf(sentence.slice(match.index)).length;
      if (
        before < 3 ||
        after < 3 ||
        (opening === 'And ' && /^(?:When|If|As|While|Since|Because|After|Before)\b/.test(sentence))
      )
        continue;
      if (!best || Math.abs(match.index - middle) < Math.abs(best.at - middle))
        best = { at: match.index, length: match[0].length, opening };
    }
  }
  if (!best) return null;
  const rest = sentence.slice(best.at + best.length);
  const opening = best.opening === 'And ' ? '' : best.opening;
  return `${sentence.slice(0, best.at)}. ${opening ? opening + rest : capital(rest)}`;
}

const joins: [RegExp, string][] = [
  [/^But (?=\p{Ll})/u, ', but '],
  [/^So (?=(?:he|she|it|they|the) )/, ', so '],
  [/^(?=(?:He|She|Then (?:he|she)) )/, ', and '],
];

/** From eight on, what is said of the same thing may go on behind a semicolon. */
const longerJoins: [RegExp, string][] = [
  ...joins,
  [/^And (?=\p{Ll})/u, ', and '],
  [/^(?=There (?:was|were|had) )/, ', and '],
  [
    /^(?=(?:It|That|Nobody|Nothing|They) (?:was|were|had|did|could|would|came|went|took|looked) (?!not|just|only|no))/,
    '; ',
  ],
];

/** Joins short neighbours for older readers until mean length and grade are in the band. */
export function lengthen(text: string, band: Band): string {
  if (band === '2-3' || band === '4-5') return text;
  const limits = bandLimits[band];
  const aim = band === '8-10' ? 10.6 : 8.6;
  let result = text;
  for (let round = 0; round < (band === '8-10' ? 16 : 10); round++) {
    const level = measure(result);
    if (level.meanSentence >= aim && level.grade >= limits.grade[0] + 0.45) return result;
    if (level.meanSentence >= limits.mean[1] - 0.6) return result;
    const joined = joinOnce(result, round, band === '8-10' ? longerJoins : joins);
    if (!joined) {
      if (round % 2 === 1) return result;
      continue;
    }
    result = joined;
  }
  return result;
}

function joinOnce(text: string, round: number, links: [RegExp, string][]): string | null {
  for (const paragraph of text.split('\n\n')) {
    const sentences = sentencesOf(paragraph);
    for (let i = round % 2; i + 1 < sentences.length; i++) {
      const [first = '', second = ''] = [sentences[i], sentences[i + 1]];
      if (i > 0 && (sentences[i - 1] ?? '').endsWith('”')) continue;
      if (/[“”:;…]/.test(first + second) || !first.endsWith('.') || !second.endsWith('.')) continue;
      const sizes = [wordsOf(first).length, wordsOf(second).length];
      if (
        (sizes[0] ?? 0) < 4 ||
        (sizes[1] ?? 0) < 4 ||
        (sizes[0] ?? 0) + (sizes[1] ?? 0) > 20 ||
        /, (?:and|but|so) /.test(first) ||
        /^(?:First|And|But|So|It|There) |\b(?:not|never|nobody|nothing|no)\b|n't\b/i.test(first)
      )
        continue;
      for (const [pattern, link] of links) {
        const match = pattern.exec(second);
        if (!match) continue;
        const rest = second.slice(match[0].length);
        return text.replace(
          `${first} ${second}`,
          () => `${first.slice(0, -1)}${link}${rest.charAt(0).toLowerCase()}${rest.slice(1)}`,
        );
      }
    }
  }
  return null;
}
