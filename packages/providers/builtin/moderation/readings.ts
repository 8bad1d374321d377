import { drawnLetters, leet } from './confusables.ts';
import { commonWords, shortWords } from './common-words.ts';
import type { Token } from './tokens.ts';
import type { Reading } from './tokens.ts';

/** The words a disguise may hide: each with its highest severity. */
export type Vocabulary = {
  words: ReadonlyMap<string, number>;
  /** Words by their letters without repeats, for `kkiilll`. */
  collapsed: ReadonlyMap<string, string>;
  /** Strong words written backwards. */
  reversed: ReadonlyMap<string, string>;
  /** Strong words with i, l and 1 taken for one another. */
  strokes: ReadonlyMap<string, string>;
  /** Strong words by length, for `f**k`. */
  byLength: ReadonlyMap<number, string[]>;
  /** Strong words that are looked for inside others. */
  embedded: RegExp;
};

/** Readings beside the plain one, by the index of their first token. */
export type Readings = Map<number, Reading[]>;

/** Finds the words that spacing, signs, digits, repeats, masks, joins and reversal hide. */
export function findDisguises(text: string, tokens: Token[], vocabulary: Vocabulary): Readings {
  const readings: Readings = new Map();
  const add = (from: number, to: number, word: string | undefined) => {
    if (word === undefined || (to === from + 1 && word === tokens[from]?.text)) return;
    const list = readings.get(from) ?? [];
    if (!list.some((reading) => reading.text === word && reading.to === to)) list.push({ text: word, to });
    readings.set(from, list);
  };
  const known = (candidate: string, minimum = 1) => (vocabulary.words.get(candidate) ?? 0) >= minimum;

  for (const [index, token] of tokens.entries()) {
    if (/(.)\1/.test(token.text)) {
      for (const candidate of withoutRepeats(token.text)) if (known(candidate)) add(index, index + 1, candidate);
      if (isStuttered(token.text)) add(index, index + 1, vocabulary.collapsed.get(collapse(token.text)));
    }
    add(index, index + 1, vocabulary.reversed.get(token.text));
    const alike = token.text.replaceAll('rn', 'm').replaceAll('vv', 'w');
    if (alike !== token.text && known(alike, 3)) add(index, index + 1, alike);
    if (token.isOdd) {
      let to = index + 1;
      while (tokens[to - 1]?.end === tokens[to]?.start) to += 1;
      const whole = tokens.slice(index, to).map((piece) => piece.text);
      add(index, to, vocabulary.strokes.get(toStrokes(whole.join(''))));
    }
    if (token.text.length >= 7) for (const part of findEmbedded(token.text, vocabulary)) add(index, index + 1, part);
  }
  for (const chunk of findChunks(text, tokens)) {
    for (const candidate of unmask(chunk.text, vocabulary)) if (known(candidate)) add(chunk.from, chunk.to, candidate);
  }
  joinLetters(tokens, vocabulary, add);
  joinPieces(tokens, known, add);
  return readings;
}

/** `kiiill` → `kiill`, `kill`, `kil`: each run of three or more as two or one letters, at most three runs. */
function withoutRepeats(text: string): string[] {
  let candidates = [''];
  for (const [run] of text.matchAll(/(.)\1*/g)) {
    const letter = run[0] ?? '';
    const forms = run.length >= 3 && candidates.length <= 8 ? [letter, letter + letter] : [run];
    candidates = candidates.flatMap((head) => forms.map((form) => head + form));
  }
  return candidates;
}

function isStuttered(text: string): boolean {
  return /(.)\1\1/.test(text) || /^(.)\1/.test(text) || (text.match(/(.)\1/g) ?? []).length >= 2;
}

/** A word in which i, l and 1, which look alike in many typefaces, are the same. */
export function toStrokes(text: string): string {
  return text.replace(/[i1|]/g, 'l');
}

/** A word without repeated letters. */
export function collapse(text: string): string {
  return text.replace(/(.)\1+/g, '$1');
}

/** `killthecat`: a strong word inside a word whose other parts are everyday words too. */
function findEmbedded(text: string, { embedded }: Vocabulary): string[] {
  if (commonWords.has(text) || text.search(embedded) === -1) return [];
  const found: string[] = [];
  for (const match of text.matchAll(embedded)) {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (isSentence(before, embedded) && isSentence(after, embedded)) found.push(match[0]);
  }
  return found;
}

function isSentence(text: string, embedded: RegExp): boolean {
  const reachable = [true];
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - 10); start < end; start++) {
      const piece = text.slice(start, end);
      const isWord = commonWords.has(piece) || new RegExp(`^(?:${embedded.source})$`).test(piece);
      if (reachable[start] && isWord) reachable[end] = true;
    }
  }
  return reachable[text.length] === true;
}

