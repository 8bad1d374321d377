import type { Normalised } from './normalise.ts';

/** A word, a number or a pictograph. `start` and `end` index the normalised text. */
export type Token = {
  text: string;
  start: number;
  end: number;
  sentence: number;
  /** `kiII` with its capitals read as small letters, and how many tokens it was cut into. */
  alike?: { text: string; pieces: number };
};

/** A way to read tokens `[from, to)` as one word: as written, or as it would be without its disguise. */
export type Reading = { text: string; to: number };

const word = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*|\p{Extended_Pictographic}/gu;

/** Cuts normalised text into words. `isCapital` tells of the original's capitals, so that `KillThem` is two words. */
export function tokenise(normalised: Normalised, original: string): Token[] {
  const { text, starts } = normalised;
  const tokens: Token[] = [];
  let sentence = 0;
  let position = 0;
  for (const match of text.matchAll(word)) {
    if (/[.!?。！？]["')\]]*\s|\n\s*\n|[。！？]/.test(text.slice(position, match.index + 1))) sentence += 1;
    position = match.index + match[0].length;
    const begin = tokens.length;
    let from = match.index;
    for (let at = match.index + 1; at < position; at++) {
      if (isCamelBorder(original, starts[at - 1] ?? 0, starts[at] ?? 0)) {
        tokens.push(toToken(text, from, at, sentence));
        from = at;
      }
    }
    tokens.push(toToken(text, from, position, sentence));
    const written = original.slice(starts[match.index], (starts[position - 1] ?? 0) + 1);
    const first = tokens[begin];
    if (first && /[a-z]I/.test(written)) {
      first.alike = { text: written.replaceAll('I', 'l').toLowerCase(), pieces: tokens.length - begin };
    }
  }
  return tokens;
}

function toToken(text: string, start: number, end: number, sentence: number): Token {
  const bare = text.slice(start, end).replace(/'s$/, '').replaceAll("'", '');
  return { text: bare, start, end, sentence };
}

function isCamelBorder(original: string, before: number, at: number): boolean {
  const [left = '', right = ''] = [original[before], original[at]];
  return left >= 'a' && left <= 'z' && right >= 'A' && right <= 'Z';
}
