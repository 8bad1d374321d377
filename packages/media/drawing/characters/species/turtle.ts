import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, limb, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawSkull } from '../head.ts';
import { headwear } from '../headwear.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 22, y: -6, r: 6.8 };

export const turtle: SpeciesDrawing = { height: 194, draw: (fig) => drawUpright(fig, body(fig)) };

/** Stands on its hind legs, its shell on its back. */
function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const shell = tones.second;
  const plate = mix(tones.main, '#f6e6a8', 0.62);
  return {
    legs: { length: 22, widths: [17, 14, 13], apart: 20 },
    feet: { length: 32, height: 14, colour: tones.main },
    torso: { height: 80, widths: [27, 37, 42, 42, 34], colour: plate },
    arms: { length: 46, widths: [12, 12, 11], hand: 11, handColour: tones.main },
    head: { draw: drawHead, up: 34, scale: 0.92, hat: { y: -26, width: 34, crown: -44 }, eyes },
    behind: () => {
      if (fig.away) brush.at(0, -40, 1, 0, false, () => dome(fig, 62, 66, 0));
      else brush.at(-15 * fig.turn - 2, -42, 1, -0.1 * fig.turn, false, () => dome(fig, 58 - fig.turn * 2, 62, 1));
    },
    mark: (path) => {
      const lines = new Path2D();
      lines.addPath(
        curve([
          [fig.turn * 5, -84],
          [fig.turn * 8, -40],
          [fig.turn * 5, 6],
        ]),
      );
      for (const y of [-60, -38, -16])
        lines.addPath(
          curve([
            [-50, y - 3],
            [fig.turn * 6, y + 3],
            [50, y - 3],
          ]),
        );
      brush.clip(path, () => brush.line(lines, shade(plate), 2, 0.4));
    },
    tail: {
      y: 0,
      draw: () =>
        brush.shape(
          limb(
            [
              [10, -2],
              [-16, 4],
              [-34, 0],
            ],
            [9, 6, 2],
          ),
          tones.main,
          { to: tones.deep, along: [0, 0, -34, 0], lift: 2, halo: 2 },
        ),
    },
    curled: () => drawTucked(fig, shell),
    lying: () => drawTucked(fig, shell),
  };
}

/** The shell with its plates; `rim` 1 shows the pale edge. */
function dome(fig: Figure, rx: number, ry: number, rim: number): void {
  const { brush, tones } = fig;
  const shell = tones.second;
  brush.shape(ellipse(0, 0, rx, ry), mix(shell, '#f4dca0', 0.45), {
    to: shade(shell, 0.3),
    along: [0, -ry, 0, ry],
    lift: 5,
    halo: 4,
  });
  const inner = ellipse(0, -1, rx - 7, ry - 7);
  brush.shape(inner, mix(shell, '#ffd890', 0.15), { to: shade(shell), along: [-rx * 0.4, -ry, rx * 0.4, ry], lift: 2 });
  brush.clip(inner, () => plates(fig, rx, ry));
  if (!rim) brush.form(inner, -rx * 0.3, -ry * 0.4, rx, '#fff0c0', 0.25);
}

function plates(fig: Figure, rx: number, ry: number): void {
  const lines = new Path2D();
  const hexagon = (x: number, y: number, r: number) => {
    for (let i = 0; i <= 6; i++) {
      const a = (i / 6) * Math.PI * 2 + Math.PI / 6;
      const [px, py] = [x + Math.cos(a) * r, y + Math.sin(a) * r];
      if (i) lines.lineTo(px, py);
      else lines.moveTo(px, py);
    }
  };
  const r = ry * 0.36;
  hexagon(0, 0, r);
  for (let i = 0; i < 6; i++) {
    const a = (i / 6) * Math.PI * 2 + Math.PI / 6;
    lines.moveTo(Math.cos(a) * r, Math.sin(a) * r);
    lines.lineTo(Math.cos(a) * rx * 1.1, Math.sin(a) * ry * 1.1);
  }
  fig.brush.line(lines, shade(fig.tones.second, 0.8), 3, 0.6);
}

