import { mix } from '../../colour.ts';
import { ellipse, spline, type Point } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { headwear } from '../headwear.ts';
import { drawHeld, isHeldInOneHand } from '../hold.ts';
import { drawNeckwear } from '../neckwear.ts';
import type { Pose } from '@kinora/capabilities';
import type { SpeciesDrawing } from './species.ts';

export const star: SpeciesDrawing = { height: 190, draw };

/** Tips of a pose: left arm, right arm, right leg, left leg, from the middle of the body; and the tilt of the whole. */
type Tips = { left: Point; right: Point; rightLeg: Point; leftLeg: Point; tilt?: number; lift?: number };

const rest: Tips = { left: [-92, -24], right: [92, -24], rightLeg: [56, 82], leftLeg: [-56, 82] };
const poses: Record<Pose, Tips> = {
  stand: rest,
  sit: { left: [-90, -6], right: [90, -6], rightLeg: [80, 60], leftLeg: [-74, 62] },
  walk: { ...rest, left: [-84, 4], right: [92, -34], rightLeg: [78, 70], leftLeg: [-40, 84], tilt: 0.08 },
  run: { left: [-92, 2], right: [96, -46], rightLeg: [88, 62], leftLeg: [-70, 72], tilt: 0.24, lift: 16 },
  crouch: { left: [-90, 0], right: [90, 0], rightLeg: [70, 66], leftLeg: [-70, 66] },
  reach: { ...rest, right: [82, -78], tilt: 0.08 },
  hold: { ...rest, left: [-84, 8], right: [88, 4] },
  wave: { ...rest, right: [88, -66], tilt: -0.06 },
  point: { ...rest, right: [112, -14], tilt: 0.05 },
  bow: { left: [-90, 0], right: [86, 8], rightLeg: [60, 78], leftLeg: [-50, 84], tilt: 0.4 },
  hug: { ...rest, left: [-70, -52], right: [96, -48], tilt: 0.1 },
  'look-up': { ...rest, left: [-88, 4], right: [88, -2], tilt: -0.16 },
  jump: { left: [-86, -62], right: [88, -66], rightLeg: [74, 72], leftLeg: [-74, 74], lift: 44 },
  lie: { left: [-94, -4], right: [92, -2], rightLeg: [82, 56], leftLeg: [-80, 60], tilt: -0.25 },
  'curl-up': { left: [-84, -2], right: [84, 2], rightLeg: [56, 66], leftLeg: [-64, 60], tilt: 0.34 },
  fly: { left: [-96, 22], right: [96, -56], rightLeg: [40, 92], leftLeg: [-76, 76], tilt: 0.3 },
  swim: { left: [-96, 0], right: [98, -40], rightLeg: [36, 92], leftLeg: [-76, 76], tilt: 0.4 },
};

function draw(fig: Figure): void {
  const { brush, tones } = fig;
  const name = fig.character.pose;
  const tips = poses[name];
  const floats = name === 'fly' || name === 'swim';
  const lowest = Math.max(tips.rightLeg[1], tips.leftLeg[1]);
  const y = floats ? 0 : -lowest - (tips.lift ?? 0) - 2;
  const tilt = (tips.tilt ?? 0) * (fig.turn || 0.4) + fig.look.tilt * 0.5 + fig.sway * 0.04;
  if (fig.look.eyes !== 'resting') brush.glow(0, y, 150, mix(tones.main, '#fff4c8', 0.5), 0.4);
  brush.at(0, y, 1, tilt, false, () => {
    const droop = fig.look.mouth === 'frown' ? 10 : 0;
    const crook = fig.sway * 5 - fig.turn * 4;
    const { left, right, rightLeg, leftLeg } = tips;
    const top: Point = [crook, -94 - fig.breath * 2 + droop];
    const points: Point[] = [top, [27, -37], right, [43, 14], rightLeg, [0, 45], leftLeg, [-43, 14], left, [-27, -37]];
    const path = spline(points, 0.62);
    brush.shape(path, mix(tones.main, '#fffbe0', 0.4), {
      to: mix(tones.main, '#d0783c', 0.35),
      along: [-30, -90, 30, 86],
      lift: 6,
      halo: 4,
    });
    brush.form(path, 0, -10, 70, '#fffbe4', 0.5);
    brush.form(path, -60, 70, 60, shade(tones.main), 0.35);
    const garment = wears(fig, 'jumper', 'waistcoat', 'pyjamas', 'dress', 'dungarees', 'apron', 'cape', 'backpack');
    if (garment)
      brush.clip(path, () =>
        drawCloth(
          fig,
          spline(
            [
              [-90, 34],
              [0, 40],
              [90, 34],
              [90, 100],
              [-90, 100],
            ],
            0.4,
          ),
          garment,
          [-90, 34, 90, 90],
          { step: 12 },
        ),
      );
    for (const [x, yy, r] of [
      [-22, -54, 3],
      [16, -62, 2],
      [40, 30, 2.6],
      [-44, 22, 2.2],
    ] as const)
      brush.dab(ellipse(x, yy, r), '#fffdf0', 0.7);
    const boots = wears(fig, 'boots');
    if (boots)
      brush.clip(path, () =>
        drawCloth(
          fig,
          spline(
            [
              [-110, 60],
              [110, 60],
              [110, 100],
              [-110, 100],
            ],
            0.2,
          ),
          boots,
          [-90, 60, 90, 100],
        ),
      );
    drawNeckwear(fig, { x: 0, y: 32, width: 42, drop: 34 });
    if (!fig.away) face(fig);
    headwear(fig, { draw, hat: { x: crook * 0.7, y: -58, width: 24, crown: -80 }, eyes: { apart: 19, y: -12, r: 7 } });
    const prop = fig.character.holds;
    if (!prop) return;
    const both = (name === 'hold' && !isHeldInOneHand(prop)) || name === 'hug';
    drawHeld(fig, {
      prop,
      at: both ? [4, 60] : [right[0] - 6, right[1] + 2],
      before: both ? 'arms' : 'hand',
      size: 88,
    });
  });
}

function face(fig: Figure): void {
  const [mx, my] = slide(fig, 9);
  drawEyes(fig, {
    eyes: { apart: 19, y: -12, r: 6.8 },
    mouth: { y: 6, w: 10 },
    cheeks: { apart: 33, y: 4, r: 14 },
    line: '#7a4420',
    depth: { eyes: 9 },
  });
  drawMouth(fig, mx, 5 + my, 10, '#7a4420');
}
