import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import { drawStreet } from '../scenery/buildings.ts';
import { drawGroundShine } from '../scenery/frame.ts';
import { drawHill, drawPath } from '../scenery/land.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawBush, drawTree } from '../scenery/trees.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A village street: gabled houses shoulder to shoulder, cobbles, a street lamp, a church tower far off. */
export const village: Setting = { place: 'outdoors', horizon: 0.7, draw };

function draw(stage: Stage): void {
  const { grade, view, horizon, width, height, spec, brush } = stage;
  drawSky(stage, { bottom: horizon * 0.72 });
  stage.layer(
    'far roofs',
    0.84,
    { lit: 0.4, wash: 0.22, area: [view.x0, horizon - 300, view.x1, horizon + 20] },
    () => {
      drawHill(stage, horizon - 96, 22, 300, stage.tone(grade.grass.mid, 0.85), stage.tone(grade.grass.lit, 0.8));
      tower(stage, stage.freeX(spec.focus.x < 0.5 ? [0.66, 0.54, 0.86] : [0.34, 0.46, 0.14], 0), horizon - 60);
      drawStreet(stage, horizon - 42, view.x0, view.x1, 0.5, 0.74);
    },
  );
  const gap = spec.focus.x * width;
  const half = Math.min(width * 0.17, 190);
  stage.layer(
    'street',
    0.62,
    { lit: 0.8, wash: 0.2, rim: 0.2, area: [view.x0, view.y0, view.x1, horizon + 40] },
    () => {
      drawStreet(stage, horizon + 6, view.x0 - 30, gap - half, 1.9, 0.24);
      drawStreet(stage, horizon + 6, gap + half, view.x1 + 60, 1.9, 0.24);
      drawTree(stage, gap + half * 0.8, horizon + 4, 150, 0.4);
      drawBush(stage, gap - half * 0.7, horizon + 6, 34, 0.36, '#d8607a');
    },
  );
  stage.layer(
    'ground',
    0.42,
    { lit: 0.95, wash: 0.2, rim: 0.12, area: [view.x0, horizon - 30, view.x1, view.y1] },
    () => {
      const stone = grade.snowy ? '#e8eef8' : '#b8a498';
      drawHill(stage, horizon, 5, 500, stage.tone(stone, 0.1), mix(stage.tone(stone), grade.shade, 0.32), {
        length: height - horizon,
      });
      if (!grade.snowy) cobbles(stage, stone);
      drawPath(
        stage,
        [width * 0.5, view.y1 + 12],
        [gap, horizon + 4],
        210,
        stage.tone(grade.snowy ? '#d4deee' : '#cdb8a6'),
        0.5,
      );
      streetLamp(stage, stage.freeX(spec.focus.x < 0.5 ? [0.86, 0.76, 0.1] : [0.14, 0.24, 0.9], -4), horizon + 40);
      drawGroundShine(stage);
    },
  );
  drawCast(stage);
  nearEaves(stage);
  brush.role = 'scenery';
}

function cobbles(stage: Stage, stone: string): void {
  const { brush, view, horizon } = stage;
  for (let row = 0, y = horizon + 12; y < view.y1; row++, y += 9 + row * 2.6) {
    const size = 9 + row * 3.2;
    for (let x = view.x0 + (row % 2) * size; x < view.x1; x += size * 2.1) {
      const path = brush.blob(x + brush.between(-3, 3), y, size, size * 0.36, 0.09, 8);
      const colour = mix(stage.tone(stone, 0.05), stage.tone(brush.choose(['#a08c90', '#cbb8a4', '#b09c8c'])), 0.7);
      brush.dab(path, colour, 0.5);
      brush.line(path, mix(stage.tone(stone), stage.grade.shade, 0.5), 1.4, 0.26);
    }
  }
}

