/**
 * Softens the edges of a sound in place, along a quarter of a squared sine, which has no corner at either end.
 * @param options.rise Samples until full level. Default 0.
 * @param options.fall Samples from full level to silence. Default 0.
 */
export function fadeEdges(samples: Float32Array, options: { rise?: number; fall?: number }): void {
  const { rise = 0, fall = 0 } = options;
  const last = samples.length - 1;
  for (let index = 0; index < Math.min(rise, samples.length); index++) samples[index]! *= ease(index / rise);
  for (let index = 0; index < Math.min(fall, samples.length); index++) samples[last - index]! *= ease(index / fall);
}

function ease(place: number): number {
  return Math.sin((Math.PI / 2) * place) ** 2;
}
