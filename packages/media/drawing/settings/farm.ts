import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import { drawFence, drawHouse } from '../scenery/buildings.ts';
import { tuftFeet } from '../scenery/frame.ts';
import { drawMeadow, drawNearGrass } from '../scenery/ground.ts';
import { drawHill } from '../scenery/land.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawTree } from '../scenery/trees.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A farmyard: a red barn with its door ajar, a silo, hay bales, striped fields over the hills. */
export const farm: Setting = { place: 'outdoors', horizon: 0.69, draw };

function draw(stage: Stage): void {
  const { grade, view, horizon, width, height, spec } = stage;
  const barnX = width * (spec.focus.x < 0.5 ? (stage.isPortrait ? 0.72 : 0.78) : stage.isPortrait ? 0.28 : 0.22);
  drawSky(stage, { bottom: horizon * 0.78 });
  stage.layer(
    'fields',
    0.84,
    { lit: 0.4, wash: 0.24, broad: true, area: [view.x0, horizon - 220, view.x1, horizon + 20] },
    () => {
      drawHill(stage, horizon - 118, 30, 340, stage.tone('#9ab078', 0.85), stage.tone('#c8c088', 0.82));
      const crest = drawHill(stage, horizon - 62, 26, 300, stage.tone('#d0b868', 0.7), stage.tone('#b0a860', 0.68));
      if (!grade.snowy) furrows(stage, crest);
      for (let i = 0; i < 5; i++) {
        const x = stage.brush.between(view.x0, view.x1);
        drawTree(stage, x, crest(x) + 6, stage.brush.between(40, 64), 0.7);
      }
    },
  );
  stage.layer('yard', 0.6, { lit: 0.75, wash: 0.2, rim: 0.2, area: [view.x0, view.y0, view.x1, horizon + 60] }, () => {
    silo(stage, barnX + (spec.focus.x < 0.5 ? 168 : -168), horizon + 10);
    barn(stage, barnX, horizon + 16, Math.min(270, width * 0.27), Math.min(150, height * 0.2));
    const houseX = stage.freeX(spec.focus.x < 0.5 ? [0.18, 0.5, 0.06] : [0.82, 0.5, 0.94], 30);
    drawHouse(stage, houseX, horizon + 10, 118, 70, {
      wall: '#f0e2c8',
      roof: '#7a6a80',
      depth: 0.4,
      door: '#5c7a9a',
      windows: [3, 1],
    });
    drawTree(stage, houseX + 96, horizon + 12, 140, 0.42);
    drawFence(stage, view.x0, view.x1, (x) => horizon + 14 + Math.sin(x / 210) * 4, 40, stage.tone('#b08c68', 0.3));
  });
  drawMeadow(stage, {
    flowers: 22,
    cover: 340,
    pathTo: barnX,
    pathColour: '#cfae80',
    top: horizon - 130,
    also: () => {
      for (const at of spec.focus.x < 0.5 ? [0.9, 0.08] : [0.1, 0.92]) {
        if (!stage.isTaken(at * width, 20)) bale(stage, at * width, horizon + 78, 50);
      }
    },
  });
  drawCast(stage, { feet: tuftFeet(stage) });
  drawNearGrass(stage);
}

function furrows(stage: Stage, crest: (x: number) => number): void {
  const { brush, view, horizon } = stage;
  for (let i = 0; i < 15; i++) {
    const x = view.x0 + (i / 14) * (view.x1 - view.x0);
    brush.line(
      curve([
        [x, crest(x) + 6],
        [x + (x - stage.width / 2) * 0.16, horizon + 16],
      ]),
      stage.tone('#a89050', 0.6),
      3,
      0.4,
    );
  }
}

