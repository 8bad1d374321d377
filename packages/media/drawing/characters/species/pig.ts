import { mix } from '../../colour.ts';
import { ellipse, limb, spline } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 28, y: -9, r: 5.8 };

export const pig: SpeciesDrawing = { height: 220, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const hoof = mix(tones.main, '#7a4a4c', 0.6);
  return {
    legs: { length: 30, widths: [18, 14, 12], apart: 20 },
    feet: { length: 28, height: 14, colour: hoof },
    torso: { height: 82, widths: [26, 38, 46, 48, 38] },
    belly: { colour: tones.second, width: 0.62, from: 0.16, to: 0.92 },
    arms: { length: 52, widths: [13, 12, 10.5], hand: 10.5, handColour: hoof },
    head: { draw: drawHead, up: 36, scale: 0.94, hat: { y: -36, width: 36, crown: -50 }, eyes },
    brush: { colour: tones.main, tip: tones.main, half: 4 },
    hand: () => {
      brush.shape(
        spline(
          [
            [-7, -10],
            [6, -9],
            [12, -4],
            [8, 0],
            [12, 4],
            [6, 9],
            [-7, 10],
          ],
          0.7,
        ),
        hoof,
        { to: shade(hoof, 0.3), along: [0, -10, 0, 10], lift: 1.5 },
      );
    },
    tail: {
      y: -22,
      draw: () => {
        brush.shape(
          limb(
            [
              [10, 4],
              [-12, 2],
              [-26, -8],
              [-20, -20],
              [-10, -12],
              [-20, -2],
              [-36, -10],
            ],
            [5, 4.5, 4, 4, 3.6, 3.2, 1.6],
          ),
          tones.main,
          { to: tones.deep, along: [0, -20, 0, 6], lift: 2, halo: 2 },
        );
      },
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  drawEars(fig, () => {
    const ear = spline(
      [
        [22, -40],
        [44, -66],
        [64, -60],
        [68, -34],
        [60, -12],
        [44, -24],
      ],
      0.8,
    );
    brush.shape(ear, tones.main, { to: tones.deep, along: [20, -66, 60, -10], lift: 3, halo: 3 });
    if (!fig.away)
      brush.shape(
        spline(
          [
            [42, -54],
            [60, -52],
            [62, -34],
            [56, -20],
            [46, -34],
          ],
          0.9,
        ),
        mix(tones.main, '#d0605c', 0.4),
        { lift: 1, edge: 0.1 },
      );
  });
  const skull = drawSkull(
    fig,
    [
      [0, -52],
      [34, -46],
      [58, -18],
      [64, 12],
      [50, 36],
      [22, 48],
      [0, 50],
    ],
    { fur: 30, length: 7, light: mix(tones.main, '#fff0e4', 0.4) },
  );
  if (fig.away) return;
  const [mx, my] = slide(fig, 15);
  brush.clip(skull, () => drawEyes(fig, { eyes, mouth: { y: 30, w: 10 }, cheeks: { apart: 46, y: 14, r: 17 } }));
  drawMouth(fig, mx - fig.turn * 2, 30 + my, 10);
  const snout = ellipse(mx + fig.turn * 3, 12 + my, 24, 17);
  brush.shape(ellipse(mx, 14 + my, 26, 19), mix(tones.main, tones.deep, 0.25), { lift: 2, edge: 0.1 });
  brush.shape(snout, mix(tones.main, '#ffd8cc', 0.3), {
    to: mix(tones.main, '#c86058', 0.3),
    along: [0, -4, 0, 30],
    lift: 1.5,
  });
  for (const x of [-8, 8])
    brush.dab(ellipse(mx + fig.turn * 4 + x, 12 + my, 3.6, 5.6), mix(tones.main, '#8a3a40', 0.7));
}
