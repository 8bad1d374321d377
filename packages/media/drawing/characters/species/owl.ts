import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';
import { drawBirdFoot, drawRoost, drawWing } from './wings.ts';

const eyes = { apart: 23, y: -4, r: 8.2, white: '#f6c24a' };

export const owl: SpeciesDrawing = { height: 218, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const wing = mix(tones.main, tones.deep, 0.4);
  const flies = fig.character.pose === 'fly';
  const spec: UprightSpec = {
    legs: { length: 12, widths: [12, 9, 6], apart: 17 },
    feet: { length: 30, height: 14, colour: '#d9963c' },
    torso: { height: 104, widths: [44, 51, 53, 50, 34], fur: 130 },
    belly: { colour: tones.second, width: 0.66, from: 0.3, to: 0.96 },
    arms: { length: flies ? 116 : 74, widths: [14, 16, 8], hand: 8, handColour: wing },
    head: {
      draw: drawHead,
      up: 18,
      scale: 1.02,
      hat: { y: -34, width: 36, crown: -46 },
      eyes: { ...eyes, r: 10, depth: 7 },
    },
    wing: (points, near) =>
      drawWing(fig, points, { colour: wing, width: flies ? 22 : 18, near, feathers: flies ? 6 : 3 }),
    foot: (near) => drawBirdFoot(fig, '#d9963c', near, 18),
    mark: (path) => {
      if (fig.away) return;
      const marks = new Path2D();
      for (let row = 0; row < 4; row++) {
        for (let i = -2; i <= 2; i++) {
          const x = i * 14 + (row % 2) * 7 + fig.turn * 5;
          if (Math.abs(x - fig.turn * 5) > 30 - row * 2) continue;
          const y = -60 + row * 14;
          marks.addPath(
            curve([
              [x - 5, y],
              [x, y + 6],
              [x + 5, y],
            ]),
          );
        }
      }
      brush.clip(path, () => brush.line(marks, tones.deep, 2.2, 0.6));
    },
    tail: {
      y: -14,
      draw: () => {
        for (const x of [-10, 0, 10])
          brush.shape(
            spline(
              [
                [x - 7, -16],
                [x + 7, -16],
                [x + 4 - 12, 26],
                [x - 8 - 10, 24],
              ],
              0.6,
            ),
            x ? tones.deep : wing,
            { to: shade(tones.deep), along: [0, -16, 0, 26], lift: 2, halo: 1 },
          );
      },
    },
    poses: {
      fly: {
        lean: 0.5,
        stretched: true,
        near: [-0.2, 0],
        far: [0.2, 0],
        nearArm: [-0.94, -0.3, 1],
        farArm: [0.94, -0.32, -1],
        farInFront: false,
        tilt: -0.35,
        nod: -0.2,
      },
    },
  };
  const roost = () => drawRoost(fig, spec, { wing, width: 19 });
  return { ...spec, curled: roost, lying: roost, sitting: roost };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  drawEars(fig, () => {
    const tuft = spline(
      [
        [22, -38],
        [44, -50],
        [62, -74],
        [60, -42],
        [52, -16],
      ],
      0.7,
    );
    brush.shape(tuft, tones.main, { to: tones.deep, along: [0, -20, 0, -74], lift: 3, halo: 3 });
  });
  const skull = drawSkull(
    fig,
    [
      [0, -48],
      [34, -44],
      [58, -22],
      [62, 8],
      [48, 30],
      [0, 40],
    ],
    { fur: 90 },
  );
  if (fig.away) return;
  const [sx, sy] = slide(fig, 7);
  const [mx, my] = slide(fig, 12);
  brush.clip(skull, () => {
    const disc: Point[] = [
      [0, -26],
      [20, -40],
      [46, -30],
      [54, -2],
      [40, 26],
      [14, 32],
      [0, 24],
      [-14, 32],
      [-40, 26],
      [-54, -2],
      [-46, -30],
      [-20, -40],
    ];
    brush.shape(
      spline(disc.map(([x, y]): Point => [x * (x > 0 ? 1 - 0.08 * fig.turn : 1) + sx, y + sy])),
      tones.second,
      { to: mix(tones.second, tones.main, 0.3), along: [0, -40, 0, 34], lift: 2 },
    );
    drawEyes(fig, { eyes, mouth: { y: 24, w: 8 }, cheeks: { apart: 36, y: 16, r: 13 }, depth: { eyes: 7 } });
    brush.shape(
      spline(
        [
          [-9, -40],
          [0, -44],
          [9, -40],
          [5, -18],
          [0, -10],
          [-5, -18],
        ].map(([x, y]) => [x! + sx, y! + sy] as const),
      ),
      mix(tones.main, tones.second, 0.2),
      { lift: 1, edge: 0.1 },
    );
  });
  if (['grin', 'laugh', 'round', 'small-round'].includes(fig.look.mouth)) drawMouth(fig, mx, 14 + my, 6.5);
  const beak = spline(
    [
      [-7, 2],
      [0, -3],
      [7, 2],
      [1 + fig.turn * 2, 18],
    ].map(([x, y]) => [x! + mx, y! + my] as const),
    0.7,
  );
  brush.shape(beak, '#e8a23c', { to: '#b8702c', along: [0, 0, 0, 18], lift: 2 });
}
