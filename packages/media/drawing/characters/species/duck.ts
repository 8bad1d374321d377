import { mix } from '../../colour.ts';
import { curve, limb, spline } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';
import { drawBirdFoot, drawRoost, drawWing } from './wings.ts';

const eyes = { apart: 19, y: -6, r: 6.4 };

export const duck: SpeciesDrawing = { height: 226, draw: (fig) => draw(fig) };

function draw(fig: Figure): void {
  const spec = body(fig);
  if (fig.character.pose !== 'swim') return drawUpright(fig, spec);
  // A duck swims sitting on the water.
  drawRoost(fig, spec, { wing: mix(fig.tones.main, fig.tones.deep, 0.2), width: 19, y: 34 });
  for (const [x, y, w] of [
    [-6, 36, 84],
    [14, 45, 56],
  ] as const) {
    fig.brush.line(
      curve([
        [x - w, y],
        [x - w * 0.4, y + 5],
        [x + w * 0.3, y + 1],
        [x + w, y + 5],
      ]),
      '#e6f4f6',
      3,
      0.8,
    );
  }
}

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const orange = tones.accent;
  const wing = mix(tones.main, tones.deep, 0.2);
  const flies = fig.character.pose === 'fly';
  const spec: UprightSpec = {
    legs: { length: 24, widths: [11, 7, 6], apart: 15, colour: orange },
    feet: { length: 34, height: 11, colour: orange },
    torso: { height: 84, widths: [13, 27, 42, 50, 38], fur: 60 },
    belly: { colour: mix(tones.second, '#ffffff', 0.2), width: 0.6, from: 0.3, to: 0.96 },
    arms: { length: flies ? 110 : 62, widths: [12, 13, 7], hand: 7, handColour: wing },
    head: { draw: drawHead, up: 56, scale: 0.94, hat: { y: -28, width: 31, crown: -42 }, eyes },
    wing: (points, near) =>
      drawWing(fig, points, { colour: wing, width: flies ? 19 : 16, near, feathers: flies ? 6 : 3 }),
    foot: (near) => drawBirdFoot(fig, orange, near, 24, true),
    tail: {
      y: -14,
      draw: () => {
        const path = spline([
          [22, -16],
          [-10, -14],
          [-30, -34],
          [-36, -56],
          [-48, -34],
          [-44, -8],
          [-20, 14],
          [16, 16],
        ]);
        brush.shape(path, tones.main, { to: tones.deep, along: [10, 0, -40, -50], lift: 3, halo: 3 });
        brush.shape(
          limb(
            [
              [-34, -48],
              [-42, -62],
              [-32, -68],
            ],
            [4, 3.4, 1.6],
          ),
          tones.main,
          { lift: 1.4, halo: 1 },
        );
      },
    },
    poses: {
      fly: {
        lean: 0.95,
        stretched: true,
        near: [-0.2, 0, 0.6],
        far: [0.2, 0, 0.6],
        nearArm: [-0.82, -0.5, 1],
        farArm: [0.9, -0.2, -1],
        farInFront: false,
        tilt: -0.2,
        nod: -0.2,
      },
    },
  };
  const roost = () => drawRoost(fig, { ...spec, head: { ...spec.head, up: 44 } }, { wing, width: 19 });
  return { ...spec, curled: roost, lying: roost, sitting: roost };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const neck = limb(
    [
      [-2, 22],
      [-1, 46],
      [-4, 72],
    ],
    [20, 18, 25],
  );
  brush.shape(neck, tones.main, { to: mix(tones.main, tones.deep, 0.35), along: [-24, 40, 22, 50], lift: 2 });
  const skull = drawSkull(
    fig,
    [
      [0, -42],
      [26, -38],
      [42, -14],
      [44, 10],
      [32, 30],
      [0, 38],
    ],
    { fur: 40, length: 8 },
  );
  brush.shape(
    limb(
      [
        [0, -38],
        [-5, -52],
        [-14, -56],
      ],
      [4, 3, 1],
    ),
    tones.main,
    { lift: 1, halo: 1 },
  );
  if (fig.away) return;
  const [mx, my] = slide(fig, 15);
  brush.clip(skull, () => drawEyes(fig, { eyes, mouth: { y: 20, w: 8 }, cheeks: { apart: 29, y: 10, r: 13 } }));
  const open = ['grin', 'laugh', 'round', 'small-round'].includes(fig.look.mouth);
  const t = fig.turn;
  if (open) {
    const lower = spline(
      [
        [-17 + t * 2, 15],
        [0, 14],
        [18 + t * 8, 15],
        [12 + t * 8, 26],
        [0 + t * 4, 30],
        [-10, 26],
      ].map(([x, y]) => [x! + mx, y! + my] as const),
    );
    brush.shape(lower, shade(tones.accent, 0.35), { lift: 1.2 });
    brush.dab(
      spline(
        [
          [-8 + t * 3, 18],
          [10 + t * 6, 18],
          [5 + t * 4, 25],
          [-3 + t * 2, 25],
        ].map(([x, y]) => [x! + mx, y! + my] as const),
      ),
      '#d86a5c',
    );
  }
  const smile = fig.look.mouth === 'frown' || fig.look.mouth === 'wavy' ? 4 : -3;
  const bill = spline(
    [
      [-14, 2],
      [0, -4],
      [14, 2],
      [24 + t * 10, 12 + smile],
      [18 + t * 12, 20],
      [2 + t * 6, 18],
      [-14, 20],
      [-22, 12 + smile],
    ].map(([x, y]) => [x! + mx, y! + my] as const),
    0.9,
  );
  brush.shape(bill, mix(tones.accent, '#ffd070', 0.25), {
    to: shade(tones.accent, 0.3),
    along: [0, -4, 0, 22],
    lift: 2,
    halo: 1,
  });
  for (const x of [-4, 5])
    brush.dab(
      spline(
        [
          [x - 1, 4],
          [x + 2, 3],
          [x + 1.6, 6],
        ].map(([px, py]) => [px! + mx + t * 2, py! + my] as const),
      ),
      shade(tones.accent, 0.9),
      0.8,
    );
  if (!open) drawMouth({ ...fig, look: { ...fig.look } }, mx + t * 4, 22 + my, 7);
}
