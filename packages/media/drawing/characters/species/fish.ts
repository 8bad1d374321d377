import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, type Figure } from '../figure.ts';
import { headwear } from '../headwear.ts';
import { drawHeld } from '../hold.ts';
import { drawNeckwear } from '../neckwear.ts';
import { swimPoses } from '../rigs/swim-poses.ts';
import { drawCloth, wears } from '../cloth.ts';
import type { SpeciesDrawing } from './species.ts';

export const fish: SpeciesDrawing = { height: 150, isAfloat: true, draw };

const hat = { y: -44, width: 30, crown: -62, x: 22 };

function draw(fig: Figure): void {
  const pose = swimPoses[fig.character.pose];
  const { brush } = fig;
  const side = fig.turn === 1;
  brush.at(0, -(pose.rise ?? 0) - fig.breath * 2, 1, (pose.pitch ?? 0) * (side ? 1 : 0.2), false, () => {
    brush.ctx.scale(1, pose.stretch ?? 1);
    if (side) drawSide(fig, pose.bend ?? 0, pose.fin ?? 0);
    else drawFront(fig, pose.fin ?? 0);
  });
}

function drawSide(fig: Figure, bend: number, fin: number): void {
  const { brush, tones } = fig;
  const second = tones.accent;
  brush.at(-62, 2, 1, bend * 0.5 + fig.breath * 0.08, false, () => {
    const tail = spline(
      [
        [14, -12],
        [-12, -16],
        [-36, -46],
        [-62, -46],
        [-54, -14],
        [-46, 2],
        [-56, 18],
        [-62, 46],
        [-34, 44],
        [-12, 18],
        [14, 14],
      ],
      0.9,
    );
    brush.shape(tail, tones.main, { to: mix(tones.main, second, 0.6), along: [0, 0, -60, 0], lift: 4, halo: 3 });
    rays(fig, [
      [
        [-14, -6],
        [-50, -34],
      ],
      [
        [-16, 0],
        [-46, -10],
      ],
      [
        [-16, 2],
        [-46, 12],
      ],
      [
        [-14, 8],
        [-50, 36],
      ],
    ]);
  });
  const top = spline(
    [
      [-34, -40],
      [-24, -74],
      [6, -84],
      [34, -66],
      [38, -46],
      [0, -44],
    ],
    0.9,
  );
  brush.shape(top, mix(tones.main, second, 0.35), { to: second, along: [0, -44, -10, -84], lift: 3, halo: 3 });
  rays(fig, [
    [
      [-20, -48],
      [-16, -70],
    ],
    [
      [-2, -50],
      [4, -78],
    ],
    [
      [16, -50],
      [24, -68],
    ],
  ]);
  const under = spline(
    [
      [-22, 44],
      [-30, 66],
      [-8, 64],
      [8, 48],
    ],
    0.9,
  );
  brush.shape(under, mix(tones.main, second, 0.35), { to: second, along: [0, 44, -20, 66], lift: 3, halo: 2 });
  const body = spline([
    [-72, 4],
    [-56, -22],
    [-24, -48],
    [20, -56],
    [60, -38],
    [80, -6],
    [72, 22],
    [46, 44],
    [4, 54],
    [-36, 40],
    [-60, 22],
  ]);
  brush.shape(body, mix(tones.main, '#ffe2a0', 0.3), {
    to: mix(tones.main, tones.deep, 0.5),
    along: [10, -56, -6, 56],
    lift: 5,
    halo: 4,
  });
  brush.clip(body, () => {
    brush.shape(
      spline([
        [80, 20],
        [40, 18],
        [0, 26],
        [-50, 24],
        [-40, 60],
        [60, 60],
      ]),
      tones.second,
      { to: tones.secondDeep, along: [0, 16, 0, 60], lift: 0, edge: 0 },
    );
    for (const [x, w] of [
      [16, 11],
      [-28, 9],
    ] as const)
      brush.shape(
        spline([
          [x - w, -62],
          [x + w, -62],
          [x + w + 5, -10],
          [x + w - 2, 60],
          [x - w - 2, 60],
          [x - w + 5, -10],
        ]),
        tones.second,
        { lift: 1, edge: 0.1 },
      );
    const scales = new Path2D();
    for (let row = 0; row < 4; row++)
      for (let i = 0; i < 4; i++) {
        const [x, y] = [-60 + i * 17 + (row % 2) * 8, -32 + row * 15];
        scales.addPath(
          curve([
            [x, y - 6],
            [x + 6, y],
            [x, y + 6],
          ]),
        );
      }
    brush.line(scales, tones.deep, 1.8, 0.35);
    const garment = wears(fig, 'jumper', 'waistcoat', 'pyjamas', 'dress', 'dungarees', 'apron', 'cape', 'backpack');
    if (garment)
      drawCloth(
        fig,
        spline([
          [-46, -66],
          [16, -66],
          [22, 0],
          [14, 66],
          [-46, 66],
          [-38, 0],
        ]),
        garment,
        [-46, -66, 22, 66],
        { step: 13 },
      );
  });
  const flat: Figure = { ...fig, turn: 0 };
  drawEyes(flat, {
    eyes: { apart: 46, y: -14, r: 9.4, white: '#fffdf4' },
    mouth: { y: 14, w: 9 },
    cheeks: { apart: 44, y: 14, r: 14 },
    sides: [1],
    depth: { eyes: 4 },
    line: tones.line,
  });
  drawMouth(flat, 67, 8, 9);
  drawNeckwear(fig, { x: 18, y: 30, width: 34, drop: 40 });
  const prop = fig.character.holds;
  if (prop) drawHeld(fig, { prop, at: [52, 44], before: 'hand', size: 92 });
  brush.at(10, 18, 1, fin + fig.breath * 0.1, false, () => {
    const path = spline(
      [
        [6, -6],
        [-16, -8],
        [-40, 8],
        [-44, 26],
        [-22, 24],
        [2, 10],
      ],
      0.9,
    );
    brush.shape(path, mix(tones.main, second, 0.4), { to: second, along: [0, 0, -40, 20], lift: 3, halo: 2 });
    rays(fig, [
      [
        [-8, -2],
        [-36, 14],
      ],
      [
        [-6, 4],
        [-34, 22],
      ],
    ]);
  });
  headwear(fig, { draw, hat, eyes: { apart: 30, y: -14, r: 7 } });
}

