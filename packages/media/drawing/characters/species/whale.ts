import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, spline, type Point } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, type Figure } from '../figure.ts';
import { headwear } from '../headwear.ts';
import { drawHeld } from '../hold.ts';
import { swimPoses } from '../rigs/swim-poses.ts';
import type { SpeciesDrawing } from './species.ts';

export const whale: SpeciesDrawing = { height: 218, isAfloat: true, draw };

function draw(fig: Figure): void {
  const pose = swimPoses[fig.character.pose];
  const { brush } = fig;
  const side = fig.turn === 1;
  brush.at(0, 10 - (pose.rise ?? 0) - fig.breath * 2, 1, (pose.pitch ?? 0) * (side ? 0.7 : 0.15), false, () => {
    brush.ctx.scale(1, pose.stretch ?? 1);
    if (side) drawSide(fig, pose.bend ?? 0, pose.fin ?? 0);
    else drawFront(fig, pose.fin ?? 0);
  });
}

function drawSide(fig: Figure, bend: number, fin: number): void {
  const { brush, tones } = fig;
  const dark = mix(tones.main, '#0c1c4c', 0.45);
  const light = mix(tones.main, '#c8f0f0', 0.35);
  const up = bend * 34 + fig.breath * 3;
  const body: Point[] = [
    [150, -18],
    [142, -62],
    [98, -98],
    [26, -106],
    [-52, -86],
    [-104, -68],
    [-124, -88 - up * 0.7],
    [-108, -110 - up],
    [-82, -122 - up],
    [-92, -142 - up],
    [-136, -140 - up],
    [-160, -118 - up],
    [-188, -136 - up],
    [-222, -124 - up],
    [-218, -104 - up],
    [-184, -88 - up],
    [-164, -52 - up * 0.5],
    [-138, -14],
    [-96, 12],
    [-26, 44],
    [62, 54],
    [124, 32],
  ];
  const path = spline(body);
  brush.shape(path, light, { to: dark, along: [40, -108, -20, 60], lift: 6, halo: 4 });
  brush.form(path, -190, -130 - up, 80, dark, 0.45);
  brush.form(path, -84, 4, 100, dark, 0.5);
  const belly = spline([
    [150, -10],
    [128, 8],
    [60, 12],
    [-10, 8],
    [-80, -4],
    [-38, 36],
    [60, 56],
    [126, 34],
  ]);
  brush.clip(path, () => {
    brush.shape(belly, tones.second, { to: mix(tones.second, tones.main, 0.45), along: [0, 0, 0, 56], lift: 2 });
    brush.clip(belly, () => {
      const grooves = new Path2D();
      for (let i = 0; i < 6; i++)
        grooves.addPath(
          curve([
            [146, 12 + i * 8],
            [64, 20 + i * 8],
            [-26, 14 + i * 7],
            [-86, -2 + i * 5],
          ]),
        );
      brush.line(grooves, mix(tones.main, dark, 0.3), 2, 0.4);
    });
    const spots = new Path2D();
    for (let i = 0; i < 16; i++)
      spots.addPath(ellipse(brush.between(-80, 90), -88 + brush.between(0, 32), brush.between(1.4, 4)));
    brush.dab(spots, '#e8fbff', 0.4);
    const garment = wears(
      fig,
      'jumper',
      'waistcoat',
      'pyjamas',
      'dress',
      'dungarees',
      'apron',
      'cape',
      'backpack',
      'scarf',
      'bow',
    );
    if (garment) {
      const [from, to] = garment.kind === 'scarf' || garment.kind === 'bow' ? [22, 52] : [-70, 50];
      drawCloth(
        fig,
        spline([
          [from, -120],
          [to, -120],
          [to + 14, -30],
          [to - 4, 70],
          [from - 4, 70],
          [from + 10, -30],
        ]),
        garment,
        [from - 10, -110, to + 16, 60],
        { step: 16 },
      );
    }
  });
  const flat: Figure = { ...fig, turn: 0 };
  drawEyes(flat, {
    eyes: { apart: 92, y: -22, r: 8, white: undefined },
    mouth: { y: 0, w: 14 },
    cheeks: { apart: 96, y: 0, r: 18 },
    brows: { colour: '#16162c', y: -44, width: 12, always: true },
    sides: [1],
    ink: '#16162c',
    depth: { eyes: 3 },
  });
  if (['grin', 'laugh', 'round', 'small-round', 'frown', 'wavy'].includes(fig.look.mouth))
    drawMouth(flat, 124, -4, 15, '#1c2850');
  else
    brush.line(
      curve([
        [146, -10],
        [128, 4],
        [104, 5],
        [90, -2],
      ]),
      '#1c2850',
      2.8,
    );
  const prop = fig.character.holds;
  if (prop) drawHeld(fig, { prop, at: [30, 40], before: 'hand', size: 120 });
  brush.at(26, 14, 1, fin * 0.7 + fig.breath * 0.06, false, () =>
    brush.shape(
      spline([
        [10, -4],
        [-18, -4],
        [-38, 30],
        [-30, 60],
        [-2, 38],
      ]),
      tones.main,
      { to: dark, along: [0, 0, -20, 60], lift: 5, halo: 2 },
    ),
  );
  if (
    ['happy', 'laughing', 'surprised', 'proud'].includes(fig.character.expression) &&
    !wears(fig, 'hat', 'cap', 'crown')
  )
    spout(fig, 66, -104);
  headwear(fig, { draw, hat: { x: 60, y: -92, width: 34, crown: -108 }, eyes: { apart: 40, y: -20, r: 8 } });
}

