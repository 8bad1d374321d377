import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, limb, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, type Figure } from '../figure.ts';
import { between, plus } from '../geometry.ts';
import { drawEars, drawSkull } from '../head.ts';
import { drawFourLegged, type FourLeggedSpec } from '../rigs/four-legged.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 27, y: -8, r: 7 };

export const horse: SpeciesDrawing = { height: 260, draw: (fig) => drawFourLegged(fig, equine(fig, fig.tones.accent)) };

export const unicorn: SpeciesDrawing = {
  height: 278,
  draw: (fig) => {
    const spec = equine(fig, fig.tones.accent, true);
    drawFourLegged(
      fig,
      fig.character.pose === 'fly'
        ? { ...spec, behind: () => drawWing(fig, 8, true), before: () => drawWing(fig, 0, false) }
        : spec,
    );
  },
};

/** A small, round horse with a long mane. */
function equine(fig: Figure, mane: string, horned = false): FourLeggedSpec {
  const { tones, brush } = fig;
  return {
    legs: {
      length: 82,
      widths: [18, 11, 10],
      hoof: { width: 11, height: 16, colour: horned ? mix(mane, '#f0d890', 0.6) : mix(tones.accent, '#2a1a1c', 0.5) },
    },
    body: { length: 104, depth: 82, fur: 60 },
    neck: { length: 62, angle: 0.5, widths: [32, 25, 20] },
    head: {
      draw: (f) => drawHead(f, mane, horned),
      scale: 0.8,
      hat: { y: -38, width: 30, crown: -48 },
      eyes: { ...eyes, depth: 6 },
    },
    mouth: [44, 62],
    tail: {
      draw: () => {
        const tail = spline([
          [12, -10],
          [-14, -18],
          [-38, 4],
          [-46, 44],
          [-58, 78],
          [-36, 74],
          [-22, 60],
          [-14, 24],
          [4, 10],
        ]);
        brush.shape(tail, mane, { to: mix(mane, shade(mane), 0.8), along: [0, -16, -40, 80], lift: 4, halo: 3 });
        brush.clip(tail, () =>
          hairLines(fig, mane, [
            [
              [6, -8],
              [-24, 6],
              [-44, 70],
            ],
            [
              [8, 0],
              [-14, 20],
              [-34, 72],
            ],
            [
              [2, -14],
              [-32, 0],
              [-52, 66],
            ],
          ]),
        );
      },
    },
    mane: (root, end) => {
      const back: Point[] = [];
      for (let i = 0; i <= 4; i++) {
        const p = between(plus(end, [4, -14]), plus(root, [-18, 0]), i / 4);
        back.push(plus(p, [-20 - (i % 2) * 5 - fig.turn * 2, 6]));
      }
      const path = spline([
        plus(end, [8, -30]),
        ...back,
        plus(root, [-16, 14]),
        plus(between(root, end, 0.5), [-4, 0]),
        plus(end, [6, 0]),
      ]);
      if (!fig.turn && !fig.away) return;
      brush.shape(path, mane, {
        to: mix(mane, shade(mane), 0.6),
        along: [end[0], end[1], root[0], root[1]],
        lift: 3,
        halo: 2,
      });
      brush.clip(path, () =>
        hairLines(
          fig,
          mane,
          [0.2, 0.4, 0.6, 0.8].map((t) => [
            plus(between(end, root, t), [4, -8]),
            plus(between(end, root, t), [-14, 4]),
            plus(between(end, root, t), [-28, 22]),
          ]),
        ),
      );
    },
  };
}

function hairLines(fig: Figure, colour: string, lines: Point[][]): void {
  const light = new Path2D();
  for (const line of lines) light.addPath(curve(line));
  fig.brush.line(light, mix(colour, '#ffffff', 0.35), 1.8, 0.5);
}

