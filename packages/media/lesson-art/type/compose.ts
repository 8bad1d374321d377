import type { TypeStyle } from './faces.ts';
import { setLine } from './line.ts';
import type { Line } from './line.ts';
import { splitUnit } from './units.ts';
import type { Unit } from './units.ts';

/** Lines of a text that all fit a width, and how unwillingly they were broken. */
export type Composition = { lines: Line[]; penalty: number; isCut: boolean };

type Options = { style: TypeStyle; width: number; most: number };
type Measured = { unit: Unit; width: number; trimmed: number };

/**
 * Breaks units into as few lines as will do, of about the same length and at the best places: the division with the least sum
 * of squared differences from the mean length and of reluctance (after Knuth & Plass 1981).
 * @param options.width In ems.
 * @returns Null when the text needs more lines than `most`.
 */
export function compose(units: readonly Unit[], options: Options): Composition | null {
  if (units.length === 0) return { lines: [], penalty: 0, isCut: false };
  const measured = units.map((unit) => measureUnit(unit, options.style));
  if (measured.some(({ trimmed }) => trimmed > options.width)) return null;
  const total = measured.reduce((sum, { width }) => sum + width, 0);
  for (let count = Math.max(1, Math.ceil(total / options.width - 0.5)); count <= options.most; count++) {
    const ends = divide(measured, { count, width: options.width, mean: total / count });
    if (ends === null) continue;
    let from = 0;
    const lines = ends.ends.map((end) => {
      const parts = units.slice(from, end).flatMap(({ parts }) => parts);
      from = end;
      return setLine(parts, options.style);
    });
    if (lines.every((line) => line.width <= options.width)) return { lines, penalty: ends.penalty, isCut: false };
  }
  return null;
}

/** As much of a text as fits, with an ellipsis where it is cut; what is wider than a line is broken anywhere. */
export function composeCut(units: readonly Unit[], options: Options): Composition {
  const pieces = units.flatMap((unit) =>
    measureUnit(unit, options.style).trimmed > options.width * 0.9 ? splitUnit(unit) : [unit],
  );
  const lines: Line[] = [];
  let from = 0;
  while (from < pieces.length && lines.length < options.most) {
    const isLast = lines.length === options.most - 1;
    let [end, line] = [from, setLine([], options.style)];
    for (let to = from + 1; to <= pieces.length; to++) {
      const isRest = isLast && to < pieces.length;
      const next = setLine(partsOf(pieces.slice(from, to), isRest), options.style);
      if (next.width > options.width && to > from + 1) break;
      [end, line] = [to, next];
      if (next.width > options.width) break;
    }
    lines.push(line);
    from = end;
  }
  return { lines, penalty: 100, isCut: from < pieces.length };
}

function partsOf(units: readonly Unit[], isCut: boolean) {
  const parts = units.flatMap(({ parts }) => parts);
  const last = parts.at(-1);
  return isCut && last ? [...parts, { text: '…', word: last.word }] : parts;
}

function measureUnit(unit: Unit, style: TypeStyle): Measured {
  const trimmed = setLine(unit.parts, style).width;
  const blank = unit.parts.at(-1)!.text.endsWith(' ') ? 0.24 : 0;
  const isPointed = /[、。，．）］｝〉》」』】〕]$/.test(unit.parts.at(-1)!.text);
  return { unit, trimmed, width: trimmed + blank + (isPointed ? 0.48 : 0) };
}

/** Ends of `count` lines, by dynamic programming over lines and units. */
function divide(
  measured: readonly Measured[],
  { count, width, mean }: { count: number; width: number; mean: number },
): { ends: number[]; penalty: number } | null {
  const size = measured.length;
  const sums = [0];
  for (const each of measured) sums.push(sums.at(-1)! + each.width);
  const widthOf = (from: number, to: number) => {
    const last = measured[to - 1]!;
    return sums[to]! - sums[from]! - (last.width - last.trimmed);
  };
  const all = (value: number) => Array.from({ length: size + 1 }, () => value);
  let costs = all(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  const origins: number[][] = [];
  for (let line = 0; line < count; line++) {
    const next = all(Number.POSITIVE_INFINITY);
    const origin = all(-1);
    for (let to = 1; to <= size; to++) {
      for (let from = to - 1; from >= 0; from--) {
        const long = widthOf(from, to);
        if (long > width) break;
        const before = costs[from]!;
        if (before === Number.POSITIVE_INFINITY) continue;
        const cost = before + 2 * ((long - mean) / mean) ** 2 + (from === 0 ? 0 : measured[from]!.unit.reluctance);
        if (cost < next[to]!) [next[to], origin[to]] = [cost, from];
      }
    }
    costs = next;
    origins.push(origin);
  }
  if (costs[size] === Number.POSITIVE_INFINITY) return null;
  const ends: number[] = [];
  for (let line = count - 1, to = size; line >= 0; to = origins[line--]![to]!) ends.unshift(to);
  const penalty = ends.slice(0, -1).reduce((sum, end) => sum + measured[end]!.unit.reluctance, 0);
  return { ends, penalty };
}
