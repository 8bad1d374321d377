import type { Pose, PropKind } from '@kinora/capabilities';
import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { ellipse, limb, spline, type Point } from '../../paths.ts';
import { shade, type Figure } from '../figure.ts';
import { between, direction, plus, rotated, twoBones } from '../geometry.ts';
import { drawHeld, isHeldAloft, isHeldInOneHand, type Hold } from '../hold.ts';
import {
  dressFeet,
  dressLegs,
  dressNeck,
  dressSleeve,
  dressTorso,
  drawBackwear,
  headwear,
  type HeadSpec,
} from '../wardrobe.ts';
import { drawLying, drawCurled } from './lying.ts';
import {
  standings,
  uprightPoses,
  type ArmPose,
  type HandKind,
  type LegPose,
  type UprightPose,
} from './upright-poses.ts';
import { trunkPath, type Trunk } from './trunk.ts';

/** Proportions and parts of a two-legged body. Units: the whole stands about 240 tall, feet at (0, 0). */
export type UprightSpec = {
  legs: { length: number; widths: readonly [number, number, number]; apart: number; colour?: string };
  feet: { length: number; height: number; colour: string; sole?: string };
  torso: Trunk & { colour?: string; fur?: number };
  belly?: { colour: string; width: number; from: number; to: number };
  arms: {
    length: number;
    widths: readonly [number, number, number];
    colour?: string;
    hand: number;
    handColour: string;
  };
  head: HeadSpec & { up: number; scale: number };
  /** Drawn at the rump, extending to negative x; turned by the pose. */
  tail?: { x?: number; y: number; draw: () => void };
  /** The tail lies around the sleeper; bushy, or a slim one of this half width. */
  brush?: { colour: string; tip: string; half?: number };
  /** Behind everything, in the frame of the body (spines, wings). */
  behind?: () => void;
  /** On the body, before clothes, in its frame (markings, shell). */
  mark?: (path: Path2D) => void;
  /** Draws a wing in place of the arm. */
  wing?: (points: readonly [Point, Point, Point], near: boolean) => void;
  /** Draws a hand in place of the paw; the origin is the wrist, positive x the way the arm goes. */
  hand?: (kind: HandKind, near: boolean) => void;
  /** Draws a foot in place of the paw; the origin is the ankle. */
  foot?: (near: boolean) => void;
  /** Sits cross-legged when seen from the front. */
  crossLegged?: boolean;
  /** Poses of its own. */
  poses?: Partial<Record<Pose, UprightPose>>;
  /** Draws the asleep pose in place of the curled animal. */
  curled?: () => void;
  /** Draws the sitting pose in place of legs stretched out. */
  sitting?: () => void;
  /** Draws the lying pose in place of the animal on its belly. */
  lying?: () => void;
  /** Where the body sits: a wheelchair. Height of the seat in units. */
  seat?: { height: number; behind: () => void; before: () => void };
};

type Leg = { points: [Point, Point, Point]; turn: number; near: boolean };
type Arm = { points: [Point, Point, Point]; kind: HandKind; near: boolean };

/** Where all parts of a posed body are. */
type Posed = { pose: UprightPose; hips: Point; legs: { near: Leg; far: Leg }; arms: { near: Arm; far: Arm } };

/** Draws an upright body in the pose of its character. */
export function drawUpright(fig: Figure, spec: UprightSpec): void {
  const { pose } = fig.character;
  if (!spec.seat && pose === 'curl-up' && !spec.poses?.[pose])
    return spec.curled ? spec.curled() : drawCurled(fig, spec);
  if (!spec.seat && pose === 'lie') return spec.lying ? spec.lying() : drawLying(fig, spec);
  if (pose === 'sit' && spec.sitting) return spec.sitting();
  const posed = layOut(fig, spec);
  const { nod = 0, gaze } = posed.pose;
  const look = { ...fig.look, nod: clamp(fig.look.nod + nod), gaze: gaze ?? fig.look.gaze };
  const tilted: Figure = { ...fig, look };
  if (fig.away) drawFromBehind(tilted, spec, posed);
  else drawFromFront(tilted, spec, posed);
}

function drawFromFront(fig: Figure, spec: UprightSpec, posed: Posed): void {
  const { pose, legs, arms } = posed;
  const hold = holdOf(fig, spec, posed);
  const inTorso = (draw: () => void) => fig.brush.at(posed.hips[0], posed.hips[1], 1, pose.lean ?? 0, false, draw);
  const { seated } = pose;
  if (spec.head.back) inHead(fig, spec, posed, () => spec.head.back!(fig));
  inTorso(() => {
    drawBackwear(fig, spec, false);
    spec.behind?.();
  });
  drawTail(fig, spec, posed);
  spec.seat?.behind();
  if (!seated) {
    drawLeg(fig, spec, legs.far);
    drawLeg(fig, spec, legs.near);
  }
  if (!pose.farInFront) inTorso(() => drawArm(fig, spec, arms.far));
  inTorso(() => drawTorso(fig, spec));
  if (seated) {
    drawLeg(fig, spec, legs.far);
    drawLeg(fig, spec, legs.near);
  }
  spec.seat?.before();
  const armUp = (arm: Arm) => !spec.wing && arm.points[2][1] < -spec.torso.height * 0.95;
  if (hold?.before === 'arms') inTorso(() => drawHeld(fig, hold));
  if (pose.farInFront && !armUp(arms.far)) inTorso(() => drawArm(fig, spec, arms.far));
  if (!armUp(arms.near)) inTorso(() => drawArm(fig, spec, arms.near));
  inTorso(() => dressNeck(fig, spec));
  drawHead(fig, spec, posed);
  inTorso(() => {
    if (hold?.before === 'hand') drawHeld(fig, hold);
    if (pose.farInFront && armUp(arms.far)) drawArm(fig, spec, arms.far);
    if (armUp(arms.near)) drawArm(fig, spec, arms.near);
    if (hold?.before === 'hand' && hold.arm) drawHand(fig, spec, hold.arm === 'far' ? arms.far : arms.near);
  });
}

