import { guidanceScaleEmbedding, guide, timestepEmbedding } from './guidance.ts';
import type { Latents } from './latents.ts';
import { imageToImage, startOfStrength, textToImage } from './loops.ts';
import type { LoopOptions } from './loops.ts';
import { sampleLatents, toByte } from './pictures.ts';
import { createSchedule } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import { schedulerConfig } from './scheduler-config.ts';
import type { SchedulerName } from './scheduler-config.ts';
import { noiseTables } from './tables.ts';

/** One trajectory of a reference sampler. */
export type VectorCase = {
  name: string;
  kind: 'sample' | 'guided' | 'img2img' | 'lcm_strength';
  scheduler: string;
  config: Record<string, unknown>;
  num_inference_steps: number;
  eta?: number;
  set_timesteps_options?: { strength?: number };
  timesteps: number[];
  sigmas?: number[];
  init_noise_sigma: number;
  noise: number[];
  init_sample?: number[];
  init_latents?: number[];
  noisy?: number[];
  strength?: number;
  begin_index?: number;
  used_timesteps?: number[];
  guidance_scale?: number;
  guidance_rescale?: number;
  steps: VectorStep[];
  final_sample: number[];
};

type VectorStep = {
  timestep: number;
  prev_sample: number[];
  model_input?: number[];
  model_output?: number[];
  pred_original_sample?: number[];
  denoised?: number[];
  noise?: number[];
};

/** A file of reference numbers: the diffusion part is what the schedulers of diffusers computed in 64 bits. */
export type VectorFile = {
  format: number;
  tables: { index: number[]; betas: number[]; alphas_cumprod: number[]; sigmas: number[] };
  schedule: Record<string, unknown>;
  cases: VectorCase[];
  guidance: {
    shape: number[];
    guidance_scale: number;
    guidance_rescale: number;
    uncond: number[];
    text: number[];
    result: number[];
  }[];
  timestep_embedding: { timestep: number; dim: number; embedding: number[] }[];
  guidance_scale_embedding: { guidance_scale: number; dim: number; embedding: number[] }[];
  scaling: {
    vae_sample: { parameters: number[]; noise: number[]; sample: number[] };
    decoder_output: number[];
    uint8: number[];
  };
  img2img_rule: { num_inference_steps: number; strength: number; init_timestep: number; start: number }[];
};

/** How far one case is from its reference: the largest |a - b| / (1 + |b|) over every number it gives. */
export type VectorResult = { name: string; scheduler: string; error: number };

const names: Record<string, SchedulerName> = {
  EulerDiscrete: 'euler',
  EulerAncestralDiscrete: 'euler-ancestral',
  DDIM: 'ddim',
  PNDM: 'pndm',
  DPMSolverMultistep: 'dpm-solver',
  LCM: 'lcm',
};

/** Runs every case of a file of reference vectors. */
export async function checkVectors(file: VectorFile): Promise<VectorResult[]> {
  const results: VectorResult[] = [];
  for (const each of file.cases) {
    results.push({ name: each.name, scheduler: each.scheduler, error: await checkCase(each) });
  }
  return [...results, ...checkParts(file)];
}

/** The largest error of a trajectory: timesteps, sigmas, scaled inputs, clean samples, steps and the end. */
async function checkCase(vector: VectorCase): Promise<number> {
  const scheduler = names[vector.scheduler];
  if (scheduler === undefined) return Number.POSITIVE_INFINITY;
  const schedule = createSchedule(schedulerConfig(scheduler, vector.config), {
    steps: vector.num_inference_steps,
    ...(vector.eta === undefined ? {} : { eta: vector.eta }),
    ...(vector.set_timesteps_options?.strength === undefined
      ? {}
      : { strength: vector.set_timesteps_options.strength }),
  });
  const worst = worstOf();
  worst.compare(schedule.timesteps, vector.timesteps);
  if (vector.sigmas) worst.compare(schedule.sigmas ?? [], vector.sigmas);
  worst.compare([schedule.initialNoise], [vector.init_noise_sigma]);
  const begin = vector.begin_index ?? 0;
  if (vector.used_timesteps) worst.compare(schedule.timesteps.slice(begin), vector.used_timesteps);
  if (vector.init_latents && vector.noisy) {
    const noisy = schedule.addNoise(latents(vector.init_latents), latents(vector.noise), begin);
    worst.compare(noisy, vector.noisy);
  }
  worst.compare(await runCase(vector, schedule, worst), vector.final_sample);
  return worst.error();
}

