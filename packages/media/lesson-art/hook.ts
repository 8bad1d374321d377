import type { SKRSContext2D } from '@napi-rs/canvas';
import { palettes } from './palette.ts';
import type { ThemeName } from './palette.ts';
import { drawPicture } from './picture.ts';
import type { LaidPicture, Size } from './picture.ts';
import { grow, round } from './plate.ts';
import { safeArea } from './safe-area.ts';
import { setBlock } from './type/block.ts';
import type { Block, Box } from './type/block.ts';
import { drawBlock } from './type/draw.ts';
import type { RubyText } from './type/ruby.ts';

/** What a Short opens with. */
export type Hook = {
  title: RubyText;
  /** The same in the other language. */
  subtitle?: RubyText;
};

/** A title that is laid over the head of a film. */
export type HookPicture = {
  picture: LaidPicture;
  /** What the strips cover, in pixels of the frame. */
  letters: Box;
  isCut: boolean;
};

/**
 * Draws the hook of a Short: every line of the title on a strip of paper, the other language on a dark one below, at the head
 * of the safe area.
 */
export function drawHook(hook: Hook, { frame, theme = 'night' }: { frame: Size; theme?: ThemeName }): HookPicture {
  const paper = palettes[theme === 'night' ? 'day' : 'night'];
  const dark = palettes[theme];
  const area = safeArea(frame);
  const unit = frame.height > frame.width * 1.1 ? frame.width / 1080 : frame.height / 900;
  const strips: { block: Block; padX: number; padY: number; ground: string; ink: string; reading: string }[] = [];
  const [padX, padY] = [26 * unit, 11 * unit];
  const title = setBlock(hook.title, {
    style: 'poster',
    width: area.width - 2 * padX,
    lines: 3,
    size: 78 * unit,
    smallest: 44 * unit,
    leading: 1.5,
  });
  const subtitle = setBlock(hook.subtitle ?? '', {
    style: 'strong',
    width: area.width - 2 * padX,
    lines: 2,
    size: 40 * unit,
    smallest: 30 * unit,
    leading: 1.6,
  });
  if (title.runs.length > 0) {
    strips.push({ block: title, padX, padY, ground: paper.seat, ink: paper.ink, reading: paper.ink2 });
  }
  if (subtitle.runs.length > 0) {
    strips.push({
      block: subtitle,
      padX: padX * 0.8,
      padY: padY * 0.7,
      ground: dark.house,
      ink: dark.ink,
      reading: dark.ink2,
    });
  }
  const gap = 10 * unit;
  const height =
    strips.reduce((sum, { block, padY: pad }) => sum + block.height + 2 * pad, 0) + gap * (strips.length - 1);
  const letters = {
    x: area.x,
    y: area.y,
    width: Math.max(0, ...strips.map(({ block, padX: pad }) => block.width + 2 * pad)),
    height: Math.max(0, height),
  };
  const picture = drawPicture(grow(letters, 30 * unit), frame, (context) => {
    let top = letters.y;
    for (const strip of strips) {
      drawStrips(context, { ...strip, x: letters.x, y: top + strip.padY, unit });
      top += strip.block.height + 2 * strip.padY + gap;
    }
  });
  return { picture, letters, isCut: title.isCut || subtitle.isCut };
}

type Strips = {
  block: Block;
  x: number;
  y: number;
  padX: number;
  padY: number;
  ground: string;
  ink: string;
  reading: string;
  unit: number;
};

function drawStrips(context: SKRSContext2D, { block, x, y, padX, padY, ground, ink, reading, unit }: Strips): void {
  context.save();
  context.shadowColor = 'rgba(4, 5, 16, 0.35)';
  context.shadowBlur = 14 * unit;
  context.shadowOffsetY = 3 * unit;
  context.fillStyle = ground;
  for (const line of block.lines) {
    round(
      context,
      { x, y: y + line.y - padY, width: line.width + 2 * padX, height: line.height + 2 * padY },
      12 * unit,
    );
    context.fill();
  }
  context.restore();
  // Once more without the shadow, which falls on the strip above.
  context.fillStyle = ground;
  for (const line of block.lines) {
    round(
      context,
      { x, y: y + line.y - padY, width: line.width + 2 * padX, height: line.height + 2 * padY },
      12 * unit,
    );
    context.fill();
  }
  drawBlock(context, block, { x: x + padX, y, colour: ink, reading });
}