function drawFromBehind(fig: Figure, spec: UprightSpec, posed: Posed): void {
  const { pose, legs, arms } = posed;
  const hold = holdOf(fig, spec, posed);
  const inTorso = (draw: () => void) =>
    fig.brush.at(posed.hips[0], posed.hips[1], 1, (pose.lean ?? 0) * 0.4, false, draw);
  inTorso(() => {
    if (hold) drawHeld(fig, hold);
    drawArm(fig, spec, arms.far);
    drawArm(fig, spec, arms.near);
  });
  drawLeg(fig, spec, legs.far);
  drawLeg(fig, spec, legs.near);
  inTorso(() => {
    drawTorso(fig, { ...spec, belly: undefined });
    dressNeck(fig, spec);
  });
  drawHead(fig, spec, posed);
  if (spec.head.back) inHead(fig, spec, posed, () => spec.head.back!(fig));
  inTorso(() => {
    spec.behind?.();
    drawBackwear(fig, spec, true);
  });
  drawTail(fig, spec, posed);
}

function layOut(fig: Figure, spec: UprightSpec): Posed {
  const name = fig.character.pose as keyof typeof uprightPoses;
  let pose: UprightPose = spec.poses?.[name] ?? uprightPoses[name] ?? uprightPoses.sit;
  if (name === 'stand') pose = { ...pose, ...standings[Math.floor((fig.sway + 1) * 1.999)] };
  if (fig.away || !fig.turn) pose = { ...pose, lean: (pose.lean ?? 0) * (pose.stretched ? 0.25 : 0.35) };
  if (spec.seat)
    pose = {
      ...pose,
      drop: 0,
      lift: 0,
      lean: (pose.lean ?? 0) * 0.4,
      seated: true,
      near: [1.2, 0],
      far: [1.35, 0],
      stretched: false,
    };
  if (fig.character.holds && carriesInOneHand(fig)) pose = { ...pose, ...carrying(name, fig.character.holds) };
  const { length, apart } = spec.legs;
  const ankle = spec.feet.height * 0.6;
  const lean = pose.lean ?? 0;
  const stretched = pose.stretched ?? false;
  const lift = (pose.lift ?? 0) * Math.min(length, 46);
  const contrapposto = name === 'stand' ? fig.sway * 2.5 : 0;
  const drop = (pose.drop ?? 0) * length - (pose.seated && !spec.seat ? trunkBottom(spec) * 0.5 : 0);
  const hips: Point = spec.seat
    ? [-8, -spec.seat.height]
    : stretched
      ? [-spec.torso.height * 0.5 * Math.sin(lean), spec.torso.height * 0.5 * Math.cos(lean)]
      : [(pose.shift ?? 0) * length + contrapposto, -(length - drop + ankle + lift)];
  const leg = (near: boolean, [dx, dy, turn = 0]: LegPose): Leg => {
    const side = near ? -1 : 1;
    const squeeze = fig.turn ? 0.8 : 1;
    const spread =
      pose.seated && !fig.turn ? side * 1.05 - dx * 0.25 : dx * (fig.turn ? 1 : 0.35) + (fig.turn ? 0 : side * 0.05);
    const hip: Point = [side * apart * squeeze, 2];
    if (stretched) {
      const root = plus(hips, rotated(hip, lean));
      const target = plus(root, rotated([dx * length, length * (0.96 - Math.abs(dx) * 0.2)], lean));
      return { points: twoBones(root, target, length * 1.02, pose.knees ?? 0.6), turn: turn + lean * 0.5, near };
    }
    const root = plus(hips, hip);
    const ground = spec.seat ? -spec.seat.height * 0.28 : -ankle - lift;
    if (pose.seated && !fig.turn && (spec.seat || spec.crossLegged)) {
      // Seen from the front a seated person crosses the legs, or sets the feet on the footrest.
      const knee: Point = spec.seat ? [side * 17, root[1] + 6] : [side * length * 0.56, ground - length * 0.1];
      const foot: Point = spec.seat
        ? [side * 13, ground]
        : [-side * length * (near ? 0.2 : 0.24), ground + (near ? 1 : -3)];
      return { points: [root, knee, foot], turn: 0, near };
    }
    const target: Point = [root[0] + spread * length, ground - dy * length];
    const bend = pose.knees ?? (pose.seated ? (fig.turn ? 0.8 : 0) : drop > length * 0.2 || lift ? 1 : 0.35);
    return { points: twoBones(root, target, length * (pose.seated ? 1.12 : 1.03), bend), turn, near };
  };
  const arm = (near: boolean, [dx, dy, bend]: ArmPose, kind: HandKind = 'rest'): Arm => {
    const { widths, height } = spec.torso;
    const side = near ? -1 : 1;
    const shoulder: Point = [side * widths[1]! * (fig.turn && !near ? 0.72 : 0.8) + fig.turn * 1.5, -height * 0.86];
    // Short arms stretch when they gesture, or the hand would stay before the face.
    const length = spec.arms.length * (kind === 'open' || kind === 'point' ? (spec.crossLegged ? 1.04 : 1.2) : 1);
    const target: Point = [shoulder[0] + dx * length, shoulder[1] + dy * length];
    return { points: twoBones(shoulder, target, length, bend), kind, near };
  };
  return {
    pose,
    hips,
    legs: { near: leg(true, pose.near), far: leg(false, pose.far) },
    arms: { near: arm(true, pose.nearArm, pose.nearHand), far: arm(false, pose.farArm, pose.farHand) },
  };
}

