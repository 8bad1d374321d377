import type { Point } from '../../paths.ts';
import type { Trunk } from '../rigs/trunk.ts';

/** What of an upright body clothes need to know. */
export type Wearer = {
  torso: Trunk;
  legs: { length: number; widths: readonly [number, number, number] };
  feet: { length: number; height: number };
  arms: { widths: readonly [number, number, number] };
};

/** An arm or a leg: root, joint and end. */
export type Limb = { points: readonly [Point, Point, Point]; near: boolean };
