import type { Band } from '../level.ts';
import { bandLimits, measure, sentencesOf, wordsOf } from '../level.ts';
import { capital } from './english.ts';

/** Places where one sentence can become two, with what opens the second. */
const seams: [RegExp, string][] = [
  [/; (?=(?:he|she|it|they|there|that|you|some|one|the|but|so|perhaps|then|his|her)\b)/g, ''],
  [/, but (?=(?:he|she|it|they|there|then|the|nobody|all|by|in|when|not|that|it was|[A-Z][a-z]+)\b)/g, 'But '],
  [/, so (?=(?:he|she|it|they|there|nobody|the|[A-Z][a-z]+)\b)/g, 'So '],
  [
    /, and (?=(?:he|she|it|they|there|then|nobody|that|behind|in|under|when|by|now|after|the [a-z]+ (?:was|had|went|came|said|did)|[A-Z][a-z]+ (?:was|had|did|went|sat|could))\b)/g,
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
