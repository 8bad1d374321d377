import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import { drawProp } from '../props/index.ts';
import { drawStreet } from '../scenery/buildings.ts';
import { drawGroundShine } from '../scenery/frame.ts';
import { drawHill } from '../scenery/land.ts';
import { drawBirds, drawSail } from '../scenery/shore.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawWater } from '../scenery/water.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A small harbour: a quay of planks, moored boats, coloured houses across the water, a lighthouse. */
export const harbour: Setting = { place: 'outdoors', horizon: 0.76, draw };

function draw(stage: Stage): void {
  const { grade, view, horizon, width, height, spec } = stage;
  const shore = horizon - Math.min(190, height * 0.26);
  const lightX = width * (spec.focus.x < 0.5 ? 0.82 : 0.18);
  drawSky(stage, { bottom: shore });
  stage.layer('far shore', 0.82, { lit: 0.5, wash: 0.22, area: [view.x0, shore - 260, view.x1, shore + 20] }, () => {
    drawHill(stage, shore - 30, 26, 260, stage.tone(grade.grass.mid, 0.82), stage.tone(grade.grass.dark, 0.8), {
      length: 60,
    });
    drawStreet(
      stage,
      shore + 4,
      spec.focus.x < 0.5 ? view.x0 : width * 0.34,
      spec.focus.x < 0.5 ? width * 0.66 : view.x1,
      0.72,
      0.6,
    );
    lighthouse(stage, lightX, shore + 6);
    if (spec.timeOfDay === 'day' || spec.timeOfDay === 'golden-hour')
      drawBirds(stage, width * 0.5, height * 0.2, 5, 9, stage.tone('#5a6478', 0.5));
  });
  drawWater(stage, { top: shore, bottom: horizon + 60, depth: 0.62, reflects: ['far shore'], waves: 0.2 });
  stage.layer(
    'boats',
    0.52,
    {
      lit: 0.85,
      wash: 0.16,
      rim: 0.24,
      area: [view.x0, shore - 130, view.x1, horizon + 60],
      sway: { anchorY: horizon, amount: 2.4, seconds: 5 },
    },
    () => {
      drawSail(stage, stage.freeX([0.54, 0.4, 0.64], -30), shore + 42, 58, 0.4, '#f2e4c8');
      for (const [at, colour] of [
        [spec.focus.x < 0.5 ? 0.7 : 0.3, '#4f7fa0'],
        [spec.focus.x < 0.5 ? 0.9 : 0.1, '#b8544a'],
      ] as const) {
        moored(stage, at * width, horizon - 18, colour);
      }
    },
  );
  stage.layer(
    'quay',
    0.42,
    { lit: 0.95, wash: 0.18, rim: 0.16, area: [view.x0, horizon - 70, view.x1, view.y1] },
    () => {
      quay(stage);
      for (const at of [0.06, 0.5, 0.94]) {
        if (!stage.isTaken(at * width, 6)) bollard(stage, at * width, horizon + 34);
      }
      drawGroundShine(stage, 0.16);
    },
  );
  drawCast(stage);
  nearNets(stage);
}

function quay(stage: Stage): void {
  const { brush, view, horizon, grade } = stage;
  const wood = stage.tone(grade.snowy ? '#dfe6f0' : '#a88464');
  brush.shape(
    spline(
      [
        [view.x0 - 60, horizon + 6],
        [view.x1 + 60, horizon],
        [view.x1 + 60, view.y1 + 60],
        [view.x0 - 60, view.y1 + 60],
      ],
      0.04,
    ),
    wood,
    { to: mix(wood, grade.shade, 0.45), along: [0, horizon, 0, view.y1], lift: 8, plate: true },
  );
  for (let row = 0, y = horizon + 20; y < view.y1; row++, y += 20 + row * 7) {
    brush.line(
      curve([
        [view.x0, y],
        [stage.width * 0.5, y + brush.between(-2, 2)],
        [view.x1, y - 3],
      ]),
      mix(wood, grade.shade, 0.6),
      3,
      0.5,
    );
    for (let i = 0; i < 6; i++) {
      const x = brush.between(view.x0, view.x1);
      brush.line(
        curve([
          [x, y + 2],
          [x + 3, y + 20 + row * 7],
        ]),
        mix(wood, grade.shade, 0.6),
        2.4,
        0.4,
      );
      brush.dab(ellipse(x + 8, y + 8, 2, 1.6), mix(wood, grade.shade, 0.7), 0.6);
    }
  }
  brush.shape(box(view.x0 - 60, horizon - 2, view.x1 + 60, horizon + 12, 0.02), brush.darker(wood, 0.12), {
    to: brush.darker(wood, 0.4),
    along: [0, horizon, 0, horizon + 12],
    lift: 4,
  });
}

