import { mix } from '../../colour.ts';
import { ellipse, limb, mirror, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 17, y: -8, r: 6.6 };

export const monkey: SpeciesDrawing = { height: 222, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  return {
    legs: { length: 48, widths: [14, 10.5, 9], apart: 15 },
    feet: { length: 34, height: 12, colour: mix(tones.second, tones.main, 0.3), sole: shade(tones.second, 0.4) },
    torso: { height: 74, widths: [17, 26, 29, 32, 26], fur: 70 },
    belly: { colour: tones.second, width: 0.58, from: 0.14, to: 0.9 },
    arms: { length: 72, widths: [10.5, 9, 8], hand: 10.5, handColour: mix(tones.second, tones.main, 0.3) },
    head: { draw: drawHead, up: 36, scale: 0.9, hat: { y: -34, width: 38, crown: -52 }, eyes },
    brush: { colour: tones.main, tip: tones.main, half: 7 },
    tail: {
      y: -8,
      draw: () => {
        const line: Point[] = [
          [10, 4],
          [-22, 14],
          [-52, 2],
          [-70, -34],
          [-60, -70],
          [-74, -96],
          [-98, -90],
          [-100, -68],
          [-86, -62],
        ];
        brush.shape(limb(line, [7, 7.5, 7.5, 7, 6.5, 6.2, 6, 5.5, 4]), tones.main, {
          to: tones.deep,
          along: [0, -100, 0, 10],
          lift: 3,
          halo: 3,
        });
      },
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const skin = tones.second;
  drawEars(fig, () => {
    brush.shape(ellipse(60, -4, 19, 21), mix(tones.main, skin, 0.2), {
      to: tones.deep,
      along: [40, -24, 76, 18],
      lift: 3,
      halo: 3,
    });
    if (!fig.away) brush.shape(ellipse(62, -3, 12, 14), mix(skin, '#d98a70', 0.35), { lift: 1, edge: 0.1 });
  });
  const skull = drawSkull(
    fig,
    [
      [0, -54],
      [34, -48],
      [58, -16],
      [58, 14],
      [42, 36],
      [18, 46],
      [0, 48],
    ],
    { fur: 90 },
  );
  if (fig.away) return;
  const [sx, sy] = slide(fig, 7);
  const [mx, my] = slide(fig, 11);
  brush.clip(skull, () => {
    const heart = spline(
      mirror([
        [0, -20],
        [16, -33],
        [38, -26],
        [42, -4],
        [34, 10],
        [44, 24],
        [32, 42],
        [0, 50],
      ]).map(([x, y]) => [x + sx, y + sy] as const),
    );
    brush.shape(heart, skin, { to: mix(skin, tones.main, 0.18), along: [0, -30, 0, 50], lift: 1.5, edge: 0.1 });
    drawEyes(fig, { eyes, mouth: { y: 24, w: 13 }, cheeks: { apart: 31, y: 12, r: 14 } });
    const muzzle = ellipse(mx, 23 + my, 32, 20);
    brush.shape(muzzle, mix(skin, '#fff2dc', 0.35), { to: skin, along: [0, 6, 0, 42], lift: 1, edge: 0 });
  });
  for (const x of [-4, 4]) brush.dab(ellipse(mx + x, 9 + my, 2.2, 1.7, x * 0.1), tones.line, 0.85);
  drawMouth(fig, mx, 20 + my, 14);
  brush.tufts(
    [
      [-5, -58],
      [1, -62],
      [6, -58],
    ],
    tones.deep,
    12,
    2.6,
  );
}
