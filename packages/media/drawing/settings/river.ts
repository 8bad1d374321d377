import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { curve, limb, spline } from '../paths.ts';
import { frameSides, tuftFeet } from '../scenery/frame.ts';
import { drawMeadow, drawNearGrass } from '../scenery/ground.ts';
import { drawHill } from '../scenery/land.ts';
import { drawGrass, drawReeds, drawStones } from '../scenery/plants.ts';
import { drawShafts, drawSky } from '../scenery/sky.ts';
import { drawBush, drawTree } from '../scenery/trees.ts';
import { drawWater } from '../scenery/water.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A river between its banks: a wooden bridge, willows, stepping stones, a paper boat on its way. */
export const river: Setting = { place: 'outdoors', horizon: 0.76, draw };

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height, spec } = stage;
  const far = horizon - height * 0.25;
  const away = stage.side;
  drawSky(stage, { bottom: far });
  stage.layer(
    'far bank',
    0.86,
    { lit: 0.35, wash: 0.24, broad: true, area: [view.x0, far - 220, view.x1, far + 20] },
    () => {
      drawHill(stage, far - 84, 34, 300, stage.tone(grade.grass.mid, 0.86), stage.tone(grade.grass.lit, 0.8));
      const crest = drawHill(
        stage,
        far - 40,
        24,
        230,
        stage.tone(grade.grass.dark, 0.64),
        stage.tone(grade.grass.lit, 0.62),
      );
      for (let i = 0; i < 9; i++) {
        const x = view.x0 + ((i + brush.random()) / 9) * (view.x1 - view.x0);
        drawTree(stage, x, crest(x) + 6, brush.between(50, 90), 0.68);
      }
    },
  );
  stage.layer('banks', 0.68, { lit: 0.55, wash: 0.22, rim: 0.2, area: [view.x0, view.y0, view.x1, far + 40] }, () => {
    const crest = drawHill(
      stage,
      far - 6,
      14,
      260,
      stage.tone(grade.grass.mid, 0.36),
      stage.tone(grade.grass.dark, 0.4),
      { length: 60 },
    );
    for (const at of away > 0 ? [0.07, 0.92] : [0.93, 0.08]) {
      const x = width * at;
      willow(stage, x, crest(x) + 8, (at === 0.07 || at === 0.93 ? 250 : 170) * (stage.isPortrait ? 1.2 : 1), 0.36);
    }
    for (const at of [0.18, 0.46, 0.62, 0.8])
      drawBush(stage, width * at, crest(width * at) + 14, brush.between(20, 34), 0.4);
    bridge(stage, stage.freeX([0.5 + away * 0.2, 0.5 + away * 0.04, 0.5 - away * 0.3], -30), far + 12);
    drawReeds(
      stage,
      view.x0,
      view.x1,
      () => far + 14,
      46,
      [14, 40],
      stage.tone('#8a9a58', 0.4),
      stage.tone('#6a7a48', 0.4),
    );
  });
  drawWater(stage, {
    top: far + 6,
    bottom: horizon + 24,
    depth: 0.6,
    colour: '#4f8f9c',
    reflects: ['far bank', 'banks'],
    waves: spec.weather === 'wind' ? 0.5 : 0.22,
    also: () => {
      const x = stage.freeX([0.5 + away * 0.04, 0.5 - away * 0.3], 0);
      const deep = horizon - far;
      drawStones(
        stage,
        [
          [x - 96, far + deep * 0.34, 11],
          [x - 52, far + deep * 0.5, 15],
          [x, far + deep * 0.68, 19],
          [x + 66, far + deep * 0.86, 24],
        ],
        stage.tone('#8d949c', 0.2),
      );
      paperBoat(stage, stage.freeX([0.5 + away * 0.3, 0.5 - away * 0.14, 0.5 + away * 0.44], 20), far + deep * 0.62);
    },
  });
  drawShafts(stage, 0.54, 0.22);
  const { left, right } = frameSides(stage);
  drawMeadow(stage, {
    flowers: 34,
    before: () => {
      const tones = [stage.tone('#7f9450'), stage.tone('#5f7840')] as const;
      if (left !== 'bare') drawReeds(stage, view.x0, width * 0.15, () => horizon + 14, 17, [60, 130], ...tones);
      if (right !== 'bare') drawReeds(stage, width * 0.85, view.x1, () => horizon + 14, 17, [60, 130], ...tones);
      drawReeds(stage, width * 0.3, width * 0.7, () => horizon + 10, 9, [24, 50], ...tones);
    },
    also: (crest) => {
      drawStones(
        stage,
        [
          [width * 0.24, crest(width * 0.24) + 12, 17],
          [width * 0.29, crest(width * 0.29) + 18, 11],
          [width * 0.79, crest(width * 0.79) + 14, 14],
        ]
          .filter(([x]) => !stage.isTaken(x!, -10))
          .map(([x, y, r]) => [x!, y!, r!] as const),
        stage.tone('#8d949c', 0.05),
      );
      drawGrass(
        stage,
        view.x0,
        view.x1,
        (x) => crest(x) + 4,
        90,
        [10, 26],
        [stage.tone(grade.grass.mid), stage.tone(grade.grass.dark)],
        2,
      );
    },
  });
  drawCast(stage, { feet: tuftFeet(stage), waterline: (y, tall) => y + tall * 0.06, bank: horizon - 4 });
  drawNearGrass(stage, { flowers: false });
}

