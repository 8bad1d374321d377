import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { curve, ellipse, spline } from '../paths.ts';
import { drawFence, drawHouse } from '../scenery/buildings.ts';
import { frameSides, tuftFeet } from '../scenery/frame.ts';
import { drawMeadow, drawNearGrass } from '../scenery/ground.ts';
import { drawHill } from '../scenery/land.ts';
import type { Crest } from '../scenery/land.ts';
import { drawFlowers } from '../scenery/plants.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawBush, drawTree } from '../scenery/trees.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A cottage garden: rows of cabbages, beans on their sticks, a picket fence, a house behind the apple tree. */
export const garden: Setting = { place: 'outdoors', horizon: 0.68, draw };

function draw(stage: Stage): void {
  const { grade, view, horizon, width, height, spec } = stage;
  const tone = (colour: string, depth = 0) => stage.tone(colour, depth);
  const houseX = width * (spec.focus.x < 0.5 ? (stage.isPortrait ? 0.74 : 0.79) : stage.isPortrait ? 0.26 : 0.21);
  drawSky(stage, { bottom: horizon * 0.8 });
  stage.layer(
    'hills',
    0.84,
    { lit: 0.35, wash: 0.24, broad: true, area: [view.x0, horizon - 200, view.x1, horizon + 20] },
    () => {
      const crest = drawHill(stage, horizon - 92, 30, 320, tone(grade.grass.mid, 0.82), tone(grade.grass.lit, 0.8));
      for (let i = 0; i < 9; i++) {
        const x = stage.brush.between(view.x0, view.x1);
        drawTree(stage, x, crest(x) + 8, stage.brush.between(40, 78), 0.74);
      }
    },
  );
  stage.layer('house', 0.62, { lit: 0.7, wash: 0.2, rim: 0.2, area: [view.x0, view.y0, view.x1, horizon + 60] }, () => {
    drawHouse(stage, houseX, horizon + 12, Math.min(250, width * 0.24), Math.min(150, height * 0.21), {
      wall: '#f1dfc2',
      roof: '#a85c4a',
      depth: 0.28,
      door: grade.accent,
      windows: [3, 1],
    });
    for (const dx of [-150, 150, -190])
      drawBush(stage, houseX + dx, horizon + 14, stage.brush.between(34, 54), 0.34, '#d8607a');
    const treeX = stage.freeX(spec.focus.x < 0.5 ? [0.12, 0.5, 0.6] : [0.88, 0.5, 0.4], 20);
    drawTree(stage, treeX, horizon + 16, Math.min(260, horizon * 0.62), 0.3);
    apples(stage, treeX, horizon + 16 - Math.min(260, horizon * 0.62) * 0.68);
  });
  stage.layer(
    'fence',
    0.52,
    { lit: 0.85, wash: 0.14, rim: 0.16, area: [view.x0, horizon - 90, view.x1, horizon + 30] },
    () => {
      const white = tone('#f4ead8', 0.2);
      drawFence(stage, view.x0, view.x1, (x) => horizon + 12 + Math.sin(x / 170) * 4, 56, white);
    },
  );
  const { left, right } = frameSides(stage);
  drawMeadow(stage, {
    flowers: 26,
    cover: 300,
    pathTo: houseX,
    top: horizon - 240,
    also: (crest) => {
      const bedX = spec.focus.x < 0.5 ? width * 0.78 : width * 0.2;
      if (!grade.snowy) vegetables(stage, crest, bedX);
      beans(stage, stage.freeX(spec.focus.x < 0.5 ? [0.92, 0.06] : [0.08, 0.94], -10), horizon + 44);
      drawFlowers(
        stage,
        30,
        () => horizon + 20,
        horizon + 60,
        7,
        [tone('#e8788a'), tone('#f6c24c'), tone('#b48ac8'), tone('#fff4e0')],
        tone(grade.grass.dark),
        [view.x0, view.x1],
      );
    },
  });
  drawCast(stage, { feet: tuftFeet(stage) });
  if (left !== 'bare' || right !== 'bare') drawNearGrass(stage);
}

