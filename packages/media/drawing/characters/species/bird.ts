import { mix } from '../../colour.ts';
import { limb, spline } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';
import { drawBirdFoot, drawRoost, drawWing } from './wings.ts';

const eyes = { apart: 21, y: -4, r: 6.6 };

export const bird: SpeciesDrawing = { height: 178, draw: (fig) => drawUpright(fig, body(fig)) };

/** A small round songbird. */
function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const wing = mix(tones.main, tones.deep, 0.45);
  const legs = mix(tones.accent, '#5a3a30', 0.5);
  const flies = fig.character.pose === 'fly';
  const spec: UprightSpec = {
    legs: { length: 30, widths: [7, 4, 3.4], apart: 14, colour: legs },
    feet: { length: 26, height: 10, colour: legs },
    torso: { height: 76, widths: [34, 44, 49, 45, 26], fur: 80 },
    belly: { colour: tones.second, width: 0.7, from: 0.08, to: 0.92 },
    arms: { length: flies ? 104 : 58, widths: [12, 14, 7], hand: 7, handColour: wing },
    head: { draw: drawHead, up: 22, scale: 0.88, hat: { y: -28, width: 34, crown: -42 }, eyes },
    wing: (points, near) =>
      drawWing(fig, points, { colour: wing, width: flies ? 19 : 16, near, feathers: flies ? 6 : 3 }),
    foot: (near) => drawBirdFoot(fig, legs, near, 16),
    tail: {
      y: -8,
      draw: () => {
        for (const a of [0.5, 0.34, 0.18]) {
          const feather = limb(
            [
              [14, -2],
              [-20, 6 + a * 20],
              [-52, 4 + a * 64],
            ],
            [8, 8, 6],
          );
          brush.shape(feather, a === 0.34 ? tones.main : wing, {
            to: shade(wing),
            along: [0, 0, -50, 20],
            lift: 2,
            halo: 1.5,
          });
        }
      },
    },
    poses: {
      fly: {
        lean: 0.75,
        stretched: true,
        near: [-0.1, 0.3, 0.6],
        far: [0.1, 0.3, 0.6],
        nearArm: [-0.72, -0.62, 1],
        farArm: [0.82, -0.5, -1],
        farInFront: false,
        tilt: -0.3,
        nod: -0.2,
      },
    },
  };
  const roost = () => drawRoost(fig, spec, { wing, width: 18 });
  return { ...spec, curled: roost, lying: roost, sitting: roost };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  if (fig.sway > -0.4) {
    for (const [dx, dy] of [
      [-16, -14],
      [-8, -20],
      [2, -18],
    ] as const)
      brush.shape(
        limb(
          [
            [-2, -36],
            [dx * 0.6 - 2, dy * 0.6 - 38],
            [dx - 2, dy - 40],
          ],
          [6, 4.5, 1.4],
        ),
        tones.main,
        { to: tones.deep, along: [0, -36, 0, -60], lift: 1.5, halo: 1 },
      );
  }
  const skull = drawSkull(
    fig,
    [
      [0, -44],
      [30, -40],
      [50, -14],
      [52, 12],
      [38, 32],
      [0, 40],
    ],
    { fur: 60, length: 8 },
  );
  if (fig.away) return;
  const [mx, my] = slide(fig, 14);
  const [sx, sy] = slide(fig, 8);
  brush.clip(skull, () => {
    brush.shape(
      spline([
        [-40 + sx, 18 + sy],
        [-22 + sx, 6 + sy],
        [sx, 12 + sy],
        [24 + sx, 6 + sy],
        [42 + sx, 16 + sy],
        [38, 46],
        [-38, 46],
      ]),
      tones.second,
      { to: mix(tones.second, tones.main, 0.2), along: [0, 0, 0, 44], lift: 1, edge: 0 },
    );
    drawEyes(fig, { eyes, mouth: { y: 20, w: 7 }, cheeks: { apart: 33, y: 12, r: 13 } });
  });
  const t = fig.turn;
  const open = ['grin', 'laugh', 'round', 'small-round'].includes(fig.look.mouth);
  const place = (points: readonly (readonly [number, number])[]) => points.map(([x, y]) => [x + mx, y + my] as const);
  if (open)
    brush.shape(
      spline(
        place([
          [-8, 9],
          [9, 9],
          [8 + t * 10, 17],
          [-2, 17],
        ]),
        0.7,
      ),
      shade(tones.accent, 0.4),
      { lift: 1 },
    );
  brush.shape(
    spline(
      place([
        [-9, 5],
        [0, -2],
        [9, 4],
        [6 + t * 20, 10],
        [2 + t * 4, 12 + (t ? 0 : 4)],
        [-6, 11],
      ]),
      0.6,
    ),
    tones.accent,
    { to: shade(tones.accent, 0.35), along: [0, -2, 0, 14], lift: 2 },
  );
  if (!open) drawMouth(fig, mx - 1 + t * 2, 17 + my, 6);
}