function drawFront(fig: Figure, fin: number): void {
  const { brush, tones } = fig;
  const dark = mix(tones.main, '#0c1c4c', 0.45);
  const light = mix(tones.main, '#c8f0f0', 0.35);
  const flukes = spline([
    [0, -70],
    [-12, -100],
    [-52, -112],
    [-62, -128],
    [-30, -134],
    [0, -118],
    [30, -134],
    [62, -128],
    [52, -112],
    [12, -100],
  ]);
  if (!fig.away) brush.shape(flukes, tones.main, { to: dark, along: [0, -130, 0, -70], lift: 4, halo: 3 });
  for (const side of [-1, 1]) {
    brush.at(side * 78, 22, 1, 0, side < 0, () =>
      brush.at(0, 0, 1, side > 0 ? fin * 0.4 : 0.1, false, () =>
        brush.shape(
          spline([
            [-12, -10],
            [22, -8],
            [52, 26],
            [44, 42],
            [4, 20],
          ]),
          tones.main,
          { to: dark, along: [0, 0, 50, 40], lift: 4, halo: 2 },
        ),
      ),
    );
  }
  const path = spline([
    [0, -88],
    [56, -74],
    [94, -24],
    [86, 26],
    [46, 58],
    [0, 62],
    [-46, 58],
    [-86, 26],
    [-94, -24],
    [-56, -74],
  ]);
  brush.shape(path, light, { to: dark, along: [0, -90, 0, 62], lift: 6, halo: 4 });
  if (fig.away) {
    brush.at(0, 66, 1.2, 0, false, () =>
      brush.shape(flukes, tones.main, { to: dark, along: [0, -130, 0, -70], lift: 4, halo: 3 }),
    );
    return;
  }
  brush.clip(path, () =>
    brush.shape(
      spline([
        [-96, 10],
        [0, 2],
        [96, 10],
        [60, 70],
        [-60, 70],
      ]),
      tones.second,
      { to: mix(tones.second, tones.main, 0.45), along: [0, 0, 0, 62], lift: 2 },
    ),
  );
  drawEyes(fig, {
    eyes: { apart: 60, y: -16, r: 8 },
    mouth: { y: 6, w: 16 },
    cheeks: { apart: 62, y: 6, r: 18 },
    ink: '#16162c',
  });
  drawMouth(fig, 0, 8, 18, '#1c2850');
  const prop = fig.character.holds;
  if (prop) drawHeld(fig, { prop, at: [0, 50], before: 'hand', size: 120 });
  headwear(fig, { draw, hat: { y: -76, width: 40, crown: -92 }, eyes: { apart: 60, y: -16, r: 8, depth: 0 } });
}

function spout(fig: Figure, x: number, y: number): void {
  for (const [dx, dy] of [
    [-22, -34],
    [0, -46],
    [22, -34],
  ] as const) {
    fig.brush.line(
      curve([
        [x, y],
        [x + dx * 0.3, y + dy * 0.8],
        [x + dx, y + dy],
        [x + dx * 1.35, y + dy * 0.6],
      ]),
      '#d4ecf4',
      4,
      0.85,
    );
    fig.brush.shape(ellipse(x + dx * 1.4, y + dy * 0.5, 4, 5), '#e4f4f8', {
      to: shade('#a8d0e0', 0.2),
      along: [0, y + dy, 0, y],
      lift: 1,
      edge: 0.1,
    });
  }
}
