/** Where each part of the picture went since the frame before: a grid of shifts. */
export type MotionField = {
  readonly columns: number;
  readonly rows: number;
  /** Pixels of the frame between two points of the grid; the first one is half as far from the edge. */
  readonly spacing: number;
  /** Shift of each point in pixels of the frame, shape [rows, columns, 2]. */
  readonly shifts: Float32Array;
  /** Whether anything moved at all. */
  isMoving: boolean;
};

const block = 8; // thumbnail pixels between blocks
/** Trust from which a block's own shift counts alone. */
const surely = 300;
const reach = 8; // blocks overlap: each looks at 16 × 16 pixels

/**
 * Motion of the parts of a picture, measured on thumbnails: for each block the best of its own last shift, those of its neighbours,
 * the camera's and none, refined step by step (predictive search, after Zhu & Ma 2000) and by a gradient step for fractions.
 * Blocks without any texture take the shift of their surroundings. It keeps anchors of strokes on a person who moves before a camera that
 * stands still.
 */
export class BlockMotion {
  readonly field: MotionField;
  readonly #width: number;
  readonly #height: number;
  readonly #scale: number;
  readonly #last: Uint8Array;
  readonly #found: Float32Array;
  readonly #trust: Float32Array;
  #hasLast = false;

  /**
   * @param options.width, options.height Pixels of the thumbnails.
   * @param options.scale Frame pixels per thumbnail pixel.
   */
  constructor(options: { width: number; height: number; scale: number }) {
    this.#width = options.width;
    this.#height = options.height;
    this.#scale = options.scale;
    this.#last = new Uint8Array(options.width * options.height);
    const columns = Math.max(1, Math.ceil(options.width / block));
    const rows = Math.max(1, Math.ceil(options.height / block));
    this.#found = new Float32Array(columns * rows * 2);
    this.#trust = new Float32Array(columns * rows);
    const shifts = new Float32Array(columns * rows * 2);
    this.field = { columns, rows, spacing: block * options.scale, shifts, isMoving: false };
  }

  /**
   * Measures the motion from the thumbnail before to this one.
   * @param camera Shift of the whole picture between the two, in pixels of the frame.
   */
  follow(luma: Uint8Array, camera: { x: number; y: number }): MotionField {
    if (this.#hasLast) this.#measure(luma, camera.x / this.#scale, camera.y / this.#scale);
    this.#last.set(luma);
    this.#hasLast = true;
    return this.field;
  }

  #measure(luma: Uint8Array, cameraX: number, cameraY: number): void {
    const { columns, rows } = this.field;
    let isMoving = false;
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const k = row * columns + column;
        this.#search(luma, column, row, cameraX, cameraY);
        if (this.#found[k * 2] !== 0 || this.#found[k * 2 + 1] !== 0) isMoving = true;
      }
    this.field.isMoving = isMoving;
    if (isMoving) this.#spread();
    else this.field.shifts.fill(0);
  }

