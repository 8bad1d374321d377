import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { box, curve, ellipse, limb, spline } from '../paths.ts';
import { drawWindow } from '../scenery/buildings.ts';
import { tuftFeet } from '../scenery/frame.ts';
import { drawMeadow, drawNearGrass } from '../scenery/ground.ts';
import { drawHill } from '../scenery/land.ts';
import { leaves } from '../scenery/plants.ts';
import { drawShafts, drawSky } from '../scenery/sky.ts';
import { drawCrown, drawTrunks, foliageAt } from '../scenery/trees.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A house in a great oak: a rope ladder, a string of lanterns, a wood behind. */
export const treehouse: Setting = { place: 'outdoors', horizon: 0.74, draw };

function draw(stage: Stage): void {
  const { grade, view, horizon, width, height, spec, brush } = stage;
  const x = width * (spec.focus.x < 0.5 ? (stage.isPortrait ? 0.66 : 0.73) : stage.isPortrait ? 0.34 : 0.27);
  drawSky(stage, { bottom: horizon * 0.8 });
  stage.layer('far wood', 0.84, { lit: 0.35, wash: 0.26, area: [view.x0, view.y0, view.x1, horizon + 40] }, () => {
    drawTrunks(
      stage,
      Math.round(width / 80),
      [5, 11],
      stage.tone('#5a4a44', 0.74),
      stage.tone('#5a4a44', 0.92),
      horizon - 30,
      () => true,
      2,
    );
    brush.dab(
      leaves(stage, width * 0.5, height * 0.04, 220, width * 0.62, height * 0.18, [14, 34]),
      stage.tone(grade.foliage.mid, 0.78),
      grade.bare ? 0.2 : 0.75,
    );
    drawHill(stage, horizon - 44, 22, 230, stage.tone(grade.grass.mid, 0.72), stage.tone(grade.grass.lit, 0.82), {
      length: 110,
    });
    stage.style.mist(brush, view, horizon - 50, 60, grade.haze, 0.4);
  });
  drawShafts(stage, 0.6, 0.3);
  stage.layer(
    'oak',
    0.56,
    {
      lit: 0.8,
      wash: 0.2,
      rim: 0.24,
      area: [view.x0, view.y0, view.x1, horizon + 70],
      sway: { anchorY: horizon, amount: 2, seconds: 7 },
    },
    () => {
      oak(stage, x);
    },
  );
  drawMeadow(stage, { flowers: 30, pathTo: x, top: horizon - 60 });
  drawCast(stage, { feet: tuftFeet(stage) });
  drawNearGrass(stage);
}

function oak(stage: Stage, x: number): void {
  const { brush, grade, horizon, height, view } = stage;
  const foot = horizon + 30;
  const floorY = height * 0.44;
  const bark = stage.tone('#6b4f40', 0.16);
  const tones = foliageAt(stage, 0.2);
  if (!grade.bare)
    for (const [dx, dy, r] of [
      [-150, 0.02, 150],
      [150, 0, 160],
      [0, -0.06, 190],
    ] as const)
      drawCrown(stage, x + dx, height * (0.12 + dy), r, r * 0.62, tones);
  brush.contact(x, foot, 110, 14, 0.45);
  brush.shape(
    spline(
      [
        [x - 110, foot + 10],
        [x - 54, foot - 34],
        [x - 44, floorY + 40],
        [x - 52, view.y0 - 20],
        [x + 52, view.y0 - 20],
        [x + 42, floorY + 40],
        [x + 56, foot - 30],
        [x + 118, foot + 10],
        [x + 40, foot + 2],
        [x - 30, foot + 4],
      ],
      0.7,
    ),
    bark,
    {
      to: brush.darker(bark, 0.5),
      along: stage.key.toward.x > 0 ? [x + 50, 0, x - 60, 0] : [x - 50, 0, x + 60, 0],
      lift: 6,
      halo: 2,
    },
  );
  for (let i = 0; i < 16; i++) {
    const px = x + brush.between(-38, 38);
    const y = brush.between(height * 0.2, foot - 60);
    brush.line(
      curve([
        [px, y],
        [px + brush.between(-5, 5), y + 40],
        [px + brush.between(-4, 4), y + 84],
      ]),
      brush.darker(bark, 0.6),
      2.6,
      0.42,
    );
  }
  for (const side of [-1, 1]) {
    brush.shape(
      limb(
        [
          [x + side * 30, floorY + 70],
          [x + side * 96, floorY + 26],
          [x + side * 176, floorY + 8],
        ],
        [20, 14, 8],
      ),
      bark,
      { to: brush.darker(bark, 0.35), along: [x, floorY, x, floorY + 70], lift: 4 },
    );
    brush.shape(
      limb(
        [
          [x + side * 30, height * 0.2],
          [x + side * 110, height * 0.1],
          [x + side * 210, height * 0.07],
        ],
        [18, 12, 5],
      ),
      bark,
      { lift: 4 },
    );
  }
  house(stage, x, floorY);
  ladder(stage, x - 92, floorY + 8, foot - 2);
  if (!grade.bare) {
    for (const [dx, dy, r] of [
      [-230, 0.1, 92],
      [236, 0.09, 96],
      [-110, -0.03, 120],
      [120, -0.02, 120],
    ] as const)
      drawCrown(stage, x + dx, height * (0.06 + dy), r, r * 0.62, foliageAt(stage, 0.12));
  }
  lanterns(stage, x - 190, x + 190, floorY + 34);
}

