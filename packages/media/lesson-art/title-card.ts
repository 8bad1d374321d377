import { drawMark } from './mark.ts';
import { palettes } from './palette.ts';
import type { ThemeName } from './palette.ts';
import { drawPicture } from './picture.ts';
import type { LaidPicture, Size } from './picture.ts';
import { paintScene } from './scene.ts';
import { setBlock } from './type/block.ts';
import type { Box } from './type/block.ts';
import { drawBlock } from './type/draw.ts';
import type { RubyText } from './type/ruby.ts';

/** What a film opens or closes with. */
export type TitleCard = {
  title: RubyText;
  /** Below the title: the same in the other language, or what the film holds. */
  subtitle?: RubyText;
  /** A few small words above the title. */
  kicker?: RubyText;
};

/** A whole picture with a title in it. */
export type TitleCardPicture = {
  /** As large as the frame, opaque. */
  picture: LaidPicture;
  /** Where the letters stand, in pixels of the frame. */
  letters: Box;
  isCut: boolean;
};

/**
 * Draws a title card: the title large over a landscape of paper, its translation below. For wide, tall and square frames.
 */
export function drawTitleCard(
  card: TitleCard,
  { frame, theme = 'night' }: { frame: Size; theme?: ThemeName },
): TitleCardPicture {
  const palette = palettes[theme];
  const isTall = frame.height > frame.width * 1.1;
  const unit = isTall ? frame.width / 900 : Math.min(frame.height / 720, frame.width / 1100);
  const room = frame.width * (isTall ? 0.72 : 0.76);
  const title = setBlock(card.title, {
    style: 'title',
    width: room,
    lines: isTall ? 4 : 2,
    size: 84 * unit,
    smallest: 36 * unit,
    align: 'centre',
    leading: 1.16,
  });
  const subtitle = setBlock(card.subtitle ?? '', {
    style: 'plain',
    width: room,
    lines: 2,
    size: 34 * unit,
    smallest: 24 * unit,
    align: 'centre',
    leading: 1.36,
  });
  const kicker = setBlock(card.kicker ?? '', { style: 'plain', width: room, size: 24 * unit, smallest: 18 * unit });
  const mark = 44 * unit;
  const [markGap, gap] = [18 * unit, 20 * unit];
  const head = kicker.runs.length > 0 ? kicker.height + 12 * unit : 0;
  const tail = subtitle.runs.length > 0 ? gap + subtitle.height : 0;
  const height = mark + markGap + head + title.height + tail;
  const width = Math.max(title.width, subtitle.width, kicker.width);
  const top = frame.height * (isTall ? 0.4 : 0.4) - height / 2;
  const middle = frame.width / 2;
  const letters = { x: middle - width / 2, y: top, width, height };
  const picture = drawPicture({ x: 0, y: 0, ...frame }, frame, (context) => {
    paintScene(
      context,
      { x: 0, y: 0, ...frame },
      { theme, horizon: 0.74, orb: { x: isTall ? 0.74 : 0.86, y: isTall ? 0.14 : 0.2 } },
    );
    drawMark(context, { x: middle - mark / 2, y: top, size: mark, colour: palette.lampText });
    let y = top + mark + markGap;
    drawBlock(context, kicker, { x: middle - kicker.width / 2, y, colour: palette.ink2 });
    y += head;
    drawBlock(context, title, { x: middle - title.width / 2, y, colour: palette.ink, reading: palette.lampText });
    y += title.height + gap;
    drawBlock(context, subtitle, {
      x: middle - subtitle.width / 2,
      y,
      colour: theme === 'night' ? '#e4dfe6' : palette.ink2,
    });
  });
  return { picture, letters, isCut: title.isCut || subtitle.isCut || kicker.isCut };
}
