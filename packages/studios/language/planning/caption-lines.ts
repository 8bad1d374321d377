import type { TimedWord } from './captions.ts';

/** Width of a line, in full-width characters; a Latin one is 14/32 of it. */
export const widest = 14;
const latin = widest / 32;

/** What is shown at once: one line or two. */
type Lines = TimedWord[][];

/**
 * Words as captions of one line or two, none wider than a line, with as few captions as possible, lines of about the same length, and
 * breaks rather after commas than anywhere.
 */
export function breakCaption(words: readonly TimedWord[]): Lines[] {
  const count = words.length;
  const widths = words.map(({ text }) => widthOf(text));
  // Cheapest way to set the words from each on, beginning a new caption there; `lines` are the ends of its lines.
  const best: { cost: number; lines: number[] }[] = Array.from({ length: count + 1 }, () => ({
    cost: Infinity,
    lines: [],
  }));
  best[count] = { cost: 0, lines: [] };
  for (let from = count - 1; from >= 0; from--) {
    for (let first = from + 1; first <= count; first++) {
      const wide = lineWidth(words, widths, from, first);
      if (wide > widest && first > from + 1) break;
      consider(from, [first], 1 + 0.2 * slack(wide) + breakCost(first));
      for (let second = first + 1; second <= count; second++) {
        const other = lineWidth(words, widths, first, second);
        if (other > widest && second > first + 1) break;
        consider(
          from,
          [first, second],
          1.3 + Math.abs(wide - other) / widest + 0.5 * breakCost(first) + breakCost(second),
        );
      }
    }
  }
  function consider(from: number, lines: number[], cost: number): void {
    const whole = cost + best[lines.at(-1)!]!.cost;
    if (whole < best[from]!.cost) best[from] = { cost: whole, lines };
  }
  function breakCost(at: number): number {
    if (at >= count) return 0;
    return /[。！？!?…]["”」』）)]*\s*$/u.test(words[at - 1]!.text)
      ? 0
      : /[、,]\s*$/u.test(words[at - 1]!.text)
        ? 0.1
        : 0.5;
  }
  const captions: Lines[] = [];
  for (let from = 0; from < count;) {
    const { lines } = best[from]!;
    captions.push(lines.map((to, at) => words.slice(at === 0 ? from : lines[at - 1]!, to)));
    from = lines.at(-1)!;
  }
  return captions;
}

/** Width of a text in full-width characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 1
        : latin;
  }
  return width;
}

/** Blanks at the end of a line take no room, and a comma or full stop may hang over. */
function lineWidth(words: readonly TimedWord[], widths: readonly number[], from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) width += widths[at]!;
  const last = words[to - 1]!.text;
  const hanging = /[、。，．]$/u.test(last.trimEnd()) ? 1 : 0;
  return width - (last.length - last.trimEnd().length) * latin - hanging;
}

/** How much of a line stays empty. */
function slack(width: number): number {
  return Math.max(0, 1 - width / widest);
}