function bollard(stage: Stage, x: number, foot: number): void {
  const { brush } = stage;
  const iron = stage.tone('#5a5660', 0.04);
  brush.contact(x, foot + 2, 26, 6, 0.45);
  brush.shape(
    spline(
      [
        [x - 15, foot],
        [x - 13, foot - 34],
        [x - 20, foot - 46],
        [x, foot - 54],
        [x + 20, foot - 46],
        [x + 13, foot - 34],
        [x + 15, foot],
      ],
      0.5,
    ),
    iron,
    { to: brush.darker(iron, 0.4), along: [x - 16, 0, x + 16, 0], lift: 4 },
  );
  const rope = stage.tone('#dcc08c', 0.04);
  for (const dy of [-16, -10])
    brush.line(
      curve([
        [x - 16, foot + dy],
        [x, foot + dy + 5],
        [x + 16, foot + dy],
      ]),
      rope,
      5,
    );
  brush.line(
    curve([
      [x + 14, foot - 12],
      [x + 54, foot - 22],
      [x + 96, foot - 46],
    ]),
    rope,
    3.4,
  );
}

function moored(stage: Stage, x: number, y: number, colour: string): void {
  const { brush } = stage;
  const hull = stage.tone(colour, 0.16);
  brush.line(
    curve([
      [x - 6, y - 8],
      [x - 4, y - 128],
    ]),
    stage.tone('#7a5a44', 0.2),
    5,
  );
  brush.line(
    curve([
      [x - 4, y - 120],
      [x + 62, y - 22],
    ]),
    stage.tone('#d8c090', 0.2),
    1.8,
    0.8,
  );
  brush.shape(
    spline(
      [
        [x - 3, y - 122],
        [x + 30, y - 112],
        [x - 3, y - 100],
      ],
      0.2,
    ),
    stage.tone(stage.grade.accent, 0.2),
    { lift: 2 },
  );
  brush.shape(
    spline(
      [
        [x - 78, y - 26],
        [x - 40, y - 20],
        [x + 46, y - 20],
        [x + 88, y - 36],
        [x + 66, y + 8],
        [x - 56, y + 10],
      ],
      0.55,
    ),
    hull,
    { to: brush.darker(hull, 0.45), along: [x, y - 30, x, y + 10], lift: 5, halo: 2 },
  );
  brush.line(
    curve([
      [x - 76, y - 22],
      [x - 40, y - 15],
      [x + 46, y - 15],
      [x + 84, y - 31],
    ]),
    stage.tone('#f4e8d0', 0.14),
    5,
  );
  brush.shape(
    spline(
      [
        [x - 34, y - 22],
        [x - 32, y - 50],
        [x + 16, y - 50],
        [x + 22, y - 22],
      ],
      0.2,
    ),
    stage.tone('#f0e2c8', 0.16),
    { lift: 3 },
  );
  if (stage.grade.lamps) {
    brush.as('light', () => {
      brush.glow(x - 8, y - 36, 40, stage.grade.lamp, 0.5, 3);
      brush.dab(ellipse(x - 8, y - 36, 6.5, 7), '#fff0b8');
    });
  }
}

function lighthouse(stage: Stage, x: number, foot: number): void {
  const { brush, grade } = stage;
  brush.shape(
    spline(
      [
        [x - 90, foot + 6],
        [x - 50, foot - 16],
        [x + 40, foot - 18],
        [x + 96, foot + 6],
      ],
      0.7,
    ),
    stage.tone('#8a8478', 0.6),
    { lift: 3 },
  );
  brush.at(x, foot - 12, 1.05, 0, false, () => drawProp(brush, 'lighthouse', { state: grade.lamps ? 'lit' : 'out' }));
}

/** Floats and a net, soft, right before the viewer. */
function nearNets(stage: Stage): void {
  const { brush, width, height, view, spec, grade } = stage;
  if (['close', 'birds-eye'].includes(spec.camera.shot)) return;
  const right = !stage.isTaken(width * 0.95, 0);
  const edge = right ? view.x1 + 20 : view.x0 - 20;
  const side = right ? -1 : 1;
  const dark = mix(stage.tone('#5a5048'), grade.shade, 0.35);
  stage.layer(
    'near',
    0,
    { soft: 2.6, lit: 0.6, wash: 0.1, rim: 0.16, area: [view.x0, height * 0.72, view.x1, view.y1] },
    () => {
      brush.shape(
        spline(
          [
            [edge, view.y1 + 40],
            [edge, height * 0.84],
            [edge + side * 70, height * 0.86],
            [edge + side * 150, height * 0.94],
            [edge + side * 200, view.y1 + 40],
          ],
          0.8,
        ),
        dark,
        { lift: 5 },
      );
      for (const [dx, dy, r, colour] of [
        [40, 0.85, 26, '#d0644c'],
        [98, 0.9, 22, '#e8b858'],
        [20, 0.93, 28, '#6f98a0'],
      ] as const) {
        const tone = stage.tone(colour);
        brush.shape(ellipse(edge + side * dx, height * dy, r, r), tone, {
          to: brush.darker(tone, 0.4),
          along: [edge, height * dy - r, edge, height * dy + r],
          lift: 4,
        });
      }
    },
  );
}