/** Low on the ground under its shell, the head out or drawn in to sleep. */
function drawTucked(fig: Figure, shell: string): void {
  const { brush, tones } = fig;
  const out = fig.character.pose === 'lie' && fig.look.eyes !== 'resting';
  const foot = (x: number) =>
    brush.shape(
      spline([
        [x - 18, -16],
        [x + 12, -18],
        [x + 22, -4],
        [x + 14, 2],
        [x - 16, 2],
      ]),
      tones.main,
      { to: tones.deep, along: [0, -18, 0, 2], lift: 2, halo: 2 },
    );
  brush.shape(
    limb(
      [
        [-66, -14],
        [-92, -6],
        [-104, -8],
      ],
      [9, 5, 1.5],
    ),
    tones.main,
    { to: tones.deep, along: [-60, 0, -104, 0], lift: 2, halo: 2 },
  );
  foot(-46);
  const headAt: Point = out ? [86, -52] : [66, -30];
  const head = () =>
    brush.at(headAt[0], headAt[1] - fig.breath, 0.78, fig.look.tilt * 0.7, false, () => {
      drawHead(fig);
      headwear(fig, { draw: drawHead, hat: { y: -26, width: 34, crown: -44 }, eyes });
    });
  if (out)
    brush.shape(
      limb(
        [
          [50, -20],
          [72, -30],
          [84, -44],
        ],
        [18, 16, 15],
      ),
      tones.main,
      { to: tones.deep, along: [50, -10, 84, -50], lift: 2 },
    );
  if (!fig.away) head();
  const domePath = spline([
    [-84, -12],
    [-78, -52],
    [-42, -86 - fig.breath],
    [6, -94 - fig.breath],
    [50, -76],
    [74, -40],
    [74, -12],
    [0, -2],
  ]);
  brush.shape(domePath, mix(shell, '#ffd890', 0.15), { to: shade(shell), along: [-30, -94, 20, 0], lift: 5, halo: 4 });
  brush.clip(domePath, () => brush.at(-6, -40, 1, 0, false, () => plates(fig, 84, 60)));
  const rim = spline([
    [-90, -20],
    [0, -8],
    [80, -20],
    [84, -10],
    [60, -1],
    [0, 4],
    [-66, -1],
    [-92, -10],
  ]);
  brush.shape(rim, mix(shell, '#f4dca0', 0.45), { to: shade(shell, 0.3), along: [0, -20, 0, 4], lift: 3, halo: 1 });
  foot(42);
  if (!fig.away && !out) {
    brush.ctx.save();
    const below = new Path2D();
    below.rect(20, -64, 140, 80);
    brush.clip(below, head);
    brush.ctx.restore();
  }
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  brush.shape(
    limb(
      [
        [0, 24],
        [-2, 34],
        [-2, 44],
      ],
      [19, 18, 21],
    ),
    mix(tones.main, tones.deep, 0.3),
    { to: tones.deep, along: [0, 30, 0, 60], lift: 1 },
  );
  const out = fig.turn * 8;
  const skull = drawSkull(
    fig,
    [
      [0, -44],
      [28, -40],
      [46, -16],
      [48 + out * 0.3, 8],
      [36 + out, 30],
      [out, 40],
      [-34, 30],
      [-48, 8],
      [-46, -16],
      [-28, -40],
    ],
    { whole: true, fur: 0, light: mix(tones.main, '#f4f4b0', 0.25) },
  );
  brush.clip(skull, () => {
    for (const [x, y, r] of [
      [-16, -32, 5],
      [2, -37, 4],
      [-34, -18, 4],
      [16, -30, 3.6],
    ] as const)
      brush.dab(ellipse(x, y, r * 1.2, r), mix(tones.main, '#3a5a30', 0.5), 0.45);
  });
  if (fig.away) return;
  const [mx, my] = slide(fig, 12);
  brush.clip(skull, () => drawEyes(fig, { eyes, mouth: { y: 18, w: 13 }, cheeks: { apart: 34, y: 12, r: 14 } }));
  for (const x of [-3.4, 3.4]) brush.dab(ellipse(mx + x + fig.turn * 2, 5 + my, 1.5, 1.2), tones.line, 0.8);
  drawMouth(fig, mx, 16 + my, 14);
}
