import { mix } from '../../colour.ts';
import { ellipse, limb, spline } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { type Figure, shade } from '../figure.ts';
import { lit } from '../head.ts';
import { headwear } from '../headwear.ts';
import { drawNeckwear } from '../neckwear.ts';
import { drawCurled } from './curled.ts';
import type { UprightSpec } from './upright-spec.ts';

/** An animal on its belly, its chin over its forepaws. */
export function drawLying(fig: Figure, spec: UprightSpec): void {
  const { brush, tones } = fig;
  const width = Math.max(...spec.torso.widths);
  const length = spec.torso.height + width * 0.9 + spec.legs.length * 0.3;
  const colour = spec.torso.colour ?? tones.main;
  const deep = shade(colour);
  const tall = width * 1.75;
  const isAsleep = fig.character.expression === 'asleep';
  const [x0, x1] = [-length * 0.62, length * 0.38];
  if (fig.away) {
    brush.at(0, 0, 1, 0, false, () => drawCurled({ ...fig, away: true }, spec));
    return;
  }
  if (spec.tail) brush.at(x0 + 14, -tall * 0.34, 0.9, -0.35 + fig.breath * 0.05, false, spec.tail.draw);
  brush.at(0, 0, 1, 0, false, () => {
    if (spec.behind) brush.at(x0 * 0.2, -tall * 0.28, 0.9, 1.35, false, spec.behind);
    const far = limb(
      [
        [x1 * 0.5, -20],
        [x1 + 16, -12],
        [x1 + 40, -9],
      ],
      spec.arms.widths,
    );
    brush.shape(far, mix(colour, deep, 0.35), { to: deep, along: [0, -24, 0, 2], lift: 2 });
    const body = spline([
      [x0, -tall * 0.28],
      [x0 + 12, -tall * 0.72],
      [x0 * 0.42, -tall - fig.breath * 1.5],
      [x1 * 0.1, -tall * 0.86],
      [x1, -tall * 0.62],
      [x1 + 6, -tall * 0.2],
      [x1 - 14, 0],
      [x0 + 22, 2],
    ]);
    brush.shape(body, lit(colour), { to: deep, along: [0, -tall, 0, 0], lift: 5, halo: 4 });
    brush.form(body, x0, -4, length * 0.5, deep, 0.6);
    if (spec.torso.fur)
      brush.fur(body, [x0, -tall, x1, 0], spec.torso.fur * 1.4, 13, [deep, mix(colour, '#ffe8c0', 0.6)], x1 * 2, -tall);
    spec.mark?.(body);
    dressLying(fig, body, x0, x1, tall);
    const haunch = spline([
      [x0 + 6, -tall * 0.16],
      [x0 + 14, -tall * 0.62],
      [x0 + 44, -tall * 0.7],
      [x0 + 66, -tall * 0.38],
      [x0 + 56, -6],
      [x0 + 26, 2],
    ]);
    brush.shape(haunch, lit(colour), { to: deep, along: [0, -tall * 0.7, 0, 0], lift: 3, halo: 2 });
    brush.at(x0 + 54, -spec.feet.height * 0.6, 1, 0, false, () => {
      const l = spec.feet.length * 0.56;
      brush.shape(ellipse(l * 0.5, spec.feet.height * 0.1, l, spec.feet.height * 0.56), spec.feet.colour, {
        to: shade(spec.feet.colour),
        along: [0, -6, 0, 8],
        lift: 2,
        halo: 2,
      });
    });
    const headX = x1 + 8;
    const headY = -spec.head.scale * (isAsleep ? 46 : 62) - (isAsleep ? 6 : spec.arms.widths[1] + 6);
    drawNeckwear(fig, { x: x1 - 10, y: headY + 34 * spec.head.scale, width: 32 * spec.head.scale, drop: 30 });
    const near = limb(
      [
        [x1 * 0.62, -22],
        [x1 + 6, -10],
        [x1 + 34, -8],
      ],
      spec.arms.widths,
    );
    const draw = () => {
      brush.shape(near, colour, { to: deep, along: [0, -26, 0, 2], lift: 3, halo: 3 });
      brush.shape(ellipse(x1 + 40, -8.5, spec.arms.hand * 1.15, spec.arms.hand * 0.86), spec.arms.handColour, {
        to: shade(spec.arms.handColour),
        along: [0, -16, 0, 0],
        lift: 2,
        halo: 1.5,
      });
    };
    draw();
    brush.at(
      headX,
      headY - fig.breath * 0.8,
      spec.head.scale,
      fig.look.tilt * 0.8 + (isAsleep ? 0.1 : -0.02),
      false,
      () => {
        spec.head.draw(fig);
        headwear(fig, spec.head);
      },
    );
  });
}

function dressLying(fig: Figure, body: ReturnType<typeof spline>, x0: number, x1: number, tall: number): void {
  const garment = wears(fig, 'jumper', 'pyjamas', 'waistcoat', 'dress', 'dungarees', 'cape', 'apron', 'backpack');
  if (!garment) return;
  const back = garment.kind === 'waistcoat' || garment.kind === 'jumper' ? 0.28 : 0.72;
  const x = x0 * back;
  const band = spline([
    [x, -tall * 1.2],
    [x1 + 10, -tall * 1.1],
    [x1 + 14, 4],
    [x + 8, 6],
    [x - 8, -tall * 0.5],
  ]);
  fig.brush.clip(body, () => drawCloth(fig, band, garment, [x - 8, -tall * 1.1, x1, 4], { step: 13 }));
}
