import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, limb, spline } from '../../paths.ts';
import { drawEyes, drawMouth, drawNose } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 30, y: -6, r: 5.8 };

export const otter: SpeciesDrawing = { height: 210, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  return {
    legs: { length: 26, widths: [18, 14, 12], apart: 17 },
    feet: { length: 42, height: 12, colour: shade(tones.main, 0.25), sole: shade(tones.main, 0.6) },
    torso: { height: 102, widths: [23, 30, 34, 38, 31], fur: 90 },
    belly: { colour: tones.second, width: 0.62, from: 0, to: 0.86 },
    arms: { length: 52, widths: [12, 10.5, 10], hand: 11, handColour: shade(tones.main, 0.25) },
    head: { draw: drawHead, up: 30, scale: 0.92, hat: { y: -26, width: 38, crown: -42 }, eyes },
    brush: { colour: tones.deep, tip: tones.deep, half: 14 },
    tail: {
      y: 0,
      draw: () => {
        const path = limb(
          [
            [14, -8],
            [-22, 8],
            [-62, 18],
            [-104, 10],
            [-124, -6],
          ],
          [18, 17, 14, 8, 3],
        );
        brush.shape(path, tones.main, { to: tones.deep, along: [0, 0, -110, 20], lift: 4, halo: 4 });
        brush.fur(path, [-124, -10, 14, 30], 40, 14, [tones.deep, '#ffe2b0'], 60, -20);
      },
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  drawEars(fig, () => {
    brush.shape(ellipse(51, -24, 11, 11), tones.main, { to: tones.deep, along: [40, -34, 60, -12], lift: 2, halo: 2 });
    if (!fig.away) brush.dab(ellipse(52, -22, 6, 6), shade(tones.main, 0.6));
  });
  const skull = drawSkull(
    fig,
    [
      [0, -42],
      [32, -38],
      [58, -16],
      [64, 10],
      [50, 32],
      [22, 42],
      [0, 44],
    ],
    { fur: 80, length: 10 },
  );
  if (fig.away) return;
  const [mx, my] = slide(fig, 12);
  brush.clip(skull, () => {
    const mask = spline([
      [-60, 14],
      [-34 + mx, 6 + my],
      [mx, 2 + my],
      [34 + mx, 6 + my],
      [66, 14],
      [46, 48],
      [-46, 48],
    ]);
    brush.shape(mask, tones.second, { to: tones.secondDeep, along: [0, 0, 0, 50], lift: 0.8, edge: 0 });
    drawEyes(fig, { eyes, mouth: { y: 24, w: 10 }, cheeks: { apart: 47, y: 16, r: 14 } });
  });
  for (const side of [-1, 1]) {
    brush.shape(ellipse(mx + side * 13, 18 + my, 17, 13), mix(tones.second, '#ffffff', 0.3), {
      to: tones.secondDeep,
      along: [0, 6, 0, 34],
      lift: 1.4,
      edge: 0.1,
    });
    for (const [x, y] of [
      [11, 16],
      [17, 20],
      [11, 23],
    ] as const)
      brush.dab(ellipse(mx + side * x, y + my, 1.2), tones.line, 0.5);
  }
  const whiskers = new Path2D();
  for (const side of [-1, 1])
    for (const dy of [-2, 4, 10])
      whiskers.addPath(
        curve([
          [mx + side * 24, 17 + my + dy * 0.5],
          [mx + side * 40, 15 + my + dy * 1.2],
          [mx + side * 56, 18 + my + dy * 2],
        ]),
      );
  brush.line(whiskers, '#fffaf0', 1.3, 0.85);
  drawMouth(fig, mx, 25 + my, 9);
  drawNose(fig, mx + fig.turn * 2, 8 + my, 12, '#2b1c20', 10);
}
