import { mix } from '../../colour.ts';
import { limb, mirror, spline } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 25, y: -3, r: 7.4 };

export const squirrel: SpeciesDrawing = { height: 236, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones } = fig;
  const paw = mix(tones.main, '#5a2416', 0.5);
  return {
    legs: { length: 32, widths: [18, 13, 9], apart: 15 },
    feet: { length: 36, height: 11, colour: paw, sole: '#c98a78' },
    torso: { height: 70, widths: [14, 24, 31, 36, 31], fur: 70 },
    belly: { colour: tones.second, width: 0.62, from: 0.06, to: 0.94 },
    arms: { length: 44, widths: [10, 8.5, 7.5], hand: 8.5, handColour: paw },
    head: { draw: drawHead, up: 34, scale: 0.92, hat: { y: -28, width: 31, crown: -44 }, eyes },
    tail: { y: 0, x: -12, draw: () => drawTail(fig) },
    brush: { colour: tones.main, tip: mix(tones.main, tones.second, 0.5) },
  };
}

function drawTail(fig: Figure): void {
  const { brush, tones } = fig;
  const tail = spline([
    [10, 8],
    [-20, 14],
    [-56, -2],
    [-80, -52],
    [-84, -110],
    [-66, -154],
    [-30, -172],
    [-6, -156],
    [-12, -134],
    [-34, -134],
    [-44, -112],
    [-36, -74],
    [-20, -42],
    [6, -22],
  ]);
  brush.shape(tail, tones.deep, { to: mix(tones.main, '#ffc070', 0.25), along: [0, 10, -60, -160], lift: 4, halo: 4 });
  brush.form(tail, -20, 0, 60, shade(tones.deep), 0.5);
  const inner = spline([
    [-6, 0],
    [-34, -8],
    [-58, -54],
    [-62, -108],
    [-46, -146],
    [-22, -158],
    [-12, -146],
    [-32, -144],
    [-52, -116],
    [-46, -70],
    [-26, -34],
  ]);
  brush.shape(inner, mix(tones.main, '#ffc88a', 0.4), { to: tones.main, along: [0, -150, 0, 0], lift: 0, edge: 0 });
  brush.fur(tail, [-90, -176, 12, 14], 170, 17, ['#ffd9a0', shade(tones.deep, 0.6)], 10, 20);
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  drawEars(fig, () => {
    const ear = spline(
      [
        [18, -36],
        [26, -62],
        [37, -78],
        [48, -56],
        [46, -26],
      ],
      0.9,
    );
    brush.shape(ear, tones.main, { to: tones.deep, along: [0, -20, 0, -78], lift: 3, halo: 3 });
    for (const [x, y] of [
      [32, -98],
      [40, -100],
      [46, -90],
    ] as const) {
      brush.shape(
        limb(
          [
            [37, -66],
            [(37 + x) / 2 + 1, (y - 66) / 2 - 2],
            [x, y],
          ],
          [4.5, 3.4, 1],
        ),
        tones.deep,
        { lift: 0.8, edge: 0 },
      );
    }
    if (!fig.away)
      brush.shape(
        spline(
          [
            [26, -40],
            [37, -66],
            [41, -36],
          ],
          0.8,
        ),
        mix(tones.second, '#c9705a', 0.5),
        { lift: 1.2, edge: 0.1 },
      );
  });
  const skull = drawSkull(
    fig,
    [
      [0, -44],
      [28, -40],
      [48, -14],
      [58, 16],
      [44, 38],
      [18, 44],
      [0, 46],
    ],
    { fur: 80 },
  );
  if (fig.away) return;
  const [mx, my] = slide(fig, 12);
  const [sx, sy] = slide(fig, 8);
  brush.clip(skull, () => {
    for (const side of [-1, 1]) {
      const cheek = spline([
        [side * 8 + mx, 14 + my],
        [side * 32 + sx, 10 + sy],
        [side * 54 + sx, 22 + sy],
        [side * 36 + sx, 44 + sy],
        [mx, 46 + my],
      ]);
      brush.shape(cheek, tones.second, { to: tones.secondDeep, along: [0, 8, 0, 48], lift: 1, edge: 0 });
    }
    drawEyes(fig, { eyes, mouth: { y: 28, w: 8 }, cheeks: { apart: 40, y: 20, r: 15 } });
  });
  const snout = spline(
    mirror([
      [0, 8],
      [10, 13],
      [17, 26],
      [10, 36],
      [0, 37],
    ]).map(([x, y]) => [x + mx, y + my] as const),
  );
  brush.shape(snout, mix(tones.second, '#ffffff', 0.2), {
    to: tones.secondDeep,
    along: [0, 8, 0, 40],
    lift: 1.2,
    edge: 0.1,
  });
  drawMouth(fig, mx, 25 + my, 8.5);
  if (fig.look.mouth === 'grin' || fig.look.mouth === 'laugh') {
    brush.dab(
      spline(
        [
          [-2.9, 25.6],
          [2.9, 25.6],
          [2.6, 30],
          [-2.6, 30],
        ].map(([x, y]) => [x! + mx, y! + my] as const),
        0.3,
      ),
      '#fffdf6',
    );
  }
  brush.shape(
    spline(
      mirror([
        [0, 9],
        [6, 12],
        [3, 18],
        [0, 19],
      ]).map(([x, y]) => [x + mx + fig.turn * 1.5, y + my] as const),
    ),
    '#4a2420',
    { lift: 0.6, edge: 0 },
  );
}
