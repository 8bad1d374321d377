/**
 * Motion of the camera, measured on thumbnails: the shift that fits best (sum of absolute differences, then a gradient step
 * for fractions, Lucas & Kanade 1981), and none unless it fits 15 % better than standing still.
 */
export class CameraShift {
  /** Where the scene is now, in pixels of the frame, relative to the first one. */
  x = 0;
  y = 0;
  readonly #width: number;
  readonly #height: number;
  readonly #scale: number;
  #last: Uint8Array;
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
  }

  /** Adds the motion from the thumbnail before to this one. */
  follow(luma: Uint8Array): void {
    if (this.#hasLast) {
      const still = this.#misfit(luma, 0, 0);
      if (still > 0.2) this.#search(luma, still);
    }
    this.#last.set(luma);
    this.#hasLast = true;
  }

  #search(luma: Uint8Array, still: number): void {
    let best = still;
    let bestX = 0;
    let bestY = 0;
    for (const [reach, step] of [
      [6, 2],
      [1, 1],
    ] as const) {
      const [middleX, middleY] = [bestX, bestY];
      for (let dy = -reach; dy <= reach; dy += step)
        for (let dx = -reach; dx <= reach; dx += step) {
          const misfit = this.#misfit(luma, middleX + dx, middleY + dy);
          if (misfit < best) {
            best = misfit;
            bestX = middleX + dx;
            bestY = middleY + dy;
          }
        }
    }
    this.#refine(luma, bestX, bestY, still);
  }

  /** Fractions of a pixel, in a few gradient steps, since one falls short at sharp edges. */
  #refine(luma: Uint8Array, startX: number, startY: number, still: number): void {
    let [dx, dy] = [startX, startY];
    for (let step = 0; step < 5; step++) {
      const { x, y } = this.#gradientStep(luma, dx, dy);
      dx = Math.max(startX - 1, Math.min(startX + 1, dx + x));
      dy = Math.max(startY - 1, Math.min(startY + 1, dy + y));
      if (Math.abs(x) + Math.abs(y) < 0.01) break;
    }
    if (this.#misfit(luma, dx, dy) > still * 0.85) return;
    this.x += dx * this.#scale;
    this.y += dy * this.#scale;
  }

  #gradientStep(luma: Uint8Array, dx: number, dy: number): { x: number; y: number } {
    const [w, h, last] = [this.#width, this.#height, this.#last];
    const edge = 8;
    const [floorX, floorY] = [Math.floor(-dx), Math.floor(-dy)];
    const [a, b] = [-dx - floorX, -dy - floorY];
    let [xx, xy, yy, xt, yt] = [0, 0, 0, 0, 0];
    for (let y = edge; y < h - edge; y++)
      for (let x = edge; x < w - edge; x++) {
        const j = (y + floorY) * w + x + floorX;
        const [p, q, r, s] = [last[j]!, last[j + 1]!, last[j + w]!, last[j + w + 1]!];
        const error = luma[y * w + x]! - p - (q - p) * a - (r - p + (p - q - r + s) * a) * b;
        if (Math.abs(error) > 30) continue;
        const gx = (q - p) * (1 - b) + (s - r) * b;
        const gy = (r - p) * (1 - a) + (s - q) * a;
        xx += gx * gx;
        xy += gx * gy;
        yy += gy * gy;
        xt += gx * error;
        yt += gy * error;
      }
    const determinant = xx * yy - xy * xy;
    if (determinant <= 1e-3 * xx * yy) return { x: 0, y: 0 };
    return { x: -(yy * xt - xy * yt) / determinant, y: -(xx * yt - xy * xt) / determinant };
  }

  /** Mean absolute difference in levels, each at most 30, of every other pixel away from the edges. */
  #misfit(luma: Uint8Array, dx: number, dy: number): number {
    const [w, h, last] = [this.#width, this.#height, this.#last];
    const edge = 8;
    const [floorX, floorY] = [Math.floor(-dx), Math.floor(-dy)];
    const [a, b] = [-dx - floorX, -dy - floorY];
    let sum = 0;
    let count = 0;
    for (let y = edge; y < h - edge; y += 2)
      for (let x = edge + ((y >> 1) & 1); x < w - edge; x += 2) {
        const j = (y + floorY) * w + x + floorX;
        const top = last[j]! + (last[j + 1]! - last[j]!) * a;
        const low = last[j + w]! + (last[j + w + 1]! - last[j + w]!) * a;
        sum += Math.min(30, Math.abs(luma[y * w + x]! - top - (low - top) * b));
        count++;
      }
    return count === 0 ? 0 : sum / count;
  }
}
