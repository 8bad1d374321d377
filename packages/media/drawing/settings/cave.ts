import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { ellipse, limb, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import { drawGroundShine, frameSides } from '../scenery/frame.ts';
import { drawHill, drawPeaks } from '../scenery/land.ts';
import { drawStones } from '../scenery/plants.ts';
import { drawShafts, drawSky } from '../scenery/sky.ts';
import { drawFir } from '../scenery/trees.ts';
import { drawProp } from '../props/index.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A dry cave: the world outside through its mouth, crystals that glow, old drawings on the wall, a nest of blankets. */
export const cave: Setting = { place: 'indoors', horizon: 0.74, draw };

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height } = stage;
  const away = stage.side;
  const mouth = {
    x: width * (0.5 + away * (stage.isPortrait ? 0.1 : 0.14)),
    y: height * 0.42,
    rx: Math.min(width * 0.3, 330),
    ry: height * 0.3,
  };
  drawSky(stage, { bottom: mouth.y + mouth.ry * 0.5, spread: 170 });
  stage.layer(
    'outside',
    0.9,
    {
      lit: 0.3,
      wash: 0.24,
      broad: true,
      area: [mouth.x - mouth.rx * 1.3, view.y0, mouth.x + mouth.rx * 1.3, horizon + 10],
    },
    () => {
      const base = mouth.y + mouth.ry * 0.62;
      drawPeaks(
        stage,
        base,
        11,
        mouth.ry * 0.6,
        stage.tone('#7c88a4', 0.84),
        stage.tone('#a8b4c4', 0.9),
        grade.snowy ? stage.tone('#ffffff', 0.5) : undefined,
      );
      const crest = drawHill(
        stage,
        base + 10,
        14,
        170,
        stage.tone(grade.grass.mid, 0.6),
        stage.tone(grade.grass.dark, 0.64),
        { length: 60 },
      );
      for (let i = 0; i < 9; i++) {
        const x = mouth.x + ((i + brush.random()) / 9 - 0.5) * mouth.rx * 2.1;
        drawFir(stage, x, crest(x) + 8, brush.between(34, 78), 0.6);
      }
    },
  );
  stage.layer('back wall', 0.66, { lit: 0.6, wash: 0.26, rim: 0.2, area: [view.x0, view.y0, view.x1, view.y1] }, () => {
    wall(stage, mouth);
    drawings(stage, width * (0.5 - away * 0.27), height * 0.4);
    crystals(stage, mouth.x + away * mouth.rx * 1.16, horizon + 8, 1.1, 0.3);
    crystals(stage, width * (0.5 - away * 0.42), horizon + 6, 0.8, 0.3);
  });
  drawShafts(stage, 0.6, 0.42, [mouth.x, mouth.y - mouth.ry * 0.5]);
  const { left, right } = frameSides(stage);
  stage.layer('floor', 0.42, { lit: 1, wash: 0.22, rim: 0.2, area: [view.x0, view.y0, view.x1, view.y1] }, () => {
    teeth(stage);
    const crest = drawHill(
      stage,
      horizon,
      14,
      300,
      rock(stage, '#8a7c7c', 0.1),
      mix(rock(stage, '#4a4050', 0), grade.shade, 0.25),
      { length: height - horizon + 30 },
    );
    const pool = stage.freeX([0.5 + away * 0.02, 0.5 - away * 0.34, 0.5 + away * 0.38], -10);
    puddle(stage, pool, horizon + 34);
    const spots = [0.04, 0.15, 0.3, 0.48, 0.64, 0.83, 0.95]
      .map((at) => width * at)
      .filter((x) => !stage.isTaken(x, -6));
    drawStones(
      stage,
      spots.map((x, i) => [x, crest(x) + 12 + (i % 3) * 24, 10 + (i % 3) * 8] as const),
      rock(stage, '#7c7078', 0.02),
    );
    nest(stage, stage.freeX([0.5 + away * 0.36, 0.5 - away * 0.38], 10), horizon + 44);
    if (left === 'home' || right === 'home')
      crystals(stage, width * (left === 'home' ? 0.09 : 0.91), horizon + 60, 1.5, 0.06);
    drawGroundShine(stage, 0.26);
  });
  drawCast(stage, { feet: (x, y, half) => drawStonesAt(stage, x, y, half) });
  near(stage, left !== 'bare', right !== 'bare');
}

/** The colour of rock in here: darker than outside, warmer where the hour is warm. */
function rock(stage: Stage, colour: string, depth: number): string {
  return mix(stage.tone(colour, depth * 0.5), stage.grade.shade, 0.3 - depth * 0.3);
}

/** Pebbles at the feet. */
function drawStonesAt(stage: Stage, x: number, y: number, half: number): void {
  const { brush } = stage;
  const grey = rock(stage, '#8a7e80', 0);
  for (const dx of [-0.85, -0.5, 0.4, 0.9])
    brush.shape(brush.blob(x + dx * half, y + 5, half * 0.11 + 2, half * 0.06 + 1.6, 0.14, 7), grey, {
      to: brush.darker(grey, 0.4),
      along: [0, y, 0, y + 9],
      lift: 1.5,
    });
}

