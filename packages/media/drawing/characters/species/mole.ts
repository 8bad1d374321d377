import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, limb, spline } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawSkull } from '../head.ts';
import type { HandKind } from '../rigs/upright-poses.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 22, y: -8, r: 4.8 };

export const mole: SpeciesDrawing = { height: 190, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const pink = tones.second;
  return {
    legs: { length: 20, widths: [17, 13, 10], apart: 17 },
    feet: { length: 34, height: 12, colour: pink, sole: shade(pink, 0.4) },
    torso: { height: 82, widths: [27, 38, 45, 47, 38], fur: 140 },
    arms: { length: 42, widths: [13, 12, 10], hand: 15, handColour: pink },
    head: { draw: drawHead, up: 30, scale: 0.96, hat: { y: -26, width: 36, crown: -42 }, eyes },
    hand: (kind: HandKind) => {
      // Broad digging hands: a palm with five strong nails.
      for (const [i, a] of [-0.95, -0.45, 0, 0.45, 0.95].entries()) {
        const open = kind === 'open' ? 1.25 : 0.9;
        const finger = limb(
          [
            [2, 0],
            [Math.cos(a * open) * 14, Math.sin(a * open) * 14],
            [Math.cos(a * open) * 21, Math.sin(a * open) * 21],
          ],
          [5.5, 4.6, 3],
        );
        brush.shape(finger, i % 2 ? shade(pink, 0.1) : pink, {
          to: mix(pink, '#fff4e0', 0.6),
          along: [0, 0, 21, 0],
          lift: 1.2,
          edge: 0.2,
        });
      }
      brush.shape(ellipse(3, 0, 11, 12), pink, { to: shade(pink, 0.25), along: [0, -12, 0, 12], lift: 1.4, edge: 0.2 });
    },
    tail: {
      y: -2,
      draw: () =>
        brush.shape(
          limb(
            [
              [8, 0],
              [-18, 4],
              [-36, -4],
            ],
            [7, 5, 2],
          ),
          pink,
          { to: shade(pink), along: [0, 0, -36, 0], lift: 2, halo: 2 },
        ),
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const skull = drawSkull(
    fig,
    [
      [0, -44],
      [30, -40],
      [52, -16],
      [57, 12],
      [44, 36],
      [18, 46],
      [0, 48],
    ],
    { fur: 150, length: 8 },
  );
  if (fig.away) return;
  const [mx, my] = slide(fig, 9);
  brush.clip(skull, () =>
    drawEyes(fig, {
      eyes,
      mouth: { y: 30, w: 9 },
      cheeks: { apart: 36, y: 12, r: 15, colour: '#f07a68' },
      ink: '#100c12',
      line: '#e8dce0',
    }),
  );
  const pink = tones.second;
  const tip: [number, number] = [mx + fig.turn * 22, 12 + my * 1.6];
  const snout = limb(
    [
      [mx - fig.turn * 2, 6 + my],
      [mx + fig.turn * 10, 12 + my],
      [tip[0], tip[1]],
    ],
    [20, 17, 11],
  );
  brush.shape(snout, mix(tones.main, pink, 0.2), {
    to: mix(tones.main, pink, 0.55),
    along: [mx, 0, tip[0] || mx + 1, tip[1] + 6],
    lift: 2.5,
    halo: 1.5,
  });
  brush.shape(
    spline([
      [tip[0] - 10, tip[1] - 5],
      [tip[0], tip[1] - 11],
      [tip[0] + 11, tip[1] - 5],
      [tip[0] + 11, tip[1] + 6],
      [tip[0], tip[1] + 11],
      [tip[0] - 10, tip[1] + 5],
    ]),
    pink,
    { to: shade(pink, 0.3), along: [0, tip[1] - 10, 0, tip[1] + 10], lift: 1.6 },
  );
  for (const x of [-3.4, 3.4]) brush.dab(ellipse(tip[0] + x + fig.turn * 2, tip[1] + 1, 1.7, 2.4), shade(pink, 0.95));
  const whiskers = new Path2D();
  for (const side of [-1, 1])
    for (const dy of [0, 7])
      whiskers.addPath(
        curve([
          [mx + side * 14, 18 + my + dy],
          [mx + side * 28, 17 + my + dy * 1.5],
          [mx + side * 40, 21 + my + dy * 2],
        ]),
      );
  brush.line(whiskers, '#efe6ee', 1.1, 0.6);
  drawMouth(fig, mx + fig.turn * 3, 31 + my, 8.5, '#1c1016');
}
