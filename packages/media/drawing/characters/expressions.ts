import type { Expression } from '@kinora/capabilities';

/** How an expression changes the features of any face. Lengths are in eye radii, angles in radians. */
export type FaceLook = {
  /** What the eyes do: open, closed as in sleep (arcs that hang), closed as in laughter (arcs that rise). */
  eyes: 'open' | 'resting' | 'laughing';
  /** Share of the eye that the upper lid covers, 0 to 1. */
  lid: number;
  /** Slant of the upper lid: positive lowers the inner corner (determined), negative the outer one (sad). */
  lidSlant: number;
  /** Size of the eyes, 1 is the species' own. */
  size: number;
  /** Where the eyes look; 1 is as far as they go, x toward the side that the character faces, y down. */
  gaze: readonly [number, number];
  /** Brows: height above their rest, and slant (positive lowers the inner end); omitted: none are drawn on animals. */
  brows?: { raise: number; slant: number; oneUp?: boolean };
  mouth:
    | 'smile'
    | 'soft-smile'
    | 'grin'
    | 'laugh'
    | 'round'
    | 'small-round'
    | 'wavy'
    | 'frown'
    | 'firm'
    | 'side-smile'
    | 'tiny'
    | 'breathing';
  /** Strength of the blush, 1 is the usual one. */
  blush: number;
  /** Tilt of the head, positive toward the side that the character faces. */
  tilt: number;
  /** Face lowered (positive) or raised (negative), -1 to 1. */
  nod: number;
};

/** The twelve expressions. */
export const faceLooks: Record<Expression, FaceLook> = {
  happy: { eyes: 'open', lid: 0, lidSlant: 0, size: 1, gaze: [0.15, 0], mouth: 'grin', blush: 1.1, tilt: 0.03, nod: 0 },
  calm: {
    eyes: 'open',
    lid: 0.08,
    lidSlant: 0,
    size: 0.98,
    gaze: [0.1, 0.1],
    mouth: 'soft-smile',
    blush: 0.85,
    tilt: 0.02,
    nod: 0.05,
  },
  curious: {
    eyes: 'open',
    lid: 0,
    lidSlant: 0,
    size: 1.1,
    gaze: [0.5, -0.25],
    brows: { raise: 0.45, slant: -0.1, oneUp: true },
    mouth: 'small-round',
    blush: 0.85,
    tilt: 0.17,
    nod: -0.2,
  },
  shy: {
    eyes: 'open',
    lid: 0.24,
    lidSlant: -0.12,
    size: 0.98,
    gaze: [-0.55, 0.5],
    brows: { raise: 0.3, slant: -0.22 },
    mouth: 'tiny',
    blush: 1.9,
    tilt: -0.15,
    nod: 0.5,
  },
  worried: {
    eyes: 'open',
    lid: 0,
    lidSlant: -0.1,
    size: 1.04,
    gaze: [0.35, -0.1],
    brows: { raise: 0.25, slant: -0.5 },
    mouth: 'wavy',
    blush: 0.55,
    tilt: -0.05,
    nod: 0.05,
  },
  sad: {
    eyes: 'open',
    lid: 0.3,
    lidSlant: -0.4,
    size: 1,
    gaze: [0.1, 0.6],
    brows: { raise: 0.1, slant: -0.45 },
    mouth: 'frown',
    blush: 0.5,
    tilt: 0.1,
    nod: 0.55,
  },
  surprised: {
    eyes: 'open',
    lid: 0,
    lidSlant: 0,
    size: 1.26,
    gaze: [0.1, -0.15],
    brows: { raise: 0.75, slant: -0.08 },
    mouth: 'round',
    blush: 0.9,
    tilt: -0.04,
    nod: -0.25,
  },
  proud: {
    eyes: 'open',
    lid: 0.36,
    lidSlant: 0,
    size: 1,
    gaze: [0.3, -0.1],
    brows: { raise: 0.5, slant: -0.12 },
    mouth: 'side-smile',
    blush: 1.15,
    tilt: -0.07,
    nod: -0.55,
  },
  determined: {
    eyes: 'open',
    lid: 0.2,
    lidSlant: 0.34,
    size: 1,
    gaze: [0.4, 0],
    brows: { raise: -0.12, slant: 0.42 },
    mouth: 'firm',
    blush: 0.8,
    tilt: 0.04,
    nod: 0.15,
  },
  laughing: {
    eyes: 'laughing',
    lid: 0,
    lidSlant: 0,
    size: 1,
    gaze: [0, 0],
    mouth: 'laugh',
    blush: 1.4,
    tilt: -0.08,
    nod: -0.3,
  },
  sleepy: {
    eyes: 'open',
    lid: 0.6,
    lidSlant: -0.1,
    size: 1,
    gaze: [0, 0.4],
    brows: { raise: 0.4, slant: -0.2 },
    mouth: 'small-round',
    blush: 0.95,
    tilt: 0.13,
    nod: 0.3,
  },
  asleep: {
    eyes: 'resting',
    lid: 1,
    lidSlant: 0,
    size: 1,
    gaze: [0, 0],
    mouth: 'breathing',
    blush: 1,
    tilt: 0.1,
    nod: 0.25,
  },
};
