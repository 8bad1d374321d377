import { blend, mapLatents } from './latents.ts';
import type { Schedule, ScheduleOptions } from './schedule.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import { checkSteps, interpolate, karrasSigmas, noiseTables, spaceTimesteps, timestepOfSigma } from './tables.ts';

/**
 * Euler's method on the probability-flow equation (Karras et al. 2022, algorithm 2 without churn):
 * x' = x + (x - x₀)/σ · (σ' - σ). The ancestral kind goes to a lower level and adds new noise,
 * σ_up² = σ'²(σ² - σ'²)/σ², in every step.
 */
export function euler(config: SchedulerConfig, { steps }: ScheduleOptions): Schedule {
  checkSteps(steps, config.trainSteps);
  const tables = noiseTables(config);
  const isAncestral = config.scheduler === 'euler-ancestral';
  let timesteps = spaceTimesteps(config, steps);
  let levels = timesteps.map((timestep) => interpolate(tables.sigmas, timestep));
  if (config.useKarrasSigmas) {
    levels = karrasSigmas(levels[0]!, levels.at(-1)!, steps);
    timesteps = levels.map((sigma) => timestepOfSigma(sigma, tables.sigmas));
  }
  const last = !isAncestral && config.finalSigmas === 'sigma_min' ? tables.sigmas[0]! : 0;
  const sigmas = [...levels, last];
  const largest = Math.max(...sigmas);
  return {
    scheduler: config.scheduler,
    timesteps,
    sigmas,
    initialNoise: config.timestepSpacing === 'leading' ? Math.sqrt(largest ** 2 + 1) : largest,
    scaleInput(sample, index) {
      const scale = Math.sqrt(sigmas[index]! ** 2 + 1);
      return mapLatents(sample.length, (at) => sample[at]! / scale);
    },
    addNoise: (clean, noise, index) => blend(1, clean, sigmas[index]!, noise),
    begin:
      () =>
      ({ index, output, sample, noise }) => {
        const [sigma, next] = [sigmas[index]!, sigmas[index + 1]!];
        const clean =
          config.predictionType === 'epsilon'
            ? blend(1, sample, -sigma, output)
            : blend(-sigma / Math.sqrt(sigma ** 2 + 1), output, 1 / (sigma ** 2 + 1), sample);
        const up = isAncestral ? Math.sqrt((next ** 2 * (sigma ** 2 - next ** 2)) / sigma ** 2) : 0;
        const change = (isAncestral ? Math.sqrt(next ** 2 - up ** 2) : next) - sigma;
        const moved = mapLatents(sample.length, (at) => sample[at]! + ((sample[at]! - clean[at]!) / sigma) * change);
        return { sample: isAncestral ? blend(1, moved, up, noise()) : moved, clean };
      },
  };
}
