import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, spline } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 20, y: 0, r: 6.8 };

export const mouse: SpeciesDrawing = { height: 226, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const pink = tones.accent;
  return {
    legs: { length: 30, widths: [15, 10, 7], apart: 15 },
    feet: { length: 34, height: 10, colour: pink, sole: shade(pink, 0.4) },
    torso: { height: 74, widths: [14, 23, 31, 37, 31], fur: 40 },
    belly: { colour: tones.second, width: 0.6, from: 0.1, to: 0.95 },
    arms: { length: 46, widths: [9, 8, 6.5], hand: 8.5, handColour: pink },
    head: { draw: drawHead, up: 32, scale: 0.98, hat: { y: -26, width: 26, crown: -38 }, eyes },
    brush: { colour: pink, tip: pink, half: 3.6 },
    tail: {
      y: -2,
      draw: () => {
        const path = curve([
          [8, 0],
          [-26, 12],
          [-58, 4],
          [-78, -22],
          [-70, -50],
          [-84, -70],
        ]);
        brush.line(path, shade(pink, 0.25), 6.5);
        brush.line(path, pink, 4.2);
      },
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const pink = tones.accent;
  drawEars(fig, () => {
    brush.shape(ellipse(45, -44, 36, 38, 0.2), tones.main, {
      to: tones.deep,
      along: [20, -80, 50, -10],
      lift: 3,
      halo: 3,
    });
    if (!fig.away)
      brush.shape(ellipse(46, -42, 25, 27, 0.2), pink, {
        to: mix(pink, tones.second, 0.4),
        along: [0, -70, 0, -16],
        lift: 1,
        edge: 0.1,
      });
  });
  const out = fig.turn * 16;
  const skull = drawSkull(
    fig,
    [
      [0, -40],
      [24, -36],
      [42, -12],
      [46, 8],
      [34 + out * 0.5, 24],
      [14 + out, 36],
      [out * 0.9, 40],
      [-14 + out * 0.5, 36],
      [-36, 25],
      [-46, 8],
      [-42, -12],
      [-24, -36],
    ],
    { whole: true, fur: 60, length: 9 },
  );
  if (fig.away) return;
  brush.clip(skull, () => {
    const [sx, sy] = slide(fig, 12);
    brush.shape(
      spline([
        [-22 + sx, 14 + sy],
        [sx + out * 0.3, 8 + sy],
        [24 + sx, 16 + sy],
        [20 + sx, 44],
        [-20 + sx, 44],
      ]),
      tones.second,
      { lift: 0, edge: 0 },
    );
    drawEyes(fig, { eyes, mouth: { y: 28, w: 7 }, cheeks: { apart: 31, y: 18, r: 13 } });
  });
  const [mx, my] = slide(fig, 15);
  const whiskers = new Path2D();
  for (const side of [-1, 1]) {
    for (const [dy, l] of [
      [-1, 30],
      [4, 31],
      [9, 27],
    ] as const) {
      whiskers.addPath(
        curve([
          [mx + side * 13, 24 + my + dy * 0.6],
          [mx + side * (13 + l * 0.5), 22 + my + dy * 1.4],
          [mx + side * (13 + l), 25 + my + dy * 2],
        ]),
      );
    }
  }
  brush.line(whiskers, tones.line, 1.1, 0.55);
  drawMouth(fig, mx, 30 + my, 7);
  brush.shape(ellipse(mx + fig.turn * 3, 21 + my, 6.4, 5.2), mix(pink, '#d0506a', 0.45), { lift: 1, edge: 0 });
  brush.dab(ellipse(mx + fig.turn * 3 - 2, 19.4 + my, 2, 1.2), '#ffffff', 0.6);
}