function apples(stage: Stage, x: number, y: number): void {
  const { brush, grade, spec } = stage;
  if (grade.bare || spec.season === 'spring') return;
  for (let i = 0; i < 14; i++) {
    const a = brush.between(0, 6.28);
    const r = Math.sqrt(brush.random());
    brush.dab(ellipse(x + Math.cos(a) * r * 74, y + Math.sin(a) * r * 46, 6.4), stage.tone('#d8503c', 0.2));
  }
}

/** Two rows of cabbages in dark earth. */
function vegetables(stage: Stage, crest: Crest, x: number): void {
  const { brush, width, height } = stage;
  const earth = mix(stage.tone('#7a5a44'), stage.grade.shade, 0.12);
  for (const [row, t] of [0.2, 0.46].entries()) {
    const y = crest(x) + (height - crest(x)) * t + 14;
    const half = Math.min(width * 0.2, 190) * (1 + row * 0.12);
    brush.dab(
      spline(
        [
          [x - half, y + 6],
          [x - half * 0.9, y - 8],
          [x + half * 0.9, y - 9],
          [x + half, y + 6],
          [x + half * 0.8, y + 16],
          [x - half * 0.8, y + 17],
        ],
        0.8,
      ),
      earth,
      0.85,
    );
    const count = Math.round(half / 30);
    for (let i = 0; i < count; i++) {
      const cx = x - half * 0.84 + (i / Math.max(1, count - 1)) * half * 1.68;
      if (stage.isTaken(cx, 4)) continue;
      cabbage(stage, cx, y + 2, 17 + row * 6);
    }
  }
}

function cabbage(stage: Stage, x: number, y: number, r: number): void {
  const { brush } = stage;
  const leaf = stage.tone(brush.choose(['#7fae6c', '#8cb87a', '#6f9c74']));
  brush.contact(x, y + r * 0.3, r * 1.2, r * 0.3, 0.35);
  for (const side of [-1, 1])
    brush.shape(
      spline(
        [
          [x, y + r * 0.3],
          [x + side * r * 1.25, y + r * 0.05],
          [x + side * r * 1.1, y - r * 0.7],
          [x + side * r * 0.3, y - r * 0.6],
        ],
        0.9,
      ),
      brush.darker(leaf, 0.2),
      { lift: 2 },
    );
  brush.shape(brush.blob(x, y - r * 0.45, r * 0.86, r * 0.78, 0.06, 10), leaf, {
    to: brush.darker(leaf, 0.3),
    along: [x - r * 0.4, y - r, x + r * 0.4, y + r * 0.3],
    lift: 3,
  });
  for (const bend of [-0.5, 0, 0.5])
    brush.line(
      curve([
        [x, y + r * 0.2],
        [x + bend * r * 0.7, y - r * 0.4],
        [x + bend * r, y - r],
      ]),
      stage.tone('#d8e8c0'),
      1.8,
      0.55,
    );
}

/** Bean poles tied together, with leaves winding up and red blossom. */
function beans(stage: Stage, x: number, foot: number): void {
  const { brush, grade } = stage;
  const top = foot - 190;
  for (const dx of [-46, -16, 16, 46])
    brush.line(
      curve([
        [x + dx, foot],
        [x + dx * 0.1, top],
      ]),
      stage.tone('#9a7850', 0.1),
      4.4,
    );
  brush.dab(ellipse(x, top + 14, 8, 5), stage.tone('#d8b878', 0.1));
  if (grade.bare) return;
  const green = stage.tone(grade.foliage.mid, 0.08);
  for (let i = 0; i < 46; i++) {
    const t = brush.random();
    const half = 48 * (1 - t) + 5;
    const px = x + brush.between(-half, half);
    const py = foot - t * 178;
    brush.dab(
      brush.blob(px, py, brush.between(6, 11), brush.between(5, 8), 0.2, 7),
      i % 3 ? green : stage.tone(grade.foliage.lit, 0.05),
      0.95,
    );
    if (i % 7 === 0) brush.dab(ellipse(px + 4, py - 4, 4), stage.tone('#e0584c', 0.05));
  }
}
