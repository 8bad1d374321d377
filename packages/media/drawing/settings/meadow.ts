import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { curve, limb, spline } from '../paths.ts';
import { frameSides, tuftFeet } from '../scenery/frame.ts';
import { drawMeadow, drawNearGrass } from '../scenery/ground.ts';
import { drawHill, mound } from '../scenery/land.ts';
import { drawFlowers } from '../scenery/plants.ts';
import { drawShafts, drawSky } from '../scenery/sky.ts';
import { drawBush, drawTree } from '../scenery/trees.ts';
import { drawHouse } from '../scenery/buildings.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** Rolling hills under a wide sky, an old tree with a swing, flowers up to the viewer. */
export const meadow: Setting = { place: 'outdoors', horizon: 0.7, draw };

function draw(stage: Stage): void {
  const { grade, view, horizon, width } = stage;
  const tone = (colour: string, depth = 0) => stage.tone(colour, depth);
  const cottageX = stage.freeX(stage.side > 0 ? [0.66, 0.76, 0.54, 0.86] : [0.34, 0.24, 0.46, 0.14], 40);
  drawSky(stage, { bottom: horizon * 0.8 });
  stage.layer(
    'far hills',
    0.86,
    { lit: 0.3, wash: 0.24, broad: true, area: [view.x0, horizon - 230, view.x1, horizon + 20] },
    () => {
      drawHill(stage, horizon - 128, 34, 380, tone(grade.grass.mid, 0.9), tone(grade.grass.lit, 0.84));
      const crest = drawHill(stage, horizon - 88, 30, 300, tone(grade.grass.dark, 0.72), tone(grade.grass.lit, 0.7));
      hedges(stage, crest, 0.72);
    },
  );
  stage.layer(
    'hills',
    0.64,
    { lit: 0.55, wash: 0.24, rim: 0.16, area: [view.x0, horizon - 250, view.x1, horizon + 60] },
    () => {
      const crest = drawHill(stage, horizon - 34, 26, 260, tone(grade.grass.mid, 0.46), tone(grade.grass.lit, 0.5), {
        bump: mound(cottageX, 170, 24),
        length: 120,
      });
      for (const at of [0.06, 0.14, 0.47, 0.53, 0.93]) {
        const x = width * at + stage.brush.between(-24, 24);
        if (stage.isTaken(x, -20)) continue;
        drawTree(stage, x, crest(x) + 8, stage.brush.between(64, 112), 0.5);
      }
      drawHouse(stage, cottageX, crest(cottageX) + 8, 62, 36, {
        wall: '#f0dcc0',
        roof: '#b5654a',
        depth: 0.36,
        door: grade.accent,
        windows: [3, 1],
        lit: 1,
      });
      drawBush(stage, cottageX + 52, crest(cottageX + 52) + 10, 24, 0.42);
      stage.style.mist(stage.brush, view, horizon + 4, 34, grade.haze, 0.3);
    },
  );
  drawShafts(stage, 0.55, 0.2);
  const { left, right } = frameSides(stage);
  drawMeadow(stage, {
    flowers: 64,
    pathTo: cottageX,
    top: view.y0,
    before: () => {
      const side = left === 'home' ? 0.1 : right === 'home' ? 0.9 : undefined;
      if (side !== undefined) swingTree(stage, width * side, horizon + 26, side < 0.5 ? 1 : -1);
      else if (left === 'plain') drawTree(stage, width * 0.07, horizon + 22, 260, 0.12);
    },
    also: (crest) => {
      if (grade.snowy) return;
      // A drift of one colour where the light falls, as a meadow has it.
      const x = width * (stage.side > 0 ? 0.74 : 0.24);
      drawFlowers(
        stage,
        34,
        (at) => crest(at) + 24,
        stage.height * 0.96,
        6.5,
        [tone(grade.accent), mix(tone(grade.accent), '#ffffff', 0.3)],
        tone(grade.grass.dark),
        [x - 190, x + 190],
      );
    },
  });
  drawCast(stage, { feet: tuftFeet(stage) });
  drawNearGrass(stage);
}

/** A line of hedges and tiny trees along a far crest. */
function hedges(stage: Stage, crest: (x: number) => number, depth: number): void {
  const { brush, view, grade } = stage;
  const colour = stage.tone(grade.foliage.dark, depth);
  for (let x = view.x0; x < view.x1; x += brush.between(16, 46)) {
    if (brush.random() < 0.3) x += brush.between(30, 110);
    const r = brush.between(5, 13);
    brush.shape(
      brush.blob(x, crest(x) - r * 0.4, r * 1.25, r, 0.16, 9),
      mix(colour, stage.tone(grade.foliage.lit, depth), brush.random() * 0.3),
      {
        lift: 1,
        edge: 0.1,
      },
    );
  }
}

/** The old tree with a swing on its lowest bough. */
function swingTree(stage: Stage, x: number, foot: number, side: 1 | -1): void {
  const { brush } = stage;
  const height = Math.min(stage.height * 0.62, foot - stage.view.y0 - 20);
  const bark = stage.tone('#6f5242', 0.1);
  const reach = side * height * 0.36;
  const boughY = foot - height * 0.4;
  const seatX = x + reach * 0.78;
  brush.shape(
    limb(
      [
        [x, boughY + 34],
        [x + reach * 0.45, boughY],
        [x + reach, boughY - 12],
      ],
      [13, 9, 4],
    ),
    bark,
    { lift: 3 },
  );
  drawTree(stage, x, foot, height, 0.1, { bark, spread: 1.1 });
  if (stage.isTaken(seatX, -10)) return;
  const seatY = foot - 34;
  const rope = stage.tone('#e8d2a4', 0.08);
  for (const dx of [-15, 15]) {
    brush.line(
      curve([
        [seatX + dx * 0.8, boughY - 4],
        [seatX + dx, seatY],
      ]),
      rope,
      2.2,
    );
  }
  brush.contact(seatX, foot + 12, 30, 6, 0.35);
  brush.shape(
    spline(
      [
        [seatX - 23, seatY - 3],
        [seatX + 23, seatY - 4],
        [seatX + 23, seatY + 5],
        [seatX - 23, seatY + 6],
      ],
      0.2,
    ),
    stage.tone('#a86a44', 0.05),
    { lift: 2 },
  );
}
