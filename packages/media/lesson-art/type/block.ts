import { compose, composeCut } from './compose.ts';
import type { Composition } from './compose.ts';
import { typeStyles } from './faces.ts';
import type { FaceRun, StyleName } from './faces.ts';
import type { Line } from './line.ts';
import { cleanWords } from './ruby.ts';
import type { RubyText } from './ruby.ts';
import { unitsOf } from './units.ts';

/** Letters at a place of a block, in pixels from its top left corner; `y` is their baseline. */
export type BlockRun = FaceRun & { x: number; y: number; size: number; word: number; isRuby: boolean; line: number };

/** A rectangle in pixels. */
export type Box = { x: number; y: number; width: number; height: number };

/** Text that is set: every letter has its place. */
export type Block = {
  /** Pixels of an em. */
  size: number;
  width: number;
  height: number;
  runs: BlockRun[];
  lines: (Box & { baseline: number })[];
  /** Whether an ellipsis stands for what did not fit. */
  isCut: boolean;
};

/** How a block is set. */
export type BlockOptions = {
  style: StyleName;
  /** Most, in pixels. */
  width: number;
  height?: number;
  /** Most lines. Default 1. */
  lines?: number;
  /** Pixels of an em at best, and least before the text is cut. */
  size: number;
  smallest: number;
  align?: 'left' | 'centre' | 'right';
  /** Height of a line without readings, in ems. Default 1.26. */
  leading?: number;
  /** Whether each element of an array is a word that stays whole. Default false: words are found. */
  isWorded?: boolean;
};

/** From the top of a line to its baseline, and from there to its foot, in ems; readings need more. */
const ascent = { plain: 0.9, ruby: 1.42 };
const descent = 0.24;

/**
 * Sets a text as large as fits: first in fewer, larger lines at the best places, then smaller, then cut with an ellipsis.
 * Never wider or higher than asked.
 */
export function setBlock(text: RubyText, options: BlockOptions): Block {
  return setWords([text], { ...options, isWorded: false });
}

/** {@link setBlock} for words, which keep their numbers: `word` of a run is its word's index. */
export function setWords(words: readonly RubyText[], options: BlockOptions): Block {
  const { width, height = Number.POSITIVE_INFINITY, lines: most = 1, size, smallest, isWorded = true } = options;
  const style = typeStyles[options.style];
  const units = unitsOf(cleanWords(words), isWorded);
  const leading = options.leading ?? 1.26;
  const tryAt = (em: number): Composition | null => {
    const found = compose(units, { style, width: width / em, most });
    return found && heightOf(found.lines, leading) * em <= height ? found : null;
  };
  const best = bestSize(tryAt, { size, smallest: Math.min(smallest, size) });
  if (best) return place(best.composition, { ...options, leading, em: best.em });
  const em = Math.min(smallest, size);
  for (let count = most; ; count--) {
    const cut = composeCut(units, { style, width: width / em, most: count });
    // One line that is still too wide or too high, as a single letter can be, gets smaller than asked.
    const fits = Math.max(
      ...cut.lines.map((line) => (line.width * em) / width),
      heightOf(cut.lines, leading) * (em / height),
    );
    if (fits <= 1 || count === 1) return place(cut, { ...options, leading, em: em / Math.max(1, fits) });
  }
}

/** The largest size that fits; up to a quarter smaller where lines then break at better places. */
function bestSize(
  tryAt: (em: number) => Composition | null,
  { size, smallest }: { size: number; smallest: number },
): { em: number; composition: Composition } | null {
  let found = tryAt(size);
  let em = size;
  if (!found) {
    found = tryAt(smallest);
    if (!found) return null;
    let [low, high] = [smallest, size];
    while (high - low > Math.max(0.5, size / 100)) {
      const middle = (low + high) / 2;
      const next = tryAt(middle);
      if (next) [low, found] = [middle, next];
      else high = middle;
    }
    em = low;
  }
  for (const share of [0.94, 0.88, 0.82, 0.76]) {
    if (found.penalty < 0.6 || em * share < smallest) break;
    const next = tryAt(em * share);
    if (next && next.penalty < found.penalty - (share > 0.85 ? 0.4 : 0.7)) return { em: em * share, composition: next };
  }
  return { em, composition: found };
}

function heightOf(lines: readonly Line[], leading: number): number {
  return lines.reduce((sum, line) => sum + lineHeight(line, leading), 0) - (lines.length > 0 ? leading - 1.14 : 0);
}

function lineHeight({ hasRuby }: Line, leading: number): number {
  return leading + (hasRuby ? ascent.ruby - ascent.plain : 0);
}

function place(
  { lines, isCut }: Composition,
  { em, leading, align = 'left', ...options }: BlockOptions & { em: number; leading: number },
): Block {
  const widest = Math.max(0, ...lines.map(({ width }) => width)) * em;
  const block: Block = { size: em, width: Math.min(widest, options.width), height: 0, runs: [], lines: [], isCut };
  let top = 0;
  lines.forEach((line, index) => {
    const free = widest - line.width * em;
    const left = align === 'left' ? 0 : align === 'centre' ? free / 2 : free;
    const baseline = top + (line.hasRuby ? ascent.ruby : ascent.plain) * em;
    const foot = baseline + descent * em;
    block.lines.push({ x: left, y: top, width: line.width * em, height: foot - top, baseline });
    for (const run of line.runs) {
      const { x, y, scale, ...rest } = run;
      block.runs.push({ ...rest, scale, x: left + x * em, y: baseline + y * em, size: em * scale, line: index });
    }
    block.height = foot;
    top += lineHeight(line, leading) * em;
  });
  return block;
}
