import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import { drawSmoke, drawStreet, drawWindow } from '../scenery/buildings.ts';
import { drawGroundShine } from '../scenery/frame.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawTree } from '../scenery/trees.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** Over the roofs of a town: gables behind gables, chimneys, a ridge to sit on, washing on a line. */
export const rooftops: Setting = { place: 'outdoors', horizon: 0.76, draw };

function draw(stage: Stage): void {
  const { grade, view, horizon, width, height, spec } = stage;
  drawSky(stage, { bottom: horizon * 0.8 });
  stage.layer('far town', 0.86, { lit: 0.4, wash: 0.22, area: [view.x0, horizon - 300, view.x1, horizon + 40] }, () => {
    drawStreet(stage, horizon - 20, view.x0, view.x1, 0.62, 0.8);
    stage.style.mist(stage.brush, view, horizon - 40, 60, grade.haze, 0.4);
  });
  stage.layer(
    'town',
    0.66,
    { lit: 0.6, wash: 0.2, rim: 0.2, area: [view.x0, horizon - 320, view.x1, horizon + 80] },
    () => {
      // Trees of the yards look over the roofs.
      for (const at of [0.1, 0.36, 0.61, 0.9]) drawTree(stage, width * at, horizon + 30, 210, 0.56);
      gables(stage, horizon + 60, 150, 0.5);
      stage.style.mist(stage.brush, view, horizon + 30, 50, grade.haze, 0.35);
    },
  );
  stage.layer(
    'washing',
    0.55,
    {
      lit: 0.8,
      wash: 0.14,
      area: [view.x0, horizon - 280, view.x1, horizon + 60],
      sway: { anchorY: horizon - 220, amount: 4, seconds: 4 },
    },
    () => {
      if (spec.weather !== 'rain' && spec.weather !== 'snow' && !stage.isQuiet(width * 0.8, height * 0.3))
        washing(stage, spec.focus.x < 0.5 ? width * 0.62 : width * 0.02, horizon - 200);
    },
  );
  stage.layer('ground', 0.42, { lit: 0.95, wash: 0.2, rim: 0.22, area: [view.x0, view.y0, view.x1, view.y1] }, () => {
    const chimneyX = stage.freeX(spec.focus.x < 0.5 ? [0.84, 0.93, 0.7] : [0.16, 0.07, 0.3], 10);
    chimney(stage, chimneyX, horizon + 26);
    roofPlane(stage);
    attic(stage, stage.freeX(spec.focus.x < 0.5 ? [0.66, 0.74, 0.9] : [0.34, 0.26, 0.1], 60), horizon + 84);
    drawGroundShine(stage, 0.14);
  });
  drawCast(stage);
}

/** Rows of gabled roofs that hide one another. */
function gables(stage: Stage, base: number, size: number, depth: number): void {
  const { brush, view } = stage;
  const roofs = ['#9a5450', '#6a5a88', '#b0705c', '#7a5470', '#8a6a58'];
  for (let x = view.x0 - 40; x < view.x1 + 40; x += size * brush.between(0.8, 1.1)) {
    const w = size * brush.between(0.8, 1.15);
    const h = size * brush.between(0.8, 1.35);
    const roof = stage.tone(brush.choose(roofs), depth);
    const wall = stage.tone(brush.choose(['#e8cca8', '#d8a890', '#b8b0c0']), depth);
    brush.shape(
      spline(
        [
          [x - w * 0.45, base + 40],
          [x - w * 0.45, base - h * 0.42],
          [x, base - h * 0.92],
          [x + w * 0.45, base - h * 0.42],
          [x + w * 0.45, base + 40],
        ],
        0.06,
      ),
      wall,
      { to: brush.darker(wall, 0.35), along: [x, base - h, x, base], lift: 4 },
    );
    brush.line(
      curve(
        [
          [x - w * 0.54, base - h * 0.36],
          [x, base - h],
          [x + w * 0.54, base - h * 0.36],
        ],
        0.1,
      ),
      roof,
      16,
    );
    drawWindow(stage, x, base - h * 0.5, 12, 15, depth, brush.random() < 0.75);
    if (brush.random() < 0.5) {
      const cx = x + w * 0.3;
      brush.shape(box(cx - 9, base - h * 1.02, cx + 9, base - h * 0.6, 0.1), brush.darker(wall, 0.3), { lift: 2 });
      if (stage.grade.lamps) drawSmoke(stage, cx, base - h * 1.06, 9);
    }
  }
}

