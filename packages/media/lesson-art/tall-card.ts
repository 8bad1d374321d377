import type { ItemCard, ItemCardPicture } from './item-card.ts';
import { palettes } from './palette.ts';
import type { ThemeName } from './palette.ts';
import { drawPicture } from './picture.ts';
import type { Size } from './picture.ts';
import { drawPills, drawPlate, grow, pillsWidth, plateReach, setPills } from './plate.ts';
import { safeArea } from './safe-area.ts';
import { setBlock } from './type/block.ts';
import { drawBlock } from './type/draw.ts';

/**
 * Draws the card of an item for a Short: at the head of the safe area, the word large with its readings, what it means, and a
 * sentence that shows it with its translation.
 */
export function drawTallCard(
  card: ItemCard,
  { frame, theme = 'night' }: { frame: Size; theme?: ThemeName },
): ItemCardPicture {
  const palette = palettes[theme];
  const area = safeArea(frame);
  const unit = frame.height > frame.width * 1.1 ? frame.width / 1080 : frame.height / 1100;
  const [padX, padY] = [36 * unit, 30 * unit];
  const room = area.width - 2 * padX;
  const pills = setPills(
    [
      { text: card.kind, isLit: false },
      { text: card.level, isLit: true },
    ],
    { size: 27 * unit, width: room * 0.5 },
  );
  const pillGap = 12 * unit;
  const form = setBlock(card.form, {
    style: 'title',
    width: room,
    lines: 2,
    size: 96 * unit,
    smallest: 52 * unit,
    leading: 1.16,
  });
  const gloss = setBlock(card.gloss, { style: 'plain', width: room, lines: 2, size: 44 * unit, smallest: 32 * unit });
  const example = setBlock(card.example?.text ?? '', {
    style: 'strong',
    width: room,
    lines: 2,
    size: 38 * unit,
    smallest: 28 * unit,
  });
  const translation = setBlock(card.example?.translation ?? '', {
    style: 'plain',
    width: room,
    lines: 2,
    size: 31 * unit,
    smallest: 25 * unit,
  });
  const hasExample = example.runs.length + translation.runs.length > 0;
  // Pills stand beside a short word, else below what it means.
  const isBeside =
    pills.length > 0 && form.lines.length === 1 && form.width + pillsWidth(pills, pillGap) + 40 * unit <= room;
  const pillsHeight = pills[0]?.height ?? 0;
  const below = isBeside || pills.length === 0 ? 0 : pillsHeight + 18 * unit;
  const headHeight = form.height + 8 * unit + gloss.height + below;
  const exampleGap = hasExample ? 30 * unit : 0;
  const height =
    2 * padY + headHeight + 2 * exampleGap * 0.72 + example.height + (hasExample ? 6 * unit : 0) + translation.height;
  const plate = { x: area.x, y: area.y, width: area.width, height };
  const radius = 30 * unit;
  const picture = drawPicture(grow(plate, radius * plateReach), frame, (context) => {
    drawPlate(context, plate, { palette, radius });
    const x = plate.x + padX;
    let y = plate.y + padY - 6 * unit;
    drawBlock(context, form, { x, y, colour: palette.ink, reading: palette.lampText });
    const baseline = y + (form.lines[0]?.baseline ?? 0);
    if (isBeside) {
      const right = plate.x + plate.width - padX - pillsWidth(pills, pillGap);
      drawPills(context, pills, { x: right, y: baseline - form.size * 0.37 - pillsHeight / 2, palette, gap: pillGap });
    }
    y += form.height + 8 * unit;
    drawBlock(context, gloss, { x, y, colour: palette.ink });
    y += gloss.height;
    if (below > 0) drawPills(context, pills, { x, y: y + 18 * unit, palette, gap: pillGap });
    y += below;
    if (!hasExample) return;
    y += exampleGap * 0.72;
    context.fillStyle = palette.aisle;
    context.fillRect(x, y, room, Math.max(1, 2 * unit));
    y += exampleGap * 0.72;
    drawBlock(context, example, { x, y, colour: palette.ink, reading: palette.ink2 });
    drawBlock(context, translation, { x, y: y + example.height + 6 * unit, colour: palette.ink2 });
  });
  return { picture, plate, isCut: [form, gloss, example, translation].some((block) => block.isCut) };
}
