import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, limb, mirror, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 27, y: -8, r: 7.2 };

export const dragon: SpeciesDrawing = { height: 244, draw: (fig) => drawUpright(fig, body(fig)) };

/** A small round dragon that walks upright. */
function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const name = fig.character.pose;
  const spread = name === 'fly' || name === 'jump' ? 1.3 : name === 'curl-up' || name === 'lie' ? 0.7 : 1;
  const wing = mix(tones.accent, tones.main, 0.15);
  return {
    legs: { length: 32, widths: [23, 18, 14], apart: 21 },
    feet: { length: 40, height: 16, colour: tones.main, sole: tones.second },
    torso: { height: 88, widths: [21, 34, 42, 46, 38] },
    belly: { colour: tones.second, width: 0.62, from: 0.02, to: 0.98 },
    arms: { length: 50, widths: [13, 11.5, 10], hand: 11, handColour: tones.main },
    head: { draw: drawHead, up: 42, scale: 0.88, hat: { y: -40, width: 32, crown: -54 }, eyes },
    brush: { colour: tones.main, tip: tones.accent, half: 13 },
    behind: () => {
      const beat = fig.breath * 0.06;
      for (const side of [-1, 1]) {
        brush.at(side * 14 - fig.turn * 6, -64, spread, 0, side < 0, () => {
          brush.ctx.scale(side > 0 ? 1 - fig.turn * 0.25 : 1, 1);
          brush.at(0, 0, 1, -beat - (spread > 1 ? 0.25 : 0), false, () => drawWing(fig, wing));
        });
      }
    },
    mark: (path) => {
      if (name === 'curl-up') return brush.at(30, -78, 0.85, 0.5, false, () => drawWing(fig, wing));
      if (fig.away || name === 'lie') return;
      const lines = new Path2D();
      for (let i = 0; i < 6; i++)
        lines.addPath(
          curve([
            [-22 + fig.turn * 5, -74 + i * 14],
            [fig.turn * 6, -70 + i * 14],
            [24 + fig.turn * 5, -74 + i * 14],
          ]),
        );
      brush.clip(path, () => brush.line(lines, shade(tones.second), 2, 0.4));
    },
    tail: {
      y: -6,
      x: -20,
      draw: () => {
        const line: Point[] = [
          [24, -4],
          [-18, 10],
          [-62, 16],
          [-96, -2],
          [-104, -32],
        ];
        for (const [x, y, a] of [
          [-20, -6, -0.2],
          [-48, 2, -0.1],
          [-76, -2, 0.5],
        ] as const)
          spike(fig, x, y, a, 13);
        brush.shape(limb(line, [26, 21, 14, 9, 4]), tones.main, {
          to: tones.deep,
          along: [20, 0, -100, 10],
          lift: 4,
          halo: 4,
        });
        brush.shape(
          spline(
            [
              [-104, -28],
              [-122, -36],
              [-112, -60],
              [-96, -50],
              [-90, -64],
              [-88, -40],
            ],
            0.5,
          ),
          tones.accent,
          { to: shade(tones.accent), along: [0, -60, 0, -28], lift: 2, halo: 2 },
        );
      },
    },
  };
}

function spike(fig: Figure, x: number, y: number, angle: number, size: number): void {
  fig.brush.at(x, y, 1, angle, false, () =>
    fig.brush.shape(
      spline(
        [
          [-size * 0.6, 4],
          [-size * 0.1, -size],
          [size * 0.7, 4],
        ],
        0.4,
      ),
      fig.tones.accent,
      { to: shade(fig.tones.accent, 0.3), along: [0, -size, 0, 4], lift: 1.6, halo: 1 },
    ),
  );
}

