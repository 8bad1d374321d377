import { alphaAt, cleanFromOutput, noiseToAlpha } from './alpha-sampler.ts';
import { blend, mapLatents } from './latents.ts';
import type { Latents } from './latents.ts';
import type { Schedule, ScheduleOptions } from './schedule.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import { checkSteps, noiseTables, roundHalfEven, spaceTimesteps } from './tables.ts';

/** Weights of the latest outputs, newest first (linear multistep formulas of Adams and Bashforth). */
const multistep = [[1], [3 / 2, -1 / 2], [23 / 12, -16 / 12, 5 / 12], [55 / 24, -59 / 24, 37 / 24, -9 / 24]] as const;

/**
 * PNDM without Runge-Kutta steps (Liu et al. 2022, PLMS). The second timestep comes twice: its first call improves the first
 * step from the stored first sample. Image-to-image starts inside the list, where that pair isn't, and treats its first two
 * entries as if it were, as the reference does.
 */
export function pndm(config: SchedulerConfig, { steps }: ScheduleOptions): Schedule {
  checkSteps(steps, config.trainSteps);
  const tables = noiseTables(config);
  const spaced = spaceTimesteps(config, steps).map(roundHalfEven);
  const timesteps = steps === 1 ? spaced : [...spaced.slice(0, 2), ...spaced.slice(1)];
  const stride = Math.floor(config.trainSteps / steps);

  /** Equation 11 of the paper, for a prediction of the noise. */
  const transfer = (sample: Latents, from: number, to: number, output: Latents): Latents => {
    const [alpha, next] = [alphaAt(tables, from, config), alphaAt(tables, to, config)];
    const predicted =
      config.predictionType === 'epsilon' ? output : blend(Math.sqrt(alpha), output, Math.sqrt(1 - alpha), sample);
    const divisor = alpha * Math.sqrt(1 - next) + Math.sqrt(alpha * (1 - alpha) * next);
    return blend(Math.sqrt(next / alpha), sample, -(next - alpha) / divisor, predicted);
  };

  return {
    scheduler: 'pndm',
    timesteps,
    initialNoise: 1,
    scaleInput: (sample) => sample,
    addNoise: (clean, noise, index) => noiseToAlpha(alphaAt(tables, timesteps[index]!, config), clean, noise),
    begin() {
      const history: Latents[] = [];
      let call = 0;
      let first: Latents | undefined;
      return ({ index, output, sample }) => {
        const timestep = timesteps[index]!;
        const clean = cleanFromOutput(config, alphaAt(tables, timestep, config), sample, output);
        if (call++ === 1 && first !== undefined) {
          const mean = blend(0.5, output, 0.5, history[0]!);
          return { sample: transfer(first, timestep + stride, timestep, mean), clean };
        }
        first ??= sample;
        history.unshift(output);
        history.length = Math.min(history.length, 4);
        const weights = multistep[history.length - 1]!;
        const combined = mapLatents(output.length, (at) =>
          weights.reduce((sum, weight, age) => sum + weight * history[age]![at]!, 0),
        );
        return { sample: transfer(sample, timestep, timestep - stride, combined), clean };
      };
    },
  };
}
