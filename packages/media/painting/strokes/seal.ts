/** The mark in the seal, seven rows of seven bits. */
export const sealRows = [0b1111111, 0b1000001, 0b1011101, 0b1001001, 0b1111101, 0b1000001, 0b1111111] as const;

/**
 * Where the seal is pressed: the emptiest corner of the sheet, kept until another is clearly emptier. Measured on thumbnails, so both engines
 * agree.
 */
export class SealPlace {
  /** Upper left corner and side in pixels of the frame. */
  x = 0;
  y = 0;
  readonly side: number;
  readonly #width: number;
  readonly #height: number;
  #corner = -1;

  constructor(options: { width: number; height: number }) {
    this.#width = options.width;
    this.#height = options.height;
    this.side = Math.round((Math.min(options.width, options.height) / 512) * 34);
  }

  /** @param luma Thumbnail of the frame, a quarter of its size rounded down. */
  follow(luma: Uint8Array): void {
    let best = -1;
    let mostLight = -Infinity;
    let lightHere = -Infinity;
    // The lower right corner is where a painter signs.
    for (const corner of [1, 0, 3, 2]) {
      const light = this.#light(luma, corner) + (corner === 1 ? 12 : 0);
      if (light > mostLight) [best, mostLight] = [corner, light];
      if (corner === this.#corner) lightHere = light;
    }
    if (mostLight > lightHere + 25) this.#corner = best;
    [this.x, this.y] = this.#at(this.#corner);
  }

  #at(corner: number): [number, number] {
    const unit = this.side / 34;
    const x = corner & 1 ? this.#width - 84 * unit : 50 * unit;
    const y = corner & 2 ? 50 * unit : this.#height - 92 * unit;
    return [Math.round(x), Math.round(y)];
  }

  #light(luma: Uint8Array, corner: number): number {
    const stride = this.#width >> 2;
    const [x, y] = this.#at(corner);
    const margin = this.side / 4;
    let sum = 0;
    let count = 0;
    for (let v = (y - margin) >> 2; v < (y + this.side + margin) >> 2; v++)
      for (let u = (x - margin) >> 2; u < (x + this.side + margin) >> 2; u++) {
        sum += luma[v * stride + u] ?? 0;
        count++;
      }
    return count === 0 ? 0 : sum / count;
  }
}
