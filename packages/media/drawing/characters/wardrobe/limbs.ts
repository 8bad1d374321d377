import { mix } from '../../colour.ts';
import { type Point, curve, limb, spline } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { type Figure, shade } from '../figure.ts';
import { between } from '../geometry.ts';
import type { Limb, Wearer } from './wearer.ts';

/** Trouser legs; drawn right after the leg, in its frame. */
export function dressLegs(fig: Figure, body: Wearer, leg: Limb): void {
  const trousers = wears(fig, 'dungarees', 'pyjamas');
  if (!trousers) return;
  const [hip, knee, ankle] = leg.points;
  const end = between(knee, ankle, 0.9);
  const [a, b, c] = body.legs.widths;
  const path = limb([hip, knee, end], [a + 2, b + 2.4, c + 3.2]);
  const w = a + 4;
  drawCloth(
    fig,
    path,
    trousers,
    [Math.min(hip[0], ankle[0]) - w, hip[1] - 6, Math.max(hip[0], ankle[0]) + w, ankle[1] + 4],
    { dim: leg.near ? 0 : 0.25, lift: 2 },
  );
}

/** Boots in place of bare feet, origin at the ankle. False: none are worn. */
export function dressFeet(fig: Figure, body: Wearer, leg: Limb): boolean {
  const boots = wears(fig, 'boots');
  if (!boots) return false;
  const { length, height } = body.feet;
  const side = leg.near ? -1 : 1;
  const out = (fig.turn ? 0.24 : 0.1 * side) * length;
  const l = length * 0.54;
  const w = body.legs.widths[2] + 3;
  const path = spline(
    [
      [-w, -height * 1.7],
      [w, -height * 1.7],
      [w * 0.95 + out * 0.3, -height * 0.4],
      [out + l, 0],
      [out + l * 0.95, height * 0.62],
      [out - l * 0.2, height * 0.7],
      [-w * 1.05, height * 0.6],
    ],
    0.75,
  );
  drawCloth(fig, path, boots, [-w, -height * 1.7, out + l, height * 0.7], { dim: leg.near ? 0 : 0.2 });
  fig.brush.line(
    curve([
      [-w, -height * 1.55],
      [0, -height * 1.35],
      [w, -height * 1.55],
    ]),
    mix(boots.colour, '#fff0d8', 0.5),
    3.4,
    0.85,
  );
  fig.brush.line(
    curve([
      [-w, height * 0.5],
      [out, height * 0.62],
      [out + l * 0.95, height * 0.5],
    ]),
    shade(boots.colour, 0.7),
    2.4,
    0.8,
  );
  return true;
}

/** Sleeves; drawn right after the arm. */
export function dressSleeve(fig: Figure, body: Wearer, arm: Limb): void {
  const garment = wears(fig, 'jumper', 'pyjamas', 'dress');
  if (!garment) return;
  const [shoulder, elbow, wrist] = arm.points;
  const [a, b, c] = body.arms.widths;
  const isShort = garment.kind === 'dress';
  const end = isShort ? between(shoulder, elbow, 0.8) : between(elbow, wrist, 0.8);
  const points: Point[] = isShort ? [shoulder, between(shoulder, elbow, 0.4), end] : [shoulder, elbow, end];
  const path = limb(points, isShort ? [a + 3, a + 4, b + 3] : [a + 2, b + 2.2, c + 2.4]);
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const pad = a + 3;
  drawCloth(
    fig,
    path,
    garment,
    [Math.min(...xs) - pad, Math.min(...ys) - pad, Math.max(...xs) + pad, Math.max(...ys) + pad],
    { lift: 2.4, dim: arm.near ? 0 : 0.12, slant: 0 },
  );
  if (garment.kind === 'jumper') {
    const angle = Math.atan2(end[1] - elbow[1], end[0] - elbow[0]);
    const across: Point = [-Math.sin(angle) * (c + 1.6), Math.cos(angle) * (c + 1.6)];
    fig.brush.line(
      curve([
        [end[0] - across[0], end[1] - across[1]],
        [end[0] + across[0], end[1] + across[1]],
      ]),
      mix(garment.colour, '#fff0d8', 0.4),
      4,
      0.75,
    );
  }
}
