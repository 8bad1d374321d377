import { drawCast } from '../cast.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import { drawProp } from '../props/index.ts';
import { drawNearFurniture } from '../scenery/near-room.ts';
import { drawRoom, roomTone, skirting } from '../scenery/room.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A tinkerer's workshop: a bench with a vice, tools on their outlines, shavings on the floor, a bulb on a wire. */
export const workshop: Setting = { place: 'indoors', horizon: 0.73, draw };

function draw(stage: Stage): void {
  const { width, height, spec, brush, horizon } = stage;
  const benchIsLeft = spec.focus.x > 0.5;
  const hole = {
    x: width * (stage.isPortrait ? 0.5 : benchIsLeft ? 0.66 : 0.34),
    y: height * 0.29,
    half: Math.min(width * 0.13, 118),
    tall: height * 0.16,
    arched: false,
  };
  drawRoom(stage, {
    wall: '#a08468',
    floor: '#9a7050',
    pattern: 'planks',
    window: hole,
    onWall: () => {
      if (!stage.isPortrait) toolWall(stage, benchIsLeft ? width * 0.22 : width * 0.78, height * 0.26);
    },
  });
  const bulbX = spec.focus.x * width + (benchIsLeft ? -130 : 130);
  stage.layer('bench', 0.54, { lit: 1, wash: 0.18, rim: 0.18 }, () => {
    bench(stage, stage.isPortrait ? width * 0.22 : width * (benchIsLeft ? 0.18 : 0.82), skirting(stage) + 40);
    bulb(stage, bulbX, height * 0.24);
  });
  stage.layer('shavings', 0.48, { lit: 0.9, wash: 0.1, area: [0, horizon, width, height * 1.04] }, () => {
    const tone = roomTone(stage);
    for (let i = 0; i < 46; i++) {
      const x = brush.between(0, width);
      const y = brush.between(horizon + 14, height * 0.99);
      const r = brush.between(4, 9);
      brush.line(
        curve([
          [x - r, y],
          [x - r * 0.3, y - r * 0.9],
          [x + r * 0.5, y - r * 0.2],
          [x + r, y - r * 0.6],
        ]),
        tone(brush.choose(['#e8c890', '#d8ac70', '#f4dca8'])),
        2.6,
        0.9,
      );
    }
  });
  drawCast(stage);
  drawNearFurniture(stage, '#5a4030');
}

function toolWall(stage: Stage, x: number, y: number): void {
  const { brush } = stage;
  const tone = roomTone(stage);
  brush.shape(box(x - 150, y - 78, x + 150, y + 84, 0.03), tone('#7f6048'), { lift: 4 });
  const steel = tone('#b8bcc8');
  const wood = tone('#c0824c');
  const tool = (dx: number, draw: () => void) => brush.at(x + dx, y - 20, 1, 0, false, draw);
  tool(-112, () => {
    brush.shape(
      spline(
        [
          [-5, -30],
          [5, -30],
          [6, 70],
          [-6, 70],
        ],
        0.2,
      ),
      wood,
      { lift: 3 },
    );
    brush.shape(
      spline(
        [
          [-26, -44],
          [24, -46],
          [26, -30],
          [-26, -26],
        ],
        0.3,
      ),
      steel,
      { lift: 3 },
    );
  });
  tool(-52, () => {
    brush.shape(
      spline(
        [
          [-8, -44],
          [8, -44],
          [16, 46],
          [-20, 46],
        ],
        0.1,
      ),
      steel,
      { lift: 3 },
    );
    brush.shape(
      spline(
        [
          [-22, 44],
          [18, 44],
          [14, 76],
          [-14, 78],
        ],
        0.5,
      ),
      wood,
      { lift: 3 },
    );
  });
  tool(6, () => {
    brush.line(
      curve([
        [0, -46],
        [0, 30],
      ]),
      steel,
      6,
    );
    brush.shape(ellipse(0, 52, 10, 24), tone('#b84c44'), { lift: 3 });
  });
  tool(58, () => {
    brush.line(
      curve([
        [-14, 74],
        [-4, 10],
        [12, -40],
      ]),
      steel,
      7,
    );
    brush.line(
      curve([
        [14, 74],
        [4, 10],
        [-12, -40],
      ]),
      steel,
      7,
    );
    brush.dab(ellipse(0, 12, 6), tone('#5a5860'));
  });
  tool(114, () => {
    brush.line(ellipse(0, 16, 26, 26), tone('#d9b878'), 7);
    brush.line(ellipse(0, 16, 15, 15), tone('#c8a060'), 6);
  });
}

function bench(stage: Stage, x: number, foot: number): void {
  const { brush } = stage;
  const tone = roomTone(stage);
  const wood = tone('#b07c50');
  brush.contact(x, foot + 4, 190, 14, 0.5);
  for (const dx of [-150, 138])
    brush.shape(box(x + dx - 12, foot - 118, x + dx + 12, foot, 0.06), brush.darker(wood, 0.2), { lift: 4 });
  brush.shape(box(x - 150, foot - 46, x + 150, foot - 34, 0.1), brush.darker(wood, 0.25), { lift: 3 });
  brush.shape(box(x - 184, foot - 142, x + 184, foot - 114, 0.05), wood, {
    to: brush.darker(wood, 0.35),
    along: [x, foot - 142, x, foot - 114],
    lift: 6,
    halo: 2,
  });
  const things = [
    ['toolbox', -118, 0.6],
    ['clock', -22, 0.5],
    ['jar', 52, 0.5],
    ['lamp', 126, 0.55],
  ] as const;
  for (const [kind, dx, scale] of things)
    brush.at(x + dx, foot - 140, scale, 0, false, () => drawProp(brush, kind, { state: 'lit' }));
  brush.at(x - 60, foot - 44, 0.6, 0, false, () => drawProp(brush, 'bucket'));
}

function bulb(stage: Stage, x: number, y: number): void {
  const { brush, grade, view } = stage;
  brush.line(
    curve([
      [x, view.y0 - 10],
      [x + 2, y - 20],
    ]),
    '#3a3038',
    2.4,
  );
  brush.as('light', () => {
    brush.glow(x, y, 110, '#ffe2a0', grade.lamps ? 0.55 : 0.25, 3);
    brush.shape(ellipse(x, y, 13, 16), '#fff4cc', { to: '#ffc860', along: [x, y - 14, x, y + 16], lift: 0 });
  });
  stage.light(x, y + 40, 380, '#ffcf86', grade.lamps ? 0.85 : 0.35);
}
