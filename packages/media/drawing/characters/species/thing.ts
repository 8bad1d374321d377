import type { PropKind } from '@kinora/capabilities';
import { luma, mix } from '../../colour.ts';
import { ellipse, limb, spline, type Point } from '../../paths.ts';
import { drawProp, propFace, propHeight, propWidth } from '../../props/index.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, type Figure } from '../figure.ts';
import { twoBones } from '../geometry.ts';
import { headwear } from '../headwear.ts';
import { drawHeld } from '../hold.ts';
import { drawNeckwear } from '../neckwear.ts';
import { uprightPoses, type UprightPose } from '../rigs/upright-poses.ts';
import type { SpeciesDrawing } from './species.ts';

const height = 190;
const legLength = 40;

export const thing: SpeciesDrawing = { height, draw };

/** Props with a face of their own: where it is, and what is painted over it before the character's. */
const ownFaces: Partial<Record<PropKind, { x: number; y: number; span: number; skin: (main: string) => string }>> = {
  teddy: { x: 0, y: -61, span: 9, skin: (main) => mix(main, '#ffe8c4', 0.3) },
  snowman: { x: 0, y: -112, span: 7, skin: () => '#eef3fb' },
};

/** Props that stand on a point: both legs come from there. */
const slim: ReadonlySet<PropKind> = new Set([
  'anchor',
  'balloon',
  'feather',
  'flute',
  'key',
  'kite',
  'paintbrush',
  'rope',
  'umbrella',
]);

/** A prop with a face, on two thin legs. */
function draw(fig: Figure): void {
  const { brush, character } = fig;
  const prop = character.prop ?? 'teapot';
  const name = character.pose;
  const pose: UprightPose = name === 'lie' || name === 'curl-up' ? uprightPoses.sit : uprightPoses[name];
  const rests = name === 'lie' || name === 'curl-up' || name === 'sit';
  const floats = name === 'fly' || name === 'swim';
  const natural = propHeight(prop);
  const scale = Math.min((height - legLength) / natural, 170 / propWidth(prop));
  const tall = natural * scale;
  const half = slim.has(prop) ? 7 : Math.max(16, Math.min(46, propWidth(prop) * scale * 0.3));
  const drop = rests ? 0.82 : Math.min(0.5, pose.drop ?? 0);
  const lift = floats ? 0 : (pose.lift ?? 0) * legLength;
  const base: Point = [0, floats ? tall / 2 : -legLength * (1 - drop) - lift];
  const tilt =
    (floats ? 0.3 : (pose.lean ?? 0) * 0.55) * (fig.turn || 0.3) +
    fig.look.tilt * 0.5 +
    (name === 'curl-up' ? 0.12 : 0);
  const limbColour = mix(fig.tones.main, '#3a2a30', 0.62);
  for (const [side, to] of [
    [-1, pose.near],
    [1, pose.far],
  ] as const) {
    const hip: Point = [base[0] + side * half * 0.7, base[1] - 4];
    const reach = rests ? side * 0.4 + 0.5 * fig.turn : to[0] * (fig.turn || 0.4);
    const foot: Point = [
      hip[0] + reach * legLength,
      (floats ? base[1] + legLength * 0.8 : -lift) - 4 - to[1] * legLength,
    ];
    brush.shape(limb(twoBones(hip, foot, legLength * 1.06, fig.turn ? 0.6 : side * -0.4), [4, 3.6, 3.6]), limbColour, {
      lift: 1.5,
      halo: 1.5,
    });
    const toe = fig.turn ? 8 : side * 4;
    brush.shape(
      spline([
        [foot[0] - 8, foot[1] - 4],
        [foot[0] + toe * 0.4, foot[1] - 7],
        [foot[0] + toe + 9, foot[1] - 1],
        [foot[0] + toe + 8, foot[1] + 4],
        [foot[0] - 8, foot[1] + 4],
      ]),
      shade(limbColour, 0.3),
      { lift: 1.6, halo: 1.5 },
    );
  }
  brush.at(base[0], base[1], 1, tilt, false, () => {
    const own = ownFaces[prop];
    const face = own ?? propFace(prop);
    const span = Math.max(9, Math.min(24, face.span * scale));
    // Arms grow where the face is: beside it, or under it on a slim thing.
    const wide = slim.has(prop) ? span * 1.7 : Math.max(span * 1.7, propWidth(prop) * scale * 0.4);
    const shoulder = slim.has(prop)
      ? -face.y * scale - span
      : Math.max(tall * 0.4, Math.min(tall * 0.6, -face.y * scale * 0.8));
    const slimX = slim.has(prop) ? face.x * scale : 0;
    const arm = (near: boolean) => {
      const [dx, dy, bend] = near ? pose.nearArm : pose.farArm;
      const root: Point = [slimX + (near ? -1 : 1) * wide, -shoulder];
      const points = twoBones(root, [root[0] + dx * 52, root[1] + dy * 46], 54, bend);
      const [hx, hy] = points[2];
      brush.shape(limb(points, [3.8, 3.6, 3.6]), limbColour, { lift: 2, halo: 1.5 });
      brush.shape(brush.blob(hx, hy, 7.5, 7, 0.05, 10), limbColour, { lift: 1.5, halo: 1.5 });
      return points[2];
    };
    if (!pose.farInFront) arm(false);
    brush.at(0, 0, scale, 0, false, () =>
      drawProp(brush, prop, {
        state: prop === 'lantern' || prop === 'lamp' || prop === 'candle' ? 'lit' : undefined,
        colour: character.colours.main,
        seed: 3,
      }),
    );
    const [x, y] = [face.x * scale, face.y * scale];
    if (!fig.away) {
      const flat: Figure = { ...fig, turn: 0 };
      const slideX = fig.turn * span * 0.22;
      brush.at(x + slideX, y + fig.look.nod * 3, 1, 0, false, () => {
        const r = Math.max(4.6, Math.min(8, span * 0.4));
        const isDark = luma(fig.tones.main) < 0.28;
        if (isDark)
          for (const side of [-1, 1])
            brush.dab(
              spline([
                [side * span - r * 1.5, 0],
                [side * span, -r * 1.7],
                [side * span + r * 1.5, 0],
                [side * span, r * 1.7],
              ]),
              '#fff4e2',
              0.9,
            );
        if (own) {
          for (const side of [-1, 1]) brush.dab(ellipse(side * span - slideX, 0, r * 1.25), own.skin(fig.tones.main));
          brush.dab(ellipse(-slideX, r * 2.4, r * 1.5, r * 1.1), own.skin(fig.tones.main));
        }
        drawEyes(flat, {
          eyes: { apart: span, y: 0, r },
          mouth: { y: r * 2, w: r * 1.4 },
          cheeks: { apart: span * 1.5, y: r * 1.7, r: r * 1.7 },
          line: '#3a2226',
        });
        drawMouth(flat, slideX * 0.3, r * 1.9, r * 1.4, isDark ? '#f8e4d0' : '#3a2226');
      });
    }
    drawNeckwear(fig, { x, y: y + span * 1.35, width: Math.min(wide, span * 1.7), drop: 32 });
    const far = pose.farInFront ? arm(false) : undefined;
    const hand = arm(true);
    if (character.holds) drawHeld(fig, { prop: character.holds, at: far ?? hand, before: 'hand', size: 74 });
    headwear(fig, {
      draw,
      hat: { x, y: -tall * 0.94, width: Math.min(30, wide * 0.8), crown: -tall * 0.98 },
      eyes: { apart: span, y, r: 6, depth: 0 },
    });
  });
}
