import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { curve, limb, spline, star } from '../paths.ts';
import type { Point } from '../paths.ts';
import { drawHouse } from '../scenery/buildings.ts';
import { drawCloudBank, puff } from '../scenery/cloud-bank.ts';
import { drawBirds } from '../scenery/shore.ts';
import { drawShafts, drawSky } from '../scenery/sky.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** Above the clouds: banks like hills, a cottage on one of them with a ladder down, a balloon, stars on strings. */
export const sky: Setting = { place: 'outdoors', horizon: 0.74, draw };

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height, spec } = stage;
  const away = stage.side;
  const homeX = stage.freeX([0.5 + away * 0.25, 0.5 + away * 0.38, 0.5 - away * 0.32, 0.5], 20);
  const bright = mix(grade.sky[0]!, '#ffffff', grade.stars > 40 ? 0.1 : 0.6);
  const season = { spring: '#f8d0dc', summer: '#ffe8c0', autumn: '#f0b890', winter: '#d0e0f8' }[spec.season];
  const flock = { spring: 6, summer: 4, autumn: 11, winter: 2 }[spec.season];
  const tones = (depth: number) => ({
    lit: mix(mix(bright, stage.tone(season, depth), 0.12), grade.sky[1]!, depth * 0.7),
    under: mix(grade.sky[3]!, grade.sky[2]!, 0.4 + depth * 0.3),
  });
  drawSky(stage, {
    bottom: horizon,
    spread: 230,
    also: () => {
      drawBirds(stage, width * (0.5 - away * 0.08), height * 0.3, flock, 11, mix(grade.sky[4]!, grade.shade, 0.3));
      if (grade.stars > 0) starsOnStrings(stage);
    },
  });
  stage.layer(
    'far clouds',
    0.88,
    { lit: 0.25, wash: 0.24, broad: true, area: [view.x0, horizon - 330, view.x1, horizon + 30] },
    () => {
      drawCloudBank(stage, horizon - 130, 90, tones(1));
      drawCloudBank(stage, horizon - 80, 110, tones(0.75));
    },
  );
  stage.layer(
    'clouds',
    0.64,
    {
      lit: 0.5,
      wash: 0.22,
      rim: 0.12,
      area: [view.x0, view.y0, view.x1, horizon + 80],
      sway: { anchorY: horizon, amount: 2, seconds: 9 },
    },
    () => {
      balloon(stage, stage.freeX([0.5 - away * 0.36, 0.5 - away * 0.1, 0.5 + away * 0.4], -10), height * 0.26);
      if (grade.lamps) stage.light(homeX, horizon - 110, 170, grade.lamp, 0.45);
      drawHouse(stage, homeX, horizon - 86, 90, 50, {
        wall: '#f4e4d0',
        roof: '#7a86b8',
        depth: 0.22,
        door: grade.accent,
        windows: [3, 1],
        lit: 1,
      });
      ladder(stage, homeX + away * 70, horizon - 96, 150);
      puff(stage, homeX, horizon - 62, 150, tones(0.4));
      drawCloudBank(stage, horizon - 26, 80, tones(0.4));
    },
  );
  drawShafts(stage, 0.56, 0.26);
  stage.layer(
    'cloud floor',
    0.42,
    { lit: 0.85, wash: 0.2, rim: 0.12, area: [view.x0, horizon - 140, view.x1, view.y1] },
    () => {
      drawCloudBank(stage, horizon + 34, 60, tones(0.2));
      drawCloudBank(stage, height * 0.93, 40, tones(0.12));
    },
  );
  drawCast(stage, {
    under: (x, y, half) => puff(stage, x, y + half * 0.32, half * 2.1, tones(0)),
    feet: (x, y, half) => {
      for (const [dx, r] of [
        [-0.9, 0.26],
        [-0.45, 0.2],
        [0.1, 0.19],
        [0.55, 0.22],
        [0.95, 0.25],
      ] as const) {
        brush.dab(
          brush.blob(x + dx * half, y + half * 0.12 + 4, half * r + 3, half * r * 0.62 + 2, 0.08, 10),
          mix(bright, tones(0).under, 0.12),
          0.94,
        );
      }
    },
  });
  stage.layer(
    'near',
    0,
    {
      soft: 3.4,
      lit: 0.6,
      wash: 0.1,
      area: [view.x0, height * 0.6, view.x1, view.y1],
      sway: { anchorY: view.y1, amount: 6, seconds: 8 },
    },
    () => {
      const near = { lit: mix(bright, grade.sky[2]!, 0.24), under: grade.sky[3]! };
      const low = spec.focus.quietArea.startsWith('bottom');
      puff(stage, width * 0.02, height * (low ? 1.05 : 0.99), 260, near);
      puff(stage, width * 0.99, height * (low ? 1.06 : 1.0), 280, near);
      drawCloudBank(stage, height * 1.06, 46, near);
    },
  );
}

