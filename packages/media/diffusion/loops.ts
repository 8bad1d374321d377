import { KinoraError } from '@kinora/capabilities/errors';
import type { Latents } from './latents.ts';
import type { Schedule } from './schedule.ts';

/** What the model predicts for a scaled sample at a timestep, after guidance. */
export type Denoiser = (input: Latents, timestep: number) => Latents | Promise<Latents>;

/** What is known after a step. */
export type Progress = {
  /** Steps taken in this run, from 1. */
  step: number;
  /** Steps this run takes. */
  steps: number;
  /** The sample, still noisy. */
  sample: Latents;
  /** The clean sample it points at: what a preview shows. */
  clean: Latents;
};

/** What both loops need. */
export type LoopOptions = {
  schedule: Schedule;
  denoise: Denoiser;
  /** Draws one tensor of normal noise of the sample's size. */
  noise: () => Latents;
  /** Called after each step and awaited. */
  onStep?: (progress: Progress) => void | Promise<void>;
  /** Looked at between steps. */
  signal?: AbortSignal;
};

/**
 * Makes latents from noise.
 * @throws the signal's reason when it aborts.
 */
export async function textToImage(options: LoopOptions): Promise<Latents> {
  const { schedule, noise } = options;
  const start = noise().map((value) => value * schedule.initialNoise);
  return await run(options, start, 0);
}

/**
 * Changes given latents (SDEdit, Meng et al. 2022): noises them to the level of a later step and goes on from there.
 * @param options.clean The picture's latents.
 * @param options.strength 0 returns them as they are, 1 keeps nothing of them.
 * @throws KinoraError `request.invalid` when strength times steps is above 0 but below 1, and the signal's reason.
 */
export async function imageToImage(options: LoopOptions & { clean: Latents; strength: number }): Promise<Latents> {
  const { schedule, noise, clean, strength } = options;
  if (strength === 0) return clean;
  // PNDM's list has one entry more than it has steps.
  const steps = schedule.timesteps.length - (schedule.scheduler === 'pndm' && schedule.timesteps.length > 1 ? 1 : 0);
  const start = startOfStrength(steps, strength);
  return await run(options, schedule.addNoise(clean, noise(), start), start);
}

/**
 * Where image-to-image begins in the list of timesteps: steps - min(⌊steps · strength⌋, steps). Not rounded up.
 * @throws KinoraError `request.invalid` when no step is left.
 */
export function startOfStrength(steps: number, strength: number): number {
  const taken = Math.min(Math.trunc(steps * strength), steps);
  if (!(strength > 0 && strength <= 1) || taken < 1) {
    throw new KinoraError(
      'request.invalid',
      `A strength of ${strength} leaves none of ${steps} steps; take at least ${Math.ceil(1 / strength)} steps or a strength of ${1 / steps}.`,
      { data: { field: 'strength' } },
    );
  }
  return steps - taken;
}

async function run(options: LoopOptions, start: Latents, begin: number): Promise<Latents> {
  const { schedule, denoise, noise, onStep, signal } = options;
  const { timesteps } = schedule;
  const stepper = schedule.begin(begin);
  let sample = start;
  for (let index = begin; index < timesteps.length; index++) {
    signal?.throwIfAborted();
    const output = await denoise(schedule.scaleInput(sample, index), timesteps[index]!);
    const result = stepper({ index, output, sample, noise });
    sample = result.sample;
    await onStep?.({
      step: index - begin + 1,
      steps: timesteps.length - begin,
      sample,
      clean: result.clean,
    });
  }
  signal?.throwIfAborted();
  return sample;
}
