/** Numbers of more digits would not survive JavaScript's numbers. */
const longest = 15;
const largest = 10 ** longest - 1;

/** Bounds of a number, inclusive; each may be missing. */
export type Bounds = { minimum?: number | undefined; maximum?: number | undefined };

/**
 * GBNF of the integers within bounds, without exponents or leading zeros. Bounds beyond 15 digits count as 15 digits.
 * @returns null when no integer lies within the bounds.
 */
export function integerGrammar({ minimum, maximum }: Bounds): string | null {
  const least = Math.max(-largest, Math.ceil(minimum ?? -largest));
  const most = Math.min(largest, Math.floor(maximum ?? largest));
  if (least > most) return null;
  if (least === -largest && most === largest) return `"-"? ("0" | [1-9] [0-9]{0,${longest - 1}})`;
  const parts: string[] = [];
  if (least < 0) {
    const negative = naturalRange(Math.max(1, -most), -least);
    parts.push(`"-" ${negative.length > 1 ? `(${negative.join(' | ')})` : negative.join('')}`);
  }
  if (most >= 0) parts.push(...naturalRange(Math.max(0, least), most));
  return parts.join(' | ');
}

/**
 * GBNF of the numbers within bounds, with at most 15 decimals and no exponent.
 * @returns The grammar, and whether it holds the bounds exactly: it does when they are whole and not negative.
 */
export function numberGrammar({ minimum, maximum }: Bounds): { grammar: string; isExact: boolean } {
  const fraction = `("." [0-9]{1,${longest}})?`;
  const isUnbounded = minimum === undefined && maximum === undefined;
  if (isUnbounded || !isWhole(minimum ?? 0) || !isWhole(maximum ?? 0)) {
    const sign = (minimum ?? -1) >= 0 ? '' : '"-"? ';
    return { grammar: `${sign}("0" | [1-9] [0-9]{0,${longest - 1}}) ${fraction}`, isExact: isUnbounded };
  }
  if (minimum === undefined) {
    return { grammar: `"-" ("0" | [1-9] [0-9]{0,${longest - 1}}) ${fraction} | ${below(0, maximum)}`, isExact: true };
  }
  return { grammar: below(minimum, maximum), isExact: true };

  /** From a whole number to a whole number: every whole part but the last may have decimals. */
  function below(from: number, to: number | undefined): string {
    if (to === undefined || to >= largest) return `(${integerGrammar({ minimum: from })}) ${fraction}`;
    const whole = integerGrammar({ minimum: from, maximum: to - 1 });
    return whole === null ? `"${to}"` : `(${whole}) ${fraction} | "${to}"`;
  }
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

/** Alternatives for the natural numbers of a range, one length after the other. */
function naturalRange(least: number, most: number): string[] {
  const parts: string[] = [];
  for (let length = String(least).length; length <= String(most).length; length++) {
    const from = Math.max(least, length === 1 ? 0 : 10 ** (length - 1));
    const to = Math.min(most, 10 ** length - 1);
    parts.push(...digitRange(String(from), String(to)));
  }
  return parts;
}

/** Alternatives for the numbers between two of the same length. */
function digitRange(from: string, to: string): string[] {
  if (from === to) return [`"${from}"`];
  if (/^0*$/.test(from) && /^9*$/.test(to)) return [anyDigits(from.length)];
  const [first, last] = [Number(from[0]), Number(to[0])];
  const [fromRest, toRest] = [from.slice(1), to.slice(1)];
  if (first === last) return digitRange(fromRest, toRest).map((rest) => `"${first}" ${rest}`);
  const rests = fromRest.length;
  const isFullStart = /^0*$/.test(fromRest);
  const isFullEnd = /^9*$/.test(toRest);
  const [start, end] = [isFullStart ? first : first + 1, isFullEnd ? last : last - 1];
  return [
    ...(isFullStart ? [] : digitRange(fromRest, '9'.repeat(rests)).map((rest) => `"${first}" ${rest}`)),
    ...(start <= end ? [`[${start}-${end}]${rests > 0 ? ` ${anyDigits(rests)}` : ''}`] : []),
    ...(isFullEnd ? [] : digitRange('0'.repeat(rests), toRest).map((rest) => `"${last}" ${rest}`)),
  ];
}

function anyDigits(count: number): string {
  return count === 1 ? '[0-9]' : `[0-9]{${count}}`;
}