/** Paper stars that hang from the top of the picture. */
function starsOnStrings(stage: Stage): void {
  const { brush, width, height, view } = stage;
  brush.as('light', () => {
    for (const at of [0.07, 0.19, 0.33, 0.47, 0.62, 0.76, 0.91]) {
      const x = width * at + brush.between(-16, 16);
      const y = height * brush.between(0.08, 0.24);
      if (Math.hypot(x - stage.key.x, y - stage.key.y) < 120 || stage.isQuiet(x, y)) continue;
      brush.line(
        curve([
          [x, view.y0],
          [x, y - 10],
        ]),
        '#f6e8c0',
        1,
        0.5,
      );
      const r = brush.between(9, 15);
      brush.glow(x, y, r * 3, '#ffe6a0', 0.35, 2);
      brush.shape(star(x, y, r, 5, 0.5, 0.25), '#fff0bc', { to: '#f6cc78', along: [x, y - r, x, y + r], lift: 2 });
    }
  });
}

/** A hot-air balloon far off; its burner glows in the dark. */
function balloon(stage: Stage, x: number, y: number): void {
  const { brush, grade } = stage;
  if (stage.isQuiet(x, y)) return;
  const colours = [grade.accent, '#f4dca0', '#5f9aa8'].map((colour) => stage.tone(colour, 0.36));
  const r = 52;
  if (grade.lamps) brush.as('light', () => brush.lamp(x, y + 40, 60, '#ffc060', 0.5));
  for (const dx of [-0.42, 0.42])
    brush.line(
      curve([
        [x + dx * r * 1.2, y + r * 0.72],
        [x + dx * 22, y + r * 1.5],
      ]),
      stage.tone('#6a5044', 0.3),
      1.3,
    );
  const skin = spline(
    [
      [x, y - r * 1.1],
      [x + r * 0.86, y - r * 0.66],
      [x + r, y],
      [x + r * 0.62, y + r * 0.7],
      [x + r * 0.2, y + r * 1.02],
      [x - r * 0.2, y + r * 1.02],
      [x - r * 0.62, y + r * 0.7],
      [x - r, y],
      [x - r * 0.86, y - r * 0.66],
    ],
    0.95,
  );
  brush.shape(skin, colours[0]!, { to: brush.darker(colours[0]!, 0.4), along: [x - r, y, x + r, y], lift: 4 });
  brush.clip(skin, () => {
    for (const [index, k] of [0.74, 0.3].entries()) {
      brush.dab(
        spline(
          [
            [x, y - r * 1.2],
            [x + r * k, y - r * 0.4],
            [x + r * k, y + r * 0.3],
            [x + r * 0.1, y + r * 1.1],
            [x - r * 0.1, y + r * 1.1],
            [x - r * k, y + r * 0.3],
            [x - r * k, y - r * 0.4],
          ],
          0.9,
        ),
        index ? colours[2]! : colours[1]!,
        0.9,
      );
    }
    brush.form(skin, x + r * 0.7, y + r * 0.3, r * 1.1, grade.shade, 0.5);
  });
  const basket = stage.tone('#a8744c', 0.3);
  brush.shape(
    spline(
      [
        [x - 13, y + r * 1.46],
        [x + 13, y + r * 1.46],
        [x + 10, y + r * 1.86],
        [x - 10, y + r * 1.86],
      ],
      0.25,
    ),
    basket,
    { to: brush.darker(basket, 0.4), along: [0, y + r * 1.4, 0, y + r * 1.9], lift: 2 },
  );
}

/** A rope ladder from the edge of a cloud down into the air. */
function ladder(stage: Stage, x: number, y: number, length: number): void {
  const { brush } = stage;
  const rope = stage.tone('#b08a60', 0.24);
  const at = (t: number): Point => [x + Math.sin(t * 3) * 8, y + t * length];
  for (const dx of [-9, 9])
    brush.line(curve([0, 0.25, 0.5, 0.75, 1].map((t): Point => [at(t)[0] + dx, at(t)[1]])), rope, 2);
  for (let t = 0.06; t < 1; t += 0.11)
    brush.shape(
      limb(
        [
          [at(t)[0] - 10, at(t)[1]],
          [at(t)[0] + 10, at(t)[1]],
        ],
        [1.6, 1.6],
      ),
      rope,
      { lift: 1 },
    );
}
