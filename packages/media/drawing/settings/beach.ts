import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { drawProp } from '../props/index.ts';
import { limb, spline } from '../paths.ts';
import { drawGroundShine, frameSides } from '../scenery/frame.ts';
import { drawHill } from '../scenery/land.ts';
import type { Crest } from '../scenery/land.ts';
import { drawGrass, drawStones } from '../scenery/plants.ts';
import { drawBirds, drawFoam, drawSail, drawSand } from '../scenery/shore.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawWater } from '../scenery/water.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** Sand with shells and a castle somebody built, a sea that comes in, a headland with its lighthouse. */
export const beach: Setting = { place: 'outdoors', horizon: 0.71, draw };

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height, spec } = stage;
  const tone = (colour: string, depth = 0) => stage.tone(colour, depth);
  const sea = horizon - height * 0.17;
  const away = stage.side;
  drawSky(stage, {
    bottom: sea,
    also: () =>
      drawBirds(stage, width * (0.5 + away * 0.12), sea * 0.5, 5, 12, mix(tone('#f4f4f0', 0.3), grade.shade, 0.3)),
  });
  stage.layer(
    'headland',
    0.9,
    { lit: 0.3, wash: 0.22, broad: true, area: [view.x0, sea - 170, view.x1, sea + 4] },
    () => {
      const tip = width * (0.5 + away * 0.22);
      const end = away > 0 ? view.x1 + 60 : view.x0 - 60;
      const at = (t: number) => tip + (end - tip) * t;
      brush.at(at(0.26), sea - 20, 0.42, 0, away < 0, () =>
        brush.as('scenery', () => drawProp(brush, 'lighthouse', { state: grade.lamps ? 'lit' : 'out' })),
      );
      const rock = tone('#8a8478', 0.62);
      brush.shape(
        spline(
          [
            [tip, sea + 6],
            [at(0.08), sea - 12],
            [at(0.2), sea - 26],
            [at(0.34), sea - 24],
            [at(0.5), sea - 52],
            [at(0.72), sea - 66],
            [end, sea - 84],
            [end, sea + 8],
          ],
          0.7,
        ),
        mix(rock, tone(grade.grass.mid, 0.6), 0.35),
        { to: rock, along: [0, sea - 80, 0, sea], lift: 6 },
      );
    },
  );
  drawWater(stage, {
    top: sea,
    bottom: horizon + 26,
    depth: 0.74,
    colour: '#4fa0b0',
    reflects: ['headland'],
    waves: spec.weather === 'wind' || spec.weather === 'rain' ? 0.8 : 0.35,
    also: () => {
      const x = width * (0.5 - away * 0.26);
      if (!stage.isTaken(x, -40)) drawSail(stage, x, sea + 22, 34, 0.4, '#fbeedc');
      drawSail(stage, width * (0.5 - away * 0.06), sea + 7, 15, 0.7, '#f4d8c0');
    },
  });
  const { left, right } = frameSides(stage);
  stage.layer('sand', 0.42, { lit: 0.95, wash: 0.22, area: [view.x0, horizon - 90, view.x1, view.y1] }, () => {
    const crest = drawSand(stage, { wet: true, shells: 7 });
    drawFoam(stage, (x) => crest(x) + 3, 3);
    if (left === 'home' || left === 'plain') dune(stage, -1);
    if (right === 'home' || right === 'plain') dune(stage, 1);
    prints(stage, crest, away);
    castle(stage, stage.freeX(away > 0 ? [0.84, 0.53, 0.14] : [0.16, 0.47, 0.86], 60), crest);
    drawGroundShine(stage);
  });
  drawCast(stage, { feet: sandFeet(stage) });
  near(stage, left !== 'bare', right !== 'bare');
}

/** A sandcastle with a flag of leaf, small and a little crooked. */
function castle(stage: Stage, x: number, crest: Crest): void {
  const { brush, grade } = stage;
  if (stage.isTaken(x, 30)) return;
  const y = crest(x) + 66;
  const sand = stage.tone(grade.snowy ? '#e0dcd8' : '#e2c088');
  const dark = brush.darker(sand, 0.34);
  brush.contact(x, y + 3, 74, 13, 0.5);
  const tower = (tx: number, w: number, h: number) => {
    brush.shape(
      spline(
        [
          [tx - w, y],
          [tx - w * 0.84, y - h],
          [tx + w * 0.84, y - h],
          [tx + w, y],
        ],
        0.12,
      ),
      sand,
      { to: dark, along: stage.key.toward.x > 0 ? [tx + w, 0, tx - w, 0] : [tx - w, 0, tx + w, 0], lift: 3 },
    );
    for (const k of [-0.66, 0, 0.66])
      brush.shape(
        spline(
          [
            [tx + (k - 0.2) * w, y - h + 2],
            [tx + (k - 0.18) * w, y - h - 8],
            [tx + (k + 0.18) * w, y - h - 8],
            [tx + (k + 0.2) * w, y - h + 2],
          ],
          0.15,
        ),
        sand,
        { to: dark, along: [0, y - h - 8, 0, y - h + 12], lift: 1 },
      );
  };
  tower(x - 36, 19, 44);
  tower(x + 38, 18, 38);
  tower(x, 25, 68);
  brush.shape(
    spline(
      [
        [x - 58, y + 4],
        [x - 56, y - 18],
        [x + 56, y - 18],
        [x + 58, y + 4],
      ],
      0.14,
    ),
    sand,
    { to: dark, along: [0, y - 20, 0, y + 6], lift: 3 },
  );
  brush.dab(
    spline(
      [
        [x - 9, y + 3],
        [x - 9, y - 10],
        [x, y - 17],
        [x + 9, y - 10],
        [x + 9, y + 3],
      ],
      0.5,
    ),
    brush.darker(sand, 0.62),
  );
  brush.line(
    limb(
      [
        [x, y - 74],
        [x + 1, y - 106],
      ],
      [0.8, 0.8],
    ),
    stage.tone('#7a5a40'),
    2,
  );
  brush.shape(
    spline(
      [
        [x + 1, y - 106],
        [x + 30, y - 98],
        [x + 2, y - 88],
      ],
      0.2,
    ),
    stage.tone(grade.accent),
    { lift: 2 },
  );
}

