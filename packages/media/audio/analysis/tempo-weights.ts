/** Weights of the tempo inference, fitted by `tools/known-songs/fit-tempo.ts`: per envelope, per multiple of the beat; then the tempo's own two. */
export const tempoWeights: readonly number[] = [
  -0.17, 0.015, 1.075, -1.259, 2.743, -0.537, -0.01, 0.381, 0.143, -0.623, -0.465, -1.765, -1.197, -1.153, -0.749,
  0.643, 0.067, 1.008, 1.278, 0.31, -1.387, -0.655, 1.015, -0.183, 0.57, -0.798, 0.078, -0.759, 0.084, 1.884, -0.658,
  1.312, -0.683, -0.162, -0.521, -0.847, -0.451, 1.287, 1.112, 0.345, 2.13, 0.05, -1.264, -0.139, 2.529, 0.615, -1.801,
];
