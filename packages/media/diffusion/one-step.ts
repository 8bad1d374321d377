import { cleanFromOutput, noiseToAlpha } from './alpha-sampler.ts';
import type { Latents } from './latents.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import { noiseTables } from './tables.ts';

/** Image-to-image in a single call of the model. */
export type OneStep = {
  /** What the model is told, 0 to the last of the training. */
  timestep: number;
  /** The sample that the model is given: √a · clean + √(1 − a) · noise, in the scale every sampler's model input has. */
  noised(clean: Latents, noise: Latents): Latents;
  /** What the model's output for that sample says the picture is. */
  clean(noised: Latents, output: Latents): Latents;
};

/**
 * Plans image-to-image in one call, as models distilled to few steps allow (SD-Turbo: Sauer et al. 2023): noise the picture to
 * one level, and take what the model points at. Unlike a sampler's list of steps every level can be chosen, so a slider moves
 * the picture evenly.
 * @param strength How much noise, 0 to 1: near 0 the picture stays, 1 keeps nothing of it.
 */
export function planOneStep(config: SchedulerConfig, strength: number): OneStep {
  const { alphas } = noiseTables(config);
  const timestep = Math.round(Math.min(1, Math.max(0, strength)) * (alphas.length - 1));
  const alpha = alphas[timestep]!;
  return {
    timestep,
    noised: (clean, noise) => noiseToAlpha(alpha, clean, noise),
    clean: (noised, output) => cleanFromOutput(config, alpha, noised, output),
  };
}
