import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { drawGroundShine, frameSides, tuftFeet } from '../scenery/frame.ts';
import { drawHill, drawPath, mound } from '../scenery/land.ts';
import { drawCover, drawFern, drawFlowers, drawStones, leaves } from '../scenery/plants.ts';
import { drawShafts, drawSky } from '../scenery/sky.ts';
import { drawTrunks } from '../scenery/trees.ts';
import { limb, spline } from '../paths.ts';
import { drawProp } from '../props/index.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A deep wood: rows of trunks that fade into the air, a clearing with ferns and mushrooms, boughs overhead. */
export const forest: Setting = { place: 'outdoors', horizon: 0.74, draw };

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, height, width, key, spec } = stage;
  const tone = (colour: string, depth = 0) => stage.tone(colour, depth);
  drawSky(stage, { clouds: false, bottom: horizon * 0.8 });
  const bark = '#5a4a44';
  const open = (x: number, margin: number) => Math.abs(x - key.x + 40) < margin;

  stage.layer(
    'far wood',
    0.86,
    { lit: 0.35, wash: 0.28, warp: 1.8, rim: 0.2, area: [view.x0, view.y0, view.x1, horizon + 40] },
    () => {
      drawTrunks(
        stage,
        Math.round(width / 56),
        [4, 9],
        tone(bark, 0.78),
        tone(bark, 0.95),
        horizon - 40,
        (x) => open(x, 46),
        2,
      );
      brush.dab(
        leaves(stage, width * 0.5, height * 0.02, 240, width * 0.62, height * 0.16, [14, 34]),
        tone(grade.foliage.mid, 0.8),
        grade.bare ? 0.18 : 0.7,
      );
      drawHill(stage, horizon - 52, 22, 210, tone(grade.grass.mid, 0.75), tone(grade.grass.lit, 0.9), { length: 120 });
      stage.style.mist(brush, view, horizon - 66, 60, grade.haze, 0.42);
    },
  );
  stage.layer(
    'mid wood',
    0.68,
    {
      lit: 0.6,
      wash: 0.22,
      warp: 2,
      rim: 0.3,
      area: [view.x0, view.y0, view.x1, horizon + 70],
      sway: { anchorY: horizon, amount: 3, seconds: 6 },
    },
    () => {
      drawTrunks(
        stage,
        Math.round(width / 112),
        [11, 19],
        tone(bark, 0.42),
        tone(bark, 0.62),
        horizon + 4,
        (x) => open(x, 90) || (stage.isTaken(x, 10) && brush.random() < 0.6),
        3,
      );
      brush.dab(
        leaves(stage, width * 0.5, -10, 260, width * 0.66, height * 0.15, [18, 42]),
        tone(grade.foliage.dark, 0.45),
        grade.bare ? 0.15 : 0.85,
      );
      brush.dab(
        leaves(stage, width * 0.5, -20, 160, width * 0.6, height * 0.12, [16, 36]),
        tone(grade.foliage.lit, 0.4),
        grade.bare ? 0.1 : 0.6,
      );
      drawHill(stage, horizon - 14, 24, 260, tone(grade.grass.dark, 0.48), tone(grade.grass.mid, 0.66), {
        length: 110,
      });
      for (let i = 0; i < 9; i++)
        drawFern(
          stage,
          brush.between(view.x0, view.x1),
          horizon + 14,
          brush.between(40, 80),
          brush.between(-2.3, -0.8),
          tone(grade.foliage.mid, 0.5),
        );
      stage.style.mist(brush, view, horizon + 6, 44, grade.haze, 0.34);
    },
  );
  drawShafts(stage, 0.6, 0.36);

  const { left, right } = frameSides(stage);
  stage.layer('clearing', 0.42, { lit: 1, wash: 0.2, rim: 0.26, area: [view.x0, view.y0, view.x1, view.y1] }, () => {
    if (left !== 'bare')
      bigTree(stage, width * (stage.isPortrait ? 0.06 : 0.13), horizon + 34, 42, -12, left === 'home');
    if (right !== 'bare') bigTree(stage, width * (stage.isPortrait ? 0.97 : 0.86), horizon + 32, 38, 16, true);
    const crest = drawHill(
      stage,
      horizon,
      20,
      330,
      tone(grade.grass.mid, 0.12),
      mix(tone(grade.grass.dark), grade.shade, 0.4),
      {
        bump: mound(spec.focus.x * width, 260, 20),
        length: height - horizon,
      },
    );
    drawPath(
      stage,
      [width * 0.52, view.y1 + 10],
      [mix2(width * 0.5, key.x, 0.5), horizon + 8],
      120,
      mix(tone('#c9b48a'), grade.sky[0]!, 0.12),
      0.55,
    );
    const greens = [tone(grade.grass.mid), tone(grade.grass.dark), tone(grade.grass.lit)];
    drawCover(stage, crest, view.y1, 320, 26, greens, mix(tone(grade.grass.dark), grade.shade, 0.5));
    for (let i = 0; i < 12; i++) {
      const x = i % 2 ? brush.between(view.x0, width * 0.26) : brush.between(width * 0.72, view.x1);
      drawFern(
        stage,
        x,
        crest(x) + brush.between(6, 70),
        brush.between(46, 100),
        brush.between(-2.2, -0.95),
        i % 3 ? tone(grade.foliage.mid) : tone(grade.foliage.dark),
      );
    }
    drawStones(
      stage,
      Array.from(
        { length: 7 },
        () =>
          [
            brush.between(width * 0.36, width * 0.8),
            brush.between(height * 0.9, height * 1.02),
            brush.between(8, 20),
          ] as const,
      ),
      tone('#8a94a0', 0.1),
    );
    if (!grade.snowy)
      drawFlowers(
        stage,
        26,
        (x) => crest(x) + 20,
        height * 1.02,
        5,
        [tone('#fff6e4'), tone('#d8c4f0'), tone(grade.accent)],
        greens[1]!,
      );
    for (const at of [0.15, 0.2, 0.6, 0.65, 0.8]) {
      const x = width * at + brush.between(-10, 10);
      if (stage.isTaken(x, 14)) continue;
      brush.at(x, crest(x) + 18, brush.between(0.7, 1.15), brush.between(-0.12, 0.12), false, () =>
        drawProp(brush, 'mushroom', { seed: Math.round(x) }),
      );
    }
    drawGroundShine(stage);
  });
  drawCast(stage, { feet: tuftFeet(stage) });
  near(stage);
}

