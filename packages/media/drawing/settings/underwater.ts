import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { curve, ellipse, spline } from '../paths.ts';
import { drawProp } from '../props/index.ts';
import { frameSides } from '../scenery/frame.ts';
import { drawHill } from '../scenery/land.ts';
import { drawStones } from '../scenery/plants.ts';
import { drawCoral, drawCushion, drawKelp, drawShoal } from '../scenery/reef.ts';
import { drawStarfish } from '../scenery/shore.ts';
import { drawShafts } from '../scenery/sky.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** Under the sea: light from above, kelp and coral, shoals, a shell that somebody lives in. */
export const underwater: Setting = { place: 'underwater', horizon: 0.78, draw };

/** What water makes of a colour at a depth of view. */
function wet(stage: Stage, colour: string, depth: number): string {
  const { grade } = stage;
  const sea = mix(grade.water('#2f9fb0'), grade.sky[4]!, 0.1);
  return mix(grade.water(colour), sea, 0.14 + depth * 0.78);
}

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height, spec, key } = stage;
  const away = stage.side;
  const murky = spec.weather === 'mist' || spec.weather === 'rain' ? 0.5 : 0;
  const tones = grade.sky.map((colour, index) =>
    mix(colour, wet(stage, ['#c8f0dc', '#7fd0c8', '#3fa8b4', '#247c98', '#175a80'][index]!, 0), index ? 0.8 : 0.45),
  );
  const light = { x: key.x, y: view.y0 - 10 };
  stage.layer('sea', 1, { soft: 0, lit: 0.12, broad: true, wash: 0.34, grain: 0.2 }, () => {
    stage.style.sky(brush, view, tones, { ...light, spread: 230 });
    drawShoal(
      stage,
      width * (0.5 + away * 0.26),
      height * 0.27,
      { spring: 22, summer: 17, autumn: 12, winter: 8 }[spec.season],
      11,
      mix(tones[2]!, tones[4]!, 0.5),
      away > 0 ? -1 : 1,
    );
    drawShoal(stage, width * (0.5 - away * 0.3), height * 0.44, 9, 8, mix(tones[2]!, tones[4]!, 0.35), 1);
  });
  stage.light(light.x, light.y + 90, 480, key.colour, 0.4 * key.strength);
  stage.layer(
    'far reef',
    0.84,
    { lit: 0.3, wash: 0.24, broad: true, area: [view.x0, height * 0.2, view.x1, horizon + 20] },
    () => {
      const far = wet(stage, '#1f6a80', 0.62);
      for (let i = 0; i < 12; i++) {
        const x = view.x0 + ((i + brush.random()) / 12) * (view.x1 - view.x0);
        if (Math.abs(x - light.x) > 150)
          drawKelp(stage, x, horizon - 10, brush.between(0.24, 0.52) * height, far, mix(far, tones[2]!, 0.25));
      }
      drawHill(stage, horizon - 62, 54, 200, mix(far, tones[2]!, 0.3), far, { length: 100 });
      stage.style.mist(brush, view, horizon - 60, 60, tones[2]!, 0.4 + murky * 0.5);
    },
  );
  drawShafts(stage, 0.76, 0.55, [light.x, light.y - 60], mix(tones[0]!, '#ffffff', 0.2));
  stage.layer(
    'reef',
    0.6,
    {
      lit: 0.6,
      wash: 0.22,
      rim: 0.26,
      area: [view.x0, height * 0.28, view.x1, horizon + 60],
      sway: { anchorY: horizon + 20, amount: 5, seconds: 6 },
    },
    () => {
      const kelp = [
        wet(stage, mix('#3f9a6c', grade.foliage.mid, 0.25), 0.3),
        wet(stage, mix('#2f7f68', grade.foliage.dark, 0.25), 0.34),
      ] as const;
      for (const at of [0.04, 0.1, 0.19, 0.72, 0.83, 0.95]) {
        const x = width * at + brush.between(-16, 16);
        if (!stage.isTaken(x, -40)) drawKelp(stage, x, horizon + 12, brush.between(0.3, 0.5) * height, ...kelp);
      }
      drawHill(stage, horizon - 16, 26, 240, wet(stage, '#9fb49a', 0.42), wet(stage, '#5f8a8a', 0.46), { length: 70 });
      const corals = ['#e87a6c', '#f0a85c', '#c878a8', '#f0c86c'];
      [0.06, 0.3, 0.44, 0.58, 0.9].forEach((at, index) =>
        drawCoral(stage, width * at, horizon + 4, brush.between(50, 78), wet(stage, corals[index % 4]!, 0.3)),
      );
    },
  );
  const { left, right } = frameSides(stage);
  stage.layer(
    'sea floor',
    0.42,
    { lit: 0.95, wash: 0.22, rim: 0.2, area: [view.x0, horizon - 150, view.x1, view.y1] },
    () => {
      const sand = wet(stage, grade.snowy ? '#e4e8ec' : '#e8d4a8', 0.1);
      const crest = drawHill(stage, horizon, 14, 360, sand, mix(wet(stage, '#8a7a6c', 0.2), grade.shade, 0.2), {
        length: height - horizon + 40,
      });
      for (let i = 0; i < 22; i++) {
        const x = brush.between(view.x0, view.x1);
        const y = crest(x) + brush.between(16, height - horizon);
        const w = brush.between(20, 70);
        brush.line(
          curve([
            [x - w, y],
            [x - w * 0.3, y - 4],
            [x + w * 0.3, y + 1],
            [x + w, y - 3],
          ]),
          mix(sand, grade.shade, 0.4),
          2,
          0.34,
        );
      }
      shellHouse(stage, stage.freeX([0.5 + away * 0.32, 0.5 - away * 0.36, 0.5], 0), horizon + 40);
      const spots = (away > 0 ? [0.07, 0.17, 0.94] : [0.93, 0.83, 0.06]).map((at) => width * at);
      drawCoral(stage, spots[0]!, horizon + 46, 116, wet(stage, '#f08a70', 0.06));
      drawCushion(stage, spots[1]!, horizon + 58, 54, wet(stage, '#b07ac0', 0.08));
      drawCoral(stage, spots[2]!, horizon + 62, 84, wet(stage, '#f4b45c', 0.06));
      drawStones(
        stage,
        [
          [width * 0.25, horizon + 40, 13],
          [width * 0.62, horizon + 26, 10],
          [width * 0.77, horizon + 62, 17],
        ],
        wet(stage, '#7c8a90', 0.1),
      );
      drawStarfish(stage, stage.freeX([0.55, 0.45, 0.24], -20), height * 0.955, 19, 0.4);
      for (const [at, y] of [
        [0.34, 0.96],
        [0.72, 0.95],
      ] as const) {
        if (!stage.isTaken(width * at, -30))
          brush.at(width * at, height * y, 0.3, 0.2, at > 0.5, () => drawProp(brush, 'shell', { seed: 5 }));
      }
    },
  );
  drawCast(stage, { rim: 0.5 });
  near(stage, left !== 'bare', right !== 'bare');
}