function drawWing(fig: Figure, colour: string): void {
  const { brush } = fig;
  const path = spline(
    [
      [0, 6],
      [22, -30],
      [62, -62],
      [96, -58],
      [84, -36],
      [92, -16],
      [70, -12],
      [66, 10],
      [44, 4],
      [32, 22],
      [14, 16],
    ],
    0.75,
  );
  brush.shape(path, mix(colour, '#ffe0a8', 0.2), {
    to: shade(colour, 0.45),
    along: [0, -60, 60, 20],
    lift: 4,
    halo: 4,
  });
  const bones = new Path2D();
  for (const end of [
    [92, -16],
    [66, 10],
    [32, 22],
  ] as Point[])
    bones.addPath(curve([[60, -60], [(60 + end[0]) / 2 + 4, (end[1] - 60) / 2], end]));
  brush.clip(path, () => brush.line(bones, shade(colour), 3, 0.5));
  brush.shape(
    limb(
      [
        [0, 4],
        [24, -32],
        [62, -62],
        [96, -60],
      ],
      [6, 5, 4, 1.6],
    ),
    fig.tones.main,
    { to: fig.tones.deep, along: [0, 0, 90, -60], lift: 2 },
  );
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  for (const [x, y, a] of [
    [0, -54, 0],
    [-18, -48, -0.35],
  ] as const)
    spike(fig, x - fig.turn * 6, y, a, 17);
  drawEars(fig, () => {
    const horn = limb(
      [
        [26, -42],
        [36, -62],
        [50, -76],
      ],
      [8.5, 6.5, 2],
    );
    brush.shape(horn, mix(tones.second, '#c8a878', 0.4), {
      to: '#fff4d8',
      along: [26, -40, 50, -76],
      lift: 2.5,
      halo: 2,
    });
    const ear = spline(
      [
        [42, -26],
        [64, -44],
        [84, -42],
        [74, -22],
        [54, -8],
      ],
      0.8,
    );
    brush.shape(ear, tones.main, { to: tones.deep, along: [40, -20, 84, -40], lift: 3, halo: 3 });
    if (!fig.away)
      brush.shape(
        spline(
          [
            [52, -24],
            [66, -36],
            [76, -36],
            [68, -22],
          ],
          0.8,
        ),
        tones.accent,
        { lift: 1, edge: 0.1 },
      );
  });
  const out = fig.turn * 12;
  const skull = drawSkull(
    fig,
    [
      [0, -56],
      [30, -50],
      [52, -22],
      [52, 4],
      [46 + out * 0.6, 22],
      [30 + out, 40],
      [out, 46],
      [-30 + out * 0.6, 40],
      [-46, 22],
      [-54, 4],
      [-52, -22],
      [-30, -50],
    ],
    { whole: true, fur: 0, light: mix(tones.main, '#f0f4b0', 0.28), shadeTop: 0.2 },
  );
  brush.clip(skull, () => {
    for (const [x, y, r] of [
      [-34, -30, 5],
      [-42, -14, 3.6],
      [30, -36, 4.4],
      [10, -42, 3.4],
      [-14, -40, 3],
    ] as const)
      brush.dab(ellipse(x, y, r * 1.1, r), mix(tones.main, tones.accent, 0.35), 0.5);
  });
  if (fig.away) return;
  const [mx, my] = slide(fig, 14);
  brush.clip(skull, () => {
    drawEyes(fig, { eyes, mouth: { y: 26, w: 12 }, cheeks: { apart: 42, y: 10, r: 15 } });
    const snout = spline(
      mirror([
        [0, 0],
        [20, 4],
        [36, 20],
        [30, 42],
        [0, 52],
      ]).map(([x, y]) => [x + mx, y + my] as const),
    );
    brush.shape(snout, mix(tones.main, tones.second, 0.35), {
      to: mix(tones.second, tones.main, 0.2),
      along: [0, 0, 0, 48],
      lift: 1.4,
      edge: 0.1,
    });
  });
  for (const side of [-1, 1])
    brush.dab(ellipse(mx + side * 12 + fig.turn * 2, 11 + my, 3.4, 2.5, side * 0.4), tones.line, 0.75);
  drawMouth(fig, mx, 25 + my, 13);
  if (fig.look.mouth === 'grin' || fig.look.mouth === 'side-smile')
    brush.dab(
      spline(
        [
          [-9, 25],
          [-4, 26],
          [-6.5, 31],
        ].map(([x, y]) => [x! + mx, y! + my] as const),
        0.2,
      ),
      '#fffdf2',
    );
}
