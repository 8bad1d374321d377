import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { ellipse, limb, mirror, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth, drawNose } from '../face.ts';
import { slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import { drawFourLegged, type FourLeggedSpec } from '../rigs/four-legged.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 28, y: -4, r: 7.6 };

export const deer: SpeciesDrawing = { height: 272, draw: (fig) => drawFourLegged(fig, body(fig)) };

function body(fig: Figure): FourLeggedSpec {
  const { tones, brush } = fig;
  return {
    legs: {
      length: 88,
      widths: [14, 7.5, 6.5],
      hoof: { width: 7.5, height: 14, colour: mix(tones.main, '#2a1a1c', 0.7) },
    },
    body: { length: 84, depth: 64, fur: 70 },
    neck: { length: 62, angle: 0.34, widths: [24, 17, 15] },
    head: { draw: drawHead, scale: 0.74, hat: { y: -34, width: 30, crown: -44 }, eyes },
    mouth: [26, 48],
    tail: {
      draw: () => {
        brush.shape(
          spline([
            [8, -4],
            [-8, -12],
            [-22, -6],
            [-24, 10],
            [-12, 12],
            [4, 8],
          ]),
          tones.main,
          { to: tones.deep, along: [0, -10, 0, 12], lift: 2, halo: 2 },
        );
        brush.shape(
          spline([
            [-10, 0],
            [-24, 0],
            [-23, 11],
            [-12, 13],
          ]),
          tones.second,
          { lift: 1, edge: 0 },
        );
      },
    },
    mark: (path) => {
      brush.clip(path, () => {
        if (fig.turn || fig.away) {
          const spots = new Path2D();
          for (const [x, y, r] of [
            [-44, -16, 4.6],
            [-30, -22, 4],
            [-14, -18, 4.4],
            [-36, -4, 3.6],
            [-20, -4, 4],
            [-4, -20, 3.6],
            [-52, -2, 3.4],
            [-6, -6, 3.4],
          ] as const)
            spots.addPath(ellipse(x * (fig.turn ? 1 : 0.5), y, r, r * 0.85));
          brush.dab(spots, tones.second, 0.85);
        }
        const belly = spline([
          [-50, 22],
          [0, 16],
          [50, 14],
          [60, 40],
          [-56, 40],
        ]);
        brush.shape(belly, mix(tones.second, tones.main, 0.35), { lift: 0, edge: 0 });
      });
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const horn = mix(tones.second, '#8a6848', 0.62);
  drawEars(fig, () => {
    const antler: Point[] = [
      [12, -40],
      [20, -62],
      [26, -84],
      [38, -102],
    ];
    brush.shape(limb(antler, [5.5, 5, 4, 2.2]), horn, {
      to: mix(horn, '#fff0d0', 0.4),
      along: [0, -40, 0, -100],
      lift: 2.5,
      halo: 2,
    });
    brush.shape(
      limb(
        [
          [21, -66],
          [32, -74],
          [44, -74],
        ],
        [4, 3.4, 2],
      ),
      horn,
      { lift: 2, halo: 1 },
    );
    const ear = spline(
      [
        [32, -34],
        [56, -52],
        [82, -50],
        [74, -28],
        [52, -16],
        [36, -20],
      ],
      0.9,
    );
    brush.shape(ear, tones.main, { to: tones.deep, along: [30, -30, 80, -50], lift: 3, halo: 3 });
    if (!fig.away)
      brush.shape(
        spline(
          [
            [44, -32],
            [60, -44],
            [74, -44],
            [66, -30],
            [50, -22],
          ],
          0.9,
        ),
        mix(tones.second, '#c9806a', 0.4),
        { lift: 1, edge: 0.1 },
      );
  });
  const out = fig.turn * 10;
  const outline: Point[] = [
    [0, -46],
    [26, -42],
    [42, -18],
    [42, 6],
    [30 + out * 0.6, 26],
    [22 + out, 44],
    [out, 52],
    [-20 + out, 44],
    [-32 + out * 0.3, 26],
    [-43, 6],
    [-43, -18],
    [-26, -42],
  ];
  const skull = drawSkull(fig, outline, { whole: true, fur: 60, length: 10 });
  if (fig.away) return;
  const [mx, my] = slide(fig, 13);
  const [sx, sy] = slide(fig, 7);
  brush.clip(skull, () => {
    for (const side of [-1, 1])
      brush.dab(ellipse(sx + side * 27 * (side > 0 ? 0.87 : 1), -5 + sy, 14, 14), tones.second, 0.45);
    const muzzle = spline(
      mirror([
        [0, 10],
        [16, 16],
        [30, 34],
        [24, 60],
        [0, 64],
      ]).map(([x, y]) => [x + mx, y + my] as const),
    );
    brush.shape(muzzle, tones.second, { to: tones.secondDeep, along: [0, 10, 0, 60], lift: 1, edge: 0 });
    drawEyes(fig, { eyes, mouth: { y: 40, w: 8 }, cheeks: { apart: 33, y: 16, r: 13 }, depth: { eyes: 7 } });
  });
  drawMouth(fig, mx, 39 + my, 8);
  drawNose(fig, mx + fig.turn * 2, 27 + my, 10, '#33201e', 9);
  brush.tufts(
    [
      [-5, -46],
      [0, -48],
      [5, -46],
    ],
    mix(tones.main, '#ffe0b0', 0.3),
    12,
    2,
  );
}
