/** The brightness of a picture: one byte a pixel, `stride` bytes a row. */
export type Brightness = { bytes: Uint8Array; stride: number; width: number; height: number };

/** What tells good frames from bad ones. */
export type FrameTraits = {
  /** Mean of the squared differences between neighbours (gradient energy; Subbarao & Tyan 1998): higher is sharper. */
  sharpness: number;
  /** Mean and standard deviation of the brightness, 0 to 255. */
  mean: number;
  deviation: number;
  /** Mean brightness of each cell of {@link cells}, row by row. */
  cells: Float32Array;
};

/** The grid that two frames are compared by. */
export const cells = { columns: 32, rows: 18 };

/** Measures a frame by every second pixel of every second row. */
export function measureFrame({ bytes, stride, width, height }: Brightness): FrameTraits {
  const sums = new Float32Array(cells.columns * cells.rows);
  const counts = new Float32Array(sums.length);
  const column = Uint8Array.from({ length: width }, (_, x) => Math.floor((x * cells.columns) / width));
  let [energy, sum, squares, count] = [0, 0, 0, 0];
  for (let y = 0; y + 2 < height; y += 2) {
    const row = y * stride;
    const below = row + 2 * stride;
    const cellRow = Math.floor((y * cells.rows) / height) * cells.columns;
    for (let x = 0; x + 2 < width; x += 2) {
      const value = bytes[row + x]!;
      const across = bytes[row + x + 1]! - value;
      const down = bytes[below + x]! - value;
      energy += across * across + down * down;
      sum += value;
      squares += value * value;
      const cell = cellRow + column[x]!;
      sums[cell]! += value;
      counts[cell]!++;
      count++;
    }
  }
  const n = Math.max(1, count);
  return {
    sharpness: energy / n,
    mean: sum / n,
    deviation: Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2)),
    cells: sums.map((value, cell) => value / Math.max(1, counts[cell]!)),
  };
}

/** Whether a frame shows next to nothing: black, white, or one colour. */
export function isEmpty({ mean, deviation }: FrameTraits): boolean {
  return deviation < 6 || (mean < 24 && deviation < 10);
}

/**
 * Whether a frame is a mixture of the one before and the one after it, as in the middle of a dissolve or a fade: they differ
 * over the whole picture, and it lies between them everywhere. Movement changes parts of the picture, and not in straight
 * lines.
 */
export function isMixture(before: FrameTraits, frame: FrameTraits, after: FrameTraits): boolean {
  let [changed, off, moved] = [0, 0, 0];
  for (let cell = 0; cell < frame.cells.length; cell++) {
    const change = after.cells[cell]! - before.cells[cell]!;
    const middle = (after.cells[cell]! + before.cells[cell]!) / 2;
    changed += Math.abs(change);
    off += Math.abs(frame.cells[cell]! - middle);
    if (Math.abs(change) > 4) moved++;
  }
  const count = frame.cells.length;
  return changed / count > 3 && moved / count > 0.5 && off < changed * 0.2;
}