/** Footprints from the water's edge to whoever is looked at. */
function prints(stage: Stage, crest: Crest, away: number): void {
  const { brush, spec, width, height, grade } = stage;
  const x1 = spec.focus.x * width - away * 40;
  const x0 = x1 - away * width * 0.34;
  for (let i = 0; i < 13; i++) {
    const t = i / 13;
    const x = x0 + (x1 - x0) * t;
    const y = crest(x) + 26 + t * (height * 0.1) + (i % 2 ? 5 : -4);
    brush.dab(brush.blob(x, y, 6 + t * 4, 2.6 + t * 1.8, 0.12, 7), mix(stage.tone('#c49a68'), grade.shade, 0.35), 0.55);
  }
}

/** A low dune at one side with its grass. */
function dune(stage: Stage, side: 1 | -1): void {
  const { brush, view, horizon, width, height, grade } = stage;
  const end = side > 0 ? view.x1 + 40 : view.x0 - 40;
  const tip = width * (0.5 + side * 0.28);
  const sand = stage.tone(grade.snowy ? '#f0f0f0' : '#f2deb0');
  const rise = horizon - height * 0.06;
  brush.shape(
    spline(
      [
        [end, rise - 12],
        [end - side * 130, rise + 14],
        [tip, horizon + 34],
        [end - side * 120, horizon + 66],
        [end, horizon + 74],
      ],
      0.8,
    ),
    sand,
    { to: mix(stage.tone('#cfa468'), grade.shade, 0.12), along: [0, rise, 0, horizon + 70], lift: 6, plate: true },
  );
  const tones = ['#8a9a58', '#b0a860', '#6f8450'].map((colour) =>
    stage.tone(grade.snowy ? mix(colour, '#c8c4b4', 0.5) : colour),
  );
  const line = (x: number) => rise + 8 + ((x - end) / (tip - end)) * 44;
  const [a, b] = side > 0 ? [tip + 80, view.x1] : [view.x0, tip - 80];
  drawGrass(stage, a, b, line, 54, [22, 66], tones, 2.2);
}

/** A little mound of sand over the feet. */
function sandFeet(stage: Stage): (x: number, y: number, half: number) => void {
  const { brush, grade } = stage;
  const sand = stage.tone(grade.snowy ? '#e8e4e0' : '#e6cb96');
  return (x, y, half) => {
    for (const dx of [-0.7, -0.1, 0.55])
      brush.dab(brush.blob(x + dx * half, y + 5, half * 0.34, half * 0.06 + 2, 0.2, 9), sand, 0.6);
  };
}

function near(stage: Stage, left: boolean, right: boolean): void {
  const { view, width, height, grade } = stage;
  stage.layer(
    'near',
    0,
    {
      soft: 2.8,
      lit: 0.6,
      wash: 0.1,
      rim: 0.2,
      area: [view.x0, height * 0.5, view.x1, view.y1],
      sway: { anchorY: height * 1.05, amount: 7, seconds: 4.4 },
    },
    () => {
      const dark = mix(stage.tone('#6f7c48'), grade.shade, 0.42);
      const tones = [dark, mix(dark, stage.tone('#b8b068'), 0.5), stage.tone('#a8a05c')];
      const rock = mix(stage.tone('#8a7a70'), grade.shade, 0.45);
      if (left && !stage.isQuiet(0, height)) {
        drawStones(
          stage,
          [
            [width * 0.03, height * 1.0, 66],
            [width * 0.13, height * 1.04, 36],
          ],
          rock,
        );
        drawGrass(stage, view.x0, width * 0.17, () => height * 1.08, 34, [90, 230], tones, 5);
      }
      if (right && !stage.isQuiet(width, height)) {
        drawStones(
          stage,
          [
            [width * 0.98, height * 1.0, 60],
            [width * 0.89, height * 1.05, 34],
          ],
          rock,
        );
        drawGrass(stage, width * 0.85, view.x1, () => height * 1.08, 34, [90, 220], tones, 5);
      }
      drawHill(
        stage,
        height * 1.03,
        12,
        240,
        stage.tone(grade.snowy ? '#e8e8e8' : '#e6c890'),
        mix(stage.tone('#b48a58'), grade.shade, 0.3),
        { length: 60 },
      );
    },
  );
}
