import { wordsOf } from './level.ts';

/** The set of n-word sequences of a text, in lower case. */
export function sequences(text: string, n = 4): Set<string> {
  const words = wordsOf(text).map((word) => word.toLowerCase());
  const result = new Set<string>();
  for (let i = 0; i + n <= words.length; i++) result.add(words.slice(i, i + n).join(' '));
  return result;
}

/**
 * Share of the smaller set of sequences that the other one has too.
 * @returns 0 (nothing shared) to 1.
 */
export function sharedPart(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const sequence of small) if (large.has(sequence)) shared++;
  return shared / small.size;
}
