import { mix } from '../../colour.ts';
import { mirror, spline } from '../../paths.ts';
import { drawEyes, drawMouth, drawNose } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull, onSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 27, y: 2, r: 6.6 };

export const fox: SpeciesDrawing = {
  height: 252,
  draw: (fig) => drawUpright(fig, body(fig)),
};

function body(fig: Figure): UprightSpec {
  const { tones } = fig;
  const sock = mix(tones.main, '#3a1812', 0.78);
  return {
    legs: { length: 40, widths: [16, 11.5, 10], apart: 17 },
    feet: { length: 30, height: 14, colour: sock, sole: '#8a5a50' },
    torso: { height: 78, widths: [17, 27, 33, 37, 30], fur: 70 },
    belly: { colour: tones.second, width: 0.58, from: 0.04, to: 0.9 },
    arms: { length: 54, widths: [11, 10, 9.5], hand: 11, handColour: sock },
    head: { draw: drawHead, up: 42, scale: 0.86, hat: { y: -34, width: 36, crown: -50 }, eyes },
    tail: { y: -12, draw: () => drawTail(fig) },
    brush: { colour: tones.main, tip: tones.second },
  };
}

function drawTail(fig: Figure): void {
  const { brush, tones } = fig;
  const tail = spline([
    [14, 6],
    [-18, 18],
    [-58, 10],
    [-92, -26],
    [-96, -82],
    [-72, -110],
    [-58, -80],
    [-42, -46],
    [-8, -26],
  ]);
  brush.shape(tail, tones.deep, { to: mix(tones.main, '#ffc070', 0.15), along: [0, 10, -74, -96], lift: 4, halo: 4 });
  brush.form(tail, -30, 18, 56, shade(tones.deep), 0.5);
  brush.fur(tail, [-100, -110, 10, 14], 110, 16, ['#ffd9a0', tones.deep], 20, 40);
  const tip = spline([
    [-99, -58],
    [-94, -88],
    [-72, -111],
    [-57, -80],
    [-66, -72],
    [-76, -58],
    [-86, -70],
  ]);
  brush.shape(tip, tones.second, { to: shade(tones.second, 0.25), along: [0, -110, 0, -60], lift: 1.5 });
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const dark = mix(tones.main, '#4a1c12', 0.72);
  drawEars(fig, () => {
    const ear = spline(
      [
        [14, -38],
        [34, -66],
        [57, -92],
        [65, -60],
        [58, -16],
        [36, -22],
      ],
      0.8,
    );
    brush.shape(ear, tones.main, { to: tones.deep, along: [0, -20, 0, -92], lift: 3, halo: 4 });
    brush.form(ear, 58, -90, 34, dark, 0.95);
    if (!fig.away)
      brush.shape(
        spline(
          [
            [32, -42],
            [53, -76],
            [54, -28],
          ],
          0.8,
        ),
        mix(tones.second, '#c9705a', 0.5),
        { lift: 1.5, edge: 0.1 },
      );
  });
  const skull = drawSkull(fig, [
    [0, -50],
    [32, -44],
    [55, -20],
    [76, 18],
    [50, 35],
    [22, 47],
    [0, 52],
  ]);
  onSkull(fig, skull, 7, () => {
    const mask = spline(
      mirror([
        [0, 12],
        [15, 19],
        [38, 7],
        [72, 15],
        [49, 34],
        [22, 46],
        [0, 51],
      ]),
    );
    brush.shape(mask, tones.second, { to: tones.secondDeep, along: [0, 0, 0, 56], lift: 1.6, edge: 0.15 });
  });
  if (fig.away) return;
  brush.clip(skull, () =>
    drawEyes(fig, { eyes, mouth: { y: 38, w: 9 }, cheeks: { apart: 41, y: 21, r: 17 }, depth: { eyes: 8 } }),
  );
  const [mx, my] = slide(fig, 13);
  const snout = spline(
    mirror([
      [0, 16],
      [11, 22],
      [15, 34],
      [8, 44],
      [0, 46],
    ]).map(([x, y]) => [x + mx, y + my] as const),
  );
  brush.shape(snout, mix(tones.second, '#ffffff', 0.3), {
    to: tones.secondDeep,
    along: [0, 16, 0, 50],
    lift: 1.4,
    edge: 0.1,
  });
  drawMouth(fig, mx, 36 + my, 8.5);
  drawNose(fig, mx + fig.turn * 1.5, 25 + my, 8);
}