type Mouth = { x: number; y: number; rx: number; ry: number };

/** The wall with the hole in it, in three shells that get darker towards the viewer. */
function wall(stage: Stage, mouth: Mouth): void {
  const { brush, view, grade } = stage;
  const shells = [
    { k: 1, colour: rock(stage, '#8f8288', 0.42) },
    { k: 1.24, colour: rock(stage, '#746a76', 0.24) },
    { k: 1.56, colour: rock(stage, '#5a5264', 0.1) },
  ];
  for (const { k, colour } of shells) {
    const hole: Point[] = Array.from({ length: 18 }, (_, index) => {
      const a = (index / 18) * Math.PI * 2;
      const r = brush.between(0.92, 1.08);
      return [
        mouth.x + Math.cos(a) * mouth.rx * k * r,
        mouth.y + Math.sin(a) * mouth.ry * (Math.sin(a) > 0 ? 1.25 : 1) * k * r,
      ];
    });
    const path = spline(hole, 0.7);
    path.rect(view.x0 - 60, view.y0 - 60, view.x1 - view.x0 + 120, view.y1 - view.y0 + 120);
    brush.shape(path, colour, {
      rule: 'evenodd',
      to: mix(colour, grade.shade, 0.45),
      along: [mouth.x, mouth.y, mouth.x + (mouth.x > stage.width / 2 ? -1 : 1) * stage.width * 0.8, mouth.y - 100],
      lift: 10,
      plate: true,
      edge: 0.3,
    });
    brush.clip(
      path,
      () => {
        for (let i = 0; i < 26; i++) {
          const a = brush.between(0, 6.283);
          const r = k * brush.between(1.04, 1.3);
          const x = mouth.x + Math.cos(a) * mouth.rx * r;
          const y = mouth.y + Math.sin(a) * mouth.ry * r;
          const l = brush.between(16, 54);
          brush.dab(
            limb(
              [
                [x, y],
                [x + Math.cos(a + 0.5) * l * 0.5, y + Math.sin(a + 0.5) * l * 0.5],
                [x + Math.cos(a) * l, y + Math.sin(a) * l],
              ],
              [2.6, 2, 0.5],
            ),
            brush.darker(colour, 0.4),
            0.4,
          );
        }
      },
      'evenodd',
    );
  }
}

/** Animals and hands that somebody painted here long ago. */
function drawings(stage: Stage, x: number, y: number): void {
  const { brush } = stage;
  const ochre = mix(stage.tone('#c8703c', 0.1), '#7a4038', 0.2);
  const chalk = stage.tone('#e8d0b0', 0.2);
  brush.dab(
    spline(
      [
        [x - 60, y],
        [x - 50, y - 22],
        [x - 14, y - 26],
        [x + 14, y - 30],
        [x + 30, y - 46],
        [x + 42, y - 40],
        [x + 34, y - 24],
        [x + 20, y - 6],
        [x + 18, y + 20],
        [x + 12, y + 20],
        [x + 8, y + 2],
        [x - 30, y + 2],
        [x - 36, y + 20],
        [x - 42, y + 20],
        [x - 44, y + 2],
      ],
      0.6,
    ),
    ochre,
    0.55,
  );
  brush.line(
    limb(
      [
        [x + 36, y - 44],
        [x + 30, y - 62],
        [x + 44, y - 72],
      ],
      [1, 1, 0.6],
    ),
    ochre,
    2,
    0.5,
  );
  for (const [dx, dy] of [
    [74, -30],
    [96, 0],
  ] as const) {
    brush.dab(ellipse(x + dx, y + dy, 8, 9), chalk, 0.4);
    for (const a of [-2.3, -1.9, -1.5, -1.1, -0.5])
      brush.dab(
        limb(
          [
            [x + dx, y + dy],
            [x + dx + Math.cos(a) * 19, y + dy + Math.sin(a) * 19],
          ],
          [2.4, 2],
        ),
        chalk,
        0.4,
      );
  }
  for (let i = 0; i < 7; i++) brush.dab(ellipse(x - 70 + i * 20, y + 40 + Math.sin(i) * 4, 3), ochre, 0.5);
}

/** A cluster of crystals that give a soft light. */
function crystals(stage: Stage, x: number, y: number, scale: number, depth: number): void {
  const { brush, grade } = stage;
  const colours = [mix('#7fd0e0', grade.accent, 0.12), mix('#a890e8', grade.accent, 0.12)];
  const dim = grade.lamps || stage.spec.timeOfDay !== 'day' ? 1 : 0.5;
  brush.as('light', () => brush.lamp(x, y - 34 * scale, 90 * scale, colours[0]!, 0.42 * dim));
  brush.contact(x, y, 50 * scale, 9 * scale, 0.5);
  for (const [index, [dx, h, w, tilt]] of (
    [
      [-30, 46, 9, -0.45],
      [30, 40, 9, 0.5],
      [-14, 74, 12, -0.16],
      [17, 60, 11, 0.2],
      [0, 52, 10, 0.02],
    ] as const
  ).entries()) {
    const colour = mix(colours[index % 2]!, stage.tone(colours[index % 2]!, depth), 0.4);
    brush.at(x + dx * scale * 0.6, y + 3, scale, tilt, false, () => {
      brush.shape(
        spline(
          [
            [-w, 0],
            [-w, -h * 0.76],
            [0, -h],
            [w, -h * 0.72],
            [w, 0],
          ],
          0.05,
        ),
        mix(colour, '#ffffff', 0.4),
        { to: brush.darker(colour, 0.3), along: [-w, -h, w, 0], lift: 2, edge: 0.5 },
      );
      brush.dab(
        spline(
          [
            [-w * 0.2, 0],
            [-w * 0.2, -h * 0.86],
            [0, -h],
            [w, -h * 0.72],
            [w, 0],
          ],
          0.05,
        ),
        brush.darker(colour, 0.26),
        0.5,
      );
    });
  }
}

