import { KinoraError } from '@kinora/capabilities/errors';
import type { SchedulerConfig } from './scheduler-config.ts';

/** What a model was trained with, by training timestep. */
export type NoiseTables = {
  betas: readonly number[];
  /** Running product of 1 - beta. */
  alphas: readonly number[];
  /** Noise level √((1 - a) / a). */
  sigmas: readonly number[];
};

/** The noise levels of the training (DDPM, Ho et al. 2020; improved DDPM's cosine schedule, Nichol & Dhariwal 2021). */
export function noiseTables(config: SchedulerConfig): NoiseTables {
  const betas = config.trainedBetas ?? makeBetas(config);
  let product = 1;
  const alphas = betas.map((beta) => (product *= 1 - beta));
  return { betas, alphas, sigmas: alphas.map((alpha) => Math.sqrt((1 - alpha) / alpha)) };
}

function makeBetas({ betaSchedule, betaStart, betaEnd, trainSteps }: SchedulerConfig): number[] {
  const steps = Array.from({ length: trainSteps }, (_, index) => index);
  if (betaSchedule === 'linear') return steps.map((i) => betaStart + ((betaEnd - betaStart) * i) / (trainSteps - 1));
  if (betaSchedule === 'scaled_linear') {
    const [from, to] = [Math.sqrt(betaStart), Math.sqrt(betaEnd)];
    return steps.map((i) => (from + ((to - from) * i) / (trainSteps - 1)) ** 2);
  }
  const bar = (time: number) => Math.cos((((time + 0.008) / 1.008) * Math.PI) / 2) ** 2;
  return steps.map((i) => Math.min(1 - bar((i + 1) / trainSteps) / bar(i / trainSteps), 0.999));
}

/**
 * Rounds halves to the even neighbour, as the reference does; `Math.round` would give other timesteps.
 */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** `count` numbers from `from` to `to`, both included; only `from` when the count is 1. */
export function spread(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    count === 1 ? from : index === count - 1 ? to : from + ((to - from) * index) / (count - 1),
  );
}

/** The table's value at a fractional index, interpolated linearly and held at the ends. */
export function interpolate(table: readonly number[], index: number): number {
  const low = Math.min(Math.max(Math.floor(index), 0), table.length - 1);
  const high = Math.min(low + 1, table.length - 1);
  const part = Math.min(Math.max(index - low, 0), 1);
  return table[low]! + (table[high]! - table[low]!) * part;
}

/**
 * `count` timesteps in descending order (Lin et al. 2024, table 2): `trailing` ends each of `count` equal parts, `leading`
 * begins them, `linspace` spreads over both ends and may give fractions.
 */
export function spaceTimesteps(config: SchedulerConfig, count: number): number[] {
  const { trainSteps, timestepSpacing, stepsOffset } = config;
  if (timestepSpacing === 'linspace') return spread(0, trainSteps - 1, count).reverse();
  if (timestepSpacing === 'trailing') {
    return Array.from({ length: count }, (_, i) => roundHalfEven(trainSteps - (i * trainSteps) / count) - 1);
  }
  const ratio = Math.floor(trainSteps / count);
  return Array.from({ length: count }, (_, i) => (count - 1 - i) * ratio + stepsOffset);
}

/** `count` noise levels between two, equally spaced in σ^(1/7) (Karras et al. 2022, equation 5). Descending. */
export function karrasSigmas(largest: number, smallest: number, count: number): number[] {
  const rho = 7;
  const [from, to] = [largest ** (1 / rho), smallest ** (1 / rho)];
  return spread(0, 1, count).map((part) => (from + part * (to - from)) ** rho);
}

/** The fractional timestep whose noise level is sigma, interpolated in log sigma. */
export function timestepOfSigma(sigma: number, table: readonly number[]): number {
  const log = Math.log(Math.max(sigma, 1e-10));
  let low = 0;
  while (low < table.length - 2 && Math.log(table[low + 1]!) <= log) low++;
  const [below, above] = [Math.log(table[low]!), Math.log(table[low + 1]!)];
  const part = Math.min(Math.max((below - log) / (below - above), 0), 1);
  return (1 - part) * low + part * (low + 1);
}

/** @throws KinoraError `request.invalid` when the number of steps can't be taken. */
export function checkSteps(steps: number, largest: number): void {
  if (Number.isInteger(steps) && steps >= 1 && steps <= largest) return;
  throw new KinoraError('request.invalid', `This sampler takes 1 to ${largest} steps, not ${steps}.`, {
    data: { field: 'steps', allowed: `1–${largest}` },
  });
}
