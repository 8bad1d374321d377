import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { box, curve, ellipse, limb, spline } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import { dressSleeve } from '../wardrobe/limbs.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 21, y: -6, r: 7.6 };

export const robot: SpeciesDrawing = { height: 240, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const metal = mix(tones.second, '#8a8c98', 0.35);
  const dark = mix(metal, '#3a3444', 0.45);
  const spec: UprightSpec = {
    legs: { length: 36, widths: [9, 8.5, 9], apart: 19, colour: metal },
    feet: { length: 36, height: 16, colour: tones.main },
    torso: { height: 80, widths: [34, 40, 41, 40, 33] },
    arms: { length: 62, widths: [8.5, 8, 7.5], colour: metal, hand: 11, handColour: tones.main },
    head: { draw: drawHead, up: 42, scale: 0.9, hat: { y: -36, width: 46, crown: -46 }, eyes },
    hand: () => {
      brush.shape(ellipse(0, 0, 9, 10), tones.main, { to: tones.deep, along: [0, -10, 0, 10], lift: 2, halo: 1.5 });
      for (const side of [-1, 1])
        brush.line(
          curve([
            [4, side * 5],
            [12, side * 9],
            [19, side * 3.5],
          ]),
          dark,
          5,
        );
    },
    foot: (near) => {
      const out = fig.turn ? 8 : near ? -4 : 4;
      const tone = near ? tones.main : shade(tones.main, 0.25);
      brush.shape(
        spline(
          [
            [-14, 6],
            [-12, -5],
            [0, -10],
            [out + 12, -5],
            [out + 18, 6],
          ],
          0.7,
        ),
        tone,
        { to: shade(tone), along: [0, -10, 0, 8], lift: 2.5, halo: 2 },
      );
      brush.shape(box(-15, 4, out + 20, 9, 0.3), dark, { lift: 1.5 });
    },
    mark: (path) => {
      brush.clip(path, () => {
        const t = fig.turn * 6;
        if (fig.away) {
          for (const y of [-58, -46, -34])
            brush.line(
              curve([
                [-20, y],
                [20, y],
              ]),
              shade(tones.main),
              3.4,
              0.5,
            );
        } else {
          brush.shape(box(-24 + t, -64, 26 + t, -26, 0.35), mix(tones.second, '#ffffff', 0.25), {
            to: tones.second,
            along: [0, -64, 0, -26],
            lift: 2,
          });
          const dial = new Path2D();
          dial.arc(-8 + t, -42, 11, Math.PI, 0);
          brush.line(dial, dark, 2.4);
          brush.line(
            curve([
              [-8 + t, -42],
              [-3 + t, -51],
            ]),
            tones.accent,
            2.6,
          );
          for (const [y, colour] of [
            [-56, tones.accent],
            [-46, '#f0c860'],
            [-36, '#7ab89a'],
          ] as const)
            brush.shape(ellipse(15 + t, y, 3.8), colour, { lift: 1 });
          brush.shape(
            spline(
              [
                [-12, -18],
                [0, -16],
                [6, -10],
                [0, -4],
                [-7, -10],
              ].map(([x, y]) => [x! + t + 3, y!] as const),
            ),
            tones.accent,
            { lift: 1 },
          );
        }
        for (const [x, y] of [
          [-32, -70],
          [33, -70],
          [-32, -6],
          [33, -6],
        ] as const)
          brush.dab(ellipse(x, y, 2.4), dark, 0.7);
      });
    },
  };
  const joints = (points: readonly (readonly [number, number])[]) => {
    for (const [x, y] of points)
      brush.shape(ellipse(x, y, 8, 8), mix(metal, '#ffffff', 0.2), {
        to: dark,
        along: [x, y - 8, x, y + 8],
        lift: 1.5,
      });
  };
  return {
    ...spec,
    wing: (points, near) => {
      const colour = near ? metal : shade(metal, 0.15);
      const [a, , c] = points;
      brush.shape(limb(points, spec.arms.widths), colour, {
        to: dark,
        along: [a[0], a[1], c[0], c[1]],
        lift: 3,
        halo: 3,
      });
      joints([points[0], points[1]]);
      dressSleeve(fig, spec, { points, near });
      brush.at(c[0], c[1], 1, Math.atan2(c[1] - points[1][1], c[0] - points[1][0]), false, () =>
        spec.hand!('rest', near),
      );
    },
    curled: () => drawPowerDown(fig, spec),
    lying: () => drawPowerDown(fig, spec),
  };
}

/** At rest: sunk down on its feet, arms at its sides, head bowed. */
function drawPowerDown(fig: Figure, spec: UprightSpec): void {
  const resting: UprightSpec = { ...spec, curled: undefined, lying: undefined, legs: { ...spec.legs, length: 10 } };
  const look = { ...fig.look, nod: Math.max(0.5, fig.look.nod), tilt: fig.look.tilt + 0.12 };
  drawUpright({ ...fig, look, character: { ...fig.character, pose: 'stand' } }, resting);
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const metal = mix(tones.second, '#8a8c98', 0.35);
  const t = fig.turn;
  brush.shape(box(-14, 30, 14, 52, 0.2), metal, { to: shade(metal), along: [-14, 0, 14, 0], lift: 1.5 });
  brush.line(
    curve([
      [0, -44],
      [2 + fig.sway * 3, -62],
      [fig.sway * 5, -72],
    ]),
    shade(metal),
    3.4,
  );
  const isOn = fig.look.eyes !== 'resting';
  brush.shape(ellipse(fig.sway * 5, -77, 7.5), isOn ? tones.accent : shade(tones.accent), { lift: 2, halo: 2 });
  for (const side of [-1, 1])
    brush.shape(box(side * 56 - 7 - t * 3, -14, side * 56 + 7 - t * 3, 14, 0.5), tones.accent, {
      to: shade(tones.accent),
      along: [0, -14, 0, 14],
      lift: 2.5,
      halo: 2,
    });
  const skull = spline(
    [
      [-44, -44],
      [0, -48],
      [44, -44],
      [54, -30],
      [55, 20],
      [44, 36],
      [0, 40],
      [-44, 36],
      [-55, 20],
      [-54, -30],
    ],
    0.75,
  );
  brush.shape(skull, mix(tones.main, '#ffffff', 0.2), { to: tones.deep, along: [-30, -48, 30, 44], lift: 5, halo: 4 });
  if (fig.away) {
    brush.shape(box(-24, -20, 24, 14, 0.3), shade(tones.main, 0.2), { lift: 1.5 });
    return;
  }
  const [sx, sy] = slide(fig, 8);
  const plate = spline(
    [
      [-38, -30],
      [0, -33],
      [38, -30],
      [42, -4],
      [38, 24],
      [0, 28],
      [-38, 24],
      [-42, -4],
    ].map(([x, y]) => [x! + sx * 0.8, y! + sy * 0.4] as const),
    0.8,
  );
  brush.shape(plate, mix(tones.second, '#ffffff', 0.35), { to: tones.second, along: [0, -30, 0, 28], lift: 2 });
  brush.clip(skull, () =>
    drawEyes(fig, {
      eyes,
      mouth: { y: 12, w: 11 },
      cheeks: { apart: 31, y: 10, r: 12 },
      line: '#4a3a48',
      depth: { eyes: 9 },
    }),
  );
  drawMouth(fig, sx * 1.1, 9 + sy, 11, '#4a3a48');
}
