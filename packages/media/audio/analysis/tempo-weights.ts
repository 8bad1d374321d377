/** Weights of the tempo inference, fitted by `tools/known-songs/fit.ts`: per envelope, per multiple of the beat; then the tempo's own two. */
export const tempoWeights: readonly number[] = [
  1.424, 0.009, 1.491, -1.569, 3.541, -0.827, -0.176, 0.594, 0.397, -2.136, -0.34, -1.324, -2.112, -0.848, -0.394,
  0.701, 0.249, 0.596, 0.226, 0.721, -1.647, -0.976, 1.069, 0.212, 0.571, -1.226, -0.155, -1.188, 0.373, 1.794, -0.442,
  0.738, -0.946, -0.173, -0.563, -0.481, -0.352, 1.775, 1.623, 0.18, 2.488, 0.028, -1.734, -0.32, 2.911, 0.381, -1.913,
];
