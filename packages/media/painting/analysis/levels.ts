/**
 * Levels that give a dim or hazy camera its blacks and whites back: three quarters of the way to the 1 % and 99 % marks of the
 * luma, moving 5 % a frame so that nothing pumps. Both engines measure on the same thumbnail.
 */
export class Levels {
  /** Luma that becomes black and white, 0 to 1. */
  low = 0;
  high = 1;
  #isFirst = true;
  readonly #bins = new Int32Array(256);

  /** @param luma Luma bytes of the frame's thumbnail. */
  follow(luma: Uint8Array): void {
    const bins = this.#bins.fill(0);
    for (const value of luma) bins[value]!++;
    const mark = luma.length * 0.01;
    let low = 0;
    for (let sum = bins[0]!; sum < mark && low < 255; sum += bins[++low]!);
    let high = 255;
    for (let sum = bins[255]!; sum < mark && high > 0; sum += bins[--high]!);
    const wantedLow = Math.min(0.45, (low / 255) * 0.75);
    const wantedHigh = Math.max(1 - (1 - high / 255) * 0.75, wantedLow + 0.3);
    const share = this.#isFirst ? 1 : 0.05;
    this.#isFirst = false;
    this.low += (wantedLow - this.low) * share;
    this.high += (wantedHigh - this.high) * share;
  }
}