function drawFront(fig: Figure, fin: number): void {
  const { brush, tones } = fig;
  const second = tones.accent;
  brush.shape(
    spline(
      [
        [-8, -44],
        [-4, -80],
        [6, -82],
        [10, -44],
      ],
      0.9,
    ),
    mix(tones.main, second, 0.4),
    { to: second, along: [0, -44, 0, -82], lift: 3, halo: 3 },
  );
  for (const side of [-1, 1]) {
    brush.at(side * 44, 14, 1, 0, side < 0, () =>
      brush.at(0, 0, 1, (side > 0 ? -fin * 0.5 : 0) + fig.breath * 0.1, false, () =>
        brush.shape(
          spline(
            [
              [-6, -8],
              [18, -14],
              [40, 0],
              [38, 18],
              [12, 16],
            ],
            0.9,
          ),
          mix(tones.main, second, 0.4),
          { to: second, along: [0, 0, 40, 0], lift: 3, halo: 2 },
        ),
      ),
    );
  }
  const body = spline([
    [0, -56],
    [36, -46],
    [54, -12],
    [50, 24],
    [28, 48],
    [0, 54],
    [-28, 48],
    [-50, 24],
    [-54, -12],
    [-36, -46],
  ]);
  brush.shape(body, mix(tones.main, '#ffe2a0', 0.3), {
    to: mix(tones.main, tones.deep, 0.5),
    along: [0, -56, 0, 56],
    lift: 5,
    halo: 4,
  });
  if (fig.away) {
    const tail = spline(
      [
        [-8, -6],
        [-22, -44],
        [0, -54],
        [22, -44],
        [8, -6],
        [20, 36],
        [0, 48],
        [-20, 36],
      ],
      0.9,
    );
    brush.shape(tail, mix(tones.main, second, 0.3), { to: second, along: [0, 0, 0, -50], lift: 4, halo: 3 });
    return;
  }
  brush.clip(body, () =>
    brush.shape(
      spline([
        [-50, 24],
        [0, 14],
        [50, 24],
        [30, 60],
        [-30, 60],
      ]),
      tones.second,
      { lift: 0, edge: 0 },
    ),
  );
  drawEyes(fig, {
    eyes: { apart: 25, y: -12, r: 8.6, white: '#fffdf4' },
    mouth: { y: 14, w: 9 },
    cheeks: { apart: 34, y: 12, r: 14 },
  });
  drawMouth(fig, 0, 14, 10);
  drawNeckwear(fig, { x: 0, y: 36, width: 34, drop: 36 });
  const prop = fig.character.holds;
  if (prop) drawHeld(fig, { prop, at: [0, 44], before: 'hand', size: 92 });
  headwear(fig, { draw, hat: { ...hat, x: 0 }, eyes: { apart: 25, y: -12, r: 9, depth: 0 } });
}

function rays(fig: Figure, lines: Point[][]): void {
  const path = new Path2D();
  for (const line of lines) path.addPath(curve(line));
  fig.brush.line(path, shade(fig.tones.accent), 1.7, 0.4);
}
