import type { SKRSContext2D } from '@napi-rs/canvas';
import { contrastOf } from '../contrast.ts';
import { palettes, withAlpha } from '../palette.ts';
import { round } from '../plate.ts';
import { coverBox } from '../source.ts';
import { setBlock } from '../type/block.ts';
import type { Block, Box } from '../type/block.ts';
import { drawBlock } from '../type/draw.ts';
import { centreOf, overlapOf, regionIn, zoomFor } from './parts.ts';
import type { Lettering, Stage } from './parts.ts';

const night = palettes.night;
const day = palettes.day;
/** Strips lean a little, as if put there by hand. */
const lean = -0.028;

type Setting = { title: Block; subtitle: Block; box: Box };

/**
 * A question on strips of light across the whole picture, where it hides least of the subject; the other language on a dark
 * strip.
 */
export function drawQuestionDesign({ context, frame, unit, picture, subject, parts }: Stage): Lettering {
  const hook = parts.hook ?? { title: parts.word, subtitle: parts.gloss };
  const pad = { x: 26 * unit, y: 12 * unit };
  const best = candidates({ frame, unit, picture, subject })
    .map((candidate) => ({ ...candidate, ...set(hook, { room: candidate.room, pad, unit }) }))
    .toSorted((a, b) => cost(a) - cost(b))[0]!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, best.place.x, best.place.y, best.place.width, best.place.height);
  shadeBehind(context, { frame, side: best.side, box: best.box });
  const middle = { x: best.box.x + best.box.width / 2, y: best.box.y + best.box.height / 2 };
  context.save();
  context.translate(middle.x, middle.y);
  context.rotate(lean);
  context.translate(-middle.x, -middle.y);
  const { x, y } = best.box;
  drawStrips(context, best.title, { x, y: y + pad.y, pad, unit, ground: night.lamp, ink: night.lampInk });
  const below = y + best.title.height + 2 * pad.y + 14 * unit;
  const small = { x: pad.x * 0.8, y: pad.y * 0.75 };
  drawStrips(context, best.subtitle, {
    x: x + 6 * unit,
    y: below + small.y,
    pad: small,
    unit,
    ground: night.house,
    ink: '#fffaf0',
  });
  context.restore();
  return {
    letters: [best.box],
    subject: best.clear,
    contrast: Math.min(contrastOf(night.lamp, night.lampInk), contrastOf(night.house, day.house)),
    isCut: best.title.isCut || best.subtitle.isCut,
  };
}

type Pad = { x: number; y: number };

type Candidate = { side: 'top' | 'foot' | 'left' | 'right'; room: Box; place: Box; clear: Box; zoom: number };

/**
 * Places for the strips: along the foot or the head, or a column at a side; for a column the picture may come nearer and move
 * so that the subject is clear of it.
 */
function candidates({
  frame,
  unit,
  picture,
  subject,
}: Pick<Stage, 'frame' | 'unit' | 'picture' | 'subject'>): Candidate[] {
  const margin = 54 * unit;
  const { width, height } = frame;
  const column = { y: height * 0.08, width: width * 0.45, height: height * 0.8 };
  const rooms = {
    foot: { x: margin, y: height * 0.5, width: width * 0.84, height: height * 0.43 },
    top: { x: margin, y: height * 0.07, width: width * 0.84, height: height * 0.4 },
    left: { x: margin * 0.8, ...column },
    right: { x: width - column.width - margin * 0.6, ...column },
  };
  const near = zoomFor(subject, { width: 0.4, height: 0.74 });
  const focus = centreOf(subject);
  return (['foot', 'top', 'left', 'right'] as const).flatMap((side) => {
    const isColumn = side === 'left' || side === 'right';
    return [1, 1.12, 1.25].slice(0, isColumn ? 3 : 1).map((step) => {
      const zoom = isColumn ? near * step : 1;
      const place = coverBox(picture, { x: 0, y: 0, width, height }, { focus, zoom });
      // As far from the column as the picture goes, with the subject still in it.
      const clear = regionIn(subject, place);
      const most = side === 'left' ? Math.min(-place.x, width * 0.97 - clear.x - clear.width) : 0;
      const least = side === 'right' ? Math.max(width - place.width - place.x, width * 0.03 - clear.x) : 0;
      const shift = Math.max(0, most) + Math.min(0, least);
      place.x += shift;
      return { side, zoom: zoom / near, room: rooms[side], place, clear: regionIn(subject, place) };
    });
  });
}

