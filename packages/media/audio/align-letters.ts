/** Scores of {@link alignLetters}. */
const scores = { match: 2, vowel: 0.2, mismatch: -1.2, open: -1.6, extend: -0.35, boundary: 0.3 };

/** A sequence of letters of which some begin a word. */
export type Letters = { letters: string[]; begins: boolean[] };

const fromPair = 0;
const fromSkip = 1;
const fromExtra = 2;

/**
 * Finds which letters of one sequence are which of another: global alignment with affine gaps (Gotoh, J. Mol. Biol. 1982)
 * within a band around the diagonal. Words that begin together score a little more.
 * @returns For each letter of `wanted` the index of its equal in `found`, or −1; increasing.
 */
export function alignLetters(wanted: Letters, found: Letters): Int32Array {
  const rows = wanted.letters.length;
  const columns = found.letters.length;
  const pairs = new Int32Array(rows).fill(-1);
  if (rows === 0 || columns === 0) return pairs;
  const band = Math.max(400, Math.ceil(0.12 * Math.max(rows, columns)), Math.abs(rows - columns) + 200);
  const slope = columns / rows;
  const firstOf = (row: number) => Math.max(0, Math.floor(row * slope) - band);
  const width = Math.min(columns, 2 * band + 1) + 1;
  // Where the best path into each cell comes from, for its three states, two bits each.
  const trace = new Uint8Array((rows + 1) * width);
  let [above, line] = [newLine(columns + 1), newLine(columns + 1)];
  above.pair[0] = 0;
  for (let column = 1; column <= Math.min(columns, firstOf(0) + width - 1); column++) {
    above.extra[column] = scores.open + scores.extend * (column - 1);
    trace[column - firstOf(0)] = (column === 1 ? fromPair : fromExtra) << 4;
  }
  const { wantedCodes, foundCodes, similarity, size } = encode(wanted.letters, found.letters);
  for (let row = 1; row <= rows; row++) {
    const first = firstOf(row);
    const last = Math.min(columns, first + width - 1);
    // Outside its band a line is out of reach.
    for (const scores of [line.pair, line.skip, line.extra]) scores.fill(-Infinity, Math.max(0, first - 1), last + 2);
    const letter = wantedCodes[row - 1]! * size;
    const begins = wanted.begins[row - 1]!;
    // Written out: this is the inner loop of millions of cells.
    for (let column = first; column <= last; column++) {
      let code = 0;
      if (column > 0) {
        const left = column - 1;
        let best = above.pair[left]!;
        if (above.skip[left]! > best) [best, code] = [above.skip[left]!, fromSkip];
        if (above.extra[left]! > best) [best, code] = [above.extra[left]!, fromExtra];
        const together = begins && found.begins[left]! ? scores.boundary : 0;
        line.pair[column] = best + similarity[letter + foundCodes[left]!]! + together;
        best = line.pair[left]! + scores.open;
        let state: number = fromPair;
        if (line.skip[left]! + scores.open > best) [best, state] = [line.skip[left]! + scores.open, fromSkip];
        if (line.extra[left]! + scores.extend > best) [best, state] = [line.extra[left]! + scores.extend, fromExtra];
        line.extra[column] = best;
        code |= state << 4;
      }
      let best = above.pair[column]! + scores.open;
      let state: number = fromPair;
      if (above.skip[column]! + scores.extend > best) [best, state] = [above.skip[column]! + scores.extend, fromSkip];
      if (above.extra[column]! + scores.open > best) [best, state] = [above.extra[column]! + scores.open, fromExtra];
      line.skip[column] = best;
      trace[row * width + column - first] = code | (state << 2);
    }
    [above, line] = [line, above];
  }
  let state: number = fromPair;
  if (above.skip[columns]! > above.pair[columns]!) state = fromSkip;
  if (above.extra[columns]! > Math.max(above.pair[columns]!, above.skip[columns]!)) state = fromExtra;
  let [row, column] = [rows, columns];
  while (row > 0 && column >= 0) {
    const code = trace[row * width + column - firstOf(row)]!;
    if (state === fromPair) {
      if (column === 0) break;
      if (wanted.letters[row - 1] === found.letters[column - 1]) pairs[row - 1] = column - 1;
      state = code & 3;
      row--;
      column--;
    } else if (state === fromSkip) {
      state = (code >> 2) & 3;
      row--;
    } else {
      state = (code >> 4) & 3;
      column--;
    }
  }
  return pairs;
}

function newLine(length: number) {
  const fill = () => new Float64Array(length).fill(-Infinity);
  return { pair: fill(), skip: fill(), extra: fill() };
}

/** Letters as small numbers, and how alike each two are. */
function encode(wanted: readonly string[], found: readonly string[]) {
  const alphabet = [...new Set([...wanted, ...found])];
  const codes = new Map(alphabet.map((letter, code) => [letter, code]));
  const similarity = Float64Array.from(alphabet.flatMap((a) => alphabet.map((b) => compare(a, b))));
  const code = (letter: string) => codes.get(letter)!;
  return {
    wantedCodes: Uint16Array.from(wanted, code),
    foundCodes: Uint16Array.from(found, code),
    similarity,
    size: alphabet.length,
  };
}

function compare(a: string, b: string): number {
  if (a === b) return scores.match;
  return vowels.has(a) && vowels.has(b) ? scores.vowel : scores.mismatch;
}

const vowels = new Set('aeiouyアイウエオー');
