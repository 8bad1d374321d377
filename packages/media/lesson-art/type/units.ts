import { findBreaks, mayPart } from './breaks.ts';
import type { WordPart } from './ruby.ts';

/** What stays on one line: parts of words, and how reluctantly a line begins with it (0–1). */
export type Unit = { parts: WordPart[]; reluctance: number };

/** Most letters that stay together where a unit is cut: a text may be nothing but points. */
const mostBound = 3;

/**
 * Cuts parts into units at the places where a line may be broken. A text with its reading is never cut.
 * @param isWorded Whether the words of the parts are to stay whole; otherwise words are found.
 */
export function unitsOf(parts: readonly WordPart[], isWorded: boolean): Unit[] {
  const text = parts.map((part) => part.text).join('');
  const starts: number[] = [];
  let at = 0;
  parts.forEach((part, index) => {
    if (part.word !== parts[index - 1]?.word) starts.push(at);
    at += part.text.length;
  });
  const breaks = findBreaks(text, isWorded ? starts : undefined);
  const units: Unit[] = [];
  at = 0;
  for (const part of parts) {
    const end = at + part.text.length;
    const inner = part.reading === undefined ? [...breaks.keys()].filter((offset) => offset > at && offset < end) : [];
    const cuts = [at, ...inner.toSorted((a, b) => a - b), end];
    for (let index = 0; index + 1 < cuts.length; index++) {
      const [from, to] = [cuts[index]!, cuts[index + 1]!];
      const piece = { ...part, text: text.slice(from, to) };
      const reluctance = breaks.get(from);
      if (units.length === 0 || reluctance !== undefined) units.push({ parts: [piece], reluctance: reluctance ?? 0 });
      else units.at(-1)!.parts.push(piece);
    }
    at = end;
  }
  return units;
}

/**
 * Cuts a unit into its letters, for what is wider than a line. Letters with one reading stay together, and so do a letter and
 * a point or small kana after it.
 */
export function splitUnit({ parts, reluctance }: Unit): Unit[] {
  const letters = parts.flatMap((part) =>
    part.reading === undefined ? Array.from(part.text, (text) => ({ ...part, text })) : [part],
  );
  const units: Unit[] = [];
  for (const part of letters) {
    const last = units.at(-1);
    const isBound = last && !mayPart(last.parts.at(-1)!.text, part.text);
    if (isBound && last.parts.length < mostBound) last.parts.push(part);
    else units.push({ parts: [part], reluctance: units.length === 0 ? reluctance : 2 });
  }
  return units;
}