function barn(stage: Stage, x: number, foot: number, width: number, height: number): void {
  const { brush, grade } = stage;
  const red = stage.tone('#b4483e', 0.2);
  const white = stage.tone('#f6ead8', 0.2);
  const top = foot - height;
  const half = width / 2;
  const shoulder = top - height * 0.36;
  const peak = top - height * 0.62;
  brush.contact(x, foot, half * 1.15, 12, 0.4);
  const front = spline(
    [
      [x - half, foot],
      [x - half, top],
      [x - half * 0.62, shoulder],
      [x, peak],
      [x + half * 0.62, shoulder],
      [x + half, top],
      [x + half, foot],
    ],
    0.05,
  );
  brush.shape(front, red, {
    to: brush.darker(red, 0.4),
    along: stage.key.toward.x > 0 ? [x + half, top, x - half, foot] : [x - half, top, x + half, foot],
    lift: 6,
    halo: 2,
  });
  brush.clip(front, () => {
    for (let px = x - half; px < x + half; px += width / 13)
      brush.line(
        curve([
          [px, peak],
          [px, foot],
        ]),
        brush.darker(red, 0.5),
        1.8,
        0.4,
      );
  });
  brush.line(
    curve(
      [
        [x - half - 12, top + 8],
        [x - half * 0.62, shoulder],
        [x, peak],
        [x + half * 0.62, shoulder],
        [x + half + 12, top + 8],
      ],
      0.05,
    ),
    grade.snowy ? stage.tone('#fbfdff', 0.1) : stage.tone('#6a5260', 0.2),
    14,
  );
  const doorHalf = half * 0.42;
  const inside = box(x - doorHalf, top + height * 0.22, x + doorHalf, foot, 0.02);
  brush.as('light', () => {
    brush.shape(inside, grade.lamps ? '#f8b860' : stage.tone('#5c3c38', 0.15), {
      to: grade.lamps ? '#c8702c' : stage.tone('#3c2a30', 0.15),
      along: [x, top, x, foot],
      lift: 0,
    });
    if (grade.lamps) brush.glow(x, foot - height * 0.36, width * 0.4, grade.lamp, 0.34, 3);
  });
  if (grade.lamps) stage.light(x, foot, width * 1.3, grade.lamp, 0.5);
  for (const side of [-1, 1]) {
    const edge = x + side * doorHalf * (side < 0 ? 1 : 1.06);
    const wing = box(
      Math.min(edge, edge + side * doorHalf * 0.9),
      top + height * 0.2,
      Math.max(edge, edge + side * doorHalf * 0.9),
      foot,
      0.02,
    );
    brush.shape(wing, brush.darker(red, 0.12), { lift: 4 });
    brush.line(wing, white, 4);
    brush.line(
      curve([
        [edge, top + height * 0.2],
        [edge + side * doorHalf * 0.9, foot],
      ]),
      white,
      4,
    );
    brush.line(
      curve([
        [edge + side * doorHalf * 0.9, top + height * 0.2],
        [edge, foot],
      ]),
      white,
      4,
    );
  }
  const loft = ellipse(x, shoulder + height * 0.1, half * 0.17, half * 0.17);
  brush.shape(loft, grade.lamps ? '#ffd88a' : stage.tone('#4a3438', 0.2), { lift: 1 });
  brush.line(loft, white, 4);
}

function silo(stage: Stage, x: number, foot: number): void {
  const { brush } = stage;
  const wall = stage.tone('#b8bcc4', 0.34);
  const top = foot - 190;
  brush.shape(box(x - 34, top, x + 34, foot, 0.04), wall, {
    to: brush.darker(wall, 0.4),
    along: [x - 34, 0, x + 34, 0],
    lift: 4,
    halo: 2,
  });
  brush.shape(
    spline(
      [
        [x - 36, top + 4],
        [x - 28, top - 26],
        [x, top - 42],
        [x + 28, top - 26],
        [x + 36, top + 4],
      ],
      0.8,
    ),
    stage.tone('#8a6a74', 0.34),
    { lift: 3 },
  );
  for (let y = top + 26; y < foot; y += 30)
    brush.line(
      curve([
        [x - 34, y],
        [x, y + 4],
        [x + 34, y],
      ]),
      brush.darker(wall, 0.35),
      2,
      0.6,
    );
}

/** A round bale of hay. */
function bale(stage: Stage, x: number, foot: number, radius: number): void {
  const { brush } = stage;
  const hay = stage.tone('#e0bc64', 0.04);
  brush.contact(x, foot + 2, radius * 1.3, radius * 0.2, 0.5);
  brush.shape(
    spline(
      [
        [x - radius * 0.2, foot - radius * 1.9],
        [x + radius * 1.2, foot - radius * 1.9],
        [x + radius * 1.6, foot - radius],
        [x + radius * 1.2, foot],
        [x - radius * 0.2, foot],
      ],
      0.7,
    ),
    brush.darker(hay, 0.2),
    { to: brush.darker(hay, 0.45), along: [x, foot - radius * 2, x, foot], lift: 5, halo: 2 },
  );
  brush.shape(ellipse(x, foot - radius * 0.96, radius * 0.94, radius * 0.96), hay, {
    to: mix(hay, '#b07c34', 0.35),
    along: [x - radius, foot - radius * 2, x + radius, foot],
    lift: 3,
  });
  for (let i = 1; i < 5; i++)
    brush.line(
      ellipse(x + i * 0.6, foot - radius * 0.96, radius * 0.2 * i, radius * 0.2 * i),
      brush.darker(hay, 0.35),
      2,
      0.5,
    );
}
