import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import { drawFourLegged, type FourLeggedSpec } from '../rigs/four-legged.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 20, y: 0, r: 6.4 };

export const sheep: SpeciesDrawing = { height: 190, draw: (fig) => drawFourLegged(fig, body(fig)) };

function body(fig: Figure): FourLeggedSpec {
  const { tones, brush } = fig;
  return {
    legs: {
      length: 46,
      widths: [11, 8.5, 8],
      colour: tones.second,
      hoof: { width: 9, height: 12, colour: shade(tones.second, 0.6) },
    },
    body: { length: 92, depth: 96 },
    legsUnder: true,
    neck: { length: 24, angle: 0.75, widths: [30, 26, 24] },
    head: { draw: drawHead, scale: 0.84, hat: { y: -34, width: 30, crown: -52 }, eyes },
    mouth: [16, 34],
    outline: (w, d) => wool(fig, 0, 0, w * 1.04, d * 0.54, 15),
    mark: (path) =>
      brush.clip(path, () =>
        curls(fig, [
          [-60, -20],
          [-34, 10],
          [-20, -28],
          [6, 14],
          [18, -22],
          [44, 4],
          [-54, 22],
          [30, 30],
          [56, -20],
          [-6, -2],
        ]),
      ),
    tail: {
      draw: () =>
        brush.shape(wool(fig, -10, 0, 15, 14, 8), tones.main, {
          to: tones.deep,
          along: [0, -12, 0, 14],
          lift: 2,
          halo: 2,
        }),
    },
    mane: (root, end) =>
      brush.shape(wool(fig, (root[0] + end[0]) / 2 + 2, (root[1] + end[1]) / 2 + 4, 32, 30, 10), tones.main, {
        to: mix(tones.main, tones.deep, 0.4),
        along: [0, end[1] - 20, 0, root[1] + 30],
        lift: 3,
      }),
  };
}

/** A cloud-like outline of `count` bumps. */
function wool(fig: Figure, x: number, y: number, rx: number, ry: number, count: number): Path2D {
  const points: Point[] = [];
  for (let i = 0; i < count * 2; i++) {
    const angle = (i / (count * 2)) * Math.PI * 2;
    const k = i % 2 ? 1.06 : 0.92;
    points.push([x + Math.cos(angle) * rx * k, y + Math.sin(angle) * ry * k]);
  }
  return spline(points, 1.25);
}

function curls(fig: Figure, points: readonly (readonly [number, number])[]): void {
  const path = new Path2D();
  for (const [x, y] of points)
    path.addPath(
      curve([
        [x - 9, y + 2],
        [x - 6, y - 6],
        [x + 3, y - 6],
        [x + 4, y + 2],
        [x - 2, y + 3],
      ]),
    );
  fig.brush.line(path, shade(fig.tones.main), 2.2, 0.4);
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const face = tones.second;
  drawEars(fig, () => {
    const ear = spline(
      [
        [26, -24],
        [44, -30],
        [62, -18],
        [58, -4],
        [40, -8],
        [28, -10],
      ],
      0.9,
    );
    brush.shape(ear, face, { to: shade(face), along: [26, -20, 60, -10], lift: 3, halo: 2 });
    if (!fig.away)
      brush.dab(
        spline([
          [38, -20],
          [54, -17],
          [52, -9],
          [40, -13],
        ]),
        mix(face, '#e8a098', 0.5),
        0.9,
      );
  });
  const out = fig.turn * 7;
  const skull = drawSkull(
    fig,
    [
      [0, -36],
      [22, -34],
      [34, -12],
      [33, 10],
      [24 + out * 0.6, 30],
      [out, 42],
      [-22 + out * 0.4, 32],
      [-34, 10],
      [-35, -12],
      [-22, -34],
    ],
    { whole: true, colour: face, fur: 0, light: mix(face, '#ffffff', 0.12) },
  );
  if (!fig.away) {
    const [mx, my] = slide(fig, 11);
    const ink = '#181014';
    brush.clip(skull, () => {
      for (const side of [-1, 1]) {
        const [sx, sy] = slide(fig, 7);
        brush.dab(
          ellipse(sx + side * eyes.apart * (side > 0 ? 0.87 : 1), eyes.y + sy, 9.5, 10.5),
          mix(face, '#fff4e4', 0.75),
        );
      }
      drawEyes(fig, {
        eyes,
        mouth: { y: 26, w: 8 },
        cheeks: { apart: 25, y: 14, r: 12 },
        depth: { eyes: 7 },
        ink,
        line: mix(face, '#fff4e4', 0.5),
      });
      brush.dab(ellipse(mx, 24 + my, 17, 15), mix(face, '#fff0e0', 0.2), 0.8);
    });
    for (const x of [-4, 4]) brush.dab(ellipse(mx + x, 18 + my, 2.2, 1.6, x * 0.1), ink, 0.8);
    drawMouth(fig, mx, 26 + my, 8, mix(face, '#100808', 0.75));
  }
  brush.shape(
    wool(fig, fig.away ? 0 : -1, fig.away ? -14 : -36, fig.away ? 38 : 30, fig.away ? 34 : 18, 9),
    tones.main,
    { to: mix(tones.main, tones.deep, 0.5), along: [0, -54, 0, -18], lift: 3, halo: 2 },
  );
  curls(fig, [
    [-14, -38],
    [6, -44],
    [16, -32],
  ]);
}
