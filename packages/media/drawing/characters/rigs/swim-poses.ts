import type { Pose } from '@kinora/capabilities';

/** A pose of a body without legs that hangs in water or air; angles in radians, positive turns the front down. */
export type SwimPose = {
  pitch?: number;
  /** How far the tail bends: positive up. */
  bend?: number;
  /** How far the fin or arm of the near side is raised from its rest, in radians. */
  fin?: number;
  /** Moved up, in units. */
  rise?: number;
  /** Taller (above 1) or flatter. */
  stretch?: number;
};

export const swimPoses: Record<Pose, SwimPose> = {
  stand: {},
  sit: { pitch: -0.16, bend: -0.5, rise: -8 },
  walk: { pitch: 0.03, bend: 0.2, fin: 0.2 },
  run: { pitch: 0.1, bend: 0.35, fin: 0.7, stretch: 0.95 },
  crouch: { pitch: 0.3, bend: 0.3, rise: -10, stretch: 0.93 },
  reach: { pitch: -0.34, bend: -0.2, fin: -1.5 },
  hold: { pitch: -0.04, fin: -0.5 },
  wave: { pitch: -0.1, bend: 0.2, fin: -1.9 },
  point: { pitch: 0.02, fin: -1.2 },
  bow: { pitch: 0.5, bend: 0.3, fin: 0.3 },
  hug: { pitch: 0.06, fin: -0.9, bend: 0.3 },
  'look-up': { pitch: -0.46, bend: -0.4 },
  jump: { pitch: -0.66, bend: 0.6, fin: 0.5, rise: 24 },
  lie: { pitch: 0.05, bend: -0.25, rise: -14, stretch: 0.92, fin: 0.3 },
  'curl-up': { pitch: 0.22, bend: 0.9, rise: -14, fin: 0.4 },
  fly: { pitch: -0.26, bend: 0.3, fin: -0.8, rise: 10 },
  swim: { pitch: -0.08, bend: 0.35, fin: 0.3 },
};
