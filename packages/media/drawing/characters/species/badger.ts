import { mix } from '../../colour.ts';
import { ellipse, limb, mirror, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth, drawNose, narrowed } from '../face.ts';
import { slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 25, y: 0, r: 6 };

export const badger: SpeciesDrawing = { height: 224, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const dark = darkOf(fig);
  return {
    legs: { length: 30, widths: [20, 16, 14], apart: 20, colour: dark },
    feet: { length: 36, height: 15, colour: dark, sole: '#6a4a4c' },
    torso: { height: 84, widths: [23, 37, 45, 48, 38], fur: 130 },
    belly: { colour: mix(tones.main, tones.second, 0.4), width: 0.6, from: 0.12, to: 0.92 },
    arms: { length: 56, widths: [14, 13, 12], colour: mix(tones.main, dark, 0.6), hand: 12.5, handColour: dark },
    head: { draw: drawHead, up: 38, scale: 0.94, hat: { y: -36, width: 36, crown: -50 }, eyes },
    tail: {
      y: -6,
      draw: () => {
        const path = limb(
          [
            [6, 0],
            [-22, 6],
            [-44, -8],
          ],
          [12, 12, 6],
        );
        brush.shape(path, tones.main, {
          to: mix(tones.main, tones.second, 0.5),
          along: [0, 0, -44, 0],
          lift: 3,
          halo: 3,
        });
      },
    },
  };
}

function darkOf(fig: Figure): string {
  return mix(fig.tones.main, '#1c1820', 0.72);
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const dark = darkOf(fig);
  drawEars(fig, () => {
    brush.shape(ellipse(46, -34, 15, 16), dark, { lift: 2.5, halo: 3 });
    brush.dab(ellipse(47, -40, 9, 7), tones.second);
  });
  const colour = fig.away ? tones.main : tones.second;
  const skull = drawSkull(
    fig,
    [
      [0, -50],
      [30, -46],
      [54, -20],
      [62, 12],
      [44, 36],
      [20, 48],
      [0, 52],
    ],
    { colour, light: mix(colour, '#ffffff', 0.3), fur: 90, shadeTop: 0.1 },
  );
  const [sx, sy] = slide(fig, 8);
  const [mx, my] = slide(fig, 14);
  brush.clip(skull, () => {
    for (const side of [-1, 1]) {
      const narrow = side > 0 ? 1 - 0.16 * fig.turn : 1;
      const stripe: Point[] = fig.away
        ? [
            [side * 12, -54],
            [side * 40, -50],
            [side * 44, 0],
            [side * 40, 60],
            [side * 14, 60],
          ]
        : [
            [side * 12 * narrow + sx * 0.5, -54],
            [side * 36 * narrow + sx * 0.5, -48],
            [side * 41 * narrow + sx, -4],
            [side * 30 * narrow + sx, 16],
            [side * 14 * narrow + mx, 30 + my],
            [side * 9 * narrow + mx, 22 + my],
            [side * 13 * narrow + sx, -6],
          ];
      brush.shape(spline(stripe), dark, { lift: 1.2, edge: 0.12 });
    }
    if (!fig.away) {
      // The eye sits in the dark stripe: a pale ring keeps it readable.
      for (const side of [-1, 1]) {
        const x = sx + side * eyes.apart * narrowed(fig, side);
        brush.line(ellipse(x, eyes.y + sy, 6.2, 7.6), '#f4ece4', 1.4, 0.6);
      }
      drawEyes(fig, {
        eyes,
        mouth: { y: 36, w: 9 },
        cheeks: { apart: 47, y: 20, r: 15 },
        ink: '#0e0a10',
        line: '#f2e8dc',
      });
    }
  });
  if (fig.away) return;
  const snout = spline(
    mirror([
      [0, 12],
      [13, 18],
      [17, 32],
      [9, 44],
      [0, 46],
    ]).map(([x, y]) => [x + mx, y + my] as const),
  );
  brush.shape(snout, mix(tones.second, '#ffffff', 0.4), {
    to: tones.secondDeep,
    along: [0, 10, 0, 48],
    lift: 1.5,
    edge: 0.1,
  });
  drawMouth(fig, mx, 34 + my, 8.5, '#3a2a2c');
  drawNose(fig, mx + fig.turn * 2, 23 + my, 9);
}
