import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { ellipse, limb, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import { frameSides, tuftFeet } from '../scenery/frame.ts';
import { drawMeadow, drawNearGrass } from '../scenery/ground.ts';
import { drawHill } from '../scenery/land.ts';
import { drawReeds, drawStones } from '../scenery/plants.ts';
import { drawShafts, drawSky } from '../scenery/sky.ts';
import { drawBush, drawTree } from '../scenery/trees.ts';
import { drawWater } from '../scenery/water.ts';
import type { Stage } from '../stage.ts';
import { willow } from './river.ts';
import type { Setting } from './setting.ts';

/** Still water among trees: lilies, reeds, a jetty with a lamp at its end, dragonflies. */
export const pond: Setting = { place: 'outdoors', horizon: 0.76, draw };

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height, spec } = stage;
  const far = horizon - height * 0.22;
  const away = stage.side;
  drawSky(stage, { bottom: far });
  stage.layer(
    'far wood',
    0.86,
    { lit: 0.35, wash: 0.26, broad: true, area: [view.x0, view.y0, view.x1, far + 20] },
    () => {
      const crest = drawHill(
        stage,
        far - 50,
        24,
        240,
        stage.tone(grade.grass.dark, 0.7),
        stage.tone(grade.grass.lit, 0.72),
      );
      const count = Math.round(width / 92);
      for (let i = 0; i < count; i++) {
        const x = view.x0 + ((i + brush.random()) / count) * (view.x1 - view.x0);
        // A gap in the trees where the light comes through.
        if (Math.abs(x - stage.key.x) < 120) continue;
        drawTree(stage, x, crest(x) + 8, brush.between(90, 170), 0.66);
      }
      stage.style.mist(brush, view, far - 14, 40, grade.haze, 0.4);
    },
  );
  stage.layer(
    'far bank',
    0.68,
    { lit: 0.55, wash: 0.22, rim: 0.2, area: [view.x0, view.y0, view.x1, far + 40] },
    () => {
      const crest = drawHill(
        stage,
        far - 4,
        12,
        260,
        stage.tone(grade.grass.mid, 0.38),
        stage.tone(grade.grass.dark, 0.4),
        { length: 60 },
      );
      const x = width * (0.5 - away * 0.4);
      willow(stage, x, crest(x) + 8, stage.isPortrait ? 300 : 250, 0.3);
      for (const at of [0.22, 0.36, 0.64, 0.82])
        drawBush(stage, width * at, crest(width * at) + 14, brush.between(18, 32), 0.42);
      drawReeds(
        stage,
        view.x0,
        view.x1,
        () => far + 12,
        54,
        [16, 46],
        stage.tone('#8a9a58', 0.4),
        stage.tone('#6a7a48', 0.4),
      );
    },
  );
  drawWater(stage, {
    top: far + 4,
    bottom: horizon + 24,
    depth: 0.6,
    colour: '#4c8a80',
    reflects: ['far wood', 'far bank'],
    waves: spec.weather === 'wind' ? 0.4 : 0.1,
    also: () => {
      jetty(stage, away, far, horizon);
      lilies(stage, far, horizon);
      if (spec.weather === 'rain') rings(stage, far, horizon);
    },
  });
  drawShafts(stage, 0.54, 0.24);
  const { left, right } = frameSides(stage);
  drawMeadow(stage, {
    flowers: 30,
    before: () => {
      const tones = [stage.tone('#7f9450'), stage.tone('#5f7840')] as const;
      if (left !== 'bare') drawReeds(stage, view.x0, width * 0.19, () => horizon + 16, 20, [70, 170], ...tones);
      if (right !== 'bare') drawReeds(stage, width * 0.82, view.x1, () => horizon + 16, 20, [70, 170], ...tones);
    },
    also: (crest) => {
      const spots = [0.2, 0.47, 0.53, 0.8].map((at) => width * at).filter((x) => !stage.isTaken(x, -10));
      drawStones(
        stage,
        spots.map((x, i) => [x, crest(x) + 10 + (i % 2) * 7, 11 + (i % 3) * 5] as const),
        stage.tone('#8d949c', 0.05),
      );
    },
  });
  drawCast(stage, {
    feet: tuftFeet(stage),
    waterline: (y, tall) => y + tall * 0.06,
    bank: horizon - 4,
    after: () => dragonflies(stage, far),
  });
  drawNearGrass(stage, { flowers: false });
}

