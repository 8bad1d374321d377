import type { Pose } from '@kinora/capabilities';

/** Where a hoof goes: from below its root, in leg lengths (x forward, y up). */
type Hoof = readonly [x: number, y: number];

/** A pose of a four-legged body; angles in radians, positive turns the front down. */
export type FourLeggedPose = {
  /** How far the body sinks, in leg lengths: 1 is on the ground. */
  drop?: number;
  lift?: number;
  pitch?: number;
  nearFore: Hoof;
  farFore: Hoof;
  nearHind: Hoof;
  farHind: Hoof;
  /** Added to the angle of the neck; positive lowers it. */
  neck?: number;
  tilt?: number;
  nod?: number;
  /** Where the eyes look instead of where the expression says. */
  gaze?: readonly [number, number];
  tail?: number;
  /** Forelegs bend under the body. */
  folded?: boolean;
};

const still: Pick<FourLeggedPose, 'nearFore' | 'farFore' | 'nearHind' | 'farHind'> = {
  nearFore: [0.04, 0],
  farFore: [-0.04, 0],
  nearHind: [-0.05, 0],
  farHind: [0.06, 0],
};

/** Every pose of a body that stands on four legs. */
export const fourLeggedPoses: Record<Pose, FourLeggedPose> = {
  stand: still,
  walk: {
    nearFore: [0.42, 0.1],
    farFore: [-0.3, 0],
    nearHind: [-0.4, 0.04],
    farHind: [0.34, 0.02],
    neck: 0.06,
    tail: 0.15,
  },
  run: {
    lift: 0.35,
    pitch: -0.07,
    nearFore: [0.95, 0.42],
    farFore: [0.62, 0.2],
    nearHind: [-0.95, 0.32],
    farHind: [-0.62, 0.14],
    neck: 0.22,
    tail: 0.7,
    nod: -0.1,
  },
  sit: {
    pitch: -0.52,
    drop: 0.3,
    nearFore: [0.02, 0],
    farFore: [-0.1, 0],
    nearHind: [0.62, 0],
    farHind: [0.5, 0],
    neck: -0.1,
    tail: 0.2,
  },
  crouch: {
    pitch: 0.2,
    drop: 0.22,
    nearFore: [0.62, 0],
    farFore: [0.42, 0],
    nearHind: [-0.1, 0],
    farHind: [0.1, 0],
    neck: 0.34,
    tail: 0.5,
    nod: 0.1,
  },
  reach: { ...still, nearFore: [0.3, 0.16], pitch: -0.06, neck: -0.12, tilt: -0.14, nod: -0.5, tail: 0.2 },
  hold: { ...still, neck: 0.1, nod: 0.1 },
  wave: { ...still, nearFore: [0.62, 0.52], neck: -0.08, tilt: 0.06, tail: 0.3 },
  point: { ...still, nearFore: [0.8, 0.46], neck: 0.16, tilt: -0.04 },
  bow: {
    pitch: 0.26,
    drop: 0.16,
    nearFore: [-0.3, 0.12],
    farFore: [0.6, 0],
    nearHind: [-0.12, 0],
    farHind: [0.05, 0],
    neck: 0.62,
    nod: 0.6,
    tilt: 0.1,
    tail: 0.3,
  },
  hug: { ...still, nearFore: [0.5, 0.3], neck: 0.42, tilt: 0.26, nod: 0.3, tail: 0.2 },
  'look-up': { ...still, pitch: -0.04, neck: -0.3, tilt: -0.36, nod: -1, gaze: [0.3, -0.6] },
  jump: {
    lift: 0.95,
    pitch: -0.24,
    nearFore: [0.5, 0.56],
    farFore: [0.36, 0.5],
    nearHind: [-0.66, 0.08],
    farHind: [-0.5, 0],
    neck: 0.06,
    nod: -0.3,
    tail: 0.8,
  },
  lie: {
    drop: 1,
    nearFore: [0.66, 0],
    farFore: [0.42, 0],
    nearHind: [0.5, 0],
    farHind: [0.3, 0],
    folded: true,
    neck: -0.02,
    tail: 1,
  },
  'curl-up': {
    drop: 1,
    nearFore: [0.5, 0],
    farFore: [0.3, 0],
    nearHind: [0.5, 0],
    farHind: [0.3, 0],
    folded: true,
    neck: 1.05,
    nod: 0.3,
    tilt: 0.24,
    tail: 1,
  },
  fly: {
    lift: 0.8,
    pitch: -0.26,
    nearFore: [0.66, 0.5],
    farFore: [0.48, 0.4],
    nearHind: [-0.72, 0.1],
    farHind: [-0.55, 0.02],
    neck: 0.1,
    nod: -0.2,
    tail: 0.8,
  },
  swim: {
    pitch: -0.16,
    nearFore: [0.7, 0.34],
    farFore: [0.2, 0.16],
    nearHind: [-0.6, 0.2],
    farHind: [-0.2, 0.1],
    neck: 0,
    nod: -0.3,
    tail: 0.5,
  },
};
