import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import { drawMark } from './mark.ts';
import { palettes, withAlpha } from './palette.ts';
import type { Palette, ThemeName } from './palette.ts';
import type { Size } from './picture.ts';
import { drawPills, round, setPills } from './plate.ts';
import { paintScene } from './scene.ts';
import { drawCovering, drawGlow, encodeJpeg, openSource } from './source.ts';
import type { Region, SourcePicture } from './source.ts';
import { setBlock } from './type/block.ts';
import type { Box } from './type/block.ts';
import { drawBlock } from './type/draw.ts';
import type { RubyText } from './type/ruby.ts';

/** What is shown of a page where a link to it is posted. */
export type ShareCard = {
  /** The word with its readings, or the recording's title. */
  title: RubyText;
  /** What it means, or what the recording holds. */
  subtitle?: RubyText;
  kind?: string;
  level?: string;
  /** Whose page it is, at the foot. */
  site?: string;
  /** A frame of the recording. Omitted: a landscape of Kinora's own. */
  picture?: SourcePicture;
  /** A face in it, which stays within the cut. */
  keepClear?: Region;
};

/** A card and where its letters stand (pixels). */
export type ShareCardPicture = Size & { jpeg: Uint8Array; letters: Box; isCut: boolean };

/**
 * Draws the picture of a page for Open Graph: words at the left, a screen at the right whose picture lights the room.
 * JPEG, 1200 × 630 unless told otherwise.
 * @throws KinoraError `request.invalid` when the picture can't be read.
 */
export async function drawShareCard(
  card: ShareCard,
  { theme = 'night', frame = { width: 1200, height: 630 } }: { theme?: ThemeName; frame?: Size } = {},
): Promise<ShareCardPicture> {
  const palette = palettes[theme];
  const unit = Math.min(frame.width / 1200, frame.height / 630);
  const canvas = createCanvas(frame.width, frame.height);
  const context = canvas.getContext('2d');
  const margin = 64 * unit;
  const screen = {
    x: frame.width - margin - 430 * unit,
    y: 96 * unit,
    width: 430 * unit,
    height: frame.height - 2 * 96 * unit,
  };
  const picture = card.picture ? await openSource(card.picture) : paintedPicture(screen, theme);
  const face = card.keepClear ?? { x: 0.5, y: 0.5, width: 0, height: 0 };
  drawRoom(context, {
    frame,
    screen,
    unit,
    palette,
    theme,
    picture,
    focus: { x: face.x + face.width / 2, y: face.y + face.height / 2 },
  });

  const room = screen.x - margin - 56 * unit;
  const foot = drawFoot(context, { site: card.site, x: margin, y: frame.height - 74 * unit, room, unit, palette });
  const pills = setPills(
    [
      { text: card.kind, isLit: false },
      { text: card.level, isLit: true },
    ],
    { size: 25 * unit, width: room / 2 },
  );
  const head = pills.length > 0 ? pills[0]!.height + 24 * unit : 0;
  const free = foot - 64 * unit - head;
  const title = setBlock(card.title, {
    style: 'title',
    width: room,
    height: free * 0.62,
    lines: 3,
    size: 128 * unit,
    smallest: 40 * unit,
    leading: 1.14,
  });
  const subtitle = setBlock(card.subtitle ?? '', {
    style: 'plain',
    width: room,
    height: free * 0.3,
    lines: 3,
    size: 40 * unit,
    smallest: 27 * unit,
  });
  const gap = 18 * unit;
  const height = head + title.height + gap + subtitle.height;
  const top = 64 * unit + (foot - 64 * unit - height) / 2;
  drawPills(context, pills, { x: margin, y: top, palette, gap: 12 * unit });
  drawBlock(context, title, { x: margin, y: top + head, colour: palette.ink, reading: palette.lampText });
  drawBlock(context, subtitle, { x: margin, y: top + head + title.height + gap, colour: palette.ink2 });
  return {
    ...frame,
    jpeg: await encodeJpeg(canvas),
    letters: { x: margin, y: top, width: Math.max(title.width, subtitle.width), height },
    isCut: title.isCut || subtitle.isCut,
  };
}

type Room = {
  frame: Size;
  screen: Box;
  unit: number;
  palette: Palette;
  theme: ThemeName;
  picture: Image | Canvas;
  focus: { x: number; y: number };
};

/** The ground, the light of the picture on it, and the picture. */
function drawRoom(context: SKRSContext2D, { frame, screen, unit, palette, theme, picture, focus }: Room): void {
  context.fillStyle = palette.house;
  context.fillRect(0, 0, frame.width, frame.height);
  context.globalAlpha = theme === 'night' ? 0.8 : 0.3;
  drawGlow(context, picture, { x: 0, y: 0, width: frame.width, height: frame.height });
  context.globalAlpha = 1;
  // The light falls off with the distance from the screen; letters stand in the dark.
  const [x, y] = [screen.x + screen.width / 2, screen.y + screen.height / 2];
  const dark = context.createRadialGradient(x, y, screen.width * 0.36, x, y, screen.width * 0.98);
  for (let step = 0; step <= 8; step++) {
    dark.addColorStop(step / 8, withAlpha(palette.house, 0.36 + 0.64 * Math.sin(((step / 8) * Math.PI) / 2)));
  }
  context.fillStyle = dark;
  context.fillRect(0, 0, frame.width, frame.height);
  context.save();
  context.shadowColor = theme === 'night' ? 'rgba(0, 0, 0, 0.45)' : 'rgba(60, 45, 10, 0.3)';
  context.shadowBlur = 40 * unit;
  context.shadowOffsetY = 14 * unit;
  context.fillStyle = palette.seat;
  round(context, screen, 18 * unit);
  context.fill();
  context.restore();
  context.save();
  round(context, screen, 18 * unit);
  context.clip();
  drawCovering(context, picture, { box: screen, focus });
  context.restore();
}

/** Kinora's sign and whose page it is. Gives the upper edge. */
function drawFoot(
  context: SKRSContext2D,
  {
    site,
    x,
    y,
    room,
    unit,
    palette,
  }: { site: string | undefined; x: number; y: number; room: number; unit: number; palette: Palette },
): number {
  const size = 34 * unit;
  drawMark(context, { x: x - 3 * unit, y, size, colour: palette.lampText });
  const name = setBlock(site ?? 'Kinora', {
    style: 'plain',
    width: room - size - 10 * unit,
    size: 25 * unit,
    smallest: 18 * unit,
  });
  const baseline = name.lines[0]?.baseline ?? 0;
  drawBlock(context, name, { x: x + size + 10 * unit, y: y + size * 0.82 - baseline, colour: palette.ink2 });
  return y - 20 * unit;
}

function paintedPicture({ width, height }: Size, theme: ThemeName): Canvas {
  const canvas = createCanvas(width, height);
  paintScene(
    canvas.getContext('2d'),
    { x: 0, y: 0, width, height },
    { theme, horizon: 0.68, orb: { x: 0.66, y: 0.28 } },
  );
  return canvas;
}
