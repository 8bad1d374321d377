import { blend, mapLatents } from './latents.ts';
import type { Latents } from './latents.ts';
import type { Schedule, ScheduleOptions } from './schedule.ts';
import type { SchedulerConfig } from './scheduler-config.ts';
import {
  checkSteps,
  interpolate,
  karrasSigmas,
  noiseTables,
  roundHalfEven,
  spread,
  timestepOfSigma,
} from './tables.ts';

/**
 * DPM-Solver++ 2M (Lu et al. 2022, algorithm 2): x' = σ'/σ · x - α'(e^(-h) - 1) · D with h = λ' - λ, λ = ln(α/σ) and D the
 * predicted clean sample, extrapolated from the last two. The first step has only one, and the last is of first order.
 */
export function dpmSolver(config: SchedulerConfig, { steps }: ScheduleOptions): Schedule {
  checkSteps(steps, config.trainSteps - 1);
  const tables = noiseTables(config);
  let timesteps = dpmTimesteps(config, steps);
  let levels = timesteps.map((timestep) => interpolate(tables.sigmas, timestep));
  if (config.useKarrasSigmas) {
    levels = karrasSigmas(tables.sigmas.at(-1)!, tables.sigmas[0]!, steps);
    const exact = levels.map((sigma) => timestepOfSigma(sigma, tables.sigmas));
    timesteps = config.betaSchedule === 'squaredcos_cap_v2' ? exact : exact.map(roundHalfEven);
  }
  const sigmas = [...levels, config.finalSigmas === 'zero' ? 0 : tables.sigmas[0]!];
  const signals = sigmas.map((sigma) => 1 / Math.sqrt(sigma ** 2 + 1));
  const noises = sigmas.map((sigma, index) => sigma * signals[index]!);
  const lambdas = sigmas.map((_, index) => Math.log(signals[index]!) - Math.log(noises[index]!));
  const last = timesteps.length - 1;
  const endsLow =
    config.eulerAtFinal || (config.lowerOrderFinal && timesteps.length < 15) || config.finalSigmas === 'zero';

  return {
    scheduler: 'dpm-solver',
    timesteps,
    sigmas,
    initialNoise: 1,
    scaleInput: (sample) => sample,
    addNoise: (clean, noise, index) => blend(signals[index]!, clean, noises[index]!, noise),
    begin() {
      let previous: Latents | undefined;
      return ({ index, output, sample }) => {
        const [signal, noise] = [signals[index]!, noises[index]!];
        const clean =
          config.predictionType === 'epsilon'
            ? mapLatents(sample.length, (at) => (sample[at]! - noise * output[at]!) / signal)
            : blend(signal, sample, -noise, output);
        const h = lambdas[index + 1]! - lambdas[index]!;
        const gain = -signals[index + 1]! * Math.expm1(-h);
        let moved = blend(noises[index + 1]! / noise, sample, gain, clean);
        if (previous !== undefined && config.solverOrder === 2 && !(index === last && endsLow)) {
          const ratio = (lambdas[index]! - lambdas[index - 1]!) / h;
          const slope = blend(1 / ratio, clean, -1 / ratio, previous);
          const weight = config.solverType === 'midpoint' ? gain / 2 : signals[index + 1]! * (Math.expm1(-h) / h + 1);
          moved = blend(1, moved, weight, slope);
        }
        previous = clean;
        return { sample: moved, clean };
      };
    },
  };
}

/** Spaces one timestep more than the other samplers and leaves out the lowest. */
function dpmTimesteps({ trainSteps, timestepSpacing, stepsOffset }: SchedulerConfig, steps: number): number[] {
  if (timestepSpacing === 'trailing') {
    return Array.from({ length: steps }, (_, i) => roundHalfEven(trainSteps - (i * trainSteps) / steps) - 1);
  }
  if (timestepSpacing === 'linspace') {
    return spread(0, trainSteps - 1, steps + 1)
      .slice(1)
      .map(roundHalfEven)
      .reverse();
  }
  const ratio = Math.floor(trainSteps / (steps + 1));
  return Array.from({ length: steps }, (_, i) => (steps - i) * ratio + stepsOffset);
}
