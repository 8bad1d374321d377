import type { RgbaFrame } from './read-frame.ts';

/** Parts of a side: a frame is compared in 16 × 16 parts, so that lips that move count as much as a head. */
const parts = 16;

/** Tells how much a frame differs from the last one that was kept. */
export type FrameDifference = {
  /**
   * The largest mean difference of the luma in any of 16 × 16 parts, 0 to 1, against the frame that was kept; 1 while none
   * is. Camera noise stays below 0.004, a blink lies above 0.01.
   */
  measure(frame: RgbaFrame): number;
  /** Keeps the frame that was measured last. */
  keep(): void;
};

/** Compares the frames of one stream. Every second pixel of every second row is looked at. */
export function createFrameDifference(): FrameDifference {
  let kept = new Float32Array(parts * parts);
  let measured = new Float32Array(parts * parts);
  let isKept = false;
  return {
    measure({ width, height, data }) {
      measured.fill(0);
      for (let row = 0; row < parts; row += 1) {
        const [top, bottom] = [Math.floor((row * height) / parts), Math.floor(((row + 1) * height) / parts)];
        for (let column = 0; column < parts; column += 1) {
          const [left, right] = [Math.floor((column * width) / parts), Math.floor(((column + 1) * width) / parts)];
          let sum = 0;
          let count = 0;
          for (let y = top; y < bottom; y += 2) {
            for (let x = left; x < right; x += 2) {
              const at = (y * width + x) * 4;
              // Rec. 601 luma, times 1024.
              sum += 306 * data[at]! + 601 * data[at + 1]! + 117 * data[at + 2]!;
              count += 1;
            }
          }
          measured[row * parts + column] = sum / (count * 1024 * 255);
        }
      }
      if (!isKept) return 1;
      let most = 0;
      for (let part = 0; part < measured.length; part += 1) {
        most = Math.max(most, Math.abs(measured[part]! - kept[part]!));
      }
      return most;
    },
    keep() {
      [kept, measured] = [measured, kept];
      isKept = true;
    },
  };
}
