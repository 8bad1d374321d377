import { KinoraError } from '@kinora/capabilities/errors';
import { alphaAt, cleanFromOutput, noiseToAlpha } from './alpha-sampler.ts';
import { blend } from './latents.ts';
import type { Schedule, ScheduleOptions } from './schedule.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import { noiseTables } from './tables.ts';

/** Spread of the data in the boundary conditions. */
const sigmaData = 0.5;

/**
 * Latent consistency sampling (Luo et al. 2023, algorithm 3): denoised = c_skip · x + c_out · x₀, noised again to the next
 * timestep; c_skip = s_d²/(s² + s_d²), c_out = s/√(s² + s_d²), s = 10 t. Timesteps are those of the distillation.
 */
export function lcm(config: SchedulerConfig, { steps, strength = 1 }: ScheduleOptions): Schedule {
  const tables = noiseTables(config);
  const stride = Math.floor(config.trainSteps / config.originalSteps);
  const count = Math.trunc(config.originalSteps * strength);
  if (!Number.isInteger(steps) || steps < 1 || steps > count) {
    throw new KinoraError('request.invalid', `This sampler takes 1 to ${count} steps here, not ${steps}.`, {
      data: { field: 'steps', allowed: `1–${count}` },
    });
  }
  const timesteps = Array.from({ length: steps }, (_, i) => (count - Math.floor((i * count) / steps)) * stride - 1);
  return {
    scheduler: 'lcm',
    timesteps,
    initialNoise: 1,
    scaleInput: (sample) => sample,
    addNoise: (clean, noise, index) => noiseToAlpha(alphaAt(tables, timesteps[index]!, config), clean, noise),
    begin:
      () =>
      ({ index, output, sample, noise }) => {
        const timestep = timesteps[index]!;
        const predicted = cleanFromOutput(config, alphaAt(tables, timestep, config), sample, output);
        const scaled = timestep * config.timestepScaling;
        const skip = sigmaData ** 2 / (scaled ** 2 + sigmaData ** 2);
        const out = scaled / Math.sqrt(scaled ** 2 + sigmaData ** 2);
        const clean = blend(out, predicted, skip, sample);
        const next = timesteps[index + 1];
        return {
          sample: next === undefined ? clean : noiseToAlpha(alphaAt(tables, next, config), clean, noise()),
          clean,
        };
      },
  };
}
