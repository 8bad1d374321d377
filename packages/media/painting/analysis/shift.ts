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
      // Under two levels of mean difference there is nothing but noise.
      if (still > 1.2) this.#search(luma, still);
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

  #refine(luma: Uint8Array, dx: number, dy: number, still: number): void {
    const [w, h, last] = [this.#width, this.#height, this.#last];
    const edge = 8;
    let [xx, xy, yy, xt, yt] = [0, 0, 0, 0, 0];
    for (let y = edge; y < h - edge; y++)
      for (let x = edge; x < w - edge; x++) {
        const j = (y - dy) * w + x - dx;
        const error = luma[y * w + x]! - last[j]!;
        if (Math.abs(error) > 30) continue;
        const gx = (last[j + 1]! - last[j - 1]!) / 2;
        const gy = (last[j + w]! - last[j - w]!) / 2;
        xx += gx * gx;
        xy += gx * gy;
        yy += gy * gy;
        xt += gx * error;
        yt += gy * error;
      }
    const determinant = xx * yy - xy * xy;
    let [fx, fy] = [0, 0];
    if (determinant > 1e-3 * xx * yy) {
      fx = Math.max(-1, Math.min(1, -(yy * xt - xy * yt) / determinant));
      fy = Math.max(-1, Math.min(1, -(xx * yt - xy * xt) / determinant));
    }
    const moved = this.#misfit(luma, dx + fx, dy + fy);
    if (moved > still * 0.85) return;
    this.x += (dx + fx) * this.#scale;
    this.y += (dy + fy) * this.#scale;
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
