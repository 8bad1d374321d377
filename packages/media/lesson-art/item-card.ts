import type { SKRSContext2D } from '@napi-rs/canvas';
import { palettes } from './palette.ts';
import type { Palette, ThemeName } from './palette.ts';
import { drawPicture } from './picture.ts';
import type { LaidPicture, Size } from './picture.ts';
import { drawPills, drawPlate, grow, pillsWidth, plateReach, setPills } from './plate.ts';
import type { Pill } from './plate.ts';
import { safeArea } from './safe-area.ts';
import { setBlock } from './type/block.ts';
import type { Block, Box } from './type/block.ts';
import { drawBlock } from './type/draw.ts';
import type { RubyText } from './type/ruby.ts';

/** Something worth learning, as a card shows it. */
export type ItemCard = {
  /** Dictionary form with its readings. */
  form: RubyText;
  /** What it means, in the other language. */
  gloss: RubyText;
  /** What it is, in a word: Slang, 文法. */
  kind?: string;
  /** How hard: N3, B1. */
  level?: string;
  /** How it is used: shown on tall cards. */
  example?: { text: RubyText; translation?: RubyText };
};

/** Where a card comes in. */
export type ItemCardOptions = {
  /** Pixels. */
  frame: Size;
  theme?: ThemeName;
  /** Side of the frame, so that a face on the other stays free. Default left. */
  side?: 'left' | 'right';
};

/** A card that is laid over a film. */
export type ItemCardPicture = {
  picture: LaidPicture;
  /** The plate, in pixels of the frame; its shadow lies around it. */
  plate: Box;
  isCut: boolean;
};

/**
 * Draws the card of an item as a lower third: the word with its readings, what it means beside or, for long ones, below.
 * Every size and place follows the frame's height.
 */
export function drawItemCard(card: ItemCard, options: ItemCardOptions): ItemCardPicture {
  const { frame, theme = 'night', side = 'left' } = options;
  const palette = palettes[theme];
  const unit = Math.min(frame.height / 720, frame.width / 960);
  const area = safeArea(frame);
  const room = Math.min(area.width, 760 * unit);
  const layout = beside(card, { room, unit }) ?? below(card, { room, unit });
  const plate = {
    x: side === 'left' ? area.x : area.x + area.width - layout.width,
    y: area.y + area.height - layout.height,
    width: layout.width,
    height: layout.height,
  };
  const radius = 14 * unit;
  const picture = drawPicture(grow(plate, radius * plateReach), frame, (context) => {
    drawPlate(context, plate, { palette, radius });
    context.translate(plate.x, plate.y);
    layout.draw(context, palette);
  });
  return { picture, plate, isCut: layout.isCut };
}

type Layout = Size & { isCut: boolean; draw: (context: SKRSContext2D, palette: Palette) => void };
type Room = { room: number; unit: number };

/** The word at the left, what it means at the right of a hairline. Null when the word is too long for that. */
function beside({ form, gloss, kind, level }: ItemCard, { room, unit }: Room): Layout | null {
  const [padX, padY, gap] = [28 * unit, 20 * unit, 24 * unit];
  const word = setBlock(form, { style: 'title', size: 54 * unit, smallest: 40 * unit, width: room * 0.46 });
  if (word.isCut || word.runs.length === 0) return null;
  const rest = room - word.width - 2 * padX - 2 * gap;
  const meaning = setBlock(gloss, { style: 'plain', size: 28 * unit, smallest: 23 * unit, width: rest, lines: 2 });
  if (meaning.isCut) return null;
  const pills = pillsOf({ kind, level }, { unit, width: rest });
  const between = pills.length > 0 && meaning.runs.length > 0 ? 11 * unit : 0;
  const side = meaning.height + between + (pills[0]?.height ?? 0);
  const sideWidth = Math.max(meaning.width, pillsWidth(pills, 8 * unit));
  const height = Math.max(word.height, side, 60 * unit) + 2 * padY;
  return {
    width: padX + word.width + (sideWidth > 0 ? 2 * gap + sideWidth : 0) + padX,
    height,
    isCut: false,
    draw: (context, palette) => {
      const line = padX + word.width + gap;
      drawBlock(context, word, {
        x: padX,
        y: (height - word.height) / 2 - 2 * unit,
        colour: palette.ink,
        reading: palette.lampText,
      });
      if (sideWidth === 0) return;
      context.fillStyle = palette.aisle;
      context.fillRect(line, padY, Math.max(1, 1.5 * unit), height - 2 * padY);
      drawSide(context, { meaning, pills, x: line + gap, y: (height - side) / 2, between, unit, palette });
    },
  };
}

/** The word above, in two lines at most, what it means below. */
function below({ form, gloss, kind, level }: ItemCard, { room, unit }: Room): Layout {
  const [padX, padY, gap] = [28 * unit, 20 * unit, 8 * unit];
  const width = room - 2 * padX;
  const word = setBlock(form, { style: 'title', size: 44 * unit, smallest: 28 * unit, width, lines: 2, leading: 1.18 });
  const meaning = setBlock(gloss, { style: 'plain', size: 27 * unit, smallest: 21 * unit, width, lines: 2 });
  const pills = pillsOf({ kind, level }, { unit, width });
  const between = pills.length > 0 ? 13 * unit : 0;
  const height = padY * 2 + word.height + gap + meaning.height + between + (pills[0]?.height ?? 0);
  return {
    width: Math.max(word.width, meaning.width, pillsWidth(pills, 8 * unit)) + 2 * padX,
    height,
    isCut: word.isCut || meaning.isCut,
    draw: (context, palette) => {
      drawBlock(context, word, { x: padX, y: padY - 3 * unit, colour: palette.ink, reading: palette.lampText });
      drawSide(context, { meaning, pills, x: padX, y: padY + word.height + gap, between, unit, palette });
    },
  };
}

type Side = { meaning: Block; pills: Pill[]; x: number; y: number; between: number; unit: number; palette: Palette };

function drawSide(context: SKRSContext2D, { meaning, pills, x, y, between, unit, palette }: Side): void {
  drawBlock(context, meaning, { x, y, colour: palette.ink });
  drawPills(context, pills, { x, y: y + meaning.height + between, palette, gap: 8 * unit });
}

function pillsOf({ kind, level }: Pick<ItemCard, 'kind' | 'level'>, { unit, width }: { unit: number; width: number }) {
  const words = [
    { text: kind, isLit: false },
    { text: level, isLit: true },
  ];
  return setPills(words, { size: 18 * unit, width: width / 2 - 4 * unit });
}
