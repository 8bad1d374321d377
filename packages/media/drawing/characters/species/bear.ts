import { mix } from '../../colour.ts';
import { ellipse, mirror, spline } from '../../paths.ts';
import { drawEyes, drawMouth, drawNose } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 28, y: -8, r: 6.4 };

export const bear: SpeciesDrawing = { height: 262, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones } = fig;
  return {
    legs: { length: 38, widths: [26, 21, 17], apart: 25 },
    feet: { length: 46, height: 20, colour: tones.main, sole: shade(tones.main, 0.7) },
    torso: { height: 96, widths: [28, 46, 54, 57, 44], fur: 150 },
    belly: { colour: tones.second, width: 0.6, from: 0.16, to: 0.9 },
    arms: { length: 72, widths: [20, 18, 16], hand: 17, handColour: tones.main },
    head: { draw: drawHead, up: 44, scale: 0.92, hat: { y: -48, width: 44, crown: -68 }, eyes },
    tail: {
      y: -6,
      draw: () =>
        fig.brush.shape(fig.brush.blob(-14, -2, 15, 13, 0.06, 12), tones.main, {
          to: tones.deep,
          along: [0, -12, 0, 12],
          lift: 2,
        }),
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  drawEars(fig, () => {
    brush.shape(ellipse(55, -52, 23, 23), tones.main, { to: tones.deep, along: [0, -74, 0, -30], lift: 3, halo: 3 });
    if (!fig.away) brush.shape(ellipse(55, -50, 12.5, 12.5), mix(tones.second, '#c9705a', 0.35), { lift: 1 });
  });
  const skull = drawSkull(
    fig,
    [
      [0, -68],
      [40, -60],
      [68, -24],
      [75, 12],
      [54, 42],
      [0, 52],
    ],
    { fur: 130, length: 14 },
  );
  if (fig.away) return;
  const [mx, my] = slide(fig, 13);
  brush.clip(skull, () => {
    drawEyes(fig, { eyes, mouth: { y: 28, w: 11 }, cheeks: { apart: 50, y: 16, r: 19 } });
    const muzzle = spline(
      mirror([
        [0, -6],
        [24, 0],
        [35, 22],
        [21, 42],
        [0, 47],
      ]).map(([x, y]) => [x + mx, y + my] as const),
    );
    brush.shape(muzzle, tones.second, { to: mix(tones.second, tones.main, 0.3), along: [0, 0, 0, 46], lift: 2 });
  });
  drawMouth(fig, mx, 25 + my, 10);
  drawNose(fig, mx + fig.turn * 2, 7 + my, 13, '#33201c', 13);
}
