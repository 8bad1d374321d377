import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import { drawWindow } from '../scenery/buildings.ts';
import { tuftFeet } from '../scenery/frame.ts';
import { drawMeadow, drawNearGrass } from '../scenery/ground.ts';
import { drawHill, mound } from '../scenery/land.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawBush, drawFir, drawTree } from '../scenery/trees.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A castle on its hill: towers with pointed roofs and flags, a winding path to the gate. */
export const castle: Setting = { place: 'outdoors', horizon: 0.72, draw };

function draw(stage: Stage): void {
  const { grade, view, horizon, width, spec } = stage;
  const x = width * (spec.focus.x < 0.5 ? (stage.isPortrait ? 0.6 : 0.7) : stage.isPortrait ? 0.4 : 0.3);
  drawSky(stage, { bottom: horizon * 0.8 });
  stage.layer(
    'far hills',
    0.86,
    { lit: 0.3, wash: 0.24, broad: true, area: [view.x0, horizon - 240, view.x1, horizon + 20] },
    () => {
      drawHill(stage, horizon - 130, 44, 340, stage.tone(grade.grass.mid, 0.92), stage.tone(grade.grass.lit, 0.86));
      drawHill(stage, horizon - 86, 30, 280, stage.tone(grade.grass.dark, 0.78), stage.tone(grade.grass.lit, 0.74));
    },
  );
  stage.layer(
    'castle',
    0.66,
    { lit: 0.65, wash: 0.2, rim: 0.24, area: [view.x0, view.y0, view.x1, horizon + 60] },
    () => {
      const crest = drawHill(
        stage,
        horizon - 26,
        20,
        280,
        stage.tone(grade.grass.mid, 0.5),
        stage.tone(grade.grass.lit, 0.52),
        { bump: mound(x, 240, 56), length: 130 },
      );
      keep(stage, x, crest(x) + 14, Math.min(1, width / 900) * Math.min(1, horizon / 480));
      for (const dx of [-250, -210, 214, 262])
        drawFir(stage, x + dx, crest(x + dx) + 8, stage.brush.between(80, 120), 0.44);
      stage.style.mist(stage.brush, view, horizon + 4, 40, grade.haze, 0.34);
    },
  );
  drawMeadow(stage, {
    flowers: 44,
    pathTo: x,
    pathColour: '#d8c8a8',
    top: horizon - 250,
    before: () => {
      const at = spec.focus.x < 0.5 ? 0.07 : 0.93;
      if (!stage.isTaken(at * width, 0)) drawTree(stage, at * width, horizon + 26, 250, 0.12);
    },
    also: () =>
      drawBush(stage, stage.freeX(spec.focus.x < 0.5 ? [0.9, 0.2] : [0.1, 0.8], 0), horizon + 40, 46, 0.08, '#e8788a'),
  });
  drawCast(stage, { feet: tuftFeet(stage) });
  drawNearGrass(stage);
}

