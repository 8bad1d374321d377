import type { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { limb, spline, type Point } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { shade, type Figure } from '../figure.ts';
import { plus, rotated, twoBones } from '../geometry.ts';
import { headwear, type HeadSpec } from '../headwear.ts';
import { drawHeld } from '../hold.ts';
import { drawNeckwear } from '../neckwear.ts';
import { fourLeggedPoses, type FourLeggedPose } from './four-legged-poses.ts';

/** Proportions and parts of a four-legged body, looking to the right, hooves on y = 0. */
export type FourLeggedSpec = {
  legs: {
    length: number;
    widths: readonly [number, number, number];
    colour?: string;
    hoof: { width: number; height: number; colour: string };
  };
  /** From hip to shoulder, and from back to belly. */
  body: { length: number; depth: number; fur?: number };
  /** `angle` from upright, forward; the head sits at its end. */
  neck: { length: number; angle: number; widths: readonly [number, number, number] };
  head: HeadSpec & { scale: number; drop?: number };
  /** At the rump, extending to negative x. */
  tail?: { y?: number; draw: () => void };
  /** Outline of the body in place of the smooth one (wool), around its middle. */
  outline?: (width: number, depth: number) => Path2D;
  /** On the body, in its frame. */
  mark?: (path: Path2D) => void;
  /** Behind the body, or before it (wings), in its frame. */
  behind?: () => void;
  before?: () => void;
  /** The body hides the tops of all legs (wool). */
  legsUnder?: boolean;
  /** Along the neck; from its root to its end. */
  mane?: (root: Point, end: Point) => void;
  /** Where the mouth is, in head units: what it carries hangs there. */
  mouth: Point;
};

type Leg = { points: [Point, Point, Point]; near: boolean; fore: boolean };

/** Draws a four-legged body in the pose of its character. */
export function drawFourLegged(fig: Figure, spec: FourLeggedSpec): void {
  const pose = fourLeggedPoses[fig.character.pose];
  const { legs, body } = spec;
  const side = fig.turn === 1;
  const pitch = (pose.pitch ?? 0) * (side ? 1 : 0.2);
  const floats = fig.character.pose === 'fly' || fig.character.pose === 'swim';
  const lift = (pose.lift ?? 0) * Math.min(legs.length, 56);
  const hoofHeight = legs.hoof.height * 0.5;
  const drop = (pose.drop ?? 0) * legs.length;
  const centre: Point = floats ? [0, 0] : [0, -(legs.length + hoofHeight + body.depth * 0.42 - drop + lift)];
  const ground = floats ? centre[1] + legs.length + body.depth * 0.4 : -hoofHeight - lift;
  const half = (body.length / 2) * (side ? 1 : 0.34);
  const all = layOutLegs(fig, spec, pose, centre, half, pitch, ground);
  const nod = Math.max(-1, Math.min(1, fig.look.nod + (pose.nod ?? 0)));
  const nodding: Figure = { ...fig, look: { ...fig.look, nod, gaze: pose.gaze ?? fig.look.gaze } };
  const inBody = (draw: () => void) => fig.brush.at(centre[0], centre[1], 1, pitch, false, draw);
  const tail = () => {
    if (!spec.tail) return;
    const x = fig.away ? 0 : -half - body.depth * (side ? 0.3 : 0.34);
    inBody(() =>
      fig.brush.at(
        x,
        spec.tail!.y ?? -body.depth * 0.18,
        1,
        (pose.tail ?? 0) * 0.7 + fig.breath * 0.05,
        false,
        spec.tail!.draw,
      ),
    );
  };
  const neckRoot = plus(centre, rotated([half * (side ? 0.92 : 0.3), -body.depth * (side ? 0.18 : 0.3)], pitch));
  const angle = (side ? spec.neck.angle + (pose.neck ?? 0) : (pose.neck ?? 0) * 0.3) + pitch * 0.4;
  const neckEnd = plus(neckRoot, rotated([0, -spec.neck.length * (side || (pose.neck ?? 0) < 0.5 ? 1 : 0.4)], angle));
  const front = () => {
    drawNeck(fig, spec, neckRoot, neckEnd);
    drawHeadAt(nodding, spec, pose, neckEnd);
  };
  if (fig.away) front();
  inBody(() => spec.behind?.());
  if (!fig.away) tail();
  // From the side the far legs are behind; from the front the hind legs, from behind the forelegs.
  const isHidden = (leg: Leg) => (side ? !leg.near : leg.fore === fig.away);
  for (const leg of all.filter((each) => isHidden(each) || spec.legsUnder)) drawLeg(fig, spec, leg);
  inBody(() => drawBody(fig, spec, half));
  if (!spec.legsUnder) for (const leg of all.filter((each) => !isHidden(each))) drawLeg(fig, spec, leg);
  inBody(() => spec.before?.());
  if (fig.away) tail();
  else front();
}

function layOutLegs(
  fig: Figure,
  spec: FourLeggedSpec,
  pose: FourLeggedPose,
  centre: Point,
  half: number,
  pitch: number,
  ground: number,
): Leg[] {
  const { legs, body } = spec;
  const side = fig.turn === 1;
  const legOf = (fore: boolean, near: boolean, [dx, dy]: readonly [number, number]): Leg => {
    const spread = side ? (near ? -5 : 9) : (near ? -1 : 1) * body.depth * (fore === fig.away ? 0.2 : 0.3);
    const x = side ? (fore ? half * 0.82 : -half * 0.86) + spread : spread;
    const root = plus(centre, rotated([x, body.depth * 0.16], pitch));
    const reach = side ? dx : dx * 0.12;
    const up =
      dy * legs.length +
      (near ? 0 : side ? legs.length * 0.05 : 0) +
      (!side && fore === fig.away ? legs.length * 0.08 : 0);
    const target: Point = [root[0] + reach * legs.length, ground - up];
    const length = Math.max(legs.length + body.depth * 0.3, 1);
    const reachable = Math.hypot(target[0] - root[0], target[1] - root[1]);
    const bones = pose.folded
      ? Math.max(reachable * 1.04, legs.length * 0.7)
      : Math.max(Math.min(length * 1.01, reachable * 1.5), reachable * 1.01);
    const bend = fore ? (dy > 0.1 || pose.folded ? 0.9 : 0.3) : dy > 0.1 || pose.drop ? -0.9 : -0.45;
    return { points: twoBones(root, target, bones, side ? bend : bend * 0.2), near, fore };
  };
  return [
    legOf(false, false, pose.farHind),
    legOf(true, false, pose.farFore),
    legOf(false, true, pose.nearHind),
    legOf(true, true, pose.nearFore),
  ];
}

function drawBody(fig: Figure, spec: FourLeggedSpec, half: number): void {
  const { brush, tones } = fig;
  const d = spec.body.depth;
  const w = half + d * 0.4;
  const belly = fig.breath * 1;
  const path =
    spec.outline?.(w, d) ??
    spline([
      [-w, -d * 0.06],
      [-w * 0.86, -d * 0.4],
      [-w * 0.4, -d * 0.5],
      [w * 0.1, -d * 0.45],
      [w * 0.6, -d * 0.52],
      [w * 0.95, -d * 0.28],
      [w * 1.02, d * 0.08],
      [w * 0.8, d * 0.42],
      [w * 0.2, d * 0.48 + belly],
      [-w * 0.45, d * 0.42 + belly],
      [-w * 0.88, d * 0.32],
    ]);
  const colour = tones.main;
  const deep = shade(colour);
  brush.shape(path, mix(colour, '#ffe0ac', 0.14), {
    to: mix(colour, deep, 0.75),
    along: [0, -d * 0.5, 0, d * 0.5],
    lift: 5,
    halo: 4,
  });
  brush.form(path, -w * 0.6, d * 0.5, w * 0.8, deep, 0.5);
  if (spec.body.fur)
    brush.fur(
      path,
      [-w, -d * 0.5, w, d * 0.5],
      spec.body.fur,
      12,
      [deep, mix(colour, '#ffe8c0', 0.6)],
      w * 1.5,
      -d * 1.5,
    );
  spec.mark?.(path);
  const garment = wears(fig, 'jumper', 'waistcoat', 'dress', 'dungarees', 'pyjamas', 'apron', 'cape', 'backpack');
  if (!garment) return;
  const [from, to] =
    garment.kind === 'cape' || garment.kind === 'pyjamas' || garment.kind === 'dungarees' ? [-1.1, 0.8] : [-0.2, 1.05];
  const bottom = garment.kind === 'cape' || garment.kind === 'backpack' ? d * 0.16 : d * 0.7;
  const cloth = spline(
    [
      [w * from, -d * 0.7],
      [w * to, -d * 0.7],
      [w * (to + 0.06), 0],
      [w * to, bottom],
      [w * from, bottom],
      [w * (from - 0.04), 0],
    ],
    0.5,
  );
  brush.clip(path, () => drawCloth(fig, cloth, garment, [w * from, -d * 0.7, w * to, bottom], { step: 14 }));
}

function drawLeg(fig: Figure, spec: FourLeggedSpec, leg: Leg): void {
  const { brush, tones } = fig;
  const { widths, hoof } = spec.legs;
  const base = spec.legs.colour ?? tones.main;
  const hidden = fig.turn ? !leg.near : leg.fore === fig.away;
  const colour = hidden ? mix(base, shade(base), 0.5) : base;
  const [root, joint, foot] = leg.points;
  // A thick leg ends in a round cap: it stops above the hoof so as not to sink into the ground.
  const end: Point = [foot[0], foot[1] - Math.max(0, widths[2] * 0.9 - hoof.height * 0.5)];
  const thick = leg.fore ? widths : ([widths[0] * 1.25, widths[1] * 1.08, widths[2]] as const);
  brush.shape(limb([root, joint, end], thick), colour, {
    to: mix(colour, shade(colour), 0.7),
    along: [root[0], root[1], foot[0], foot[1]],
    lift: 3,
    halo: hidden ? 0 : 1,
  });
  const boots = wears(fig, 'boots');
  const [x, y] = foot;
  const { width: w, height: h } = hoof;
  if (boots) {
    const path = spline(
      [
        [x - w * 1.15, y - h * 1.6],
        [x + w * 1.15, y - h * 1.6],
        [x + w * 1.7, y + h * 0.1],
        [x + w * 1.6, y + h * 0.5],
        [x - w * 1.15, y + h * 0.5],
      ],
      0.6,
    );
    drawCloth(fig, path, boots, [x - w, y - h * 1.6, x + w * 1.7, y + h * 0.5], { dim: hidden ? 0.3 : 0 });
    return;
  }
  const path = spline(
    [
      [x - w * 0.86, y - h * 0.5],
      [x + w * 0.92, y - h * 0.5],
      [x + w * 1.25, y + h * 0.5],
      [x - w * 1.05, y + h * 0.5],
    ],
    0.45,
  );
  brush.shape(path, hidden ? shade(hoof.colour, 0.3) : hoof.colour, {
    to: shade(hoof.colour, 0.5),
    along: [x, y - h * 0.5, x, y + h * 0.5],
    lift: 1.6,
    halo: hidden ? 0 : 1.5,
  });
}

function drawNeck(fig: Figure, spec: FourLeggedSpec, root: Point, end: Point): void {
  const { brush, tones } = fig;
  const { widths, length } = spec.neck;
  if (length > 8) {
    const bulge: Point = [(root[0] + end[0]) / 2 + (fig.turn ? 3 : 0), (root[1] + end[1]) / 2 + 2];
    const path = limb([[root[0] - fig.turn * 6, root[1] + 10], bulge, end], widths);
    brush.shape(path, mix(tones.main, '#ffe0ac', 0.12), {
      to: mix(tones.main, shade(tones.main), 0.4),
      along: [end[0], end[1], root[0], root[1] + 14],
      lift: 3,
      halo: 0,
    });
  }
  spec.mane?.(root, end);
  const at = 0.42;
  drawNeckwear(fig, {
    x: root[0] + (end[0] - root[0]) * at + 2,
    y: root[1] + (end[1] - root[1]) * at,
    width: widths[1] * 1.08,
    drop: spec.body.depth * 0.7,
  });
}

function drawHeadAt(fig: Figure, spec: FourLeggedSpec, pose: FourLeggedPose, at: Point): void {
  const tilt = fig.look.tilt * (fig.away ? 0.3 : 1) + (pose.tilt ?? 0) + fig.sway * 0.03;
  fig.brush.at(at[0] + fig.turn * 6, at[1] - fig.breath * 0.8, spec.head.scale, tilt, false, () => {
    spec.head.draw(fig);
    headwear(fig, spec.head);
    const prop = fig.character.holds;
    if (prop && !fig.away) {
      const size = (spec.body.depth + spec.legs.length) * 0.62;
      drawHeld(fig, {
        prop,
        at: [spec.mouth[0] * (fig.turn ? 1 : 0.1), spec.mouth[1]],
        before: 'hand',
        crosswise: fig.character.species !== 'elephant',
        size: size / spec.head.scale,
      });
    }
  });
}