/** The roof before us, in rows of tiles. */
function roofPlane(stage: Stage): void {
  const { brush, view, horizon, height, grade } = stage;
  const tile = stage.tone(grade.snowy ? '#e4ecf8' : '#a8584c');
  brush.shape(
    spline(
      [
        [view.x0 - 60, horizon + 10],
        [view.x1 + 60, horizon + 2],
        [view.x1 + 60, view.y1 + 60],
        [view.x0 - 60, view.y1 + 60],
      ],
      0.05,
    ),
    tile,
    { to: mix(tile, grade.shade, 0.5), along: [0, horizon, 0, height], lift: 10, plate: true },
  );
  brush.shape(
    spline(
      [
        [view.x0 - 60, horizon + 2],
        [view.x1 + 60, horizon - 6],
        [view.x1 + 60, horizon + 18],
        [view.x0 - 60, horizon + 24],
      ],
      0.2,
    ),
    brush.darker(tile, 0.1),
    { to: brush.darker(tile, 0.4), along: [0, horizon, 0, horizon + 22], lift: 4 },
  );
  if (grade.snowy) return;
  for (let row = 0, y = horizon + 26; y < view.y1; row++, y += 15 + row * 3) {
    const half = 17 + row * 3.4;
    for (let x = view.x0 + (row % 2) * half; x < view.x1; x += half * 2) {
      const points: Point[] = [
        [x - half, y],
        [x - half * 0.7, y + half * 0.55],
        [x, y + half * 0.8],
        [x + half * 0.7, y + half * 0.55],
        [x + half, y],
      ];
      brush.line(curve(points), mix(tile, grade.shade, 0.55), 1.8, 0.42);
      if (brush.random() < 0.2) brush.dab(spline(points, 0.6), mix(tile, '#e8a878', 0.5), 0.3);
    }
  }
}

function chimney(stage: Stage, x: number, foot: number): void {
  const { brush, grade } = stage;
  const brick = stage.tone('#b0685a', 0.06);
  const top = foot - 190;
  brush.shape(box(x - 46, top, x + 46, foot + 12, 0.04), brick, {
    to: brush.darker(brick, 0.4),
    along: [x - 46, 0, x + 46, 0],
    lift: 6,
    halo: 2,
  });
  for (let row = 0; row < 9; row++) {
    for (let column = 0; column < 3; column++) {
      if (brush.random() < 0.4) continue;
      const px = x - 34 + column * 30 - (row % 2) * 8;
      brush.dab(box(px, top + 22 + row * 19, px + 20, top + 33 + row * 19, 0.3), brush.darker(brick, 0.35), 0.45);
    }
  }
  brush.shape(box(x - 56, top - 12, x + 56, top + 8, 0.12), brush.darker(brick, 0.2), { lift: 4 });
  for (const dx of [-22, 22])
    brush.shape(
      spline(
        [
          [x + dx - 14, top - 10],
          [x + dx - 10, top - 48],
          [x + dx + 10, top - 48],
          [x + dx + 14, top - 10],
        ],
        0.3,
      ),
      stage.tone('#c87858', 0.06),
      { lift: 3 },
    );
  if (grade.snowy)
    brush.shape(
      spline(
        [
          [x - 58, top - 8],
          [x - 40, top - 24],
          [x + 40, top - 24],
          [x + 58, top - 8],
        ],
        0.8,
      ),
      stage.tone('#f8fbff'),
      { lift: 2 },
    );
  drawSmoke(stage, x + 22, top - 54, 12);
}

function attic(stage: Stage, x: number, foot: number): void {
  const { brush } = stage;
  if (stage.isPortrait) return;
  const wall = stage.tone('#e0c4a4', 0.1);
  brush.shape(
    spline(
      [
        [x - 44, foot],
        [x - 44, foot - 56],
        [x, foot - 96],
        [x + 44, foot - 56],
        [x + 44, foot],
      ],
      0.06,
    ),
    wall,
    { to: brush.darker(wall, 0.35), along: [x, foot - 96, x, foot], lift: 5 },
  );
  brush.line(
    curve(
      [
        [x - 58, foot - 46],
        [x, foot - 104],
        [x + 58, foot - 46],
      ],
      0.1,
    ),
    stage.tone('#7a4650', 0.1),
    14,
  );
  drawWindow(stage, x, foot - 36, 19, 22, 0.1, true);
}

function washing(stage: Stage, x: number, y: number): void {
  const { brush, width } = stage;
  const span = width * 0.36;
  const sag = (t: number) => y + Math.sin(t * Math.PI) * 26;
  const points: Point[] = [0, 0.25, 0.5, 0.75, 1].map((t) => [x + t * span, sag(t)]);
  brush.line(curve(points), stage.tone('#5a4a50', 0.3), 2.2);
  const colours = ['#e8d8b8', '#c87868', '#88a4b8', '#e8c070', '#b894b0'];
  colours.forEach((colour, index) => {
    const t = 0.14 + index * 0.18;
    const px = x + t * span;
    const py = sag(t);
    const tone = stage.tone(colour, 0.25);
    brush.shape(
      spline(
        [
          [px - 16, py],
          [px + 16, py],
          [px + 19, py + 42],
          [px + 2, py + 47],
          [px - 18, py + 42],
        ],
        0.3,
      ),
      tone,
      { to: brush.darker(tone, 0.25), along: [px - 16, py, px + 16, py + 44], lift: 2 },
    );
    for (const dx of [-12, 12]) brush.dab(ellipse(px + dx, py, 2.2, 4), stage.tone('#7a5a44', 0.2));
  });
}
