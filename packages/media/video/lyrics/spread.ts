import type { OpenLine } from './read-lyrics.ts';
import { countSyllables } from './syllables.ts';

type Span = readonly [start: number, end: number];
type PlainLine = { text: string; endsStanza: boolean };

/** Breath after a line and after a stanza, in syllables. */
const breath = 2;
const stanzaBreath = 3;
/** Slowest singing in seconds a syllable; lines don't spread thinner than that. */
const slowest = 1.1;

/**
 * Spreads lines over the sung parts of a song: each part gets lines in proportion to its length, a stanza rather as a whole;
 * within a part lines follow each other as their syllables do.
 */
export function spreadLines(lines: readonly PlainLine[], spans: readonly Span[]): OpenLine[] {
  const weights = lines.map(({ text, endsStanza }) => countSyllables(text) + breath + (endsStanza ? stanzaBreath : 0));
  const wide = spans.filter(([start, end]) => end > start);
  const cuts = placeCuts(lines, { weights, spans: wide });
  return wide.flatMap(([start, end], index) => {
    const [from, to] = [cuts[index]!, cuts[index + 1]!];
    const total = weights.slice(from, to).reduce((sum, weight) => sum + weight, 0);
    const pace = Math.min(slowest, (end - start) / total);
    let at = start;
    return lines.slice(from, to).map(({ text }, place): OpenLine => {
      const line = { text, start: at, until: at + weights[from + place]! * pace };
      at = line.until;
      return line;
    });
  });
}

/**
 * Where each part's lines begin, by dynamic programming: the cost of a part is how far its share of the syllables is from its
 * share of the time, and something for each stanza that is torn.
 */
function placeCuts(
  lines: readonly PlainLine[],
  { weights, spans }: { weights: readonly number[]; spans: readonly Span[] },
): number[] {
  const sums = [0];
  for (const weight of weights) sums.push(sums.at(-1)! + weight);
  const total = sums.at(-1)!;
  const time = spans.reduce((sum, [start, end]) => sum + end - start, 0);
  let best = sums.map((_, index) => (index === 0 ? 0 : Infinity));
  const choices: number[][] = [];
  for (const [start, end] of spans) {
    const share = (end - start) / time;
    const next = sums.map(() => Infinity);
    const choice = sums.map(() => 0);
    for (let to = 0; to < sums.length; to++) {
      const tear = to === lines.length || to === 0 || lines[to - 1]!.endsStanza ? 0 : 0.02;
      for (let from = 0; from <= to; from++) {
        const gap = (sums[to]! - sums[from]!) / total - share;
        const cost = best[from]! + (gap * gap) / share + tear;
        if (cost < next[to]!) [next[to], choice[to]] = [cost, from];
      }
    }
    best = next;
    choices.push(choice);
  }
  const cuts = [lines.length];
  for (const choice of choices.toReversed()) cuts.unshift(choice[cuts[0]!]!);
  return cuts;
}
