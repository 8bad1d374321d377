import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { ellipse, limb, spline } from '../../paths.ts';
import { type Figure, shade } from '../figure.ts';
import { direction } from '../geometry.ts';
import { dressFeet, dressLegs, dressSleeve } from '../wardrobe/limbs.ts';
import { dressTorso } from '../wardrobe/torso.ts';
import { trunkPath } from './trunk.ts';
import type { Arm, Leg, UprightSpec } from './upright-spec.ts';

/** The trunk with its belly, markings and clothes, in its frame. */
export function drawTorso(fig: Figure, spec: UprightSpec): void {
  const { brush, tones } = fig;
  const { torso, belly } = spec;
  const colour = torso.colour ?? tones.main;
  const deep = shade(colour);
  const path = trunkPath(torso, { turn: fig.turn });
  const w = torso.widths[3]!;
  const h = torso.height;
  brush.shape(path, colour, { to: deep, along: [-w * 0.3, -h, w * 0.2, 10], lift: 4, halo: 2.5 });
  brush.form(path, -w, -h * 0.25, w * 1.15, deep, 0.6);
  if (torso.fur) brush.fur(path, [-w, -h, w, 4], torso.fur, 12, [deep, mix(colour, '#ffe2b0', 0.6)], 0, -h * 1.8);
  if (belly) {
    const patch = trunkPath(
      { height: h, widths: torso.widths.map((width) => width * belly.width) },
      { from: belly.from, to: belly.to, turn: fig.turn, round: [5, 3] },
    );
    brush.clip(path, () => {
      brush.ctx.translate(fig.turn * 5, 0);
      brush.shape(patch, belly.colour, {
        to: mix(belly.colour, colour, 0.32),
        along: [0, -h, 0, 4],
        lift: 1.2,
        edge: 0.1,
      });
      if (torso.fur) {
        brush.tufts(
          [
            [-7, -h * 0.62],
            [1, -h * 0.5],
            [8, -h * 0.6],
            [-3, -h * 0.34],
            [6, -h * 0.28],
          ],
          mix(belly.colour, colour, 0.5),
          8,
          1.4,
          0.6,
        );
      }
    });
  }
  spec.mark?.(path);
  dressTorso(fig, spec);
}

/** A leg with its trousers and foot. */
export function drawLeg(fig: Figure, spec: UprightSpec, leg: Leg): void {
  const { brush, tones } = fig;
  const colour = leg.near
    ? (spec.legs.colour ?? tones.main)
    : mix(spec.legs.colour ?? tones.main, shade(spec.legs.colour ?? tones.main), 0.35);
  const [hip, , ankle] = leg.points;
  const path = limb(leg.points, spec.legs.widths);
  brush.shape(path, colour, {
    to: shade(colour),
    along: [hip[0], hip[1], ankle[0], ankle[1] + 6],
    lift: 2.2,
    halo: 1.2,
  });
  dressLegs(fig, spec, leg);
  const showsSole = fig.character.pose === 'sit' && spec.feet.sole && !fig.away;
  brush.at(ankle[0], ankle[1], 1, leg.turn, false, () => {
    if (!dressFeet(fig, spec, leg)) {
      if (showsSole) drawSole(fig, spec, leg.near);
      else if (spec.foot) spec.foot(leg.near);
      else drawPaw(fig, spec, leg.near);
    }
  });
}

function drawPaw(fig: Figure, spec: UprightSpec, near: boolean): void {
  const { length, height, colour } = spec.feet;
  const side = near ? -1 : 1;
  const out = fig.turn ? 0.28 : 0.12 * side;
  const h = height;
  const l = length / 2;
  const x = out * length;
  const path = spline([
    [x - l * 0.9, h * 0.1],
    [x - l * 0.4, -h * 0.5],
    [x + l * 0.35, -h * 0.42],
    [x + l * 0.98, h * 0.08],
    [x + l * 0.85, h * 0.55],
    [x, h * 0.62],
    [x - l * 0.85, h * 0.55],
  ]);
  const tone = near ? colour : mix(colour, shade(colour), 0.25);
  fig.brush.shape(path, tone, { to: shade(tone, 0.3), along: [0, -h * 0.5, 0, h * 0.6], lift: 2, halo: 2 });
  if (fig.away) return;
  const toes = new Path2D();
  for (const t of fig.turn ? [0.5, 0.74] : [-0.3, 0.3]) {
    toes.moveTo(x + l * t, h * 0.12);
    toes.lineTo(x + l * (t + 0.04), h * 0.5);
  }
  fig.brush.line(toes, shade(tone, 0.7), 1.3, 0.6);
}

function drawSole(fig: Figure, spec: UprightSpec, near: boolean): void {
  const { length, colour, sole } = spec.feet;
  const { brush } = fig;
  const r = length * 0.52;
  brush.at(near ? -2 : 3, -r * 0.3, 1, (near ? -0.14 : 0.2) + (fig.turn ? 0.08 : 0), false, () => {
    const path = ellipse(0, 0, r * 0.86, r);
    brush.shape(path, mix(colour, '#ffe6c0', 0.12), {
      to: shade(colour, 0.25),
      along: [0, -r, 0, r],
      lift: 3,
      halo: 2,
    });
    brush.dab(ellipse(0, r * 0.24, r * 0.42, r * 0.34), sole!, 0.85);
    for (const q of [-0.42, 0, 0.42])
      brush.dab(ellipse(q * r, -r * (q ? 0.36 : 0.48), r * 0.15, r * 0.17), sole!, 0.85);
  });
}

/** An arm, or a wing, with its sleeve and hand. */
export function drawArm(fig: Figure, spec: UprightSpec, arm: Arm): void {
  const { brush, tones } = fig;
  if (spec.wing) return spec.wing(arm.points, arm.near);
  const base = spec.arms.colour ?? tones.main;
  const colour = arm.near ? base : mix(base, shade(base), 0.18);
  const [shoulder, , wrist] = arm.points;
  const path = limb(arm.points, spec.arms.widths);
  brush.shape(path, colour, {
    to: shade(colour, 0.32),
    along: [shoulder[0], shoulder[1], wrist[0], wrist[1]],
    lift: 3,
    halo: 1.6,
  });
  dressSleeve(fig, spec, arm);
  drawHand(fig, spec, arm);
}

/** The hand alone, over what it holds. */
export function drawHand(fig: Figure, spec: UprightSpec, arm: Arm): void {
  const { brush } = fig;
  const [, elbow, wrist] = arm.points;
  if (spec.wing) return;
  const { hand: r, handColour } = spec.arms;
  brush.at(wrist[0], wrist[1], 1, direction(elbow, wrist), false, () => {
    if (spec.hand) return spec.hand(arm.kind, arm.near);
    const path = spline([
      [-r * 0.9, -r * 0.7],
      [r * 0.2, -r * 0.95],
      [r * 0.95, -r * 0.4],
      [r * 0.95, r * 0.4],
      [r * 0.2, r * 0.95],
      [-r * 0.9, r * 0.7],
    ]);
    brush.shape(path, handColour, { to: shade(handColour, 0.22), along: [0, -r, 0, r], lift: 1.6, edge: 0.2 });
    const toes = new Path2D();
    for (const t of [-0.34, 0.34]) {
      toes.moveTo(r * 0.52, t * r);
      toes.lineTo(r * 0.9, t * r * 1.05);
    }
    brush.line(toes, shade(handColour, 0.7), 1.2, 0.55);
  });
}
