import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, limb, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import { drawFourLegged, type FourLeggedSpec } from '../rigs/four-legged.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 28, y: -10, r: 6 };

export const elephant: SpeciesDrawing = { height: 246, draw: (fig) => drawFourLegged(fig, body(fig)) };

function body(fig: Figure): FourLeggedSpec {
  const { tones, brush } = fig;
  return {
    legs: {
      length: 64,
      widths: [25, 21, 21],
      hoof: { width: 19, height: 14, colour: mix(tones.main, '#ffffff', 0.3) },
    },
    body: { length: 104, depth: 118, fur: 0 },
    neck: { length: 26, angle: 0.75, widths: [46, 42, 36] },
    head: { draw: drawHead, scale: 1.02, hat: { y: -42, width: 38, crown: -56 }, eyes },
    mouth: trunkTip(fig),
    tail: {
      y: -20,
      draw: () => {
        brush.line(
          curve([
            [8, -8],
            [-14, 0],
            [-22, 34],
            [-28, 48],
          ]),
          tones.deep,
          5,
        );
        brush.shape(
          limb(
            [
              [-27, 44],
              [-33, 64],
            ],
            [6, 2],
          ),
          mix(tones.main, '#2a1c30', 0.75),
          { lift: 1.5 },
        );
      },
    },
    mark: (path) => {
      brush.clip(path, () => {
        const folds = new Path2D();
        for (const [x, y] of [
          [-46, 10],
          [-52, 24],
          [-24, 38],
          [8, 44],
        ] as const)
          folds.addPath(
            curve([
              [x - 8, y - 3],
              [x, y + 2],
              [x + 9, y - 2],
            ]),
          );
        brush.line(folds, shade(tones.main), 2, 0.35);
      });
    },
  };
}

/** What the trunk does in each pose: its course from the face, in head units. */
function trunkOf(fig: Figure): Point[] {
  const t = fig.turn;
  switch (fig.character.pose) {
    case 'hold':
    case 'hug':
      return [
        [t * 10, 12],
        [t * 30 + 4, 52],
        [t * 62 + 10, 62],
        [t * 78 + 14, 40],
      ];
    case 'wave':
    case 'reach':
    case 'look-up':
    case 'jump':
      return [
        [t * 10, 12],
        [t * 44 + 10, 36],
        [t * 72 + 18, 4],
        [t * 66 + 26, -42],
        [t * 84 + 30, -56],
      ];
    case 'point':
      return [
        [t * 10, 12],
        [t * 38 + 4, 42],
        [t * 78 + 8, 26],
        [t * 112 + 12, 14],
      ];
    case 'lie':
    case 'curl-up':
      return [
        [t * 10, 12],
        [t * 24, 38],
        [t * 46, 48],
        [t * 64, 38],
      ];
    default:
      return fig.character.holds
        ? [
            [t * 10, 12],
            [t * 30 + 4, 52],
            [t * 62 + 10, 62],
            [t * 78 + 14, 40],
          ]
        : [
            [t * 10, 12],
            [t * 22, 50],
            [t * 22 + fig.sway * 4, 84],
            [t * 40 + fig.sway * 4 + 6, 98],
          ];
  }
}

function trunkTip(fig: Figure): Point {
  const [x, y] = trunkOf(fig).at(-1)!;
  return [x, y + 4];
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const pink = mix(tones.second, tones.main, 0.1);
  drawEars(
    fig,
    () => {
      const flap = fig.breath * 0.05 + (fig.look.mouth === 'laugh' || fig.look.mouth === 'round' ? -0.12 : 0);
      brush.at(38, -22, 1, flap, false, () => {
        const ear = spline([
          [-8, -18],
          [12, -46],
          [52, -48],
          [76, -16],
          [70, 26],
          [42, 52],
          [14, 40],
          [-6, 18],
        ]);
        brush.shape(ear, mix(tones.main, tones.deep, 0.3), {
          to: tones.deep,
          along: [0, -40, 60, 50],
          lift: 4,
          halo: 4,
        });
        if (!fig.away)
          brush.shape(
            spline([
              [4, -16],
              [18, -34],
              [48, -36],
              [62, -12],
              [56, 20],
              [38, 38],
              [16, 28],
              [4, 10],
            ]),
            pink,
            { to: mix(pink, tones.main, 0.5), along: [0, -30, 40, 40], lift: 1.4, edge: 0.1 },
          );
      });
    },
    6,
  );
  const skull = drawSkull(
    fig,
    [
      [0, -58],
      [30, -53],
      [50, -26],
      [50, 6],
      [34, 32],
      [14, 42],
      [0, 44],
    ],
    { fur: 0, light: mix(tones.main, '#ffffff', 0.2), shadeTop: 0.15 },
  );
  if (fig.away) return;
  brush.clip(skull, () => drawEyes(fig, { eyes, mouth: { y: 34, w: 10 }, cheeks: { apart: 35, y: 12, r: 15 } }));
  const [mx, my] = slide(fig, 8);
  drawMouth(fig, mx - (fig.turn ? 12 : 0), 34 + my, fig.turn ? 11 : 15);
  const trunk = trunkOf(fig).map(([x, y], i): Point => [x, y + (i ? my * 0.4 : my - 8)]);
  const widths = [20, 15, 11.5, 9.5, 8.5].slice(0, trunk.length);
  const path = limb(trunk, widths);
  brush.shape(path, mix(tones.main, '#ffffff', 0.14), {
    to: mix(tones.main, tones.deep, 0.5),
    along: [trunk[0]![0], 0, trunk.at(-1)![0], trunk.at(-1)![1]],
    lift: 4,
    halo: 2,
  });
  brush.clip(path, () => {
    const rings = new Path2D();
    for (let i = 1; i < trunk.length; i++) {
      for (const k of [0.3, 0.7]) {
        const [ax, ay] = trunk[i - 1]!;
        const [bx, by] = trunk[i]!;
        const [x, y] = [ax + (bx - ax) * k, ay + (by - ay) * k];
        const l = Math.hypot(bx - ax, by - ay) || 1;
        const [nx, ny] = [(-(by - ay) / l) * 22, ((bx - ax) / l) * 22];
        rings.addPath(
          curve([
            [x - nx, y - ny],
            [x + (bx - ax) * 0.08, y + (by - ay) * 0.08],
            [x + nx, y + ny],
          ]),
        );
      }
    }
    brush.line(rings, shade(tones.main), 1.8, 0.4);
  });
  const [tx, ty] = trunk.at(-1)!;
  brush.dab(ellipse(tx, ty, 4.6, 4), pink);
  brush.tufts(
    [
      [-5, -58],
      [0, -60],
      [5, -58],
    ],
    tones.deep,
    10,
    1.6,
  );
}