function drawHead(fig: Figure, mane: string, horned: boolean): void {
  const { brush, tones } = fig;
  drawEars(fig, () => {
    const ear = spline(
      [
        [14, -40],
        [20, -62],
        [32, -80],
        [39, -58],
        [34, -34],
      ],
      0.9,
    );
    brush.shape(ear, tones.main, { to: tones.deep, along: [0, -30, 0, -80], lift: 3, halo: 2 });
    if (!fig.away)
      brush.shape(
        spline(
          [
            [23, -44],
            [31, -68],
            [33, -40],
          ],
          0.9,
        ),
        mix(tones.main, '#c88a80', 0.55),
        { lift: 1, edge: 0.1 },
      );
  });
  const shear = (points: Point[]): Point[] =>
    points.map(([x, y]) => [x + fig.turn * Math.max(0, y + 16) * 0.42, y + fig.look.nod * Math.max(0, y) * 0.12]);
  const outline: Point[] = [
    [0, -48],
    [24, -44],
    [38, -20],
    [36, 6],
    [28, 30],
    [30, 52],
    [20, 68],
    [0, 72],
    [-20, 68],
    [-30, 52],
    [-30, 30],
    [-38, 6],
    [-40, -20],
    [-25, -44],
  ];
  const skull = drawSkull(fig, shear(outline), { whole: true, fur: 50, length: 10, shadeTop: 0.15 });
  if (!fig.away) {
    brush.clip(skull, () => {
      const blaze = spline(
        shear([
          [-7, -34],
          [7, -34],
          [6, 0],
          [10, 30],
          [-10, 30],
          [-6, 0],
        ]),
      );
      if (!horned) brush.shape(blaze, tones.second, { lift: 0, edge: 0 });
      const muzzle = spline(
        shear([
          [-34, 42],
          [-10, 30],
          [10, 30],
          [34, 42],
          [34, 80],
          [-34, 80],
        ]),
      );
      brush.shape(muzzle, tones.second, { to: tones.secondDeep, along: [0, 30, 0, 76], lift: 1, edge: 0 });
      drawEyes(fig, { eyes, mouth: { y: 58, w: 11 }, cheeks: { apart: 25, y: 20, r: 14 }, depth: { eyes: 6 } });
    });
    const [mx, my] = [fig.turn * 27, 46 + fig.look.nod * 8];
    for (const side of [-1, 1])
      brush.dab(ellipse(mx + side * 13, my, 3, 4.2, side * 0.4), mix(tones.second, '#5a3034', 0.7));
    drawMouth(fig, mx - fig.turn * 2, my + 12, 10);
  }
  const lock = spline([
    [-12, -54],
    [6, -58],
    [16, -50],
    [14, -30],
    [4 + fig.turn * 4, -10],
    [0 + fig.turn * 2, -22],
    [-8, -12],
    [-12, -28],
    [-18, -22],
  ]);
  if (horned && !fig.away) drawHorn(fig);
  brush.shape(lock, mane, { to: mix(mane, shade(mane), 0.5), along: [0, -56, 0, -10], lift: 2.5, halo: 1 });
  brush.clip(lock, () =>
    hairLines(fig, mane, [
      [
        [-6, -56],
        [-8, -34],
        [-10, -16],
      ],
      [
        [4, -56],
        [6, -34],
        [2, -14],
      ],
    ]),
  );
}

function drawHorn(fig: Figure): void {
  const { brush } = fig;
  brush.at(5 + fig.turn * 6, -40, 1, 0.16 * fig.turn, false, () => {
    const horn = spline(
      [
        [-9.5, 2],
        [1, -70],
        [9.5, 2],
        [0, 5],
      ],
      0.2,
    );
    brush.shape(horn, '#f8e2a0', { to: '#d9a850', along: [-8, 0, 8, 0], lift: 3, halo: 2 });
    brush.clip(horn, () => {
      const turns = new Path2D();
      for (const y of [-6, -19, -32, -45, -57])
        turns.addPath(
          curve([
            [-9, y - 4],
            [9, y + 4],
          ]),
        );
      brush.line(turns, '#b8863c', 2, 0.7);
    });
  });
}

function drawWing(fig: Figure, dx: number, far: boolean): void {
  const { brush } = fig;
  const base = far ? '#d9ccdc' : '#fbf4f6';
  brush.at(dx, -24, 1, far ? 0.2 : 0, false, () => {
    for (const [i, l] of [92, 84, 70, 52].entries()) {
      const a = -2.35 + i * 0.3;
      const feather = limb(
        [
          [0, 0],
          [Math.cos(a) * l * 0.6, Math.sin(a) * l * 0.6 - 6],
          [Math.cos(a) * l, Math.sin(a) * l],
        ],
        [12, 13, 6],
      );
      brush.shape(feather, mix(base, fig.tones.accent, i * 0.08), {
        to: mix(base, fig.tones.accent, 0.3),
        along: [0, 0, Math.cos(a) * l, Math.sin(a) * l],
        lift: 2.5,
        halo: 2,
      });
    }
  });
}