function trunkBottom(spec: UprightSpec): number {
  return spec.torso.widths.at(-1)! * 0.3;
}

function carriesInOneHand(fig: Figure): boolean {
  const { pose, holds } = fig.character;
  if (pose === 'hold') return isHeldInOneHand(holds!);
  return !['hold', 'hug', 'point', 'reach'].includes(pose);
}

/** Something is carried in the hand that the pose doesn't need. */
function carrying(pose: string, prop: PropKind): Partial<UprightPose> {
  if (pose === 'wave' || pose === 'jump') return { nearArm: [-0.42, 0.5, -1], nearHand: 'grip' };
  const far = { farHand: 'grip', farInFront: true } as const;
  if (isHeldAloft(prop)) return { ...far, farArm: [0.84, -0.34, -1], nearArm: [-0.24, 0.84, -1], nearHand: 'rest' };
  if (pose === 'hold') return { ...far, farArm: [0.8, 0.12, 1], nearArm: [-0.24, 0.84, -1], nearHand: 'rest' };
  return { ...far, farArm: [0.56, 0.42, 1] };
}

function holdOf(fig: Figure, spec: UprightSpec, posed: Posed): Hold | undefined {
  const prop = fig.character.holds;
  if (!prop) return undefined;
  const { near, far } = posed.arms;
  const name = fig.character.pose;
  const size = spec.torso.height;
  if ((name === 'hold' && !isHeldInOneHand(prop)) || name === 'hug') {
    return { prop, at: between(near.points[2], far.points[2], 0.5), before: 'arms', size, hugged: name === 'hug' };
  }
  const arm = name === 'wave' || name === 'jump' || name === 'point' || name === 'reach' ? near : far;
  return { prop, at: arm.points[2], before: 'hand', size, arm: arm.near ? 'near' : 'far' };
}

function drawTorso(fig: Figure, spec: UprightSpec): void {
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

function drawLeg(fig: Figure, spec: UprightSpec, leg: Leg): void {
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

function drawArm(fig: Figure, spec: UprightSpec, arm: Arm): void {
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

function drawHand(fig: Figure, spec: UprightSpec, arm: Arm): void {
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

function drawTail(fig: Figure, spec: UprightSpec, posed: Posed): void {
  if (!spec.tail || (spec.seat && !fig.away)) return;
  const { pose, hips } = posed;
  const x = fig.away ? 0 : (spec.tail.x ?? -spec.torso.widths[4]! * 0.5);
  const at = plus(hips, rotated([x, spec.tail.y], pose.lean ?? 0));
  fig.brush.at(
    at[0],
    at[1],
    1,
    (pose.tail ?? 0) + (pose.lean ?? 0) * 0.5 + fig.breath * 0.04 + fig.sway * 0.05,
    false,
    spec.tail.draw,
  );
}

function drawHead(fig: Figure, spec: UprightSpec, posed: Posed): void {
  inHead(fig, spec, posed, () => {
    spec.head.draw(fig);
    headwear(fig, spec.head);
  });
}

function inHead(fig: Figure, spec: UprightSpec, posed: Posed, draw: () => void): void {
  const { pose, hips } = posed;
  const lean = (pose.lean ?? 0) * (fig.away ? 0.4 : 1);
  const neck = plus(hips, rotated([fig.turn * 2, -spec.torso.height - fig.breath * 1.2], lean));
  const tilt =
    fig.look.tilt * (fig.away ? 0.4 : 1) + (pose.tilt ?? 0) + fig.sway * 0.035 + lean * (pose.stretched ? 0.3 : 0.25);
  fig.brush.at(neck[0], neck[1], 1, tilt, false, () => fig.brush.at(0, -spec.head.up, spec.head.scale, 0, false, draw));
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
