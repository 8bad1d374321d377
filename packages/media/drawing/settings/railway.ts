import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import { drawHouse } from '../scenery/buildings.ts';
import { drawGroundShine } from '../scenery/frame.ts';
import { drawNearGrass } from '../scenery/ground.ts';
import { drawHill } from '../scenery/land.ts';
import { drawGrass } from '../scenery/plants.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawBush, drawTree } from '../scenery/trees.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';
import { streetLamp } from './village.ts';

/** A country station: rails that run to the hills, a signal, a platform with a lamp and a clock house. */
export const railway: Setting = { place: 'outdoors', horizon: 0.68, draw };

function draw(stage: Stage): void {
  const { grade, view, horizon, width, height, spec } = stage;
  const vanish = width * (spec.focus.x < 0.5 ? 0.72 : 0.28);
  const houseX = width * (spec.focus.x < 0.5 ? 0.2 : 0.8);
  drawSky(stage, { bottom: horizon * 0.8 });
  stage.layer(
    'hills',
    0.84,
    { lit: 0.35, wash: 0.24, broad: true, area: [view.x0, horizon - 220, view.x1, horizon + 20] },
    () => {
      drawHill(stage, horizon - 104, 40, 320, stage.tone(grade.grass.mid, 0.9), stage.tone(grade.grass.lit, 0.84));
      const crest = drawHill(
        stage,
        horizon - 44,
        24,
        260,
        stage.tone(grade.grass.dark, 0.72),
        stage.tone(grade.grass.lit, 0.7),
      );
      for (let i = 0; i < 7; i++) {
        const x = stage.brush.between(view.x0, view.x1);
        if (Math.abs(x - vanish) > 60) drawTree(stage, x, crest(x) + 6, stage.brush.between(42, 76), 0.68);
      }
      stage.style.mist(stage.brush, view, horizon - 6, 40, grade.haze, 0.34);
    },
  );
  stage.layer(
    'station',
    0.6,
    { lit: 0.75, wash: 0.2, rim: 0.2, area: [view.x0, view.y0, view.x1, horizon + 50] },
    () => {
      drawHouse(stage, houseX, horizon + 14, Math.min(230, width * 0.24), Math.min(128, height * 0.18), {
        wall: '#e8cfa6',
        roof: '#5f6c8c',
        depth: 0.32,
        door: '#a8504c',
        windows: [3, 1],
      });
      clock(stage, houseX, horizon - Math.min(128, height * 0.18) - 6);
      for (const dx of [-140, 146]) drawBush(stage, houseX + dx, horizon + 14, 34, 0.34, '#e8788a');
      signal(stage, vanish + (spec.focus.x < 0.5 ? 90 : -90), horizon + 20);
    },
  );
  stage.layer(
    'ground',
    0.42,
    { lit: 0.95, wash: 0.2, rim: 0.14, area: [view.x0, horizon - 250, view.x1, view.y1] },
    () => {
      const crest = drawHill(
        stage,
        horizon,
        8,
        420,
        stage.tone(grade.grass.mid),
        mix(stage.tone(grade.grass.dark), grade.shade, 0.3),
        { length: height - horizon },
      );
      tracks(stage, vanish, horizon + 8, width * (spec.focus.x < 0.5 ? 0.86 : 0.14));
      if (!grade.snowy)
        drawGrass(
          stage,
          view.x0,
          view.x1,
          (x) => crest(x) + 8,
          90,
          [10, 26],
          [stage.tone(grade.grass.lit), stage.tone(grade.grass.dark)],
          2,
        );
      platform(
        stage,
        spec.focus.x < 0.5 ? view.x0 - 60 : width * 0.36,
        spec.focus.x < 0.5 ? width * 0.64 : view.x1 + 60,
      );
      streetLamp(stage, stage.freeX(spec.focus.x < 0.5 ? [0.08, 0.3, 0.56] : [0.92, 0.7, 0.44], 0), horizon + 62);
      drawGroundShine(stage, 0.16);
    },
  );
  drawCast(stage);
  drawNearGrass(stage, { flowers: true });
}

