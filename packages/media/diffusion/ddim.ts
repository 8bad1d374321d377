import { alphaAt, cleanFromOutput, noiseToAlpha } from './alpha-sampler.ts';
import { blend } from './latents.ts';
import type { Schedule, ScheduleOptions } from './schedule.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import { checkSteps, noiseTables, roundHalfEven, spaceTimesteps } from './tables.ts';

/**
 * DDIM (Song et al. 2021, equation 12): x' = √a' · x₀ + √(1 - a' - s²) · ε + s · noise, where
 * s = η √((1 - a')/(1 - a) · (1 - a/a')). The target lies ⌊training steps / steps⌋ below, not at the next timestep of the list.
 */
export function ddim(config: SchedulerConfig, { steps, eta = 0 }: ScheduleOptions): Schedule {
  checkSteps(steps, config.trainSteps);
  const tables = noiseTables(config);
  const timesteps = spaceTimesteps(config, steps).map(roundHalfEven);
  const stride = Math.floor(config.trainSteps / steps);
  return {
    scheduler: 'ddim',
    timesteps,
    initialNoise: 1,
    scaleInput: (sample) => sample,
    addNoise: (clean, noise, index) => noiseToAlpha(alphaAt(tables, timesteps[index]!, config), clean, noise),
    begin:
      () =>
      ({ index, output, sample, noise }) => {
        const timestep = timesteps[index]!;
        const alpha = alphaAt(tables, timestep, config);
        const next = alphaAt(tables, timestep - stride, config);
        const clean = cleanFromOutput(config, alpha, sample, output);
        const predicted =
          config.predictionType === 'epsilon' ? output : blend(Math.sqrt(alpha), output, Math.sqrt(1 - alpha), sample);
        const spread = eta * Math.sqrt(((1 - next) / (1 - alpha)) * (1 - alpha / next));
        const moved = blend(Math.sqrt(next), clean, Math.sqrt(1 - next - spread ** 2), predicted);
        return { sample: eta > 0 ? blend(1, moved, spread, noise()) : moved, clean };
      },
  };
}
