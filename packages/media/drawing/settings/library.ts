import { drawCast } from '../cast.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import { drawProp } from '../props/index.ts';
import { drawNearFurniture } from '../scenery/near-room.ts';
import { drawRoom, drawRug, drawShelf, roomTone, skirting } from '../scenery/room.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** An old library: walls of books, a tall window, a green lamp, a ladder, an armchair. */
export const library: Setting = { place: 'indoors', horizon: 0.74, draw };

function draw(stage: Stage): void {
  const { width, height, spec, horizon, view } = stage;
  const hole = {
    x: width * (stage.isPortrait ? 0.5 : spec.focus.x > 0.5 ? 0.42 : 0.58),
    y: height * 0.32,
    half: Math.min(width * 0.1, 92),
    tall: height * 0.24,
  };
  drawRoom(stage, {
    wall: '#7f5c4c',
    floor: '#8a5c44',
    pattern: 'planks',
    window: hole,
    curtains: '#4f6a60',
    onWall: () => {
      bookcase(stage, view.x0 - 10, hole.x - hole.half * 2.1);
      bookcase(stage, hole.x + hole.half * 2.1, view.x1 + 10);
    },
  });
  stage.layer('furniture', 0.54, { lit: 1, wash: 0.16, rim: 0.18 }, () => {
    const foot = skirting(stage) + 36;
    const ladderX = stage.freeX([0.24, 0.78, 0.1, 0.92], 0);
    ladder(stage, ladderX, foot - 16);
    if (!stage.isPortrait) lampTable(stage, stage.freeX([0.9, 0.08, 0.72], -10), foot);
  });
  stage.layer('rug', 0.5, { lit: 0.9, wash: 0.14, area: [0, horizon - 10, width, height * 1.05] }, () => {
    drawRug(stage, spec.focus.x * width, Math.max(horizon + 66, height * 0.88), Math.min(330, width * 0.32), [
      '#e0c088',
      '#8c4a48',
      '#c89a5c',
      '#4f5c78',
      '#8c4a48',
    ]);
  });
  drawCast(stage);
  drawNearFurniture(stage, '#5c3c38');
}

function bookcase(stage: Stage, x0: number, x1: number): void {
  if (x1 - x0 < 60) return;
  const { brush, view } = stage;
  const tone = roomTone(stage);
  const foot = skirting(stage) - 10;
  const wood = tone('#6e4834');
  brush.shape(box(x0, view.y0 - 60, x1, foot, 0.01), brush.darker(wood, 0.3), {
    to: brush.darker(wood, 0.5),
    along: [x0, 0, x1, foot],
    lift: 6,
  });
  for (let y = foot - 12; y > view.y0 - 20; y -= 76) {
    for (let x = x0 + 12; x + 90 < x1; x += 190) drawShelf(stage, x, y, Math.min(176, x1 - x - 14), '#6e4834');
  }
  for (let x = x0; x <= x1 + 1; x += 190)
    brush.shape(box(x - 6, view.y0 - 60, x + 8, foot + 4, 0.02), wood, {
      to: brush.darker(wood, 0.35),
      along: [x - 6, 0, x + 8, 0],
      lift: 4,
    });
}

function ladder(stage: Stage, x: number, foot: number): void {
  const { brush } = stage;
  const tone = roomTone(stage);
  const wood = tone('#c8955c');
  const lean = x < stage.width / 2 ? -40 : 40;
  const top = Math.max(stage.height * 0.1, foot - 430);
  for (const dx of [-24, 24])
    brush.shape(
      spline(
        [
          [x + dx - 4, foot],
          [x + dx + lean - 3, top],
          [x + dx + lean + 3, top],
          [x + dx + 4, foot],
        ],
        0.05,
      ),
      wood,
      { to: brush.darker(wood, 0.3), along: [x, top, x, foot], lift: 4 },
    );
  for (let y = foot - 32; y > top; y -= 40) {
    const t = (foot - y) / (foot - top);
    brush.line(
      curve([
        [x - 24 + lean * t, y],
        [x + 24 + lean * t, y],
      ]),
      wood,
      6,
    );
  }
  brush.contact(x, foot + 2, 40, 6, 0.35);
}

function lampTable(stage: Stage, x: number, foot: number): void {
  const { brush, grade } = stage;
  const tone = roomTone(stage);
  const wood = tone('#8a5638');
  brush.contact(x, foot + 4, 70, 9, 0.45);
  for (const dx of [-44, 44]) brush.shape(box(x + dx - 5, foot - 92, x + dx + 5, foot, 0.1), wood, { lift: 3 });
  brush.shape(ellipse(x, foot - 94, 72, 11), tone('#a8704c'), {
    to: brush.darker(wood, 0.2),
    along: [x, foot - 104, x, foot - 84],
    lift: 5,
  });
  brush.line(
    curve([
      [x, foot - 98],
      [x, foot - 150],
    ]),
    tone('#c8a050'),
    6,
  );
  brush.as('light', () => {
    if (grade.lamps) brush.glow(x, foot - 158, 120, '#ffe0a0', 0.5, 3);
    brush.shape(
      spline(
        [
          [x - 44, foot - 148],
          [x - 26, foot - 184],
          [x + 26, foot - 184],
          [x + 44, foot - 148],
          [x, foot - 142],
        ],
        0.4,
      ),
      grade.lamps ? '#8fd09a' : tone('#4f8a68'),
      { to: tone('#3c7058'), along: [x, foot - 184, x, foot - 142], lift: 3 },
    );
  });
  if (grade.lamps) stage.light(x, foot - 120, 260, '#ffd890', 0.8);
  brush.at(x - 34, foot - 100, 0.5, 0, false, () => drawProp(brush, 'book'));
}
