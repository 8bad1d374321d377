import type { Pose } from '@kinora/capabilities';
import type { Path2D } from '@napi-rs/canvas';
import type { Point } from '../../paths.ts';
import type { HeadSpec } from '../headwear.ts';
import type { Trunk } from './trunk.ts';
import type { HandKind, UprightPose } from './upright-poses.ts';

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

/** A leg of a posed body. */
export type Leg = { points: [Point, Point, Point]; turn: number; near: boolean };
/** An arm of a posed body. */
export type Arm = { points: [Point, Point, Point]; kind: HandKind; near: boolean };

/** Where all parts of a posed body are. */
export type Posed = { pose: UprightPose; hips: Point; legs: { near: Leg; far: Leg }; arms: { near: Arm; far: Arm } };