function tower(stage: Stage, x: number, foot: number): void {
  const { brush } = stage;
  const wall = stage.tone('#cdb8ac', 0.72);
  const roof = stage.tone('#7a5a78', 0.72);
  brush.shape(box(x - 26, foot - 150, x + 26, foot, 0.05), wall, {
    to: brush.darker(wall, 0.25),
    along: [x - 26, 0, x + 26, 0],
    lift: 3,
  });
  brush.shape(
    spline(
      [
        [x - 34, foot - 148],
        [x, foot - 238],
        [x + 34, foot - 148],
      ],
      0.12,
    ),
    roof,
    { to: brush.darker(roof, 0.25), along: [x - 30, 0, x + 30, 0], lift: 3 },
  );
  brush.dab(ellipse(x, foot - 118, 13), stage.tone('#fff2d0', 0.6));
  brush.line(
    curve([
      [x, foot - 118],
      [x, foot - 127],
    ]),
    brush.darker(wall, 0.5),
    2,
  );
  brush.line(
    curve([
      [x, foot - 118],
      [x + 7, foot - 114],
    ]),
    brush.darker(wall, 0.5),
    2,
  );
}

/** A street lamp with its foot at (x, y). */
export function streetLamp(stage: Stage, x: number, foot: number): void {
  const { brush, grade } = stage;
  const iron = mix(stage.tone('#4a4a5c', 0.05), grade.shade, 0.2);
  const top = foot - 230;
  brush.contact(x, foot + 2, 26, 6, 0.45);
  brush.shape(
    spline(
      [
        [x - 11, foot],
        [x - 4, foot - 40],
        [x - 3.4, top],
        [x + 3.4, top],
        [x + 4, foot - 40],
        [x + 11, foot],
      ],
      0.3,
    ),
    iron,
    { lift: 4 },
  );
  brush.line(
    curve([
      [x - 14, top + 16],
      [x, top + 8],
      [x + 14, top + 16],
    ]),
    iron,
    4,
  );
  brush.as('light', () => {
    if (grade.lamps) brush.glow(x, top - 18, 110, grade.lamp, 0.6, 4);
    brush.shape(
      spline(
        [
          [x - 12, top - 2],
          [x - 17, top - 36],
          [x + 17, top - 36],
          [x + 12, top - 2],
        ],
        0.1,
      ),
      grade.lamps ? '#fff0b8' : stage.tone('#c8d4dc', 0.1),
      { to: grade.lamps ? '#ffc45c' : stage.tone('#a8b8c8', 0.1), along: [x, top - 36, x, top], lift: 0 },
    );
  });
  brush.shape(
    spline(
      [
        [x - 21, top - 35],
        [x, top - 56],
        [x + 21, top - 35],
      ],
      0.3,
    ),
    iron,
    { lift: 3 },
  );
  if (grade.lamps) stage.light(x, top + 30, 420, grade.lamp, 0.8);
}

/** Eaves and a flower box right before the viewer, at the side where nobody stands. */
function nearEaves(stage: Stage): void {
  const { brush, width, height, view, spec, grade } = stage;
  if (['close', 'birds-eye'].includes(spec.camera.shot) || stage.isPortrait) return;
  const side = spec.focus.x > 0.5 ? -1 : 1;
  if (stage.isQuiet(side < 0 ? width * 0.05 : width * 0.95, height * 0.1)) return;
  const edge = side < 0 ? view.x0 - 40 : view.x1 + 40;
  const dark = mix(stage.tone('#5c4650'), grade.shade, 0.5);
  stage.layer(
    'near',
    0,
    { soft: 3, lit: 0.5, wash: 0.1, rim: 0.16, area: [view.x0, view.y0, view.x1, height * 0.34] },
    () => {
      brush.shape(
        spline(
          [
            [edge, view.y0 - 40],
            [edge - side * 260, view.y0 - 40],
            [edge - side * 150, height * 0.06],
            [edge - side * 60, height * 0.17],
            [edge, height * 0.22],
          ],
          0.5,
        ),
        dark,
        { lift: 6 },
      );
      for (let i = 0; i < 5; i++)
        brush.shape(
          brush.blob(edge - side * (40 + i * 34), height * (0.2 - i * 0.035), 26, 20, 0.2, 9),
          mix(stage.tone(grade.foliage.mid), dark, 0.4),
          { lift: 3 },
        );
    },
  );
}
