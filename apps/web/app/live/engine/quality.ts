/**
 * Steers how well a picture is packed so that it stays below a size: down at once when one was too large, up slowly while
 * there is room, so that the line is used and not crossed.
 */
export class QualitySteer {
  #quality: number;
  readonly #limit: number;

  /** @param limit Bytes that a picture may have. */
  constructor(limit: number, quality = 0.75) {
    this.#limit = limit;
    this.#quality = quality;
  }

  /** For the next picture, 0.2 to 0.92. */
  get quality(): number {
    return this.#quality;
  }

  /**
   * Learns from a picture that was packed.
   * @returns Whether it was small enough to go.
   */
  learn(bytes: number): boolean {
    const over = bytes / this.#limit;
    if (over > 1) this.#quality = Math.max(0.2, this.#quality * Math.max(0.5, 1 - (over - 1) * 0.6) - 0.02);
    else if (over < 0.85) this.#quality = Math.min(0.92, this.#quality + 0.02 * (1 - over));
    return over <= 1;
  }
}
