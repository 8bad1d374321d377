/** Weights of the tempo inference, fitted by `tools/known-songs/fit.ts`: per envelope, per multiple of the beat; then the tempo's own two. */
export const tempoWeights: readonly number[] = [
  0.668, 0.192, 1.747, -1.716, 3.117, -0.464, -0.224, 0.325, 0.407, -1.334, 0.443, -0.396, -1.895, -0.832, -0.737,
  1.088, 0.343, 0.28, 0.525, 0.295, -1.641, -1.013, 1.993, 0.209, 0.226, -1.33, 0.405, -1.055, 1.008, 1.368, -0.578,
  0.688, -1.194, -0.065, -0.398, -0.807, -1.083, 1.148, 1.366, -0.059, 1.284, -0.51, -1.845, 0.118, 2.829, 0.583, -1.79,
];
