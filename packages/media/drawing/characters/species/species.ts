import type { Figure } from '../figure.ts';

/** One kind of character. */
export type SpeciesDrawing = {
  /** Standing height in units, from the ground to the top (ears included). */
  height: number;
  /** It has no feet on the ground: (0, 0) is the middle of the body. */
  isAfloat?: boolean;
  draw: (fig: Figure) => void;
};
