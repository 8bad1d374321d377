import { hash } from '../tables/hash.ts';

/** A grid of seeds that wraps: as many cells as a picture of its size can show at once, and a few more. */
export type SeedGrid = {
  /** Width and height of a cell in pixels of the half-size picture. */
  cell: number;
  columns: number;
  rows: number;
  count: number;
};

/**
 * @param size Pixels of the frame; the grid covers it at half size.
 * @param cell Pixels of the half-size picture, at least 3.
 */
export function seedGrid(size: { width: number; height: number }, cell: number): SeedGrid {
  const side = Math.max(3, cell);
  const columns = Math.ceil((size.width >> 1) / side) + 4;
  const rows = Math.ceil((size.height >> 1) / side) + 4;
  return { cell: side, columns, rows, count: columns * rows };
}

/**
 * Factor for the sizes of cells: like `markScale`, but wider (1.74 to 0.57) and in steps of a fifth, so that a detail that changes slowly
 * doesn't lay the seeds anew with every frame.
 */
export function cellScale(size: { width: number; height: number }, detail: number): number {
  const steps = Math.round((0.5 - detail) * 1.6 * 4);
  return (Math.min(size.width, size.height) / 512) * 2 ** (steps / 4);
}

/** Where seeds sit in their cells: distances from the middle in cells, shape [count, 2]. @param amount 1: anywhere. */
export function seedJitter(count: number, amount: number): Float32Array {
  return Float32Array.from({ length: count * 2 }, (_, i) => (hash(i * 5 + 1) - 0.5) * amount);
}

/** Numbers in 0..1 that a seed keeps, shape [count, 4]. */
export function seedChances(count: number): Float32Array {
  return Float32Array.from({ length: count * 4 }, (_, i) => hash(i * 13 + 7));
}

/** How a set of seeds moves. */
export type SeedRules = {
  grid: SeedGrid;
  /** Of {@link seedJitter}. */
  jitter: number;
  /** Weight of the distance (in cells, squared) against that of the colour. */
  compact: number;
  /** Rounds in the first frame. */
  rounds: number;
  /** Share of the way to the middle of its pixels that a seed goes with each frame. */
  follow: number;
  /** Share of the way home. */
  home: number;
  /** Busyness from which a seed is flagged; 0: no flags. */
  threshold: number;
  /** Whether cells are squares along the flow. */
  isSquare: boolean;
};

/** The three sizes of glass panes, large first: the smaller ones stand where their seeds are flagged busy. */
export function paneRules(size: { width: number; height: number }, detail: number): readonly SeedRules[] {
  const scale = cellScale(size, detail);
  const unit = Math.min(size.width, size.height) / 512;
  return [21, 10.5, 5.6].map((cell, k) => ({
    grid: seedGrid(size, Math.max(cell * scale, 4.6 * unit)),
    jitter: 0.75,
    compact: 0.08,
    rounds: 6,
    follow: 0.3,
    home: 0.1,
    threshold: [0, 0.075, 0.14][k]!,
    isSquare: false,
  }));
}

/** Share of the full lead that panes of a detail are set in: small panes have thin lead. */
export function leadShare(detail: number): number {
  return Math.min(1, 2 ** ((0.4 - detail) * 1.1));
}

/** The stones of a mosaic. */
export function stoneRules(size: { width: number; height: number }, detail: number): SeedRules {
  return {
    grid: seedGrid(size, 3.9 * cellScale(size, detail)),
    jitter: 0.5,
    compact: 0.12,
    rounds: 20,
    follow: 0.3,
    home: 0.02,
    threshold: 0,
    isSquare: true,
  };
}