function set(
  hook: NonNullable<Stage['parts']['hook']>,
  { room, pad, unit }: { room: Box; pad: Pad; unit: number },
): Setting {
  const isWide = room.width > room.height * 1.8;
  const subtitle = setBlock(hook.subtitle ?? '', {
    style: 'strong',
    width: room.width - 2 * pad.x,
    height: room.height * 0.34,
    lines: isWide ? 1 : 2,
    size: 56 * unit,
    smallest: 34 * unit,
    leading: 1.5,
  });
  const rest = subtitle.runs.length > 0 ? subtitle.height + 2 * pad.y + 14 * unit : 0;
  const title = setBlock(hook.title, {
    style: 'poster',
    width: room.width - 2 * pad.x,
    height: room.height - rest - 2 * pad.y,
    lines: isWide ? 2 : 4,
    size: 122 * unit,
    smallest: 50 * unit,
    leading: 1.42,
  });
  const height = title.height + 2 * pad.y + rest;
  const width = Math.max(title.width, subtitle.width) + 2 * pad.x;
  // Near the edge of the frame that the room lies at.
  const y = room.y > 200 * unit ? room.y + room.height - height : isWide ? room.y : room.y + (room.height - height) / 2;
  const isRight = !isWide && room.x > room.width;
  return { title, subtitle, box: { x: isRight ? room.x + room.width - width : room.x, y, width, height } };
}

/** Hiding the subject is worst, then small type; the picture comes nearer only for something. */
function cost({ title, box, clear, zoom }: Setting & Candidate): number {
  const hidden = overlapOf(box, clear) / Math.max(1, clear.width * clear.height);
  return hidden * 6 + (title.isCut ? 3 : 0) + 110 / title.size + Math.max(0, zoom - 1) * 0.8;
}

/** The picture is a little darker around the strips, so that they come forward. */
function shadeBehind(
  context: SKRSContext2D,
  {
    frame: { width, height },
    side,
    box,
  }: { frame: { width: number; height: number }; side: Candidate['side']; box: Box },
): void {
  const soft = height * 0.14;
  const [x0, y0, x1, y1] = {
    foot: [0, height, 0, box.y - soft],
    top: [0, 0, 0, box.y + box.height + soft],
    left: [0, 0, box.x + box.width + soft, 0],
    right: [width, 0, box.x - soft, 0],
  }[side] as [number, number, number, number];
  const dark = context.createLinearGradient(x0, y0, x1, y1);
  for (let step = 0; step <= 6; step++) {
    dark.addColorStop(step / 6, withAlpha(night.house, 0.5 * Math.cos(((step / 6) * Math.PI) / 2)));
  }
  context.fillStyle = dark;
  context.fillRect(0, 0, width, height);
}

function drawStrips(
  context: SKRSContext2D,
  block: Block,
  { x, y, pad, unit, ground, ink }: { x: number; y: number; pad: Pad; unit: number; ground: string; ink: string },
): void {
  const trace = () => {
    for (const line of block.lines) {
      round(
        context,
        { x, y: y + line.y - pad.y, width: line.width + 2 * pad.x, height: line.height + 2 * pad.y },
        10 * unit,
      );
      context.fill();
    }
  };
  context.save();
  context.fillStyle = ground;
  context.shadowColor = withAlpha('#04050e', 0.5);
  context.shadowBlur = 22 * unit;
  context.shadowOffsetY = 5 * unit;
  trace();
  context.restore();
  context.fillStyle = ground;
  trace();
  drawBlock(context, block, { x: x + pad.x, y, colour: ink });
}
