import type { PropKind } from '@kinora/capabilities';
import type { Point } from '../../paths.ts';
import type { Figure } from '../figure.ts';
import { plus, rotated, twoBones } from '../geometry.ts';
import { isHeldAloft, isHeldInOneHand } from '../hold.ts';
import {
  type ArmPose,
  type HandKind,
  type LegPose,
  type UprightPose,
  standings,
  uprightPoses,
} from './upright-poses.ts';
import type { Arm, Leg, Posed, UprightSpec } from './upright-spec.ts';

/** Where all parts of the body are in the pose of its character. */
export function layOut(fig: Figure, spec: UprightSpec): Posed {
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
  if (fig.character.holds && name === 'hug') pose = { ...pose, ...clasping };
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

/** What is hugged is held to the chest. */
const clasping: Partial<UprightPose> = {
  nearArm: [0.5, 0.4, -1],
  farArm: [-0.04, 0.46, 1],
  farInFront: true,
};

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