function mix2(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

function bigTree(stage: Stage, x: number, foot: number, w: number, lean: number, home: boolean): void {
  const { brush, grade, view, key } = stage;
  const bark = stage.tone('#5c4840', 0.12);
  const top = view.y0 - 20;
  const high = foot - top;
  for (const [t, side, length] of [
    [0.62, 1, 5],
    [0.76, -1, 6],
    [0.86, 1, 7],
    [0.5, -1, 3],
  ] as const) {
    const by = foot - high * t;
    const bx = x + lean * t;
    const l = length * w;
    brush.shape(
      limb(
        [
          [bx, by + 30],
          [bx + side * l * 0.35, by - 6],
          [bx + side * l * 0.7, by - 60],
          [bx + side * l, by - 90],
        ],
        [w * 0.34, w * 0.2, w * 0.12, w * 0.03],
      ),
      bark,
      { lift: 4 },
    );
    brush.shape(
      limb(
        [
          [bx + side * l * 0.45, by - 14],
          [bx + side * l * 0.7, by - 4],
          [bx + side * l * 0.9, by - 16],
        ],
        [w * 0.1, w * 0.07, w * 0.02],
      ),
      bark,
      { lift: 2 },
    );
  }
  const trunk = spline([
    [x - w * 3, foot + 30],
    [x - w * 1.5, foot - 10],
    [x - w, foot - 110],
    [x - w * 0.8 + lean * 0.4, foot - high * 0.45],
    [x - w * 0.8 + lean, top],
    [x + w * 0.8 + lean, top],
    [x + w * 0.82 + lean * 0.4, foot - high * 0.45],
    [x + w, foot - 100],
    [x + w * 1.6, foot - 14],
    [x + w * 2.8, foot + 30],
    [x + w * 1.1, foot + 18],
    [x, foot + 34],
    [x - w, foot + 20],
  ]);
  const lightSide = key.toward.x > 0 ? 1 : -1;
  brush.shape(trunk, stage.tone('#7a6250', 0.12), {
    to: brush.darker(bark, 0.55),
    along: [x + lightSide * w, 0, x - lightSide * w * 1.3, 0],
    lift: 8,
  });
  brush.fur(
    trunk,
    [x - w * 1.6, top, x + w * 1.6, foot],
    120,
    58,
    [brush.darker(bark, 0.7), mix(bark, grade.haze, 0.4)],
    x,
    -9000,
    2.3,
  );
  brush.form(trunk, x - lightSide * w, foot - high * 0.4, 160, grade.shade, 0.4);
  if (!home) return;
  const lit = grade.lamps;
  if (lit) brush.as('light', () => brush.lamp(x - 4, foot - 150, 60, '#ffc860', 0.6));
  brush.as(lit ? 'light' : 'scenery', () =>
    brush.shape(brush.blob(x - 4, foot - 150, 19, 23, 0.03), lit ? '#ffe9a8' : '#7f8ca0', {
      to: lit ? '#ffb650' : '#56607c',
      along: [x, foot - 172, x, foot - 128],
      lift: 0,
    }),
  );
  const frame = brush.darker(bark, 0.6);
  brush.line(brush.blob(x - 4, foot - 150, 20, 24, 0.03), frame, 5);
  brush.line(
    limb(
      [
        [x - 4, foot - 172],
        [x - 4, foot - 128],
      ],
      [0.8, 0.8],
    ),
    frame,
    1.6,
  );
  brush.line(
    limb(
      [
        [x - 22, foot - 150],
        [x + 14, foot - 150],
      ],
      [0.8, 0.8],
    ),
    frame,
    1.6,
  );
  const door = spline(
    [
      [x - 22, foot + 12],
      [x - 22, foot - 46],
      [x, foot - 72],
      [x + 22, foot - 46],
      [x + 22, foot + 12],
    ],
    0.4,
  );
  brush.shape(door, stage.tone(grade.accent, 0.1), {
    to: brush.darker(stage.tone(grade.accent), 0.45),
    along: [x, foot - 70, x, foot + 10],
    lift: 3,
  });
  brush.dab(brush.blob(x + 12, foot - 26, 3, 3, 0.05, 6), '#f2c468');
}

/** Dark trunks, boughs and ferns right before the viewer, out of focus. */
function near(stage: Stage): void {
  const { brush, grade, view, height, width } = stage;
  const { left, right } = frameSides(stage);
  const dark = mix(stage.tone(grade.foliage.dark), grade.shade, 0.62);
  const light = mix(stage.tone(grade.foliage.mid), grade.shade, 0.4);
  stage.layer(
    'near',
    0,
    { soft: 3.2, lit: 0.5, wash: 0.1, rim: 0.2, sway: { anchorY: height, amount: 7, seconds: 5 } },
    () => {
      if (left !== 'bare') {
        brush.shape(
          spline([
            [view.x0 - 60, height * 1.1],
            [view.x0 - 60, view.y0 - 40],
            [width * 0.015, view.y0 - 40],
            [width * -0.005, height * 0.3],
            [width * 0.01, height * 0.7],
            [width * 0.05, height * 0.92],
            [width * 0.11, height * 1.1],
          ]),
          dark,
          { to: light, along: [0, 0, 0, height], lift: 6 },
        );
      }
      if (right !== 'bare') {
        brush.shape(
          spline([
            [view.x1 + 60, height * 1.1],
            [view.x1 + 60, view.y0 - 40],
            [width * 0.985, view.y0 - 40],
            [width * 1.005, height * 0.24],
            [width * 0.99, height * 0.66],
            [width * 0.96, height * 0.9],
            [width * 0.9, height * 1.1],
          ]),
          dark,
          { lift: 6 },
        );
      }
      if (!grade.bare) {
        if (!stage.isQuiet(width * 0.15, 10)) {
          brush.dab(leaves(stage, width * 0.16, view.y0 + 6, 80, width * 0.24, height * 0.14, [22, 50]), dark);
          brush.dab(leaves(stage, width * 0.16, view.y0 - 4, 40, width * 0.22, height * 0.11, [22, 46]), light, 0.9);
        }
        if (!stage.isQuiet(width * 0.85, 10)) {
          brush.dab(leaves(stage, width * 0.86, view.y0, 64, width * 0.2, height * 0.13, [22, 52]), dark);
          brush.dab(leaves(stage, width * 0.86, view.y0 - 8, 30, width * 0.18, height * 0.1, [22, 46]), light, 0.9);
        }
      }
      for (const [at, angle, length] of [
        [0.1, -1.2, 200],
        [0.04, -1, 230],
        [0.17, -1, 140],
        [0.88, -2, 210],
        [0.95, -1.8, 250],
      ] as const) {
        if (stage.isTaken(width * at, 20)) continue;
        drawFern(stage, width * at, height * 1.07, length, angle, length > 205 ? light : dark);
      }
    },
  );
}
