import { mix } from '../../colour.ts';
import { ellipse, limb, mirror, spline } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull, onSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 25, y: -2, r: 6.8 };

export const rabbit: SpeciesDrawing = { height: 276, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones } = fig;
  return {
    legs: { length: 34, widths: [18, 14, 11], apart: 17 },
    feet: { length: 40, height: 14, colour: mix(tones.main, tones.second, 0.35), sole: '#d9a098' },
    torso: { height: 74, widths: [15, 24, 32, 38, 32], fur: 50 },
    belly: { colour: tones.second, width: 0.6, from: 0.1, to: 0.95 },
    arms: { length: 48, widths: [10, 9, 8.5], hand: 9.5, handColour: mix(tones.main, tones.second, 0.5) },
    head: { draw: drawHead, up: 37, scale: 0.94, hat: { y: -26, width: 33, crown: -44 }, eyes },
    tail: {
      y: -2,
      draw: () => {
        fig.brush.shape(fig.brush.blob(-10, -4, 16, 15, 0.09, 14), tones.second, {
          to: shade(tones.second, 0.3),
          along: [0, -18, 0, 12],
          lift: 2.5,
          halo: 2,
        });
      },
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const inner = tones.accent;
  const folds = fig.sway > 0.2 && fig.look.mouth !== 'laugh';
  const droop = fig.look.mouth === 'frown' || fig.look.mouth === 'wavy' || fig.character.expression === 'shy' ? 0.5 : 0;
  drawEars(fig, (side) => {
    brush.at(17, -34, 1, 0.1 + droop * 1.1 + fig.breath * 0.02, false, () => {
      if (folds && side > 0) {
        brush.shape(
          limb(
            [
              [0, 4],
              [6, -26],
              [10, -52],
            ],
            [11, 15, 13],
          ),
          tones.main,
          { to: tones.deep, along: [0, 0, 0, -60], lift: 3, halo: 3 },
        );
        const tip = limb(
          [
            [9, -50],
            [26, -56],
            [36, -34],
            [36, -20],
          ],
          [13, 14, 10, 5],
        );
        brush.shape(tip, mix(tones.main, inner, fig.away ? 0 : 0.35), {
          to: tones.deep,
          along: [0, -60, 30, -16],
          lift: 3,
          halo: 2,
        });
        return;
      }
      brush.shape(
        limb(
          [
            [0, 4],
            [4, -42],
            [10, -86],
          ],
          [11, 17, 9],
        ),
        tones.main,
        { to: mix(tones.main, tones.deep, 0.6), along: [0, 0, 0, -90], lift: 3, halo: 3 },
      );
      if (!fig.away)
        brush.shape(
          limb(
            [
              [1, -8],
              [4, -42],
              [9, -74],
            ],
            [4, 9, 4],
          ),
          inner,
          { to: mix(inner, tones.main, 0.4), along: [0, -70, 0, 0], lift: 1, edge: 0.1 },
        );
    });
  });
  const skull = drawSkull(
    fig,
    [
      [0, -46],
      [27, -42],
      [46, -16],
      [54, 14],
      [42, 36],
      [18, 46],
      [0, 48],
    ],
    { fur: 70, length: 9 },
  );
  if (fig.away) return;
  brush.clip(skull, () => {
    for (const side of [-1, 1])
      brush.shape(ellipse(side * 33 + fig.turn * 7, 26, 26, 20), mix(tones.second, tones.main, 0.25), {
        lift: 0,
        edge: 0,
      });
    drawEyes(fig, { eyes, mouth: { y: 26, w: 8 }, cheeks: { apart: 37, y: 18, r: 15 } });
  });
  const [mx, my] = slide(fig, 11);
  onSkull(fig, skull, 11, () => {
    const muzzle = spline(
      mirror([
        [0, 10],
        [11, 12],
        [20, 24],
        [13, 36],
        [0, 37],
      ]),
    );
    brush.shape(muzzle, tones.second, { to: tones.secondDeep, along: [0, 8, 0, 44], lift: 1.2, edge: 0 });
  });
  drawMouth(fig, mx, 24 + my, 8.5);
  const nose = spline(
    [
      [-6, 12],
      [0, 11],
      [6, 12],
      [0, 20],
    ].map(([x, y]) => [x! + mx, y! + my] as const),
  );
  brush.shape(nose, mix('#d9706e', inner, 0.3), { lift: 0.6, edge: 0 });
  if (fig.look.mouth === 'grin' || fig.look.mouth === 'laugh') {
    brush.dab(
      spline(
        [
          [-2.9, 24.6],
          [2.9, 24.6],
          [2.6, 29],
          [-2.6, 29],
        ].map(([x, y]) => [x! + mx, y! + my] as const),
        0.3,
      ),
      '#fffdf6',
    );
  }
}
