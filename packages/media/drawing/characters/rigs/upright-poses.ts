import type { Pose } from '@kinora/capabilities';

/** Where an arm goes: hand from the shoulder in arm lengths (x forward, y down), and the side of the elbow. */
export type ArmPose = readonly [x: number, y: number, bend: number];
/** Where a foot goes: from below its hip, in leg lengths (x forward, y up), and its turn in radians. */
export type LegPose = readonly [x: number, y: number, turn?: number];
export type HandKind = 'rest' | 'open' | 'point' | 'grip';

/** A pose of anything that stands on two legs. Lengths are in leg lengths, angles in radians, forward is positive. */
export type UprightPose = {
  /** How far the hips sink: 0 standing, 1 on the ground. */
  drop?: number;
  /** How far the hips are moved forward. */
  shift?: number;
  /** Height of the lower foot above the ground. */
  lift?: number;
  lean?: number;
  near: LegPose;
  far: LegPose;
  nearArm: ArmPose;
  farArm: ArmPose;
  nearHand?: HandKind;
  farHand?: HandKind;
  /** The far arm is drawn before the body, as when both hands hold something. */
  farInFront?: boolean;
  /** Added to what the expression does. */
  tilt?: number;
  nod?: number;
  /** Where the eyes look instead of where the expression says. */
  gaze?: readonly [number, number];
  /** How far the tail is raised, in radians. */
  tail?: number;
  /** Knees bend the other way round or not at all. */
  knees?: number;
  seated?: boolean;
  /** The legs follow the axis of the body, as in flight. */
  stretched?: boolean;
};

/** Poses of two-legged bodies; lying and curling up are drawn on their own. */
export const uprightPoses: Record<Exclude<Pose, 'lie' | 'curl-up'>, UprightPose> = {
  stand: { near: [-0.06, 0], far: [0.1, 0], nearArm: [-0.26, 0.88, -1], farArm: [0.32, 0.84, 1] },
  sit: {
    drop: 0.86,
    lean: -0.05,
    seated: true,
    near: [0.3, 0.05],
    far: [1.05, 0.08],
    nearArm: [0.12, 0.86, -1],
    farArm: [0.5, 0.68, 1],
  },
  walk: {
    lean: 0.07,
    drop: 0.04,
    near: [-0.62, 0.12, 0.5],
    far: [0.66, 0.04, -0.22],
    nearArm: [0.46, 0.74, -1],
    farArm: [-0.16, 0.86, 1],
    tail: 0.15,
    tilt: 0.02,
  },
  run: {
    lean: 0.3,
    lift: 0.22,
    near: [-1.05, 0.5, 1],
    far: [0.92, 0.3, -0.4],
    nearArm: [0.62, 0.28, -1],
    farArm: [-0.46, 0.62, 1],
    tail: 0.5,
    tilt: -0.12,
    farInFront: false,
  },
  crouch: {
    drop: 0.55,
    lean: 0.36,
    shift: -0.15,
    near: [-0.18, 0],
    far: [0.42, 0],
    nearArm: [0.42, 0.84, -1],
    farArm: [0.62, 0.72, 1],
    tilt: -0.06,
    nod: 0.2,
    tail: -0.2,
  },
  reach: {
    lean: 0.14,
    near: [-0.28, 0.1, 0.45],
    far: [0.3, 0],
    nearArm: [-0.4, 0.74, -1],
    farArm: [0.68, -0.7, -1],
    farHand: 'open',
    tilt: -0.14,
    nod: -0.5,
    tail: 0.25,
    farInFront: true,
  },
  hold: {
    near: [-0.06, 0],
    far: [0.1, 0],
    nearArm: [0.4, 0.6, -1],
    farArm: [0.06, 0.64, 1],
    nearHand: 'grip',
    farHand: 'grip',
    farInFront: true,
    lean: -0.02,
    nod: 0.12,
  },
  wave: {
    near: [-0.1, 0],
    far: [0.12, 0],
    nearArm: [-0.28, 0.86, -1],
    farArm: [0.66, -0.62, -1],
    farHand: 'open',
    lean: 0.05,
    tilt: 0.06,
    farInFront: true,
    tail: 0.2,
  },
  point: {
    near: [-0.16, 0],
    far: [0.22, 0],
    nearArm: [-0.34, 0.5, -1],
    farArm: [0.98, -0.16, -1],
    farHand: 'point',
    gaze: [0.6, -0.1],
    lean: 0.07,
    farInFront: true,
    tail: 0.1,
  },
  bow: {
    near: [0.06, 0],
    far: [0.2, 0],
    shift: -0.3,
    lean: 0.72,
    nearArm: [0.34, 0.52, -1],
    farArm: [-0.5, 0.5, 1],
    tilt: 0.12,
    nod: 0.7,
    tail: 0.3,
  },
  hug: {
    near: [-0.12, 0],
    far: [0.2, 0],
    lean: 0.14,
    nearArm: [0.86, 0.2, -1],
    farArm: [0.72, -0.04, 1],
    nearHand: 'open',
    farHand: 'open',
    tilt: 0.14,
    nod: 0.25,
    tail: 0.15,
  },
  'look-up': {
    near: [-0.1, 0],
    far: [0.12, 0],
    lean: -0.1,
    nearArm: [-0.2, 0.88, -1],
    farArm: [0.06, 0.5, 1],
    tilt: -0.32,
    nod: -1,
    gaze: [0.3, -0.6],
    farInFront: true,
  },
  jump: {
    lift: 0.95,
    lean: 0.06,
    near: [-0.5, 0.28, 0.7],
    far: [0.56, 0.4, -0.3],
    nearArm: [-0.66, -0.52, 1],
    farArm: [0.68, -0.56, -1],
    nearHand: 'open',
    farHand: 'open',
    farInFront: true,
    tilt: -0.05,
    nod: -0.3,
    tail: 0.55,
  },
  fly: {
    lift: 0.7,
    lean: 1.02,
    stretched: true,
    near: [-0.22, 0.02, 0.9],
    far: [0.12, 0, 0.9],
    nearArm: [-0.42, 0.78, -1],
    farArm: [0.46, -0.86, -1],
    nearHand: 'open',
    farHand: 'open',
    tilt: -0.1,
    nod: -0.3,
    tail: 0.5,
    farInFront: false,
  },
  swim: {
    lift: 0.3,
    lean: 1.12,
    stretched: true,
    near: [-0.4, 0.1, 0.9],
    far: [0.3, 0.05, 1.2],
    nearArm: [0.9, 0.1, -1],
    farArm: [0.3, -0.86, -1],
    nearHand: 'open',
    farHand: 'open',
    tilt: -0.12,
    nod: -0.3,
    tail: 0.35,
    farInFront: false,
  },
};

/** Other ways of standing about, chosen by the character's id. */
export const standings: readonly Pick<UprightPose, 'nearArm' | 'farArm' | 'near' | 'far' | 'lean' | 'farInFront'>[] = [
  { near: [-0.06, 0], far: [0.1, 0], nearArm: [-0.26, 0.88, -1], farArm: [0.32, 0.84, 1] },
  { near: [-0.12, 0], far: [0.16, 0], nearArm: [-0.3, 0.56, -1], farArm: [0.3, 0.86, 1], lean: 0.03 },
  { near: [0, 0], far: [0.14, 0], nearArm: [0.46, 0.6, -1], farArm: [-0.06, 0.66, 1], farInFront: true, lean: -0.02 },
  { near: [-0.1, 0], far: [0.06, 0.04, -0.2], nearArm: [-0.2, 0.9, -1], farArm: [0.46, 0.7, 1], lean: -0.04 },
];
