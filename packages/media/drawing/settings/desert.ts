import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { curve, limb, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import { drawProp } from '../props/index.ts';
import { drawGroundShine, frameSides } from '../scenery/frame.ts';
import { drawHill, mound } from '../scenery/land.ts';
import type { Crest } from '../scenery/land.ts';
import { drawFlowers, drawGrass, drawStones } from '../scenery/plants.ts';
import { drawSand } from '../scenery/shore.ts';
import { drawSky } from '../scenery/sky.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** Dunes to the horizon, table mountains, a pool with palms and a tent with a lantern, tracks that lead there. */
export const desert: Setting = { place: 'outdoors', horizon: 0.71, draw };

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height, spec } = stage;
  const away = stage.side;
  const campX = stage.freeX([0.5 + away * 0.2, 0.5 + away * 0.32, 0.5 - away * 0.3], 20);
  drawSky(stage, { bottom: horizon * 0.7, spread: 240 });
  stage.layer(
    'table mountains',
    0.92,
    { lit: 0.3, wash: 0.24, broad: true, area: [view.x0, horizon - 300, view.x1, horizon] },
    () => {
      for (const [at, w, h] of [
        [0.16, 170, 130],
        [0.42, 90, 76],
        [0.86, 200, 150],
        [0.66, 60, 96],
      ] as const)
        mesa(stage, width * at, horizon - 96, w, h, 0.76);
      stage.style.mist(brush, view, horizon - 100, 46, grade.haze, 0.5);
    },
  );
  stage.layer(
    'far dunes',
    0.82,
    { lit: 0.4, wash: 0.24, broad: true, area: [view.x0, horizon - 200, view.x1, horizon + 20] },
    () => {
      dune(stage, horizon - 104, 44, 340, 0.76);
      dune(stage, horizon - 70, 38, 280, 0.6);
    },
  );
  stage.layer(
    'camp',
    0.62,
    { lit: 0.65, wash: 0.22, rim: 0.16, area: [view.x0, horizon - 260, view.x1, horizon + 60] },
    () => {
      const crest = dune(stage, horizon - 26, 28, 300, 0.36, mound(campX, 260, 20));
      oasis(stage, campX, crest);
    },
  );
  const { left, right } = frameSides(stage);
  stage.layer('sand', 0.42, { lit: 0.95, wash: 0.22, area: [view.x0, view.y0, view.x1, view.y1] }, () => {
    const crest = drawSand(stage, { colour: '#eabf82' });
    tracks(stage, crest, campX);
    const spots = [0.15, 0.22, 0.5, 0.56, 0.83].map((at) => width * at).filter((x) => !stage.isTaken(x, -6));
    drawStones(
      stage,
      spots.map((x, i) => [x, crest(x) + 24 + (i % 3) * 26, 8 + (i % 3) * 5] as const),
      stage.tone('#a8704c', 0.05),
    );
    for (const at of [0.12, 0.29, 0.47, 0.61, 0.76, 0.9]) {
      const x = width * at;
      if (!stage.isTaken(x, -10))
        drawGrass(
          stage,
          x - 16,
          x + 16,
          () => crest(x) + 30,
          11,
          [14, 36],
          [stage.tone('#a89a54'), stage.tone('#7f8448'), stage.tone('#c8b468')],
          1.8,
        );
    }
    if (spec.season === 'spring') {
      // After rain the desert flowers.
      drawFlowers(
        stage,
        60,
        (x) => crest(x) + 16,
        height * 0.98,
        5,
        [stage.tone('#f4a0b8'), stage.tone('#fff0d8'), stage.tone(grade.accent), stage.tone('#c890d8')],
        stage.tone('#7f9458'),
      );
    }
    if (left === 'home') palm(stage, width * 0.09, horizon + 46, height * 0.5, 1, 0.06);
    if (right === 'home') palm(stage, width * 0.92, horizon + 46, height * 0.5, -1, 0.06);
    drawGroundShine(stage);
  });
  const sand = stage.tone(grade.snowy ? '#eae4de' : '#e8be84');
  drawCast(stage, {
    feet: (x, y, half) => {
      for (const dx of [-0.7, -0.1, 0.55])
        brush.dab(brush.blob(x + dx * half, y + 5, half * 0.34, half * 0.06 + 2, 0.2, 9), sand, 0.6);
    },
  });
  near(stage, left !== 'bare', right !== 'bare');
}

