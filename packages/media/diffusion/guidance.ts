import { mapLatents } from './latents.ts';
import type { Latents } from './latents.ts';

/** Options of {@link guide}. */
export type GuidanceOptions = {
  /** Prediction without, or with a negative, prompt. */
  unconditioned: Latents;
  /** Prediction with the prompt. */
  conditioned: Latents;
  /** How much further than the prompt's prediction; 1 is no guidance. */
  scale: number;
  /** How much of the spread is taken back, 0 (default) to 1. */
  rescale?: number;
  /** Pictures in the batch: spreads are taken of each. Default 1. */
  pictures?: number;
};

/**
 * Classifier-free guidance (Ho & Salimans 2022): u + scale · (c - u). With `rescale` r the result's standard deviation is
 * drawn back to that of c (Lin et al. 2024, equations 15 and 16): r · g · std(c)/std(g) + (1 - r) · g.
 */
export function guide({ unconditioned, conditioned, scale, rescale = 0, pictures = 1 }: GuidanceOptions): Latents {
  const guided = mapLatents(
    conditioned.length,
    (at) => unconditioned[at]! + scale * (conditioned[at]! - unconditioned[at]!),
  );
  if (rescale === 0) return guided;
  const size = guided.length / pictures;
  for (let picture = 0; picture < pictures; picture++) {
    const part = guided.subarray(picture * size, (picture + 1) * size);
    const factor = deviation(conditioned.subarray(picture * size, (picture + 1) * size)) / deviation(part);
    for (let at = 0; at < size; at++) part[at] = part[at]! * (rescale * factor + 1 - rescale);
  }
  return guided;
}

/**
 * Sinusoidal embedding of a timestep (Vaswani et al. 2017) as UNets take it: cosines first, then sines, of
 * t · 10000^(-i/half).
 * @param size Even.
 */
export function timestepEmbedding(timestep: number, size: number): Latents {
  const half = size / 2;
  return mapLatents(size, (at) => {
    const angle = timestep * Math.exp((-Math.log(10_000) * (at % half)) / half);
    return at < half ? Math.cos(angle) : Math.sin(angle);
  });
}

/**
 * The embedding that LCM models take for the guidance scale instead of a second call: sines first, of
 * 1000 (scale - 1) · 10000^(-i/(half - 1)).
 * @param size Even, usually 256.
 */
export function guidanceScaleEmbedding(scale: number, size: number): Latents {
  const half = size / 2;
  return mapLatents(size, (at) => {
    const angle = (scale - 1) * 1000 * Math.exp((-Math.log(10_000) * (at % half)) / (half - 1));
    return at < half ? Math.sin(angle) : Math.cos(angle);
  });
}

/** Sample standard deviation, divided by n - 1. */
function deviation(values: Latents): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
