import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 20, y: 0, r: 7.4 };

export const moth: SpeciesDrawing = { height: 206, isAfloat: true, draw };

function draw(fig: Figure): void {
  const name = fig.character.pose;
  const centred =
    name === 'fly' || name === 'swim' ? 20 : name === 'lie' || name === 'curl-up' || name === 'sit' ? 60 : 88;
  fig.brush.at(0, centred, 1, 0, false, () => drawUpright(fig, body(fig)));
}

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const dark = mix(tones.main, '#4a2c38', 0.6);
  const name = fig.character.pose;
  const folded = name === 'curl-up' || name === 'lie' || name === 'sit' || name === 'crouch' || name === 'bow';
  const spec: UprightSpec = {
    legs: { length: 22, widths: [7, 5, 4], apart: 11, colour: dark },
    feet: { length: 16, height: 8, colour: dark },
    torso: { height: 78, widths: [21, 27, 27, 23, 14], colour: mix(tones.second, tones.main, 0.25), fur: 90 },
    arms: { length: 44, widths: [6, 5, 4], colour: dark, hand: 5.5, handColour: dark },
    head: { draw: drawHead, up: 26, scale: 0.84, hat: { y: -26, width: 32, crown: -42 }, eyes },
    behind: () => drawWings(fig, folded, name === 'fly' || name === 'jump' ? 0.22 : 0),
    mark: (path) => {
      const bands = new Path2D();
      for (const y of [-34, -20, -6])
        bands.addPath(
          curve([
            [-30, y - 2],
            [0, y + 4],
            [30, y - 2],
          ]),
        );
      brush.clip(path, () => brush.line(bands, mix(tones.main, dark, 0.35), 6, 0.6));
    },
    poses: {
      fly: {
        lean: 0.32,
        stretched: true,
        near: [-0.25, 0.1],
        far: [0.25, 0.1],
        nearArm: [-0.5, 0.6, -1],
        farArm: [0.7, 0.3, 1],
        tilt: -0.1,
        nod: -0.1,
      },
      swim: {
        lean: 0.42,
        stretched: true,
        near: [-0.25, 0.1],
        far: [0.25, 0.1],
        nearArm: [-0.5, 0.6, -1],
        farArm: [0.7, 0.3, 1],
        tilt: -0.1,
      },
    },
  };
  const rest = () => {
    brush.at(0, -4, 1, 0, false, () =>
      drawUpright(
        { ...fig, character: { ...fig.character, pose: 'crouch' } },
        { ...spec, curled: undefined, lying: undefined, legs: { ...spec.legs, length: 6 } },
      ),
    );
  };
  return { ...spec, curled: rest, lying: rest };
}

function drawWings(fig: Figure, folded: boolean, raise: number): void {
  const { brush, tones } = fig;
  const colour = tones.main;
  const beat = fig.breath * 0.07 + raise;
  for (const side of [-1, 1]) {
    brush.at(side * 6 - fig.turn * 4, -50, 1, 0, side < 0, () => {
      const narrow = side > 0 ? 1 - fig.turn * 0.16 : 1;
      brush.ctx.scale(narrow * (folded ? 0.62 : 1), 1);
      brush.at(0, 0, 1, (folded ? 0.5 : 0.05) - beat, false, () => {
        const hind = spline([
          [0, 8],
          [30, 14],
          [64, 26],
          [74, 58],
          [50, 78],
          [20, 62],
          [4, 30],
        ]);
        brush.shape(hind, mix(colour, tones.accent, 0.35), {
          to: shade(colour, 0.5),
          along: [0, 10, 60, 76],
          lift: 3,
          halo: 3,
        });
        brush.clip(hind, () =>
          brush.line(
            curve([
              [70, 34],
              [60, 66],
              [26, 62],
            ]),
            tones.second,
            5,
            0.6,
          ),
        );
        const fore = spline([
          [0, 4],
          [22, -40],
          [64, -70],
          [108, -64],
          [112, -30],
          [88, 6],
          [46, 26],
          [10, 22],
        ]);
        brush.shape(fore, mix(colour, '#ffe8c0', 0.25), {
          to: mix(colour, tones.deep, 0.6),
          along: [0, 0, 100, -30],
          lift: 4,
          halo: 3,
        });
        brush.clip(fore, () => {
          brush.line(
            curve([
              [116, -40],
              [86, -6],
              [40, 22],
            ]),
            tones.second,
            7,
            0.75,
          );
          const veins = new Path2D();
          for (const end of [
            [70, -66],
            [100, -50],
            [100, -20],
            [76, 6],
          ] as Point[])
            veins.addPath(curve([[4, 4], [end[0] * 0.5, end[1] * 0.6], end]));
          brush.line(veins, tones.deep, 1.6, 0.35);
        });
        for (const [x, y, r] of [
          [66, -34, 14],
          [46, 48, 9],
        ] as const) {
          brush.shape(ellipse(x, y, r, r), tones.accent, { lift: 1, edge: 0.2 });
          brush.dab(ellipse(x, y, r * 0.66), tones.second);
          brush.dab(ellipse(x, y, r * 0.36), mix(tones.accent, '#2a1628', 0.6));
        }
      });
    });
  }
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const dark = mix(tones.main, '#4a2c38', 0.6);
  const fluff = mix(tones.second, tones.main, 0.2);
  for (const side of [-1, 1]) {
    const line: Point[] = [
      [side * 12, -34],
      [side * 24, -58],
      [side * 48, -76],
    ];
    brush.line(curve(line), dark, 3.4);
    const barbs = new Path2D();
    for (const t of [0.3, 0.45, 0.6, 0.75, 0.9]) {
      const [x, y] = [side * (12 + 36 * t), -34 - 44 * t + t * (1 - t) * -8];
      barbs.addPath(
        curve([
          [x, y],
          [x + side * 11 * (1.2 - t * 0.6), y - 4],
        ]),
      );
      barbs.addPath(
        curve([
          [x, y],
          [x + side * 1, y - 12 * (1.2 - t * 0.6)],
        ]),
      );
    }
    brush.line(barbs, dark, 2);
  }
  brush.shape(brush.blob(0, 34, 34, 18, 0.08, 14), mix(fluff, '#ffffff', 0.3), {
    to: mix(fluff, tones.main, 0.4),
    along: [0, 18, 0, 54],
    lift: 2,
    halo: 2,
  });
  const skull = drawSkull(
    fig,
    [
      [0, -42],
      [28, -38],
      [46, -14],
      [46, 12],
      [30, 34],
      [0, 40],
    ],
    { colour: fluff, fur: 110, length: 9, light: mix(fluff, '#ffffff', 0.3), shadeTop: 0.2 },
  );
  if (fig.away) return;
  const [mx, my] = slide(fig, 11);
  brush.clip(skull, () =>
    drawEyes(fig, { eyes, mouth: { y: 16, w: 8 }, cheeks: { apart: 31, y: 14, r: 13 }, line: dark }),
  );
  drawMouth(fig, mx, 16 + my, 8.5, dark);
}