/** A dune with a sharp ridge: bright where the light is, dark on the other side. */
function dune(
  stage: Stage,
  y: number,
  height: number,
  step: number,
  depth: number,
  bump?: (x: number) => number,
): Crest {
  const { brush, view, key, grade } = stage;
  const own = grade.snowy ? mix('#e8b878', '#f4f4f8', 0.6) : '#e8b878';
  const lit = stage.tone(mix(own, '#ffe8c0', 0.3), depth);
  const dark = stage.tone(mix(own, '#9a5c3c', 0.55), depth);
  const crest = drawHill(stage, y, height, step, lit, stage.tone(own, depth), {
    length: 110,
    ...(bump ? { bump } : {}),
  });
  const side = key.toward.x > 0 ? -1 : 1;
  for (let x = view.x0 + brush.between(0, 200); x < view.x1; x += step * brush.between(0.8, 1.5)) {
    const l = step * brush.between(0.5, 0.9);
    const ridge: Point[] = [0, 0.25, 0.5, 0.75, 1].map((t) => [x + side * t * l, crest(x + side * t * l) + t * t * 36]);
    const foot: Point[] = [0.9, 0.5, 0.15].map((t) => [x + side * (t * l + 30), crest(x + side * t * l) + 14 + t * 46]);
    brush.dab(spline([...ridge, ...foot], 0.8), mix(dark, grade.shade, 0.08), 0.5);
  }
  return crest;
}

function mesa(stage: Stage, x: number, y: number, w: number, h: number, depth: number): void {
  const { brush } = stage;
  const rock = stage.tone('#b8684c', depth);
  const path = spline(
    [
      [x - w, y + 20],
      [x - w * 0.78, y - h * 0.5],
      [x - w * 0.6, y - h * 0.6],
      [x - w * 0.55, y - h],
      [x - w * 0.1, y - h * 1.04],
      [x + w * 0.5, y - h * 0.97],
      [x + w * 0.58, y - h * 0.58],
      [x + w * 0.8, y - h * 0.44],
      [x + w * 1.05, y + 20],
    ],
    0.25,
  );
  brush.shape(path, rock, { to: stage.tone('#d8a070', depth + 0.1), along: [0, y - h, 0, y + 20], lift: 6 });
  brush.clip(path, () => {
    for (const t of [0.25, 0.45, 0.7])
      brush.line(
        curve([
          [x - w, y - h * t],
          [x - w * 0.3, y - h * t + 4],
          [x + w * 0.4, y - h * t - 2],
          [x + w, y - h * t + 3],
        ]),
        brush.darker(rock, 0.4),
        2.4,
        0.3,
      );
  });
}

/** A pool, palms, and a tent whose lantern is lit when it gets dark. */
function oasis(stage: Stage, x: number, crest: Crest): void {
  const { brush, grade } = stage;
  const y = crest(x) + 16;
  brush.shape(brush.blob(x - 64, y + 14, 86, 11, 0.08, 14), mix('#5fa8b0', grade.sky[1]!, 0.45), {
    to: mix('#3f8a98', grade.sky[3]!, 0.4),
    along: [0, y, 0, y + 26],
    lift: 0,
  });
  for (const [dx, h, side] of [
    [-126, 110, 1],
    [-96, 140, -1],
    [-20, 96, 1],
    [-150, 82, -1],
  ] as const)
    palm(stage, x + dx, y + 8, h, side, 0.34);
  drawGrass(
    stage,
    x - 152,
    x + 14,
    () => y + 8,
    50,
    [8, 22],
    [stage.tone('#6f8f4c', 0.3), stage.tone('#8aa858', 0.3)],
    1.6,
  );
  if (grade.lamps) stage.light(x + 64, y, 150, grade.lamp, 0.5);
  brush.at(x + 64, y + 8, 0.5, 0, false, () =>
    brush.as('actor', () =>
      drawProp(brush, 'tent', { colour: stage.tone(grade.accent, 0.2), state: grade.lamps ? 'lit' : 'open' }),
    ),
  );
  brush.at(x + 118, y + 10, 0.34, 0, false, () =>
    brush.as('actor', () => drawProp(brush, 'lantern', { state: grade.lamps ? 'lit' : 'out' })),
  );
}