/** Planks on posts out into the water, a lamp on the last one. */
function jetty(stage: Stage, away: number, far: number, near: number): void {
  const { brush, grade, width } = stage;
  const wood = stage.tone('#94704f', 0.2);
  const y = far + (near - far) * 0.46;
  const end = width * (0.5 + away * 0.24);
  const start = away > 0 ? stage.view.x1 + 20 : stage.view.x0 - 20;
  for (const t of [0.02, 0.4, 0.8])
    brush.shape(
      limb(
        [
          [end + (start - end) * t, y + 30],
          [end + (start - end) * t, y - 22],
        ],
        [5, 4.5],
      ),
      brush.darker(wood, 0.3),
      { lift: 2 },
    );
  brush.shape(
    spline(
      [
        [end, y - 8],
        [start, y - 14],
        [start, y + 6],
        [end - away * 8, y + 8],
      ],
      0.06,
    ),
    wood,
    { to: brush.darker(wood, 0.4), along: [0, y - 14, 0, y + 8], lift: 4 },
  );
  for (let i = 1; i < 12; i++) {
    const x = end + ((start - end) * i) / 12;
    brush.line(
      limb(
        [
          [x, y - 9],
          [x - away * 3, y + 7],
        ],
        [0.5, 0.5],
      ),
      brush.darker(wood, 0.5),
      1.2,
      0.6,
    );
  }
  const px = end + away * 12;
  brush.shape(
    limb(
      [
        [px, y - 4],
        [px, y - 62],
      ],
      [3.4, 2.8],
    ),
    brush.darker(wood, 0.2),
    { lift: 2 },
  );
  if (grade.lamps) brush.as('light', () => brush.lamp(px - away * 12, y - 52, 58, '#ffc868', 0.65));
  brush.line(
    limb(
      [
        [px, y - 62],
        [px - away * 13, y - 62],
      ],
      [1, 1],
    ),
    brush.darker(wood, 0.4),
    2.4,
  );
  const pane = spline(
    [
      [px - away * 12 - 6, y - 42],
      [px - away * 12 - 5, y - 57],
      [px - away * 12 + 5, y - 57],
      [px - away * 12 + 6, y - 42],
    ],
    0.3,
  );
  brush.as(grade.lamps ? 'light' : 'scenery', () =>
    brush.shape(pane, grade.lamps ? '#ffe6a0' : stage.tone('#b8c4c0', 0.2), { lift: 1 }),
  );
}

/** Lily pads that grow towards the viewer, a few in flower. */
function lilies(stage: Stage, far: number, near: number): void {
  const { brush, grade, view } = stage;
  if (grade.bare) return;
  const pads = Array.from({ length: 26 }, () => ({
    x: brush.between(view.x0, view.x1),
    t: brush.between(0.22, 1),
  })).sort((a, b) => a.t - b.t);
  for (const { x, t } of pads) {
    const y = far + (near - far) * t;
    const r = (8 + 20 * t) * brush.between(0.75, 1.15);
    const green = stage.tone(mix('#5f9a58', '#a8b860', brush.random() * 0.5), 0.34 - t * 0.24);
    const gap = brush.between(0.2, 2.6);
    const pad: Point[] = [[x, y]];
    for (let i = 0; i <= 10; i++) {
      const a = gap + 0.25 + (i / 10) * (6.283 - 0.5);
      pad.push([x + Math.cos(a) * r, y + Math.sin(a) * r * 0.36]);
    }
    brush.dab(ellipse(x, y + r * 0.12, r * 1.02, r * 0.38), mix(grade.shade, green, 0.4), 0.35);
    brush.shape(spline(pad, 0.5), green, {
      to: brush.darker(green, 0.24),
      along: [x - r, y, x + r, y],
      lift: 1.5,
      edge: 0.2,
    });
    if (brush.random() > 0.32) continue;
    const petal = stage.tone(brush.choose(['#fff4f0', '#f8c8d4', '#fff4f0']), 0.1);
    for (const a of [-2.9, -0.25, -2.35, -0.8, -1.57]) {
      const l = r * 0.62;
      brush.shape(
        spline(
          [
            [x, y - 1],
            [x + Math.cos(a - 0.3) * l * 0.7, y + Math.sin(a - 0.3) * l * 0.6],
            [x + Math.cos(a) * l, y + Math.sin(a) * l * 0.9],
            [x + Math.cos(a + 0.3) * l * 0.7, y + Math.sin(a + 0.3) * l * 0.6],
          ],
          0.8,
        ),
        petal,
        { lift: 1, edge: 0.16 },
      );
    }
    brush.dab(ellipse(x, y - r * 0.14, r * 0.15, r * 0.1), stage.tone('#f0b84c', 0.05));
  }
}

/** Rings where drops fall. */
function rings(stage: Stage, far: number, near: number): void {
  const { brush, view, grade } = stage;
  for (let i = 0; i < 34; i++) {
    const t = brush.random();
    const r = brush.between(5, 16) * (0.4 + t);
    brush.line(
      ellipse(brush.between(view.x0, view.x1), far + (near - far) * t, r, r * 0.3),
      mix(grade.sky[0]!, '#ffffff', 0.3),
      1.2,
      0.5,
    );
  }
}

function dragonflies(stage: Stage, far: number): void {
  const { brush, width, spec } = stage;
  if (['snow', 'rain'].includes(spec.weather) || spec.season === 'winter') return;
  for (const [at, dy, turn] of [
    [0.53, -34, -0.4],
    [0.14, -10, 0.5],
    [0.9, -60, 2.6],
  ] as const) {
    const x = at * width;
    if (stage.isTaken(x, 0)) continue;
    brush.at(x, far + dy, 1, turn, false, () => {
      const wing = mix(stage.tone('#e4f4f4', 0.1), '#ffffff', 0.3);
      for (const a of [-2.1, -1.2, 2.1, 1.2])
        brush.dab(
          spline(
            [
              [2, 0],
              [Math.cos(a) * 9 - 3, Math.sin(a) * 11],
              [Math.cos(a) * 15, Math.sin(a) * 18],
              [Math.cos(a) * 9 + 4, Math.sin(a) * 11],
            ],
            0.9,
          ),
          wing,
          0.7,
        );
      brush.dab(
        limb(
          [
            [-19, 0],
            [4, 0],
            [8, 0],
          ],
          [0.8, 2, 2.4],
        ),
        stage.tone('#2f8a9a'),
      );
    });
  }
}