  /** Finds the shift of one block, in thumbnail pixels, and how far it can be trusted. */
  #search(luma: Uint8Array, column: number, row: number, cameraX: number, cameraY: number): void {
    const { columns } = this.field;
    const found = this.#found;
    const k = row * columns + column;
    const x0 = Math.max(0, column * block + block / 2 - reach);
    const y0 = Math.max(0, row * block + block / 2 - reach);
    const x1 = Math.min(this.#width, column * block + block / 2 + reach);
    const y1 = Math.min(this.#height, row * block + block / 2 + reach);
    const still = this.#misfit(luma, x0, y0, x1, y1, 0, 0);
    let [bestX, bestY, best] = [0, 0, still];
    const attempt = (dx: number, dy: number) => {
      if (Math.abs(dx) > 12 || Math.abs(dy) > 12) return;
      const misfit = this.#misfit(luma, x0, y0, x1, y1, dx, dy);
      if (misfit < best) [bestX, bestY, best] = [dx, dy, misfit];
    };
    let bestCamera = Infinity;
    // Below this mean difference there is nothing but the noise of the camera.
    if (still > 1.6) {
      attempt(Math.round(cameraX), Math.round(cameraY));
      bestCamera = this.#misfit(luma, x0, y0, x1, y1, Math.round(cameraX), Math.round(cameraY));
      attempt(Math.round(found[k * 2]!), Math.round(found[k * 2 + 1]!));
      if (column > 0) attempt(Math.round(found[k * 2 - 2]!), Math.round(found[k * 2 - 1]!));
      if (row > 0) attempt(Math.round(found[(k - columns) * 2]!), Math.round(found[(k - columns) * 2 + 1]!));
      for (const step of [4, 2, 1]) {
        const [middleX, middleY] = [bestX, bestY];
        for (let dy = -step; dy <= step; dy += step)
          for (let dx = -step; dx <= step; dx += step) if (dx || dy) attempt(middleX + dx, middleY + dy);
      }
    }
    // The camera's own motion is the more exact one: another has to fit clearly better.
    if (bestCamera < best * 1.25 + 0.6) {
      found[k * 2] = cameraX;
      found[k * 2 + 1] = cameraY;
      this.#trust[k] = cameraX === 0 && cameraY === 0 ? 100 : 400;
      return;
    }
    this.#refine(luma, k, { x0, y0, x1, y1, dx: bestX, dy: bestY, misfit: best, still, cameraX, cameraY });
  }

  #refine(
    luma: Uint8Array,
    k: number,
    at: {
      x0: number;
      y0: number;
      x1: number;
      y1: number;
      dx: number;
      dy: number;
      misfit: number;
      still: number;
      cameraX: number;
      cameraY: number;
    },
  ): void {
    const [w, h, last] = [this.#width, this.#height, this.#last];
    let [xx, xy, yy, xt, yt] = [0, 0, 0, 0, 0];
    for (let y = Math.max(at.y0, 1 + at.dy, 1); y < Math.min(at.y1, h - 1 + at.dy, h - 1); y++)
      for (let x = Math.max(at.x0, 1 + at.dx, 1); x < Math.min(at.x1, w - 1 + at.dx, w - 1); x++) {
        const j = (y - at.dy) * w + x - at.dx;
        const error = luma[y * w + x]! - last[j]!;
        const gx = (last[j + 1]! - last[j - 1]!) / 2;
        const gy = (last[j + w]! - last[j - w]!) / 2;
        xx += gx * gx;
        xy += gx * gy;
        yy += gy * gy;
        if (Math.abs(error) > 40) continue;
        xt += gx * error;
        yt += gy * error;
      }
    // What is weak in texture is damped towards the whole-pixel shift.
    const damping = 60;
    const determinant = (xx + damping) * (yy + damping) - xy * xy;
    const trace = xx + yy;
    const corner = determinant / (trace + 2 * damping);
    this.#trust[k] = Math.max(0, corner - damping) + 0.02 * trace;
    // Where nothing seems to move, nothing speaks against the camera's own motion either.
    let dx = at.cameraX;
    let dy = at.cameraY;
    if (at.still > 1.6) {
      dx = at.dx + Math.max(-0.75, Math.min(0.75, -((yy + damping) * xt - xy * yt) / determinant));
      dy = at.dy + Math.max(-0.75, Math.min(0.75, -((xx + damping) * yt - xy * xt) / determinant));
      if (Math.abs(dx - at.cameraX) < 0.5 && Math.abs(dy - at.cameraY) < 0.5) [dx, dy] = [at.cameraX, at.cameraY];
    } else if (at.cameraX !== 0 || at.cameraY !== 0) this.#trust[k] = 0;
    this.#found[k * 2] = dx;
    this.#found[k * 2 + 1] = dy;
  }

  /** Mean of each block and its neighbours by trust, then in pixels of the frame. */
  #spread(): void {
    const { columns, rows, shifts } = this.field;
    const [found, trust] = [this.#found, this.#trust];
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        let [sum, x, y] = [1e-6, 0, 0];
        for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
          for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
            const k = r * columns + c;
            const isMiddle = r === row && c === column;
            const weight = isMiddle ? 4 * trust[k]! + Math.max(0, trust[k]! - surely) * 100 + 1 : trust[k]! + 1;
            sum += weight;
            x += weight * found[k * 2]!;
            y += weight * found[k * 2 + 1]!;
          }
        const k = row * columns + column;
        shifts[k * 2] = (x / sum) * this.#scale;
        shifts[k * 2 + 1] = (y / sum) * this.#scale;
      }
  }

  /** Mean absolute difference in levels of every other pixel of a block; what lies outside counts as 12. */
  #misfit(luma: Uint8Array, x0: number, y0: number, x1: number, y1: number, dx: number, dy: number): number {
    const [w, h, last] = [this.#width, this.#height, this.#last];
    let sum = 0;
    let count = 0;
    for (let y = y0; y < y1; y += 2)
      for (let x = x0 + ((y >> 1) & 1); x < x1; x += 2) {
        const [px, py] = [x - dx, y - dy];
        sum += px < 0 || py < 0 || px >= w || py >= h ? 12 : Math.abs(luma[y * w + x]! - last[py * w + px]!);
        count++;
      }
    return count === 0 ? 0 : sum / count;
  }
}
