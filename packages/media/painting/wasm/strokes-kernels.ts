/**
 * Functions of the module `strokes`. `layer` is a row of numbers (`writeLayer`); `flow` and all `colours` are pictures, `half` and `ends` at
 * half size; a canvas has ten bytes a pixel.
 */
export type StrokeKernels = {
  /** Decides on a layer's strokes and writes 64 bytes a mark. @returns How many. */
  decide(
    layer: number,
    anchors: number,
    random: number,
    state: number,
    flow: number,
    colours: number,
    ends: number,
    border: number,
    marks: number,
  ): number;
  clear(canvas: number, width: number, height: number): void;
  draw(
    layer: number,
    marks: number,
    count: number,
    brushes: number,
    tooth: number,
    canvas: number,
    hasColour: number,
  ): void;
  settle(half: number, means: number, out: number, width: number, height: number): void;
  soften(from: number, between: number, out: number, width: number, height: number, radius: number): void;
  ground(half: number, canvas: number, width: number, height: number): void;
  relief(
    canvas: number,
    weave: number,
    out: number,
    rows: number,
    width: number,
    height: number,
    depth: number,
    shine: number,
    noiseX: number,
    noiseY: number,
  ): void;
};