/** A great shell with a door and a round window; a light is on when it is dark. */
function shellHouse(stage: Stage, x: number, y: number): void {
  const { brush, grade } = stage;
  const shell = wet(stage, '#f0b8a0', 0.06);
  const dark = brush.darker(shell, 0.4);
  brush.contact(x, y + 2, 84, 13, 0.5);
  const body = spline(
    [
      [x - 70, y + 4],
      [x - 78, y - 40],
      [x - 44, y - 82],
      [x + 4, y - 128],
      [x + 20, y - 146],
      [x + 30, y - 122],
      [x + 64, y - 74],
      [x + 78, y - 30],
      [x + 66, y + 4],
    ],
    0.8,
  );
  brush.shape(body, shell, { to: dark, along: [x - 40, y - 140, x + 50, y], lift: 6, halo: 3 });
  brush.clip(body, () => {
    for (const [dy, bend] of [
      [-108, 12],
      [-80, 18],
      [-50, 24],
    ] as const)
      brush.line(
        curve([
          [x - 86, y + dy + 14],
          [x - 20, y + dy + bend],
          [x + 84, y + dy - 4],
        ]),
        dark,
        4,
        0.5,
      );
    for (let i = 0; i < 9; i++)
      brush.dab(
        ellipse(x + brush.between(-56, 56), y - brush.between(10, 110), brush.between(2, 5)),
        mix(shell, '#fff6ec', 0.6),
        0.7,
      );
  });
  const lit = grade.lamps;
  if (lit) brush.as('light', () => brush.lamp(x + 30, y - 46, 66, '#ffd27a', 0.6));
  brush.as(lit ? 'light' : 'scenery', () =>
    brush.shape(brush.blob(x + 30, y - 46, 16, 16, 0.03), lit ? '#ffe9a8' : wet(stage, '#6a8aa4', 0), { lift: 1 }),
  );
  brush.line(ellipse(x + 30, y - 46, 17), dark, 4);
  brush.line(
    curve([
      [x + 30, y - 62],
      [x + 30, y - 30],
    ]),
    dark,
    2,
  );
  brush.line(
    curve([
      [x + 14, y - 46],
      [x + 46, y - 46],
    ]),
    dark,
    2,
  );
  const door = spline(
    [
      [x - 36, y + 5],
      [x - 36, y - 34],
      [x - 19, y - 56],
      [x - 2, y - 34],
      [x - 2, y + 5],
    ],
    0.5,
  );
  const paint = wet(stage, grade.accent, 0.06);
  brush.shape(door, paint, { to: brush.darker(paint, 0.4), along: [0, y - 50, 0, y], lift: 3 });
  brush.dab(ellipse(x - 9, y - 20, 2.6), '#f4d07a');
}

function near(stage: Stage, left: boolean, right: boolean): void {
  const { brush, grade, view, width, height } = stage;
  const dark = mix(wet(stage, '#1f5a60', 0.1), grade.shade, 0.5);
  const mid = mix(dark, wet(stage, '#2f8a7a', 0.2), 0.4);
  stage.layer(
    'near',
    0,
    { soft: 3, lit: 0.5, wash: 0.1, rim: 0.2, sway: { anchorY: height * 1.05, amount: 10, seconds: 5.5 } },
    () => {
      const rock = (side: -1 | 1) => {
        const end = side < 0 ? view.x0 - 40 : view.x1 + 40;
        const at = (t: number) => end - side * t * width;
        brush.shape(
          spline(
            [
              [end, height * 1.1],
              [end, height * 0.74],
              [at(0.07), height * 0.8],
              [at(0.12), height * 0.92],
              [at(0.2), height * 0.97],
              [at(0.3), height * 1.1],
            ],
            0.8,
          ),
          dark,
          { to: mid, along: [0, height * 1.1, 0, height * 0.7], lift: 6 },
        );
      };
      if (left) {
        for (const [at, h] of [
          [0.005, 0.78],
          [0.05, 0.5],
        ] as const)
          drawKelp(stage, width * at, height * 1.06, height * h, dark, mid);
        rock(-1);
      }
      if (right) {
        for (const [at, h] of [
          [0.995, 0.7],
          [0.95, 0.46],
        ] as const)
          drawKelp(stage, width * at, height * 1.06, height * h, dark, mid);
        rock(1);
      }
      drawHill(stage, height * 1.035, 14, 200, mid, dark, { length: 50 });
    },
  );
}