function tracks(stage: Stage, vanish: number, top: number, nearX: number): void {
  const { brush, view, grade } = stage;
  const bottom = view.y1 + 20;
  const ballast = mix(stage.tone(grade.snowy ? '#dfe6f2' : '#a8988c'), grade.shade, 0.12);
  const at = (t: number, side: number) => ({
    x: vanish + (nearX - vanish) * t ** 1.25 + side * (5 + 130 * t),
    y: top + (bottom - top) * t,
  });
  const edge = (side: number) => [0, 0.15, 0.4, 0.7, 1].map((t) => [at(t, side * 1.7).x, at(t, 0).y] as const);
  brush.shape(spline([...edge(-1), ...edge(1).toReversed()], 0.6), ballast, {
    to: mix(ballast, grade.shade, 0.35),
    along: [0, top, 0, bottom],
    lift: 3,
  });
  const wood = mix(stage.tone('#6a4e40'), grade.shade, 0.15);
  for (let t = 0.02; t < 1; t += 0.022 + t * 0.075) {
    const left = at(t, -1.34);
    const right = at(t, 1.34);
    const thick = 1.6 + t * 15;
    brush.shape(box(left.x, left.y - thick * 0.5, right.x, right.y + thick * 0.5, 0.1), wood, {
      lift: t > 0.3 ? 2 : 0,
    });
  }
  for (const side of [-1, 1]) {
    const rail = [0, 0.15, 0.4, 0.7, 1].map((t) => [at(t, side).x, at(t, side).y - 2 - t * 5, t] as const);
    const outline = [
      ...rail.map(([x, y, t]) => [x - 1 - t * 5, y] as const),
      ...rail.map(([x, y, t]) => [x + 1 + t * 5, y] as const).toReversed(),
    ];
    brush.shape(spline(outline, 0.6), mix(stage.tone('#c8d0dc'), grade.key, 0.25), {
      to: stage.tone('#7a8090'),
      along: [0, top, 0, bottom],
      lift: 1,
    });
  }
}

function platform(stage: Stage, x0: number, x1: number): void {
  const { brush, horizon, view, grade } = stage;
  const y = horizon + 44;
  const stone = stage.tone(grade.snowy ? '#eef3fa' : '#cbb49c', 0.04);
  brush.shape(
    spline(
      [
        [x0, y],
        [x1 - 40, y],
        [x1 + 30, view.y1 + 60],
        [x0, view.y1 + 60],
      ],
      0.03,
    ),
    stone,
    { to: mix(stone, grade.shade, 0.4), along: [0, y, 0, view.y1], lift: 8, plate: true },
  );
  for (let row = 0, py = y + 20; py < view.y1; row++, py += 22 + row * 8) {
    const reach = x1 - 40 + ((py - y) / (view.y1 - y)) * 70;
    brush.line(
      curve([
        [x0, py],
        [reach - 6, py],
      ]),
      mix(stone, grade.shade, 0.4),
      2,
      0.4,
    );
    for (let x = x0 + (row % 2) * 50; x < reach - 30; x += 100 + row * 16)
      brush.line(
        curve([
          [x, py],
          [x + 5, py + 20 + row * 8],
        ]),
        mix(stone, grade.shade, 0.4),
        1.8,
        0.35,
      );
  }
  brush.line(
    curve([
      [x1 - 48, y + 4],
      [x1 + 18, view.y1 + 40],
    ]),
    stage.tone('#f6e6b0', 0.02),
    6,
    0.8,
  );
}

function signal(stage: Stage, x: number, foot: number): void {
  const { brush, grade } = stage;
  const post = stage.tone('#e8e0d4', 0.3);
  brush.line(
    curve([
      [x, foot],
      [x, foot - 176],
    ]),
    post,
    6,
  );
  brush.shape(
    spline(
      [
        [x - 6, foot - 170],
        [x + 54, foot - 190],
        [x + 56, foot - 174],
        [x - 6, foot - 154],
      ],
      0.1,
    ),
    stage.tone('#c8504a', 0.26),
    { lift: 2 },
  );
  brush.dab(box(x + 36, foot - 186, x + 42, foot - 168, 0), stage.tone('#fff2dc', 0.26));
  brush.as('light', () => {
    brush.glow(x - 12, foot - 160, 36, '#9ae0a0', grade.lamps ? 0.6 : 0.2, 3);
    brush.dab(ellipse(x - 12, foot - 160, 6), '#c8ffc8');
  });
}

function clock(stage: Stage, x: number, y: number): void {
  const { brush } = stage;
  brush.shape(ellipse(x, y, 17, 17), stage.tone('#5a4a58', 0.3), { lift: 3 });
  brush.shape(ellipse(x, y, 13, 13), stage.tone('#fff6de', 0.2), { lift: 0 });
  brush.line(
    curve([
      [x, y],
      [x, y - 9],
    ]),
    '#3a3040',
    2,
  );
  brush.line(
    curve([
      [x, y],
      [x + 6, y + 3],
    ]),
    '#3a3040',
    2,
  );
}