/** A date palm leaning to one side. */
function palm(stage: Stage, x: number, y: number, height: number, side: 1 | -1, depth: number): void {
  const { brush, grade } = stage;
  const bark = stage.tone('#8a6448', depth);
  const top: Point = [x + side * height * 0.2, y - height * 0.78];
  const trunk = limb(
    [[x, y + 4], [x + side * height * 0.05, y - height * 0.4], top],
    [height * 0.036, height * 0.026, height * 0.02],
  );
  brush.contact(x, y + 2, height * 0.14, height * 0.025, 0.4);
  brush.shape(trunk, bark, { to: brush.darker(bark, 0.4), along: [x - 8, 0, x + 8, 0], lift: 3 });
  brush.clip(trunk, () => {
    for (let t = 0.05; t < 1; t += 0.07) {
      const px = x + side * height * 0.2 * t * t;
      const py = y - height * 0.78 * t;
      brush.line(
        curve([
          [px - 14, py - 3],
          [px, py + 3],
          [px + 14, py - 3],
        ]),
        brush.darker(bark, 0.45),
        Math.max(1, height * 0.009),
        0.5,
      );
    }
  });
  const blown = stage.spec.weather === 'wind' ? 0.22 : 0;
  for (const [index, a] of [-3.05, -0.1, -2.65, -0.5, -2.2, -0.95, -1.5].entries()) {
    const l = height * brush.between(0.36, 0.46);
    const angle = a + blown;
    const at = (t: number): Point => [
      top[0] + Math.cos(angle) * l * t,
      top[1] + Math.sin(angle) * l * t + l * 0.5 * t * t,
    ];
    const green = index % 2 ? stage.tone(grade.bare ? '#6f8a58' : '#5f8f4c', depth) : stage.tone('#8aac58', depth);
    const leaf: Point[] = [at(0)];
    for (let i = 1; i <= 6; i++) leaf.push([at(i / 6)[0], at(i / 6)[1] - (i < 6 ? l * 0.05 : 0)]);
    for (let i = 11; i >= 1; i--) leaf.push([at(i / 12)[0], at(i / 12)[1] + l * (i % 2 ? 0.12 : 0.05)]);
    brush.shape(spline(leaf, 0.4), green, {
      to: brush.darker(green, 0.3),
      along: [0, top[1], 0, top[1] + l * 0.5],
      lift: 2,
      edge: 0.15,
    });
  }
  for (const dx of [-0.03, 0.02, 0.05])
    brush.dab(
      brush.blob(top[0] + dx * height, top[1] + height * 0.03, height * 0.024, height * 0.028, 0.06, 8),
      stage.tone('#b5703c', depth),
    );
}

/** Tracks over the sand to the camp. */
function tracks(stage: Stage, crest: Crest, campX: number): void {
  const { brush, spec, width, height, grade } = stage;
  const x0 = spec.focus.x * width + (campX > spec.focus.x * width ? 60 : -60);
  const y0 = height * 0.9;
  for (let i = 0; i < 13; i++) {
    const t = (i + 0.5) / 13;
    const r = 8 * (1 - t * 0.66);
    const x = x0 + (campX - x0) * t + (i % 2 ? 7 : -7) * (1 - t);
    brush.dab(
      brush.blob(x, y0 + (crest(campX) + 6 - y0) * t ** 0.85, r, r * 0.46, 0.12, 8),
      mix(stage.tone('#b07a4c'), grade.shade, 0.3),
      0.5,
    );
  }
}

function near(stage: Stage, left: boolean, right: boolean): void {
  const { brush, grade, view, width, height } = stage;
  const dark = mix(stage.tone('#8a5440'), grade.shade, 0.45);
  stage.layer(
    'near',
    0,
    {
      soft: 2.8,
      lit: 0.6,
      wash: 0.1,
      rim: 0.2,
      area: [view.x0, height * 0.5, view.x1, view.y1],
      sway: { anchorY: height * 1.05, amount: 5, seconds: 4.8 },
    },
    () => {
      const tones = [dark, mix(dark, stage.tone('#a89a54'), 0.6), stage.tone('#b8a860')];
      if (left) {
        brush.shape(
          spline(
            [
              [view.x0 - 40, height * 1.1],
              [view.x0 - 40, height * 0.82],
              [width * 0.03, height * 0.84],
              [width * 0.09, height * 0.93],
              [width * 0.14, height * 1.1],
            ],
            0.6,
          ),
          dark,
          { to: mix(dark, stage.tone('#d89a70'), 0.4), along: [0, height, 0, height * 0.8], lift: 6 },
        );
        drawGrass(stage, width * 0.05, width * 0.18, () => height * 1.08, 20, [70, 180], tones, 4.5);
      }
      if (right) {
        brush.shape(
          spline(
            [
              [view.x1 + 40, height * 1.1],
              [view.x1 + 40, height * 0.86],
              [width * 0.97, height * 0.87],
              [width * 0.92, height * 0.95],
              [width * 0.87, height * 1.1],
            ],
            0.6,
          ),
          dark,
          { to: mix(dark, stage.tone('#d89a70'), 0.4), along: [0, height, 0, height * 0.8], lift: 6 },
        );
        drawGrass(stage, width * 0.83, width * 0.95, () => height * 1.08, 20, [70, 170], tones, 4.5);
      }
      drawHill(
        stage,
        height * 1.03,
        12,
        300,
        stage.tone(grade.snowy ? '#e8e2dc' : '#e0ac70'),
        mix(stage.tone('#a8744c'), grade.shade, 0.3),
        { length: 60 },
      );
    },
  );
}
