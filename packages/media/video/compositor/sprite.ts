/**
 * Clear pixels around a plane, so that its edges blend at positions between pixels and kernels, which take eight pixels at
 * a time, may read beyond.
 */
export const padding = 16;
/** Clear rows above and below. */
export const rowPadding = 2;
/** Rows of a plane that are drawn alike. */
const bandRows = 8;
/** Shorter stretches are not worth a call of their own. */
const shortest = 24;

export const mixed = 1;
export const opaque = 2;

/** A plane of a sprite as it lies in memory, with clear pixels around. */
export type PlaneShape = { width: number; height: number; stride: number; rows: number; bytes: number };

/** Sizes of a padded plane. */
export function planeShape(width: number, height: number): PlaneShape {
  const stride = Math.ceil((width + 2 * padding) / 16) * 16;
  const rows = height + 2 * rowPadding;
  return { width, height, stride, rows, bytes: stride * rows };
}

/**
 * Some rows of a plane, from row `first` to `last` (not included, padding counted), each read together with the one below,
 * and stretches of their pixels as triples of kind, first and last (not included) pixel, padding counted. What is empty has no
 * stretch and what is opaque needs no ground.
 */
export type Band = { first: number; last: number; stretches: Uint16Array };

/** Planes of a sprite that have one size and share their alpha. Addresses are bytes of the sprites' memory. */
export type SpritePlane = {
  stride: number;
  /** Luma, or U and V. */
  addresses: readonly number[];
  alpha: number;
  bands: readonly Band[];
};

/**
 * Finds what of a plane is empty, mixed and opaque.
 * @param alpha Padded plane of alpha.
 */
export function findBands(alpha: Uint8Array, { stride, rows }: PlaneShape): Band[] {
  const bands: Band[] = [];
  const least = new Uint8Array(stride);
  const most = new Uint8Array(stride);
  for (let first = rowPadding - 1; first < rows - rowPadding; first += bandRows) {
    const last = Math.min(first + bandRows, rows - rowPadding);
    least.fill(255);
    most.fill(0);
    for (let row = first; row <= last; row++) {
      for (let x = 0, at = row * stride; x < stride; x++, at++) {
        const value = alpha[at]!;
        if (value < least[x]!) least[x] = value;
        if (value > most[x]!) most[x] = value;
      }
    }
    const stretches = findStretches(least, most);
    const before = bands.at(-1);
    if (before && isSame(before.stretches, stretches)) before.last = last;
    else bands.push({ first, last, stretches });
  }
  return bands.filter(({ stretches }) => stretches.length > 0);
}

/** The kind of a place is that of it and its right neighbour, which it is sampled from. */
function findStretches(least: Uint8Array, most: Uint8Array): Uint16Array {
  const runs: number[] = [];
  const last = least.length - 1;
  for (let from = 0; from < last;) {
    const kind = kindAt(from);
    let to = from + 1;
    while (to < last && kindAt(to) === kind) to++;
    pushRun(runs, kind, from, to);
    from = to;
  }
  return Uint16Array.from(withoutEmpty(runs));

  function kindAt(x: number): number {
    if (most[x] === 0 && most[x + 1] === 0) return 0;
    return least[x] === 255 && least[x + 1] === 255 ? opaque : mixed;
  }
}

/** Adds a stretch; a short one is drawn together with its neighbours as mixed. */
function pushRun(runs: number[], kind: number, from: number, to: number): void {
  const own = to - from < shortest && runs.length > 0 ? mixed : kind;
  if (runs.at(-3) === own) runs[runs.length - 1] = to;
  else runs.push(own, from, to);
}

function withoutEmpty(runs: readonly number[]): number[] {
  return runs.filter((_, index) => runs[index - (index % 3)] !== 0);
}

function isSame(a: Uint16Array, b: Uint16Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
