/** Thresholds of a 4 × 4 ordered dither (Bayer 1973), in 0..1, rows from the top. */
export const bayer = Float32Array.from(
  [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5],
  (rank) => (rank + 0.5) / 16,
);
