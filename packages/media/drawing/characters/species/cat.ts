import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, limb, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 27, y: -2, r: 7.6 };

export const cat: SpeciesDrawing = { height: 236, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const stripe = stripeOf(fig);
  return {
    legs: { length: 42, widths: [15, 11, 9.5], apart: 16 },
    feet: { length: 28, height: 12, colour: tones.second, sole: '#d99a90' },
    torso: { height: 78, widths: [15, 24, 29, 34, 28], fur: 50 },
    belly: { colour: tones.second, width: 0.6, from: 0.04, to: 0.85 },
    arms: { length: 54, widths: [10, 9, 8.5], hand: 9.5, handColour: tones.second },
    head: { draw: drawHead, up: 36, scale: 0.92, hat: { y: -30, width: 32, crown: -46 }, eyes: { ...eyes } },
    tail: {
      y: -6,
      draw: () => {
        const line: Point[] = [
          [8, 2],
          [-24, 10],
          [-52, -8],
          [-56, -48],
          [-42, -84],
          [-54, -112],
          [-70, -112],
        ];
        const path = limb(line, [7, 8, 8, 7.5, 7, 6.5, 5]);
        brush.shape(path, tones.main, { to: tones.deep, along: [0, -110, 0, 10], lift: 3, halo: 3 });
        brush.clip(path, () => {
          for (const [x, y, a] of [
            [-40, 2, 0.6],
            [-55, -28, -0.2],
            [-48, -62, 0.3],
            [-46, -92, -0.2],
          ] as const) {
            brush.at(x, y, 1, a, false, () =>
              brush.line(
                curve([
                  [-14, 0],
                  [14, 0],
                ]),
                stripe,
                6,
                0.8,
              ),
            );
          }
        });
      },
    },
    brush: { colour: tones.main, tip: stripe, half: 8 },
    mark: (path) => {
      if (fig.character.clothes.some(({ kind }) => kind === 'jumper' || kind === 'dress')) return;
      const stripes = new Path2D();
      for (const [y, side] of [
        [-56, -1],
        [-40, -1],
        [-24, -1],
        [-50, 1],
        [-34, 1],
        [-18, 1],
      ] as const) {
        stripes.addPath(
          curve([
            [side * 44, y - 5],
            [side * 33, y],
            [side * 26, y + 3],
          ]),
        );
      }
      brush.clip(path, () => brush.line(stripes, stripe, 5.5, 0.75));
    },
  };
}

function stripeOf(fig: Figure): string {
  return mix(fig.tones.main, '#5a2a1c', 0.55);
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const stripe = stripeOf(fig);
  drawEars(fig, () => {
    const ear = spline(
      [
        [12, -34],
        [28, -60],
        [48, -78],
        [56, -54],
        [55, -14],
        [34, -20],
      ],
      0.7,
    );
    brush.shape(ear, tones.main, { to: tones.deep, along: [0, -20, 0, -80], lift: 3, halo: 3 });
    if (!fig.away)
      brush.shape(
        spline(
          [
            [28, -36],
            [45, -64],
            [49, -24],
          ],
          0.7,
        ),
        mix('#e8a098', tones.second, 0.3),
        { lift: 1.3, edge: 0.1 },
      );
  });
  const skull = drawSkull(
    fig,
    [
      [0, -46],
      [32, -42],
      [56, -16],
      [66, 16],
      [48, 38],
      [20, 46],
      [0, 48],
    ],
    { fur: 80 },
  );
  const [sx, sy] = slide(fig, 6);
  const marks = new Path2D();
  for (const [a, b] of [
    [
      [0, -48],
      [0, -24],
    ],
    [
      [-13, -46],
      [-10, -26],
    ],
    [
      [13, -46],
      [10, -26],
    ],
  ] as const) {
    marks.addPath(
      curve([
        [a[0] + sx, a[1] + (fig.away ? 6 : sy)],
        [b[0] + sx, b[1] + (fig.away ? 20 : sy)],
      ]),
    );
  }
  for (const side of [-1, 1])
    for (const y of [4, 15])
      marks.addPath(
        curve([
          [side * 70, y - 2],
          [side * 52 + sx, y + 2],
        ]),
      );
  brush.clip(skull, () => brush.line(marks, stripe, 5.5, 0.8));
  if (fig.away) return;
  const [mx, my] = slide(fig, 12);
  brush.clip(skull, () => {
    const mask = spline([
      [-24 + mx, 24 + my],
      [-10 + mx, 10 + my],
      [0 + mx, 6 + my],
      [10 + mx, 10 + my],
      [24 + mx, 24 + my],
      [20 + mx, 50],
      [-20 + mx, 50],
    ]);
    brush.shape(mask, tones.second, { to: tones.secondDeep, along: [0, 6, 0, 54], lift: 1, edge: 0 });
    drawEyes(fig, {
      eyes: { ...eyes, iris: tones.eyes ?? '#9cb84c' },
      mouth: { y: 24, w: 9 },
      cheeks: { apart: 43, y: 20, r: 15 },
    });
  });
  for (const side of [-1, 1])
    brush.shape(ellipse(mx + side * 9, 23 + my, 12, 9.5), mix(tones.second, '#ffffff', 0.3), {
      to: tones.secondDeep,
      along: [0, 14, 0, 36],
      lift: 1,
      edge: 0,
    });
  const whiskers = new Path2D();
  for (const side of [-1, 1]) {
    for (const dy of [-3, 2, 7])
      whiskers.addPath(
        curve([
          [mx + side * 15, 22 + my + dy * 0.6],
          [mx + side * 34, 19 + my + dy * 1.4],
          [mx + side * 54, 21 + my + dy * 2.2],
        ]),
      );
  }
  brush.line(whiskers, '#fffaf0', 1.5, 0.9);
  brush.line(whiskers, tones.line, 0.8, 0.5);
  drawMouth(fig, mx, 25 + my, 8);
  brush.shape(
    spline(
      [
        [-6.5, 13],
        [0, 12],
        [6.5, 13],
        [0, 20],
      ].map(([x, y]) => [x! + mx + fig.turn, y! + my] as const),
    ),
    '#c8686a',
    { lift: 0.8, edge: 0 },
  );
}
