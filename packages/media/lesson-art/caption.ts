import type { SKRSContext2D } from '@napi-rs/canvas';
import { palettes } from './palette.ts';
import type { Palette, ThemeName } from './palette.ts';
import { drawPicture } from './picture.ts';
import type { LaidPicture, Size } from './picture.ts';
import { drawPlate, grow, plateReach, round } from './plate.ts';
import { safeArea } from './safe-area.ts';
import { setBlock, setWords } from './type/block.ts';
import type { Block, Box } from './type/block.ts';
import { drawBlock, wordBoxes } from './type/draw.ts';
import type { RubyText } from './type/ruby.ts';

/** What is said, and what it means. */
export type Caption = {
  /** Words with the blanks and points after them; together they are the whole text. */
  words: readonly CaptionWord[];
  /** The same in the other language, smaller, below. */
  translation?: RubyText;
};

/** A word that lights up by itself. */
export type CaptionWord = {
  text: RubyText;
  /** Taught here: marked from the start. */
  isMarked?: boolean;
};

/** How a caption looks. */
export type CaptionOptions = {
  /** Pixels. A tall frame's caption keeps clear of what apps lay over it, see `safeArea`. */
  frame: Size;
  theme?: ThemeName;
  /** Most lines of what is said. Default 2. */
  lines?: number;
  /** Where the foot of the plate stands, as a part of the frame's height. Default: the foot of the safe area. */
  foot?: number;
};

/** A caption whose letters have their places: lighting a word moves nothing. */
export type CaptionPicture = {
  /** All words unlit, with their plate. */
  base: LaidPicture;
  /** For each word the same letters lit, to be laid over `base`; null for one without letters. */
  words: (LaidPicture | null)[];
  /** Where the letters stand, in pixels of the frame. */
  letters: Box;
  /** Whether an ellipsis stands for words that did not fit. */
  isCut: boolean;
};

/**
 * Draws a caption: what is said in one or two lines with readings, what it means below, on a quiet plate. Long texts get
 * smaller, then are cut; nothing leaves the safe area.
 */
export function drawCaption(caption: Caption, options: CaptionOptions): CaptionPicture {
  const { frame, theme = 'night', lines = 2 } = options;
  const palette = palettes[theme];
  const isTall = frame.height > frame.width * 1.1;
  const area = safeArea(frame);
  const unit = isTall ? frame.width / 1080 : frame.height / 720;
  const room = isTall ? area : { ...area, x: area.x + area.width * 0.12, width: area.width * 0.76 };
  const pad = { x: (isTall ? 36 : 26) * unit, y: (isTall ? 30 : 16) * unit };
  const align = isTall ? 'left' : 'centre';
  const said = setWords(
    caption.words.map(({ text }) => text),
    {
      style: 'strong',
      width: room.width,
      lines,
      align,
      size: (isTall ? 68 : 40) * unit,
      smallest: (isTall ? 42 : 25) * unit,
      leading: 1.34,
    },
  );
  const told = setBlock(caption.translation ?? '', {
    style: 'plain',
    width: room.width,
    lines: 2,
    align,
    size: (isTall ? 38 : 25) * unit,
    smallest: (isTall ? 29 : 19) * unit,
    leading: 1.34,
  });
  const gap = said.runs.length > 0 && told.runs.length > 0 ? (isTall ? 20 : 9) * unit : 0;
  const height = said.height + gap + told.height;
  const width = Math.max(said.width, told.width);
  const foot = (options.foot === undefined ? area.y + area.height : options.foot * frame.height) - pad.y * 0.8;
  const letters = { x: isTall ? room.x : (frame.width - width) / 2, y: foot - height, width, height };
  const plate = {
    x: letters.x - pad.x,
    y: letters.y - pad.y,
    width: width + 2 * pad.x,
    height: height + 1.8 * pad.y,
  };
  const saidAt = { x: isTall ? letters.x : (frame.width - said.width) / 2, y: letters.y };
  const radius = (isTall ? 28 : 14) * unit;
  const base = drawPicture(grow(plate, radius * plateReach), frame, (context) => {
    if (said.runs.length + told.runs.length === 0) return;
    drawPlate(context, plate, { palette, radius, opacity: 0.86 });
    drawMarks(context, said, { ...saidAt, words: caption.words, palette });
    drawBlock(context, said, { ...saidAt, colour: palette.ink, reading: palette.ink2 });
    drawBlock(context, told, {
      x: isTall ? letters.x : (frame.width - told.width) / 2,
      y: letters.y + said.height + gap,
      colour: palette.ink2,
    });
  });
  const words = caption.words.map((_, word) => drawLit(said, { ...saidAt, word, palette, frame }));
  return { base, words, letters, isCut: said.isCut || told.isCut };
}

type WordPlace = { x: number; y: number; word: number; palette: Palette };

/** Lines under a word, between its letters and what comes below. */
function underlines(said: Block, { x, y, word }: WordPlace): Box[] {
  return wordBoxes(said, word).map((box) => ({
    x: x + box.x,
    y: y + said.lines[box.line]!.baseline + said.size * 0.19,
    width: box.width,
    height: Math.max(2, said.size * 0.065),
  }));
}

/** Marks behind what is taught; words beside each other have one mark. */
function drawMarks(
  context: SKRSContext2D,
  said: Block,
  { words, ...place }: Omit<WordPlace, 'word'> & { words: readonly CaptionWord[] },
): void {
  const lines: Box[] = [];
  words.forEach(({ isMarked }, word) => {
    if (!isMarked) return;
    for (const line of underlines(said, { ...place, word })) {
      const last = lines.at(-1);
      const isNext = last !== undefined && last.y === line.y && words[word - 1]?.isMarked;
      if (isNext) last.width = line.x + line.width - last.x;
      else lines.push({ ...line });
    }
  });
  for (const line of lines) {
    context.fillStyle = place.palette.moonWash;
    const top = line.y - said.size * 1.13;
    round(context, { ...line, y: top, height: line.y + line.height - top }, said.size * 0.12);
    context.fill();
    context.fillStyle = place.palette.moon;
    round(context, line, line.height / 2);
    context.fill();
  }
}

function drawLit(said: Block, { frame, ...place }: WordPlace & { frame: Size }): LaidPicture | null {
  const runs = said.runs.filter((run) => run.word === place.word && run.text.trim() !== '');
  if (runs.length === 0) return null;
  const lines = underlines(said, place);
  const left = Math.min(...runs.map((run) => run.x), ...lines.map((line) => line.x - place.x));
  const right = Math.max(...runs.map((run) => run.x + run.size * run.text.length * 1.1));
  const top = Math.min(...runs.map((run) => run.y - run.size));
  const foot = Math.max(
    ...lines.map((line) => line.y + line.height - place.y),
    ...runs.map((run) => run.y + run.size * 0.3),
  );
  const box = { x: place.x + left, y: place.y + top, width: right - left, height: foot - top };
  return drawPicture(grow(box, 3), frame, (context) => {
    // Twice, for the soft edges of the unlit letters would show around these.
    drawBlock(context, said, {
      ...place,
      colour: place.palette.lit,
      only: (run) => run.word === place.word,
      times: 2,
    });
    context.fillStyle = place.palette.lit;
    for (const line of lines) context.fillRect(line.x, line.y, line.width, line.height);
  });
}
