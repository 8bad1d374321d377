import type { SKRSContext2D } from '@napi-rs/canvas';
import { contrastOf } from '../contrast.ts';
import { palettes } from '../palette.ts';
import { drawPills, setPills } from '../plate.ts';
import { coverBox } from '../source.ts';
import { setBlock } from '../type/block.ts';
import { drawBlock } from '../type/draw.ts';
import { regionIn, zoomFor } from './parts.ts';
import type { Lettering, Stage } from './parts.ts';

const day = palettes.day;

/**
 * A page of a dictionary beside the picture: paper with a cut edge, the word with its readings, what it is and what it means.
 */
export function drawPaperDesign({ context, frame, unit, picture, subject, parts }: Stage): Lettering {
  const split = frame.width * 0.53;
  const margin = 60 * unit;
  const room = split - margin * 1.55;
  const window = { x: split - 60 * unit, y: 0, width: frame.width - split + 60 * unit, height: frame.height };
  const place = coverBox(picture, window, {
    focus: { x: subject.x + subject.width / 2 - 0.02, y: subject.y + subject.height / 2 },
    zoom: zoomFor(subject, { width: 0.36, height: 0.74 }),
  });
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, place.x, place.y, place.width, place.height);
  paintSheet(context, { frame, edge: split + 26 * unit, unit, colour: day.lamp, seed: 1.9 });
  paintSheet(context, { frame, edge: split + 4 * unit, unit, colour: day.house, seed: 0.4 });

  const pills = setPills(
    [
      { text: parts.kind, isLit: false },
      { text: parts.level, isLit: true },
    ],
    { size: 36 * unit, width: room },
  );
  const pillRoom = pills.length > 0 ? pills[0]!.height + 30 * unit : 0;
  const rule = 36 * unit;
  // What the word and its meaning share, so that both stay on the sheet.
  const free = frame.height - 2 * 44 * unit - pillRoom - rule * 1.5;
  const word = setBlock(parts.word, {
    style: 'poster',
    width: room,
    height: free * 0.64,
    lines: 2,
    size: 236 * unit,
    smallest: 54 * unit,
    leading: 1.12,
  });
  const gloss = setBlock(parts.gloss, {
    style: 'title',
    width: room,
    height: Math.min(frame.height * 0.32, free - word.height),
    lines: 3,
    size: 72 * unit,
    smallest: 38 * unit,
    leading: 1.2,
  });
  const height = pillRoom + word.height + rule * 1.5 + gloss.height;
  let y = (frame.height - height) / 2;
  const top = y;
  drawPills(context, pills, { x: margin, y, palette: day, gap: 14 * unit });
  y += pillRoom;
  drawBlock(context, word, { x: margin, y, colour: day.ink, reading: day.lampText });
  y += word.height + rule * 0.7;
  context.fillStyle = day.lamp;
  context.fillRect(margin, y, 96 * unit, 8 * unit);
  y += rule * 0.8;
  drawBlock(context, gloss, { x: margin, y, colour: day.ink2 });
  return {
    letters: [{ x: margin, y: top, width: Math.max(word.width, gloss.width), height }],
    subject: regionIn(subject, place),
    contrast: contrastOf(day.house, day.lampText),
    isCut: word.isCut || gloss.isCut,
  };
}

/** A sheet of paper from the left, its right edge cut by hand. */
function paintSheet(
  context: SKRSContext2D,
  {
    frame,
    edge,
    unit,
    colour,
    seed,
  }: { frame: { width: number; height: number }; edge: number; unit: number; colour: string; seed: number },
): void {
  context.save();
  context.shadowColor = 'rgba(20, 16, 40, 0.42)';
  context.shadowBlur = 26 * unit;
  context.shadowOffsetX = 5 * unit;
  context.beginPath();
  context.moveTo(-60 * unit, -60 * unit);
  for (let step = 0; step <= 60; step++) {
    const down = step / 60;
    const wave = Math.sin(down * 4.2 + seed * 2.1) * 20 + Math.sin(down * 9.5 + seed * 3.7) * 6;
    context.lineTo(edge + (wave - 30 * (down - 0.5)) * unit, -60 * unit + down * (frame.height + 120 * unit));
  }
  context.lineTo(-60 * unit, frame.height + 60 * unit);
  context.closePath();
  context.fillStyle = colour;
  context.fill();
  context.restore();
}
