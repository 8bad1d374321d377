import { mix } from '../../colour.ts';
import { ellipse, limb, mirror, spline } from '../../paths.ts';
import { drawEyes, drawMouth, drawNose } from '../face.ts';
import { slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 25, y: -8, r: 6.8 };

export const dog: SpeciesDrawing = { height: 218, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  return {
    legs: { length: 40, widths: [16, 12.5, 11], apart: 17 },
    feet: { length: 32, height: 14, colour: mix(tones.main, tones.second, 0.75), sole: '#8a5a50' },
    torso: { height: 80, widths: [18, 29, 34, 36, 29], fur: 60 },
    belly: { colour: tones.second, width: 0.62, from: 0.02, to: 0.85 },
    arms: { length: 56, widths: [12, 11, 10], hand: 11, handColour: mix(tones.main, tones.second, 0.75) },
    head: { draw: drawHead, up: 36, scale: 0.94, hat: { y: -36, width: 36, crown: -50 }, eyes },
    brush: { colour: tones.main, tip: tones.second, half: 8 },
    tail: {
      y: -12,
      draw: () => {
        const path = limb(
          [
            [10, 4],
            [-20, 2],
            [-44, -22],
            [-46, -54],
          ],
          [9, 9, 8, 3],
        );
        brush.shape(path, tones.main, {
          to: mix(tones.main, tones.second, 0.7),
          along: [0, 0, -30, -56],
          lift: 3,
          halo: 3,
        });
      },
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const skull = drawSkull(
    fig,
    [
      [0, -52],
      [34, -46],
      [54, -18],
      [54, 10],
      [44, 32],
      [22, 46],
      [0, 50],
    ],
    { fur: 70 },
  );
  const [sx, sy] = slide(fig, 8);
  const [mx, my] = slide(fig, 15);
  const floppy = fig.look.mouth === 'laugh' || fig.look.mouth === 'round' ? -0.35 : 0;
  const ears = () =>
    drawEars(fig, () =>
      brush.at(40, -38, 1, -fig.breath * 0.03 + floppy, false, () => {
        const ear = spline([
          [-8, 2],
          [8, -9],
          [25, 2],
          [33, 32],
          [31, 64],
          [18, 74],
          [6, 56],
          [2, 26],
        ]);
        brush.shape(ear, tones.accent, {
          to: mix(tones.accent, '#1c0c10', 0.4),
          along: [0, -8, 20, 74],
          lift: 3.5,
          halo: 3,
        });
        brush.fur(ear, [-8, -8, 34, 74], 26, 12, [mix(tones.accent, '#ffd9a0', 0.5)], 8, -60);
      }),
    );
  if (fig.away) return ears();
  brush.clip(skull, () => {
    // A patch round one eye, always on the same side.
    const patch = spline(
      [
        [8, -30],
        [30, -34],
        [46, -14],
        [42, 12],
        [22, 14],
        [9, -6],
      ].map(([x, y]) => [x! + sx, y! + sy] as const),
    );
    brush.shape(patch, mix(tones.accent, tones.main, 0.3), { lift: 0.8, edge: 0 });
    const blaze = spline(
      mirror([
        [0, -54],
        [7, -40],
        [7, -10],
        [20, 6],
        [30, 26],
        [20, 50],
        [0, 54],
      ]).map(([x, y]) => [x + mx * (y > -20 ? 1 : 0.5), y + my] as const),
    );
    brush.shape(blaze, tones.second, { to: tones.secondDeep, along: [0, -20, 0, 60], lift: 0.8, edge: 0 });
    drawEyes(fig, { eyes, mouth: { y: 30, w: 10 }, cheeks: { apart: 41, y: 14, r: 15 } });
  });
  const muzzle = spline(
    mirror([
      [0, 0],
      [18, 5],
      [27, 22],
      [19, 37],
      [0, 40],
    ]).map(([x, y]) => [x + mx, y + my] as const),
  );
  brush.shape(muzzle, mix(tones.second, '#ffffff', 0.25), {
    to: tones.secondDeep,
    along: [0, 0, 0, 46],
    lift: 2,
    edge: 0.1,
  });
  for (const [x, y] of [
    [-13, 20],
    [-10, 26],
    [12, 20],
    [10, 26],
  ] as const)
    brush.dab(ellipse(mx + x, y + my, 1.1), tones.line, 0.5);
  drawMouth(fig, mx, 23 + my, 9.5);
  if (fig.look.mouth === 'laugh' || fig.look.mouth === 'grin') {
    const tongue = spline(
      [
        [-4.5, 28],
        [4.5, 28],
        [5, 39],
        [0, 44],
        [-5, 39],
      ].map(([x, y]) => [x! + mx, y! + my] as const),
    );
    brush.shape(tongue, '#e88078', { to: '#c85a5a', along: [0, 28, 0, 44], lift: 0.8, edge: 0 });
  }
  drawNose(fig, mx + fig.turn * 2, 8 + my, 12, '#2b1c20', 12);
  ears();
}
