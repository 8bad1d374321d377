import { drawCast } from '../cast.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import { drawProp } from '../props/index.ts';
import { drawNearFurniture } from '../scenery/near-room.ts';
import { drawRoom, drawRug, drawShelf, roomTone, skirting } from '../scenery/room.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A warm kitchen: a stove with a glow, a dresser, copper pans, a window over the sink. */
export const kitchen: Setting = { place: 'indoors', horizon: 0.72, draw };

function draw(stage: Stage): void {
  const { width, height, spec, horizon, brush } = stage;
  const stoveIsLeft = spec.focus.x > 0.5;
  const windowX = stage.isPortrait ? width * 0.5 : width * (stoveIsLeft ? 0.6 : 0.4);
  const hole = { x: windowX, y: height * 0.29, half: Math.min(width * 0.12, 112), tall: height * 0.16, arched: false };
  drawRoom(stage, {
    wall: '#e2c99a',
    floor: '#b98a64',
    pattern: 'flowers',
    window: hole,
    curtains: '#c8745a',
    onWall: () => {
      if (stage.isPortrait) return;
      const shelfX = stoveIsLeft ? width * 0.78 : width * 0.06;
      drawShelf(stage, shelfX, height * 0.3, Math.min(200, width * 0.16), '#a8744c');
      pans(stage, stoveIsLeft ? width * 0.16 : width * 0.84, height * 0.16);
    },
  });
  stage.layer('counter', 0.56, { lit: 1, wash: 0.18, rim: 0.16 }, () => {
    const floorY = skirting(stage);
    stove(stage, stage.isPortrait ? width * 0.16 : width * (stoveIsLeft ? 0.14 : 0.86), floorY + 34);
    if (!stage.isPortrait) dresser(stage, width * (stoveIsLeft ? 0.86 : 0.14), floorY + 30);
  });
  stage.layer('rug', 0.5, { lit: 0.9, wash: 0.14, area: [0, horizon - 10, width, height * 1.05] }, () => {
    drawRug(stage, spec.focus.x * width, Math.max(horizon + 70, height * 0.88), Math.min(260, width * 0.26), [
      '#f0dcb0',
      '#b8605a',
      '#e8c078',
    ]);
  });
  drawCast(stage);
  drawNearFurniture(stage, '#7a4a3c');
  brush.role = 'scenery';
}

function pans(stage: Stage, x: number, y: number): void {
  const { brush } = stage;
  const tone = roomTone(stage);
  const rail = tone('#5a4038');
  brush.line(
    curve([
      [x - 96, y],
      [x + 96, y],
    ]),
    rail,
    5,
  );
  const copper = tone('#c8783c');
  [-68, -18, 34, 78].forEach((dx, index) => {
    const r = 22 - index * 2.4;
    brush.line(
      curve([
        [x + dx, y],
        [x + dx, y + 26],
      ]),
      rail,
      4,
    );
    brush.shape(ellipse(x + dx, y + 26 + r, r, r), copper, {
      to: brush.darker(copper, 0.45),
      along: [x + dx - r, y + 20, x + dx + r, y + 26 + r * 2],
      lift: 4,
    });
    brush.dab(ellipse(x + dx - r * 0.3, y + 20 + r * 0.8, r * 0.34, r * 0.22, -0.5), tone('#ffe0b0'), 0.7);
  });
}

function stove(stage: Stage, x: number, foot: number): void {
  const { brush, grade } = stage;
  const tone = roomTone(stage);
  const iron = tone('#4c4a58');
  brush.contact(x, foot + 4, 110, 12, 0.5);
  brush.shape(box(x - 16, stage.view.y0 - 40, x + 16, foot - 150, 0.02), iron, {
    to: brush.darker(iron, 0.4),
    along: [x - 16, 0, x + 16, 0],
    lift: 4,
  });
  brush.shape(box(x - 98, foot - 152, x + 98, foot, 0.1), iron, {
    to: brush.darker(iron, 0.5),
    along: [x, foot - 150, x, foot],
    lift: 6,
    halo: 2,
  });
  brush.shape(box(x - 108, foot - 164, x + 108, foot - 148, 0.1), tone('#6a6878'), { lift: 4 });
  const mouth = spline(
    [
      [x - 44, foot - 34],
      [x - 44, foot - 84],
      [x, foot - 108],
      [x + 44, foot - 84],
      [x + 44, foot - 34],
    ],
    0.5,
  );
  brush.as('light', () => {
    brush.glow(x, foot - 62, 130, grade.lamp, 0.5, 3);
    brush.shape(mouth, '#ffd070', { to: '#e8642c', along: [x, foot - 108, x, foot - 34], lift: 0 });
  });
  stage.light(x, foot - 50, 300, '#ffa848', grade.lamps ? 0.8 : 0.4);
  for (const dx of [-22, 0, 22])
    brush.line(
      curve([
        [x + dx, foot - 34],
        [x + dx, foot - 96],
      ]),
      brush.darker(iron, 0.3),
      4,
    );
  brush.at(x + 52, foot - 162, 0.62, 0, false, () => drawProp(brush, 'kettle'));
}

function dresser(stage: Stage, x: number, foot: number): void {
  const { brush } = stage;
  const tone = roomTone(stage);
  const wood = tone('#a8704c');
  brush.contact(x, foot + 4, 104, 12, 0.45);
  brush.shape(box(x - 96, foot - 120, x + 96, foot, 0.06), wood, {
    to: brush.darker(wood, 0.42),
    along: [x, foot - 120, x, foot],
    lift: 6,
    halo: 2,
  });
  brush.shape(box(x - 106, foot - 134, x + 106, foot - 118, 0.1), tone('#c08a5c'), { lift: 4 });
  for (const side of [-1, 1]) {
    const cx = x + side * 46;
    brush.shape(box(cx - 40, foot - 106, cx + 40, foot - 14, 0.08), tone('#b87e54'), {
      to: brush.darker(wood, 0.3),
      along: [cx, foot - 106, cx, foot - 14],
      lift: 3,
    });
    brush.dab(ellipse(cx - side * 28, foot - 60, 4.5), tone('#f0d090'));
  }
  const crockery = ['jar', 'cup', 'teapot'] as const;
  crockery.forEach((kind, index) =>
    brush.at(x - 62 + index * 58, foot - 132, 0.5, 0, false, () => drawProp(brush, kind)),
  );
}