/** Stretches without spaces that are more than a plain word: with the tokens they touch. */
function findChunks(text: string, tokens: Token[]): { text: string; from: number; to: number }[] {
  const chunks: { text: string; from: number; to: number }[] = [];
  let index = 0;
  for (const match of text.matchAll(/\S+/g)) {
    const end = match.index + match[0].length;
    while ((tokens[index]?.end ?? Number.POSITIVE_INFINITY) <= match.index) index += 1;
    let to = index;
    while ((tokens[to]?.start ?? Number.POSITIVE_INFINITY) < end) to += 1;
    if (to === index) continue;
    const core = match[0].replace(/^["'([{“«¿]+|["')\]}”».,;:?!…]+$/g, '');
    const isPlain = to === index + 1 && /^[a-z]+(?:'s)?$/.test(core);
    if (!isPlain && core.length <= 40 && /[a-z]/.test(core)) chunks.push({ text: core, from: index, to });
  }
  return chunks;
}

/** What a chunk may spell: its digits and signs as letters, its separators dropped, its masks filled. */
function unmask(chunk: string, vocabulary: Vocabulary): string[] {
  let drawn = chunk;
  for (const [signs, letter] of drawnLetters) drawn = drawn.replaceAll(signs, letter);
  let candidates = [''];
  for (const character of drawn) {
    const letters = /[a-z]/.test(character) ? character : (leet[character] ?? '');
    const forms = letters.length > 1 && candidates.length > 16 ? [letters[0] ?? ''] : letters.split('');
    if (forms.length > 0) candidates = candidates.flatMap((head) => forms.map((form) => head + form));
  }
  const lettersOnly = chunk.replace(/[^a-z]/g, '');
  const plain = new Set([...candidates, lettersOnly]);
  for (const candidate of plain)
    if (/(.)\1\1/.test(candidate)) for (const form of withoutRepeats(candidate)) plain.add(form);
  return [...plain, ...fillMasks(chunk, vocabulary)];
}

/** `f**k`, `sh#t`, `k_ll`: strong words of that length that agree in every letter shown. */
function fillMasks(chunk: string, { byLength }: Vocabulary): string[] {
  if (!/^[a-z]+[*#%_.•●○✱-]+[a-z*#%_.•●○✱-]*$/.test(chunk)) return [];
  const shown = chunk.replace(/[^a-z]/g, '').length;
  if (shown * 2 < chunk.length) return [];
  const pattern = new RegExp(`^${chunk.replace(/[^a-z]/g, '[a-z]')}$`);
  return (byLength.get(chunk.length) ?? []).filter((word) => pattern.test(word));
}

type Add = (from: number, to: number, word: string | undefined) => void;

/** `k i l l`, also inside a longer row of single letters, and with pictures between them. */
function joinLetters(tokens: Token[], vocabulary: Vocabulary, add: Add): void {
  const isPicture = (token: Token | undefined) =>
    token !== undefined && /^\p{Extended_Pictographic}$/u.test(token.text);
  for (let from = 0; from < tokens.length; from++) {
    const row: number[] = [];
    let to = from;
    for (; tokens[to]?.text.length === 1 || (row.length > 0 && isPicture(tokens[to])); to++) {
      if (tokens[to]?.text.length === 1) row.push(to);
    }
    if (row.length >= 3) {
      const joined = row.map((index) => toLetter(tokens[index]?.text ?? '')).join('');
      for (let start = 0; start < row.length; start++) {
        for (let length = 3; length <= Math.min(16, row.length - start); length++) {
          const word = joined.slice(start, start + length);
          const minimum = length === row.length ? 1 : length === 3 ? 5 : 3;
          const last = row[start + length - 1] ?? 0;
          if ((vocabulary.words.get(word) ?? 0) >= minimum) add(row[start] ?? from, last + 1, word);
        }
      }
    }
    from = Math.max(from, to);
  }
}

function toLetter(text: string): string {
  return /[a-z]/.test(text) ? text : (leet[text]?.[0] ?? text);
}

/** `ki ll`, `su ic ide`: two to four short pieces, not all of them words, that make one strong word. */
function joinPieces(tokens: Token[], known: (word: string, minimum: number) => boolean, add: Add): void {
  for (let from = 0; from + 1 < tokens.length; from++) {
    let joined = '';
    let isPlausible = false;
    for (let to = from; to < Math.min(tokens.length, from + 4); to++) {
      const piece = tokens[to]?.text ?? '';
      if (piece.length > 5 || tokens[to]?.sentence !== tokens[from]?.sentence) break;
      joined += piece;
      isPlausible ||= !shortWords.has(piece) && !known(piece, 1);
      if (to > from && isPlausible && joined.length >= 4 && known(joined, 4)) add(from, to + 1, joined);
    }
    if (tokens[from]?.end === tokens[from + 1]?.start) {
      let to = from + 1;
      while (tokens[to - 1]?.end === tokens[to]?.start) to += 1;
      const whole = tokens
        .slice(from, to)
        .map(({ text }) => text)
        .join('');
      if (known(whole, 1)) add(from, to, whole);
    }
  }
}
