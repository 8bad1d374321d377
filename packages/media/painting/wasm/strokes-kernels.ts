/**
 * Functions of the module `strokes`. `layer` is a row of numbers (`writeLayer`); all pictures but some `colours` are at half size; a canvas has ten bytes a pixel.
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
    planes: number,
    band: number,
  ): void;
  direct(tensor: number, out: number, count: number): void;
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
  pastelSheet(
    canvas: number,
    rubbed: number,
    border: number,
    tooth: number,
    out: number,
    width: number,
    height: number,
    noiseX: number,
    noiseY: number,
  ): void;
  pencilSheet(
    canvas: number,
    edges: number,
    tone: number,
    tooth: number,
    swayX: number,
    swayY: number,
    border: number,
    out: number,
    width: number,
    height: number,
    noiseX: number,
    noiseY: number,
    unit: number,
  ): void;
  inkDensity(
    picture: number,
    swayX: number,
    swayY: number,
    out: number,
    halfWidth: number,
    halfHeight: number,
    noiseX: number,
    noiseY: number,
    unit: number,
  ): void;
  inkSheet(
    canvas: number,
    edges: number,
    luma: number,
    density: number,
    near: number,
    far: number,
    grain: number,
    mottle: number,
    blotch: number,
    border: number,
    rows: number,
    out: number,
    width: number,
    height: number,
    noiseX: number,
    noiseY: number,
  ): void;
  seal(
    mark: number,
    cold: number,
    grain: number,
    out: number,
    width: number,
    left: number,
    top: number,
    side: number,
  ): void;
};
