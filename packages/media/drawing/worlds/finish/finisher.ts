/** Pixels of a layer, not premultiplied, and where they lie on its canvas. */
export type FinishArea = {
  data: Uint8ClampedArray;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The farthest layer: stays opaque. */
  isBack: boolean;
};

/** A finish, set up for one vista. */
export type Finisher = {
  /** How much bright parts shine, 0 not at all. */
  bloom: number;
  /** How far paint may spread, pixels. */
  reach: number;
  apply(area: FinishArea): void;
};