function keep(stage: Stage, x: number, foot: number, scale: number): void {
  const { brush, grade } = stage;
  const wall = stage.tone('#d8c8c0', 0.34);
  const roof = stage.tone('#6f5a90', 0.3);
  const s = (value: number) => value * scale;
  const tower = (dx: number, half: number, height: number, pointed: boolean) => {
    const tx = x + s(dx);
    const top = foot - s(height);
    const h = s(half);
    brush.shape(
      spline(
        [
          [tx - h, foot],
          [tx - h * 0.94, top],
          [tx + h * 0.94, top],
          [tx + h, foot],
        ],
        0.06,
      ),
      wall,
      {
        to: brush.darker(wall, 0.38),
        along: stage.key.toward.x > 0 ? [tx + h, 0, tx - h, 0] : [tx - h, 0, tx + h, 0],
        lift: 5,
        halo: 2,
      },
    );
    stones(stage, tx, top, foot, h, wall);
    if (pointed) {
      brush.shape(
        spline(
          [
            [tx - h * 1.34, top + 4],
            [tx - h * 0.5, top - h * 1.5],
            [tx, top - h * 2.8],
            [tx + h * 0.5, top - h * 1.5],
            [tx + h * 1.34, top + 4],
          ],
          0.3,
        ),
        roof,
        { to: brush.darker(roof, 0.4), along: [tx - h, top - h * 2, tx + h, top], lift: 5, halo: 2 },
      );
      if (grade.snowy)
        brush.shape(
          spline(
            [
              [tx - h * 0.7, top - h],
              [tx, top - h * 2.85],
              [tx + h * 0.7, top - h],
              [tx, top - h * 1.3],
            ],
            0.5,
          ),
          stage.tone('#f8fbff', 0.2),
          { lift: 2 },
        );
      flag(stage, tx, top - h * 2.8);
    } else battlements(stage, tx - h * 1.12, tx + h * 1.12, top, h * 0.36, wall);
    drawWindow(stage, tx, top + s(46), s(7.5), s(15), 0.3, true);
    if (height > 190) drawWindow(stage, tx, top + s(106), s(7.5), s(15), 0.3, brush.random() < 0.6);
  };
  tower(-52, 26, 236, true);
  tower(62, 30, 272, true);
  const half = s(120);
  const top = foot - s(112);
  brush.shape(
    spline(
      [
        [x - half, foot],
        [x - half, top],
        [x + half, top],
        [x + half, foot],
      ],
      0.04,
    ),
    wall,
    { to: brush.darker(wall, 0.32), along: [x, top, x, foot], lift: 6, halo: 2 },
  );
  stones(stage, x, top, foot, half, wall);
  battlements(stage, x - half, x + half, top, s(15), wall);
  tower(-122, 31, 158, true);
  tower(124, 31, 158, true);
  const gate = s(30);
  const arch: Point[] = [
    [x - gate, foot + 2],
    [x - gate, foot - gate * 1.3],
    [x, foot - gate * 2.3],
    [x + gate, foot - gate * 1.3],
    [x + gate, foot + 2],
  ];
  brush.as('light', () => {
    if (grade.lamps) brush.glow(x, foot - gate, gate * 3, grade.lamp, 0.4, 3);
    brush.shape(spline(arch, 0.5), grade.lamps ? '#f8c070' : stage.tone('#6a4a44', 0.3), {
      to: grade.lamps ? '#b8642c' : stage.tone('#4a343a', 0.3),
      along: [x, foot - gate * 2, x, foot],
      lift: 0,
    });
  });
  for (const dx of [-0.5, 0, 0.5])
    brush.line(
      curve([
        [x + gate * dx, foot],
        [x + gate * dx, foot - gate * (dx === 0 ? 2.2 : 1.9)],
      ]),
      brush.darker(wall, 0.6),
      2.6,
      0.8,
    );
  for (const dy of [0.5, 1, 1.5])
    brush.line(
      curve([
        [x - gate, foot - gate * dy],
        [x + gate, foot - gate * dy],
      ]),
      brush.darker(wall, 0.6),
      2.2,
      0.7,
    );
}

function battlements(stage: Stage, x0: number, x1: number, y: number, size: number, wall: string): void {
  const { brush } = stage;
  for (let x = x0; x < x1 - size * 0.4; x += size * 1.7)
    brush.shape(box(x, y - size, Math.min(x + size, x1), y + 3, 0.1), wall, { lift: 2 });
}

function stones(stage: Stage, x: number, top: number, foot: number, half: number, wall: string): void {
  const { brush } = stage;
  const count = Math.round((half * (foot - top)) / 900);
  for (let i = 0; i < count; i++) {
    const px = x + brush.between(-half * 0.8, half * 0.8);
    const py = brush.between(top + 10, foot - 8);
    brush.dab(
      box(px - 8, py - 4, px + 8, py + 4, 0.4),
      brush.random() < 0.5 ? brush.darker(wall, 0.25) : mix(wall, '#fff6e4', 0.4),
      0.45,
    );
  }
}

function flag(stage: Stage, x: number, y: number): void {
  const { brush } = stage;
  brush.line(
    curve([
      [x, y + 4],
      [x, y - 34],
    ]),
    stage.tone('#5a4a50', 0.3),
    2.4,
  );
  brush.shape(
    spline(
      [
        [x, y - 34],
        [x + 16, y - 38],
        [x + 30, y - 30],
        [x + 18, y - 26],
        [x, y - 20],
      ],
      0.5,
    ),
    stage.tone(stage.grade.accent, 0.14),
    { lift: 1.5 },
  );
  brush.dab(ellipse(x, y - 35, 2.4), '#f0d080');
}
