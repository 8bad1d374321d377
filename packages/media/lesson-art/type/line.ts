import { emWidth, faceRuns, runWidth } from './faces.ts';
import type { FaceRun, TypeStyle } from './faces.ts';
import type { WordPart } from './ruby.ts';

/** Size of a reading beside its text. */
export const rubyScale = 0.5;
/** Height of a reading's baseline above that of its text, in ems of the text. */
export const rubyRise = 0.98;
/** How far a reading may stand over kana beside its text, in ems. */
const overhang = 0.45;
/** Least space between two readings. */
const rubyGap = 0.1;
/** Japanese brackets and points have half an em of blank on one side. */
const half = 0.48;

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u30ff\u{20000}-\u{3ffff}]/u;
const opens = /^[（［｛〈《「『【〔]/;
const closes = /[、。，．）］｝〉》」』】〕]$/;

/** Letters at a place of a line, in ems of the text's size; `y` counts down from the baseline. */
export type LineRun = FaceRun & { x: number; y: number; word: number; isRuby: boolean };

/** A line with its readings, in ems. `width` leaves out the blank of a point at its end. */
export type Line = { runs: LineRun[]; width: number; hasRuby: boolean };

/**
 * Sets a line. Readings stand centred over their text. One that is wider may hang over kana beside it, a little, but not
 * over kanji nor over the ends of the line; for the rest the text is set wider (JIS X 4051, 4.12, group ruby).
 */
export function setLine(parts: readonly WordPart[], style: TypeStyle): Line {
  const runs: LineRun[] = [];
  let [x, lastEnd, wasWide] = [0, 0, false];
  let hasRuby = false;
  const pieces = withoutEndBlanks(parts);
  const face = { face: style.reading, scale: 1 };
  const rubyStyle: TypeStyle = { latin: face, japanese: face, reading: style.reading };
  pieces.forEach((part, index) => {
    const { text, word, reading } = part;
    if (reading === undefined) {
      if (opens.test(text) && (index === 0 || closes.test(pieces[index - 1]!.text))) x -= half;
      x = pushText(text, { x, word, style, runs });
      return;
    }
    hasRuby = true;
    const base = emWidth(text, style);
    const ruby = emWidth(reading, rubyStyle) * rubyScale;
    const excess = Math.max(0, ruby - base);
    const left = Math.min(excess / 2, allowance(pieces[index - 1], 'end'));
    const right = Math.min(excess / 2, allowance(pieces[index + 1], 'start'));
    // Readings that are as wide as their kanji may touch, as those of one word do.
    const isWide = excess > 0;
    if ((isWide || wasWide) && lastEnd > 0) x = Math.max(x, lastEnd + rubyGap + left);
    const room = base + excess - left - right;
    setSpread(text, { x, y: 0, room, width: base, scale: 1, style, word, isRuby: false, runs });
    setSpread(reading, {
      x: x - left,
      y: -rubyRise,
      room: Math.max(ruby, base),
      width: ruby,
      scale: rubyScale,
      style: rubyStyle,
      word,
      isRuby: true,
      runs,
    });
    [lastEnd, wasWide] = [isWide ? x - left + ruby : x + (base + ruby) / 2, isWide];
    x += room;
  });
  const isPointed = closes.test(pieces.at(-1)?.text ?? '');
  return { runs, width: Math.max(0, x - (isPointed ? half : 0)), hasRuby };
}

function withoutEndBlanks(parts: readonly WordPart[]): WordPart[] {
  const pieces = parts.map((part) => ({ ...part }));
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return pieces.filter(({ text }) => text !== '');
}

/** Room that a reading has over its neighbour. */
function allowance(part: WordPart | undefined, side: 'start' | 'end'): number {
  if (part === undefined || part.reading !== undefined) return 0;
  const letter = side === 'start' ? part.text[0]! : part.text.at(-1)!;
  if (/[\p{Script=Han}々]/u.test(letter)) return 0;
  const isShort = part.text.length === 1;
  if (letter === ' ') return 0.2;
  return wide.test(letter) ? overhang * (isShort ? 0.8 : 1) : 0.08;
}

/** Text without a reading; a closing mark before an opening one gives up its blank. */
function pushText(
  text: string,
  { x, word, style, runs }: { x: number; word: number; style: TypeStyle; runs: LineRun[] },
): number {
  let at = x;
  let isFirst = true;
  for (const piece of text.split(/(?<=[、。，．）］｝〉》」』】〕])(?=[、。（［｛〈《「『【〔）］｝〉》」』】〕])/u)) {
    if (!isFirst) at -= half;
    isFirst = false;
    for (const run of faceRuns(piece, style)) {
      runs.push({ ...run, x: at, y: 0, word, isRuby: false });
      at += runWidth(run.text, run.face) * run.scale;
    }
  }
  return at;
}

type Spread = {
  x: number;
  y: number;
  room: number;
  width: number;
  scale: number;
  style: TypeStyle;
  word: number;
  isRuby: boolean;
  runs: LineRun[];
};

/** Letters spread over their room: half a gap at the ends, whole ones between (1:2:1). Latin ones stay together. */
function setSpread(text: string, spread: Spread): void {
  const { x, y, room, width, scale, style, word, isRuby, runs } = spread;
  const letters = Array.from(text);
  const free = Math.max(0, room - width);
  const isSpread = free > 0.02 && letters.length > 1 && letters.every((letter) => wide.test(letter));
  const gap = isSpread ? Math.min(free / letters.length, scale * 0.9) : 0;
  let at = x + (isSpread ? (free - gap * (letters.length - 1)) / 2 : free / 2);
  for (const piece of isSpread ? letters : [text]) {
    for (const run of faceRuns(piece, style)) {
      runs.push({ ...run, scale: run.scale * scale, x: at, y, word, isRuby });
      at += runWidth(run.text, run.face) * run.scale * scale;
    }
    at += gap;
  }
}