/** A willow: a leaning trunk, and long strands that hang to the water. */
export function willow(stage: Stage, x: number, y: number, height: number, depth: number): void {
  const { brush, grade } = stage;
  if (grade.bare) {
    drawTree(stage, x, y, height * 0.8, depth);
    return;
  }
  const bark = stage.tone('#6f5a48', depth);
  brush.shape(
    limb(
      [
        [x, y + 6],
        [x + height * 0.03, y - height * 0.4],
        [x - height * 0.02, y - height * 0.7],
      ],
      [height * 0.05, height * 0.034, height * 0.02],
    ),
    bark,
    { to: brush.darker(bark, 0.4), along: [x - 10, 0, x + 10, 0], lift: 3 },
  );
  const { dark, mid, lit } = grade.foliage;
  const tones = [
    stage.tone(dark, depth),
    stage.tone(mid, depth),
    stage.tone(mix(mid, lit, 0.5), depth),
    stage.tone(lit, depth),
  ];
  for (const [dx, dy, rx] of [
    [-0.2, -0.7, 0.2],
    [0.21, -0.68, 0.19],
    [0.02, -0.82, 0.24],
  ] as const) {
    brush.shape(brush.blob(x + dx * height, y + dy * height, rx * height, rx * height * 0.82, 0.1, 12), tones[0]!, {
      to: tones[1]!,
      along: [0, y + (dy + 0.2) * height, 0, y + (dy - 0.2) * height],
      lift: 3,
      edge: 0.12,
    });
  }
  const blown = stage.spec.weather === 'wind' ? height * 0.16 : 0;
  for (const [row, tone] of tones.entries()) {
    const path = limb(
      [
        [x, y - height],
        [x, y - height * 0.9],
      ],
      [2, 2],
    );
    for (let i = 0; i < 26; i++) {
      const t = brush.between(-1, 1);
      const sx = x + t * height * 0.3;
      const sy = y - height * (0.99 - t * t * 0.36) + brush.between(0, 0.12 + row * 0.04) * height;
      const l = height * brush.between(0.24, 0.66) * (1 - Math.abs(t) * 0.12);
      const ex = sx + t * height * 0.12 + blown;
      path.addPath(
        limb(
          [
            [sx, sy],
            [sx + t * height * 0.09, sy + l * 0.4],
            [ex, Math.min(y + 4, sy + l)],
          ],
          [height * 0.007 + 0.6, height * 0.011 + 0.6, 0.5],
        ),
      );
    }
    brush.dab(path, tone, 0.85);
  }
}

/** A small arched footbridge. */
function bridge(stage: Stage, x: number, y: number): void {
  const { brush, grade } = stage;
  const wood = stage.tone('#9a6f4c', 0.32);
  const half = 86;
  const arch = (dy: number) => (t: number) => y + dy - Math.sin(((t + 1) / 2) * Math.PI) * 24;
  const line = (dy: number) => [-1, -0.5, 0, 0.5, 1].map((t) => [x + t * half, arch(dy)(t)] as const);
  brush.shape(spline([...line(-8), ...line(3).reverse()], 0.7), wood, {
    to: brush.darker(wood, 0.4),
    along: [0, y - 30, 0, y],
    lift: 3,
  });
  for (const t of [-0.92, -0.46, 0, 0.46, 0.92])
    brush.shape(
      limb(
        [
          [x + t * half, arch(-4)(t)],
          [x + t * half, arch(-36)(t)],
        ],
        [2.6, 2.4],
      ),
      wood,
      { lift: 1 },
    );
  brush.line(curve(line(-34)), wood, 4.5);
  brush.line(curve(line(-21)), brush.darker(wood, 0.2), 2.5);
  for (const t of [-0.8, 0.8])
    brush.line(
      curve([
        [x + t * half, arch(-2)(t)],
        [x + t * half, y + 16],
      ]),
      brush.darker(wood, 0.3),
      5,
    );
  if (grade.snowy) brush.line(curve(line(-37)), stage.tone('#ffffff', 0.2), 4);
}

/** A boat folded from a page; by night it carries a light. */
function paperBoat(stage: Stage, x: number, y: number): void {
  const { brush, grade } = stage;
  const white = stage.tone('#fdfaf0', 0.08);
  const dim = mix(white, grade.shade, 0.26);
  if (grade.lamps) brush.as('light', () => brush.lamp(x, y - 22, 40, '#ffd070', 0.55));
  brush.shape(
    spline(
      [
        [x - 17, y - 10],
        [x, y - 38],
        [x + 17, y - 10],
      ],
      0.05,
    ),
    white,
    { to: dim, along: [x - 6, 0, x + 14, 0], lift: 2 },
  );
  brush.shape(
    spline(
      [
        [x - 36, y - 17],
        [x - 15, y - 10],
        [x + 15, y - 10],
        [x + 37, y - 18],
        [x + 22, y + 4],
        [x - 21, y + 4],
      ],
      0.05,
    ),
    white,
    { to: dim, along: [0, y - 16, 0, y + 4], lift: 2 },
  );
  brush.dab(brush.blob(x, y + 5, 36, 3, 0.1, 9), mix(grade.sky[0]!, '#ffffff', 0.3), 0.55);
}
