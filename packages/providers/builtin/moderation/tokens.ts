import type { Normalised } from './normalise.ts';

/** A word, a number or a pictograph. `start` and `end` index the normalised text. */
export type Token = {
  text: string;
  start: number;
  end: number;
  sentence: number;
  /** Counts the parts between commas, colons, brackets and dashes. */
  clause: number;
  /** Whether it was written with other than plain letters, or with capitals inside: `kiII`, `kіlІ`. */
  isOdd: boolean;
};

/** A way to read tokens `[from, to)` as one word: as written, or as it would be without its disguise. */
export type Reading = { text: string; to: number };

const word =
  /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*|\p{Extended_Pictographic}|(?<=(?:^|\s)[\p{L}\p{N}]\s)[$€£@!|+](?=\s[\p{L}\p{N}](?:\s|$))/gu;

/** Cuts normalised text into words. `isCapital` tells of the original's capitals, so that `KillThem` is two words. */
export function tokenise(normalised: Normalised, original: string): Token[] {
  const { text, starts } = normalised;
  const tokens: Token[] = [];
  let sentence = 0;
  let clause = 0;
  let position = 0;
  for (const match of text.matchAll(word)) {
    if (/[.!?。！？]["')\]]*\s|\n\s*\n|[。！？]/.test(text.slice(position, match.index + 1))) sentence += 1;
    if (/[,;:()[\]–—、]|\s-\s/.test(text.slice(position, match.index + 1))) clause += 1;
    position = match.index + match[0].length;
    let from = match.index;
    const written = original.slice(starts[from], (starts[position - 1] ?? 0) + 1);
    const isOdd = !/^(?:[A-Z]?[a-z']+|[A-Z']+)$/.test(written);
    for (let at = match.index + 1; at < position; at++) {
      if (isCamelBorder(original, starts[at - 1] ?? 0, starts[at] ?? 0)) {
        tokens.push(toToken(text, { start: from, end: at, sentence, clause, isOdd }));
        from = at;
      }
    }
    tokens.push(toToken(text, { start: from, end: position, sentence, clause, isOdd }));
  }
  return tokens;
}

function toToken(text: string, place: Omit<Token, 'text'>): Token {
  const bare = text.slice(place.start, place.end).replace(/'s$/, '').replaceAll("'", '');
  return { text: bare, ...place };
}

function isCamelBorder(original: string, before: number, at: number): boolean {
  const [left = '', right = ''] = [original[before], original[at]];
  return left >= 'a' && left <= 'z' && right >= 'A' && right <= 'Z';
}
