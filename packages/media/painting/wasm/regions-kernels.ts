/** Arguments that tell where a grid of seeds lies. */
type Place = [cell: number, ox: number, oy: number];

/**
 * Functions of the module `regions`. Addresses are bytes in the shared memory; `w`, `h`, `cell`, `ox`, `oy` are in pixels of the
 * picture at half size, `width` and `height` in those of the frame.
 */
export type RegionKernels = {
  padHalf(picture: number, out: number, width: number, height: number, pad: number): void;
  pickTables(flow: number, slopes: number, out: number, width: number, height: number): void;
  kuwahara(padded: number, index: number, tables: number, out: number, w: number, h: number, pad: number): void;
  sharpen(half: number, picture: number, out: number, width: number, height: number): void;
  planes(picture: number, out: number, w: number, h: number, skin: number): void;
  placeSeeds: (
    ...args: [
      ...[seeds: number, jitter: number, placed: number, planes: number, w: number, h: number],
      ...[columns: number, rows: number],
      ...Place,
    ]
  ) => number;
  assignSeeds: (
    ...args: [
      ...[placed: number, planes: number, labels: number, w: number, h: number],
      ...Place,
      ...[compact: number, keep: number, square: number],
    ]
  ) => void;
  sumSeeds(planes: number, labels: number, sums: number, count: number, w: number, h: number): void;
  moveSeeds: (
    ...args: [
      ...[placed: number, seeds: number, sums: number, count: number, cell: number, follow: number, home: number],
      ...[threshold: number, slow: number],
    ]
  ) => void;
  joinLabels: (
    ...args: [
      ...[large: number, middle: number, small: number, middleSeeds: number, smallSeeds: number],
      ...[middleBase: number, smallBase: number, out: number, count: number],
    ]
  ) => void;
  vote(labels: number, out: number, ring: number, w: number, h: number, margin: number): void;
  borders: (
    ...args: [
      ...[labels: number, seeds: number, out: number, w: number, h: number],
      ...[middleBase: number, smallBase: number, share: number],
    ]
  ) => void;
  glassColours(seeds: number, chances: number, tints: number, out: number, count: number): void;
  glassShine(labels: number, colours: number, out: number, count: number): void;
  leads(narrow: number, wide: number, half: number, out: number, w: number, h: number): void;
  paintGlass: (
    ...args: [
      ...[labels: number, colours: number, lead: number, shine: number, seeds: number],
      ...[middleBase: number, smallBase: number, lines: number, blotch: number, grain: number, out: number],
      ...[width: number, height: number, noiseX: number, noiseY: number],
    ]
  ) => void;
  turnSeeds(placed: number, seeds: number, tensor: number, count: number, w: number, h: number, follow: number): void;
  tesserae(seeds: number, chances: number, out: number, count: number, time: number): void;
  paintMosaic: (
    ...args: [
      ...[placed: number, stones: number, grain: number, rows: number, out: number, width: number, height: number],
      ...Place,
      ...[joint: number, noiseX: number, noiseY: number],
    ]
  ) => void;
  washes: (
    ...args: [
      ...[picture: number, half: number, wet: number, swayX: number, swayY: number, mottle: number, out: number],
      ...[width: number, height: number, scale: number, noiseX: number, noiseY: number],
    ]
  ) => void;
  pigment: (
    ...args: [
      ...[wash: number, tones: number, lines: number],
      ...[blotch: number, mottle: number, cold: number, fine: number, out: number],
      ...[width: number, height: number, scale: number, noiseX: number, noiseY: number],
    ]
  ) => void;
  pairTones(near: number, wide: number, out: number, count: number): void;
  paintComic: (
    ...args: [
      ...[picture: number, half: number, lines: number, pairs: number, palette: number, grain: number, out: number],
      ...[width: number, height: number, cell: number, ox: number, oy: number, noiseX: number, noiseY: number],
    ]
  ) => void;
  pixelCells: (
    ...args: [
      ...[half: number, lines: number, cells: number, width: number, height: number, size: number, isFresh: number],
    ]
  ) => void;
  pixelEntries(cells: number, pairs: number, pattern: number, out: number, columns: number, rows: number): void;
  paintPixels(entries: number, palette: number, out: number, width: number, height: number, size: number): void;
};
