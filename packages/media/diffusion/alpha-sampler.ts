import { blend, mapLatents } from './latents.ts';
import type { Latents } from './latents.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import type { NoiseTables } from './tables.ts';

/** √a · clean + √(1 - a) · noise, a being the alpha of a training timestep. */
export function noiseToAlpha(alpha: number, clean: Latents, noise: Latents): Latents {
  return blend(Math.sqrt(alpha), clean, Math.sqrt(1 - alpha), noise);
}

/** The clean sample that a model's output points at, from a sample √a · clean + √(1 - a) · noise. */
export function cleanFromOutput(config: SchedulerConfig, alpha: number, sample: Latents, output: Latents): Latents {
  const [signal, noise] = [Math.sqrt(alpha), Math.sqrt(1 - alpha)];
  const clean =
    config.predictionType === 'epsilon'
      ? mapLatents(sample.length, (at) => (sample[at]! - noise * output[at]!) / signal)
      : blend(signal, sample, -noise, output);
  const range = config.clipSampleRange;
  return range === null ? clean : mapLatents(clean.length, (at) => Math.min(Math.max(clean[at]!, -range), range));
}

/** The alpha at a timestep; below 0 what the configuration ends with. */
export function alphaAt(tables: NoiseTables, timestep: number, config: SchedulerConfig): number {
  if (timestep >= 0) return tables.alphas[timestep]!;
  return config.setAlphaToOne ? 1 : tables.alphas[0]!;
}
