import { mix } from '../../colour.ts';
import { limb, mirror, spline } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';
import { drawBirdFoot, drawRoost } from './wings.ts';

const eyes = { apart: 20, y: 2, r: 6.4 };

export const penguin: SpeciesDrawing = { height: 208, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const orange = tones.accent;
  const spec: UprightSpec = {
    legs: { length: 12, widths: [15, 12, 9], apart: 18 },
    feet: { length: 34, height: 12, colour: orange },
    torso: { height: 114, widths: [32, 42, 49, 50, 36] },
    belly: { colour: tones.second, width: 0.76, from: 0.02, to: 1 },
    arms: { length: 66, widths: [12, 14, 7], hand: 6, handColour: tones.main },
    head: { draw: drawHead, up: 30, scale: 0.94, hat: { y: -26, width: 38, crown: -44 }, eyes },
    wing: (points, near) => {
      const [a, b, c] = points;
      const colour = near ? tones.main : shade(tones.main, 0.2);
      brush.shape(limb([a, b, c], [12, 14.5, 5]), colour, {
        to: shade(colour),
        along: [a[0], a[1], c[0], c[1]],
        lift: 3,
        halo: 3,
      });
    },
    foot: (near) => drawBirdFoot(fig, orange, near, 24, true),
    tail: {
      y: 4,
      draw: () =>
        brush.shape(
          spline([
            [10, -14],
            [-14, -8],
            [-26, 12],
            [-6, 8],
          ]),
          tones.main,
          { lift: 2, halo: 2 },
        ),
    },
  };
  const roost = () => drawRoost(fig, spec, { wing: tones.main, width: 13 });
  return { ...spec, curled: roost, lying: roost };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const skull = drawSkull(
    fig,
    [
      [0, -44],
      [30, -40],
      [50, -16],
      [53, 12],
      [42, 34],
      [0, 46],
    ],
    { fur: 0, light: mix(tones.main, '#ffffff', 0.12) },
  );
  if (fig.away) return;
  const [sx, sy] = slide(fig, 7);
  const [mx, my] = slide(fig, 13);
  brush.clip(skull, () => {
    const face = spline(
      mirror([
        [0, -8],
        [12, -20],
        [32, -18],
        [40, 4],
        [34, 26],
        [18, 42],
        [0, 50],
      ]).map(([x, y]) => [x * (x > 0 ? 1 - 0.1 * fig.turn : 1) + sx, y + sy] as const),
    );
    brush.shape(face, tones.second, { to: tones.secondDeep, along: [0, -20, 0, 70], lift: 1.4, edge: 0.1 });
    drawEyes(fig, {
      eyes,
      mouth: { y: 22, w: 8 },
      cheeks: { apart: 30, y: 18, r: 13 },
      depth: { eyes: 8 },
      line: '#3a2c3c',
    });
  });
  if (['grin', 'laugh', 'round', 'small-round'].includes(fig.look.mouth)) drawMouth(fig, mx, 19 + my, 8, '#6a2a28');
  const beak = spline(
    [
      [-11, 10],
      [0, 5],
      [11, 10],
      [2 + fig.turn * 8, 21],
      [-2 + fig.turn * 6, 21],
    ].map(([x, y]) => [x! + mx, y! + my] as const),
    0.8,
  );
  brush.shape(beak, tones.accent, { to: shade(tones.accent, 0.4), along: [0, 5, 0, 22], lift: 2 });
}