/** Still water that drips fill. */
function puddle(stage: Stage, x: number, y: number): void {
  const { brush, grade } = stage;
  brush.dab(brush.blob(x, y + 2, 92, 13, 0.1, 14), grade.shade, 0.4);
  brush.shape(brush.blob(x, y, 88, 11, 0.1, 14), mix(grade.sky[1]!, '#5f9aa8', 0.4), {
    to: mix(grade.sky[3]!, '#2f5a70', 0.4),
    along: [x - 80, 0, x + 80, 0],
    lift: 0,
  });
  for (const k of [0.2, 0.42])
    brush.line(ellipse(x + 14, y - 1, 88 * k, 9 * k), mix(grade.sky[0]!, '#ffffff', 0.3), 1.2, 0.5);
}

/** Somebody sleeps here: blankets, a pillow, a book. */
function nest(stage: Stage, x: number, y: number): void {
  const { brush, grade } = stage;
  if (stage.isTaken(x, 20)) return;
  const cloth = stage.tone(grade.accent, 0.04);
  brush.contact(x, y + 6, 72, 12, 0.5);
  brush.shape(
    spline(
      [
        [x - 64, y + 7],
        [x - 58, y - 12],
        [x - 20, y - 22],
        [x + 24, y - 19],
        [x + 58, y - 10],
        [x + 66, y + 7],
      ],
      0.9,
    ),
    cloth,
    { to: brush.darker(cloth, 0.45), along: [0, y - 24, 0, y + 8], lift: 4 },
  );
  brush.at(x - 30, y - 12, 0.42, -0.06, false, () => brush.as('actor', () => drawProp(brush, 'pillow', {})));
  brush.at(x + 40, y + 2, 0.34, 0.08, false, () => brush.as('actor', () => drawProp(brush, 'book', { seed: 2 })));
}

/** Stalactites along the top. */
function teeth(stage: Stage): void {
  const { brush, view, width, grade } = stage;
  const colour = mix(rock(stage, '#5a5264', 0), grade.shade, 0.3);
  const points: Point[] = [[view.x0 - 40, view.y0 - 40]];
  let x = view.x0 - 20;
  while (x < view.x1 + 20) {
    const edge = Math.abs(x / width - 0.5) * 2;
    const quiet = stage.isQuiet(x, 40) ? 0.4 : 1;
    const length = brush.between(30, 70 + 150 * Math.min(1, edge) ** 2) * quiet;
    const w = 16 + length * 0.16;
    points.push(
      [x, view.y0 + 36],
      [x + w * 0.7, view.y0 + 46 + length * 0.5],
      [x + w, view.y0 + 50 + length],
      [x + w * 1.3, view.y0 + 46 + length * 0.5],
    );
    x += w * 2 + brush.between(0, 26);
  }
  points.push([view.x1 + 40, view.y0 - 60]);
  brush.shape(spline(points, 0.4), colour, {
    to: mix(colour, rock(stage, '#9a8c90', 0.2), 0.4),
    along: [0, view.y0, 0, view.y0 + 200],
    lift: 8,
    plate: true,
  });
}

function near(stage: Stage, left: boolean, right: boolean): void {
  const { brush, grade, view, width, height } = stage;
  const dark = mix(rock(stage, '#3a3444', 0), grade.shade, 0.6);
  const light = mix(dark, rock(stage, '#8a7c88', 0.1), 0.35);
  stage.layer('near', 0, { soft: 3.2, lit: 0.5, wash: 0.1, rim: 0.24 }, () => {
    const side = (end: number, at: (t: number) => number) =>
      brush.shape(
        spline(
          [
            [end, height * 1.12],
            [end, view.y0 - 40],
            [at(0.17), view.y0 - 40],
            [at(0.07), height * 0.12],
            [at(0.035), height * 0.34],
            [at(0.012), height * 0.55],
            [at(0.05), height * 0.78],
            [at(0.13), height * 0.93],
            [at(0.24), height * 1.12],
          ],
          0.7,
        ),
        dark,
        { to: light, along: [end, 0, at(0.2), 0], lift: 6 },
      );
    if (left) side(view.x0 - 50, (t) => t * width);
    if (right) side(view.x1 + 50, (t) => width - t * width);
    drawHill(stage, height * 1.035, 14, 160, light, dark, { length: 50 });
  });
}