async function runCase(vector: VectorCase, schedule: Schedule, worst: Worst): Promise<Latents> {
  const stepNoise = vector.steps.flatMap((step) => (step.noise ? [step.noise] : []));
  const draws = [vector.noise, ...stepNoise];
  let call = 0;
  const options: LoopOptions = {
    schedule,
    noise: () => latents(draws.shift() ?? []),
    denoise(input, timestep) {
      const step = vector.steps[call++];
      worst.compare([timestep], [step?.timestep ?? Number.NaN]);
      if (step?.model_input) worst.compare(input, step.model_input);
      const output = predict(vector, input, timestep);
      if (step?.model_output) worst.compare(output, step.model_output);
      return output;
    },
    onStep({ step, sample, clean }) {
      const expected = vector.steps[step - 1];
      worst.compare(sample, expected?.prev_sample ?? []);
      const reference = expected?.denoised ?? expected?.pred_original_sample;
      if (reference) worst.compare(clean, reference);
    },
  };
  if (vector.init_latents === undefined) return await textToImage(options);
  const clean = latents(vector.init_latents);
  if (vector.kind === 'img2img') return await imageToImage({ ...options, clean, strength: vector.strength ?? 1 });
  return await imageToImage({ ...options, clean, strength: 1 });
}

/** The formula that stands for a model, and its unconditional twin. */
function predict(vector: VectorCase, input: Latents, timestep: number): Latents {
  const conditioned = input.map((x) => 0.3 * Math.sin(3 * x) + 0.001 * timestep * Math.cos(x));
  if (vector.guidance_scale === undefined) return conditioned;
  const unconditioned = input.map((x) => 0.25 * Math.cos(2 * x) - 0.0005 * timestep * Math.sin(x));
  return guide({ unconditioned, conditioned, scale: vector.guidance_scale, rescale: vector.guidance_rescale ?? 0 });
}

function checkParts(file: VectorFile): VectorResult[] {
  const part = (name: string, compare: (worst: Worst) => void): VectorResult => {
    const worst = worstOf();
    compare(worst);
    return { name, scheduler: name, error: worst.error() };
  };
  return [
    part('tables', (worst) => {
      const tables = noiseTables(schedulerConfig('euler', file.schedule));
      const at = (values: readonly number[]) => file.tables.index.map((index) => values[index] ?? Number.NaN);
      worst.compare(at(tables.betas), file.tables.betas);
      worst.compare(at(tables.alphas), file.tables.alphas_cumprod);
      worst.compare(at(tables.sigmas), file.tables.sigmas);
    }),
    part('guidance', (worst) => {
      for (const each of file.guidance) {
        const guided = guide({
          unconditioned: latents(each.uncond),
          conditioned: latents(each.text),
          scale: each.guidance_scale,
          rescale: each.guidance_rescale,
          pictures: each.shape[0] ?? 1,
        });
        worst.compare(guided, each.result);
      }
    }),
    part('embeddings', (worst) => {
      for (const each of file.timestep_embedding) {
        worst.compare(timestepEmbedding(each.timestep, each.dim), each.embedding);
      }
      for (const each of file.guidance_scale_embedding) {
        worst.compare(guidanceScaleEmbedding(each.guidance_scale, each.dim), each.embedding);
      }
    }),
    part('pictures', (worst) => {
      const { vae_sample: vae, decoder_output: output, uint8 } = file.scaling;
      worst.compare(sampleLatents(latents(vae.parameters), latents(vae.noise)), vae.sample);
      worst.compare(output.map(toByte), uint8);
    }),
    part('strength', (worst) => {
      for (const each of file.img2img_rule) {
        const start =
          each.init_timestep < 1 ? each.num_inference_steps : startOfStrength(each.num_inference_steps, each.strength);
        worst.compare([start], [each.start]);
      }
    }),
  ];
}

type Worst = {
  compare(given: ArrayLike<number>, expected: ArrayLike<number>): void;
  error(): number;
};

function worstOf(): Worst {
  let error = 0;
  return {
    compare(given, expected) {
      if (given.length !== expected.length) error = Number.POSITIVE_INFINITY;
      for (let index = 0; index < expected.length; index++) {
        const difference = Math.abs(given[index]! - expected[index]!) / (1 + Math.abs(expected[index]!));
        error = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(error, difference);
      }
    },
    error: () => error,
  };
}

function latents(values: number[]): Latents {
  return Float64Array.from(values);
}
