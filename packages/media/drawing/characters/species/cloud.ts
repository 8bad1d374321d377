import { mix } from '../../colour.ts';
import { ellipse, limb, spline, type Point } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { slide, type Figure } from '../figure.ts';
import { headwear } from '../headwear.ts';
import { drawHeld } from '../hold.ts';
import { drawNeckwear } from '../neckwear.ts';
import { swimPoses } from '../rigs/swim-poses.ts';
import type { SpeciesDrawing } from './species.ts';

export const cloud: SpeciesDrawing = { height: 140, isAfloat: true, draw };

const arms: Partial<Record<string, readonly [near: Point, far: Point]>> = {
  reach: [
    [-104, 20],
    [112, -48],
  ],
  wave: [
    [-112, 20],
    [126, -40],
  ],
  point: [
    [-112, 20],
    [138, -2],
  ],
  hold: [
    [-40, 56],
    [56, 54],
  ],
  hug: [
    [-96, 34],
    [128, -6],
  ],
  jump: [
    [-112, -26],
    [114, -28],
  ],
  fly: [
    [-130, 14],
    [136, -24],
  ],
};

function draw(fig: Figure): void {
  const { brush, tones } = fig;
  const name = fig.character.pose;
  const pose = swimPoses[name];
  const [near, far] =
    (name === 'hold' && !fig.character.holds ? undefined : arms[name]) ??
    ([
      [-112, 22],
      [112, 22],
    ] as const);
  const grey = fig.look.mouth === 'frown' || fig.look.mouth === 'wavy' ? 0.25 : 0;
  const colour = mix(tones.main, '#7a86a8', grey);
  const flat = name === 'lie' || name === 'curl-up' || name === 'sit' ? 0.9 : (pose.stretch ?? 1);
  brush.at(
    0,
    -(pose.rise ?? 0) * 0.6 - fig.breath * 3,
    1,
    (pose.pitch ?? 0) * 0.4 * (fig.turn || 0.3) + fig.look.tilt * 0.4,
    false,
    () => {
      brush.ctx.scale(2 - flat, flat);
      const arm = ([x, y]: Point, side: number) => {
        const path = limb(
          [
            [side * 78, 18],
            [(side * 78 + x) / 2, (18 + y) / 2 + 6],
            [x, y],
          ],
          [15, 13, 12],
        );
        brush.shape(path, colour, { to: mix(colour, tones.second, 0.6), along: [0, y - 20, 0, 40], lift: 3, halo: 3 });
      };
      arm(far, 1);
      const s = fig.sway;
      const path = spline(
        [
          [-104, 36],
          [-118, 10],
          [-98, -16],
          [-76, -18],
          [-66, -50],
          [-34, -66 - s * 3],
          [-12, -58],
          [6, -78 + s * 3],
          [44, -74],
          [62, -46],
          [72, -26],
          [98, -26],
          [116, 0],
          [108, 32],
          [84, 46],
          [50, 42],
          [22, 54],
          [-16, 52],
          [-44, 46],
          [-76, 52],
        ],
        1.1,
      );
      brush.shape(path, mix(colour, '#ffffff', 0.5), {
        to: mix(colour, tones.second, 0.85),
        along: [-10, -78, 14, 56],
        lift: 6,
        halo: 4,
      });
      brush.form(path, -20, 60, 100, tones.second, 0.55);
      brush.clip(path, () => {
        for (const [x, y, r] of [
          [-62, -18, 30],
          [-10, -38, 34],
          [46, -42, 30],
          [86, 2, 24],
        ] as const)
          brush.form(ellipse(x, y, r), x - r * 0.2, y - r * 0.3, r, '#ffffff', 0.4);
        const garment = wears(fig, 'jumper', 'waistcoat', 'pyjamas', 'dress', 'dungarees', 'apron', 'cape', 'backpack');
        if (garment)
          drawCloth(
            fig,
            spline(
              [
                [-120, 28],
                [0, 36],
                [120, 28],
                [120, 70],
                [-120, 70],
              ],
              0.5,
            ),
            garment,
            [-118, 28, 118, 60],
            { step: 11 },
          );
      });
      drawNeckwear(fig, { x: 0, y: 34, width: 50, drop: 34 });
      if (!fig.away) {
        const [mx, my] = slide(fig, 14);
        drawEyes(fig, {
          eyes: { apart: 26, y: -12, r: 7 },
          mouth: { y: 8, w: 11 },
          cheeks: { apart: 44, y: 6, r: 16 },
          line: '#5a5474',
          depth: { eyes: 14 },
        });
        drawMouth(fig, mx, 8 + my, 11, '#5a5474');
      }
      if (fig.character.expression === 'sad') {
        for (const [x, y] of [
          [-60, 66],
          [-10, 78],
          [40, 68],
        ] as const)
          brush.shape(
            spline(
              [
                [x, y - 10],
                [x + 5, y + 2],
                [x, y + 8],
                [x - 5, y + 2],
              ],
              0.8,
            ),
            '#9cc4e0',
            { lift: 1 },
          );
      }
      const prop = fig.character.holds;
      if (prop) {
        const both = name === 'hold';
        drawHeld(fig, { prop, at: both ? [6, 56] : [far[0], far[1] + 2], before: both ? 'arms' : 'hand', size: 88 });
      }
      arm(near, -1);
      if (name === 'hold' && prop) arm(far, 1);
      headwear(fig, {
        draw,
        hat: { x: 4, y: -62, width: 36, crown: -80 },
        eyes: { apart: 26, y: -12, r: 7, depth: 14 },
      });
    },
  );
}
