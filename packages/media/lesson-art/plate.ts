import { Path2D } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { withAlpha } from './palette.ts';
import type { Palette } from './palette.ts';
import { drawBlock } from './type/draw.ts';
import { setBlock } from './type/block.ts';
import type { Block, Box } from './type/block.ts';

/** How far the shadow of a plate reaches beyond it, in parts of its radius. */
export const plateReach = 1.6;

/** A quiet surface that letters stand on, over a film: nearly opaque, a hairline around it, a soft shadow below. */
export function drawPlate(
  context: SKRSContext2D,
  box: Box,
  { palette, radius, opacity = 0.9 }: { palette: Palette; radius: number; opacity?: number },
): void {
  drawShadow(context, box, radius);
  context.fillStyle = withAlpha(palette.house, opacity);
  round(context, box, radius);
  context.fill();
  const line = Math.max(1, radius / 12);
  context.strokeStyle = withAlpha(palette.aisle, 0.75);
  context.lineWidth = line;
  round(
    context,
    { x: box.x + line / 2, y: box.y + line / 2, width: box.width - line, height: box.height - line },
    radius,
  );
  context.stroke();
}

/** A soft shadow around a plate, of a few wide lines: far quicker than the canvas' own, which blurs the whole picture. */
function drawShadow(context: SKRSContext2D, box: Box, radius: number): void {
  const steps = 8;
  const reach = radius * 1.3;
  const low = { ...box, y: box.y + radius * 0.25 };
  context.save();
  const outside = new Path2D();
  const far = grow(box, reach * 2);
  outside.rect(far.x, far.y, far.width, far.height);
  outside.roundRect(box.x, box.y, box.width, box.height, radius);
  context.clip(outside, 'evenodd');
  context.strokeStyle = 'rgba(4, 5, 16, 0.042)';
  for (let step = 1; step <= steps; step++) {
    context.lineWidth = 2 * reach * (step / steps) ** 1.4;
    round(context, low, radius);
    context.stroke();
  }
  context.restore();
}

/** Traces a rectangle with round corners. */
export function round(context: SKRSContext2D, { x, y, width, height }: Box, radius: number): void {
  context.beginPath();
  context.roundRect(x, y, width, height, Math.max(0, Math.min(radius, width / 2, height / 2)));
}

/** A box that is larger on all sides. */
export function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** A short word in a pill. */
export type Pill = { block: Block; width: number; height: number; isLit: boolean };

/** Sets pills, in their order; empty words have none. */
export function setPills(
  words: readonly { text: string | undefined; isLit: boolean }[],
  { size, width }: { size: number; width: number },
): Pill[] {
  return words.flatMap(({ text, isLit }) => {
    if (!text) return [];
    const block = setBlock(text, {
      style: 'strong',
      size,
      smallest: size * 0.8,
      width: Math.max(size, width - size * 1.3),
    });
    if (block.runs.length === 0) return [];
    return [{ block, width: block.width + size * 1.3, height: size * 1.75, isLit }];
  });
}

/** Draws pills side by side. */
export function drawPills(
  context: SKRSContext2D,
  pills: readonly Pill[],
  { x, y, palette, gap }: { x: number; y: number; palette: Palette; gap: number },
): void {
  let at = x;
  for (const { block, width, height, isLit } of pills) {
    round(context, { x: at, y, width, height }, height / 2);
    context.fillStyle = isLit ? palette.lampWash : palette.moonWash;
    context.fill();
    drawBlock(context, block, {
      x: at + (width - block.width) / 2,
      // Capitals and kana stand in the middle of the pill.
      y: y + height / 2 - (block.lines[0]!.baseline - block.size * 0.37),
      colour: isLit ? palette.lampText : palette.moon,
    });
    at += width + gap;
  }
}

/** Width of pills side by side. */
export function pillsWidth(pills: readonly Pill[], gap: number): number {
  return pills.reduce((sum, { width }) => sum + width, 0) + gap * Math.max(0, pills.length - 1);
}