function house(stage: Stage, x: number, floorY: number): void {
  const { brush, grade } = stage;
  const wood = stage.tone('#c0895a', 0.14);
  const roof = stage.tone('#8a4f54', 0.14);
  const top = floorY - 128;
  brush.shape(box(x - 196, floorY, x + 196, floorY + 15, 0.04), stage.tone('#9a6a48', 0.12), {
    to: brush.darker(wood, 0.4),
    along: [0, floorY, 0, floorY + 15],
    lift: 6,
  });
  const front = spline(
    [
      [x - 122, floorY],
      [x - 116, top],
      [x + 112, top - 6],
      [x + 124, floorY],
    ],
    0.05,
  );
  brush.shape(front, wood, {
    to: brush.darker(wood, 0.35),
    along: stage.key.toward.x > 0 ? [x + 120, 0, x - 120, 0] : [x - 120, 0, x + 120, 0],
    lift: 6,
    halo: 2,
  });
  brush.clip(front, () => {
    for (let px = x - 120; px < x + 124; px += 25)
      brush.line(
        curve([
          [px, top - 10],
          [px + brush.between(-2, 2), floorY],
        ]),
        brush.darker(wood, 0.5),
        2.4,
        0.5,
      );
  });
  brush.shape(
    spline(
      [
        [x - 156, top + 14],
        [x - 8, top - 78],
        [x + 152, top + 6],
        [x + 140, top - 10],
        [x - 6, top - 96],
        [x - 150, top - 4],
      ],
      0.12,
    ),
    roof,
    { to: brush.darker(roof, 0.4), along: [x, top - 90, x, top + 14], lift: 6 },
  );
  brush.shape(
    spline(
      [
        [x - 116, top + 2],
        [x - 7, top - 76],
        [x + 112, top - 2],
      ],
      0.05,
    ),
    wood,
    { lift: 2 },
  );
  if (grade.snowy)
    brush.shape(
      spline(
        [
          [x - 158, top + 6],
          [x - 7, top - 102],
          [x + 156, top],
          [x + 120, top - 22],
          [x - 6, top - 84],
          [x - 120, top - 16],
        ],
        0.4,
      ),
      stage.tone('#fafcff', 0.08),
      { lift: 3 },
    );
  drawWindow(stage, x + 58, floorY - 66, 24, 26, 0.12, true);
  drawWindow(stage, x - 6, top - 26, 12, 13, 0.12, true);
  const door = spline(
    [
      [x - 92, floorY],
      [x - 92, floorY - 66],
      [x - 62, floorY - 94],
      [x - 32, floorY - 66],
      [x - 32, floorY],
    ],
    0.5,
  );
  brush.shape(door, stage.tone('#5f7f8c', 0.12), {
    to: brush.darker(stage.tone('#5f7f8c', 0.12), 0.4),
    along: [x - 60, floorY - 94, x - 60, floorY],
    lift: 3,
  });
  brush.dab(ellipse(x - 42, floorY - 40, 3.6), '#f0cc70');
  brush.line(
    curve([
      [x - 196, floorY - 42],
      [x - 132, floorY - 44],
    ]),
    wood,
    5,
  );
  brush.line(
    curve([
      [x + 132, floorY - 44],
      [x + 196, floorY - 42],
    ]),
    wood,
    5,
  );
  for (const px of [-192, -160, 160, 192])
    brush.line(
      curve([
        [x + px, floorY],
        [x + px, floorY - 44],
      ]),
      wood,
      5,
    );
}

function ladder(stage: Stage, x: number, top: number, foot: number): void {
  const { brush } = stage;
  const rope = stage.tone('#e0c490', 0.1);
  for (const dx of [-17, 17])
    brush.line(
      curve([
        [x + dx, top],
        [x + dx + 5, (top + foot) / 2],
        [x + dx, foot],
      ]),
      rope,
      3,
    );
  for (let y = top + 22; y < foot; y += 27)
    brush.line(
      curve([
        [x - 19 + 2, y],
        [x + 21, y + 1],
      ]),
      stage.tone('#a87850', 0.1),
      6,
    );
}

function lanterns(stage: Stage, x0: number, x1: number, y: number): void {
  const { brush, grade } = stage;
  const sag = (t: number) => y + Math.sin(t * Math.PI) * 34;
  brush.line(
    curve([0, 0.25, 0.5, 0.75, 1].map((t) => [x0 + (x1 - x0) * t, sag(t)] as const)),
    stage.tone('#4a3c40', 0.1),
    2.2,
  );
  const colours = ['#ffc860', '#f08a6c', '#ffe0a0', '#9ac8a0', '#ffc860'];
  colours.forEach((colour, index) => {
    const t = 0.12 + index * 0.19;
    const x = x0 + (x1 - x0) * t;
    const cy = sag(t) + 14;
    brush.as('light', () => {
      if (grade.lamps) brush.glow(x, cy, 42, colour, 0.5, 3);
      brush.shape(ellipse(x, cy, 10, 13), grade.lamps ? mix(colour, '#fff4d0', 0.4) : stage.tone(colour, 0.1), {
        to: grade.lamps ? colour : brush.darker(stage.tone(colour, 0.1), 0.3),
        along: [x, cy - 12, x, cy + 12],
        lift: 1,
      });
    });
    if (grade.lamps && index % 2 === 0) stage.light(x, cy, 130, colour, 0.4);
  });
}
