import { ddim } from './ddim.ts';
import { dpmSolver } from './dpm-solver.ts';
import { euler } from './euler.ts';
import type { Latents } from './latents.ts';
import { lcm } from './lcm.ts';
import { pndm } from './pndm.ts';
import type { SchedulerConfig, SchedulerName } from './scheduler-config.ts';

/** What a sampler is told after a call of the model. */
export type StepInput = {
  /** Place in {@link Schedule.timesteps}. Timesteps may repeat, so the place counts. */
  index: number;
  /** What the model predicted, after guidance. */
  output: Latents;
  /** The noisy sample before this step, not scaled. */
  sample: Latents;
  /** Draws one tensor of normal noise; called only by samplers that add noise, once a step. */
  noise: () => Latents;
};

/** The sample after a step, and the clean sample that the model's output points at. */
export type StepResult = { sample: Latents; clean: Latents };

/** One run of a sampler; keeps what it needs of earlier steps. */
export type Stepper = (step: StepInput) => StepResult;

/** A sampler with its number of steps: tables and formulas, no state. */
export type Schedule = {
  scheduler: SchedulerName;
  /** Timesteps of the model's calls, in order: usually one a step. */
  timesteps: readonly number[];
  /** Noise levels, one more than timesteps; absent for samplers that count in alphas. */
  sigmas?: readonly number[];
  /** Unit noise times this starts a run. */
  initialNoise: number;
  /** What the model is given for a sample. */
  scaleInput(sample: Latents, index: number): Latents;
  /** Noises a clean sample to the level where the step at `index` begins. */
  addNoise(clean: Latents, noise: Latents, index: number): Latents;
  /** Starts a run at `index`, 0 or where image-to-image begins. */
  begin(index: number): Stepper;
};

/** Options of {@link createSchedule}. */
export type ScheduleOptions = {
  /** Steps, ≥ 1. */
  steps: number;
  /** DDIM: 0 (default) is deterministic, 1 adds as much noise as DDPM. */
  eta?: number;
  /** LCM: applies strength while the timesteps are made, 0 < strength ≤ 1. Default 1. */
  strength?: number;
};

const samplers: Record<SchedulerName, (config: SchedulerConfig, options: ScheduleOptions) => Schedule> = {
  euler,
  'euler-ancestral': euler,
  ddim,
  pndm,
  'dpm-solver': dpmSolver,
  lcm,
};

/**
 * Plans a run of a sampler.
 * @throws KinoraError `request.invalid` when the sampler can't take so many steps.
 */
export function createSchedule(config: SchedulerConfig, options: ScheduleOptions): Schedule {
  return samplers[config.scheduler](config, options);
}
