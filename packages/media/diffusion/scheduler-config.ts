import { KinoraError } from '@kinora/capabilities/errors';

/** The samplers Kinora has. */
export const schedulerNames = ['euler', 'euler-ancestral', 'ddim', 'pndm', 'dpm-solver', 'lcm'] as const;
export type SchedulerName = (typeof schedulerNames)[number];

const betaSchedules = ['linear', 'scaled_linear', 'squaredcos_cap_v2'] as const;
const spacings = ['linspace', 'leading', 'trailing'] as const;
const predictionTypes = ['epsilon', 'v_prediction'] as const;

/** What a `scheduler_config.json` says, with the defaults of its class filled in. */
export type SchedulerConfig = {
  scheduler: SchedulerName;
  /** Timesteps the model was trained with, usually 1000. */
  trainSteps: number;
  betaStart: number;
  betaEnd: number;
  betaSchedule: (typeof betaSchedules)[number];
  /** Given: replaces the three above. */
  trainedBetas: readonly number[] | null;
  timestepSpacing: (typeof spacings)[number];
  stepsOffset: number;
  /** What the model predicts: the noise, or the velocity (Salimans & Ho 2022). */
  predictionType: (typeof predictionTypes)[number];
  /** Euler and DPM-Solver: noise levels after Karras et al. 2022. */
  useKarrasSigmas: boolean;
  /** Euler and DPM-Solver: whether the last noise level is 0 or the smallest of the training. */
  finalSigmas: 'zero' | 'sigma_min';
  /** DDIM, PNDM, LCM: whether the step below timestep 0 ends without any noise. */
  setAlphaToOne: boolean;
  /** DDIM and LCM: largest absolute value of the predicted clean sample; null leaves it alone. */
  clipSampleRange: number | null;
  /** DPM-Solver: 1 or 2. */
  solverOrder: 1 | 2;
  solverType: 'midpoint' | 'heun';
  /** DPM-Solver: whether the last of fewer than 15 steps is of first order; with a final sigma of 0 it always is. */
  lowerOrderFinal: boolean;
  eulerAtFinal: boolean;
  /** LCM: steps of the training's own schedule. */
  originalSteps: number;
  /** LCM: factor of the timestep in the boundary conditions. */
  timestepScaling: number;
};

const classes: Record<string, SchedulerName> = {
  EulerDiscreteScheduler: 'euler',
  EulerAncestralDiscreteScheduler: 'euler-ancestral',
  DDIMScheduler: 'ddim',
  PNDMScheduler: 'pndm',
  DPMSolverMultistepScheduler: 'dpm-solver',
  LCMScheduler: 'lcm',
};

/** Options that change the result and that Kinora doesn't have, with the values that switch them off. */
const unsupported: Partial<Record<SchedulerName, Record<string, readonly unknown[]>>> & {
  all: Record<string, readonly unknown[]>;
} = {
  all: {
    thresholding: [false],
    rescale_betas_zero_snr: [false],
    use_exponential_sigmas: [false],
    use_beta_sigmas: [false],
    use_flow_sigmas: [false],
  },
  euler: { interpolation_type: ['linear'], timestep_type: ['discrete'] },
  pndm: { skip_prk_steps: [true] },
  'dpm-solver': {
    algorithm_type: ['dpmsolver++'],
    solver_order: [1, 2],
    use_lu_lambdas: [false],
    lambda_min_clipped: [null, 'Infinity', '-Infinity'],
    variance_type: [null, 'fixed_small', 'fixed_large'],
  },
};

/** Defaults of the reference's classes for options that a file leaves out. */
const classDefaults: Record<SchedulerName, Record<string, unknown>> = {
  euler: { timestep_spacing: 'linspace' },
  'euler-ancestral': { timestep_spacing: 'linspace' },
  ddim: { timestep_spacing: 'leading', clip_sample: true, set_alpha_to_one: true },
  pndm: { timestep_spacing: 'leading', set_alpha_to_one: false, skip_prk_steps: false },
  'dpm-solver': { timestep_spacing: 'linspace' },
  lcm: {
    timestep_spacing: 'leading',
    beta_start: 0.00085,
    beta_end: 0.012,
    beta_schedule: 'scaled_linear',
    set_alpha_to_one: true,
  },
};

/**
 * Reads a diffusers `scheduler_config.json`.
 * @param text The file. `Infinity` and `-Infinity`, which Python writes and JSON doesn't know, are understood.
 * @param override Another sampler on the same training schedule, which the class in the file then doesn't decide.
 * @throws KinoraError `provider.unavailable` when the file names a class or an option that Kinora doesn't have.
 */
export function readSchedulerConfig(text: string, override?: SchedulerName): SchedulerConfig {
  let given: unknown;
  try {
    given = JSON.parse(text.replaceAll(/([:[,]\s*)(-?Infinity)/g, '$1"$2"'));
  } catch (cause) {
    throw new KinoraError('provider.unavailable', 'scheduler_config.json is not JSON; install the model again.', {
      cause,
    });
  }
  if (typeof given !== 'object' || given === null) throw refuse('scheduler_config.json is empty');
  const options = given as Record<string, unknown>;
  const named = options['_class_name'];
  const className = typeof named === 'string' ? named : '';
  const scheduler = override ?? classes[className];
  if (scheduler === undefined) {
    throw refuse(`The sampler "${className}" is unknown; choose one of ${schedulerNames.join(', ')} in the settings`);
  }
  return schedulerConfig(
    scheduler,
    override === undefined || classes[className] === override ? options : shared(options),
  );
}

/**
 * The configuration of a sampler from options named as in `scheduler_config.json`; those left out have the defaults of
 * the reference's class.
 * @throws KinoraError `provider.unavailable` naming an option that Kinora doesn't have.
 */
export function schedulerConfig(scheduler: SchedulerName, given: Record<string, unknown> = {}): SchedulerConfig {
  const options: Record<string, unknown> = { ...classDefaults[scheduler], ...given };
  for (const [name, allowed] of Object.entries({ ...unsupported.all, ...unsupported[scheduler] })) {
    const value = options[name];
    if (value !== undefined && value !== null && !allowed.includes(value)) {
      throw refuse(`The option ${name}: ${JSON.stringify(value)} of ${scheduler} is not supported`);
    }
  }
  const number = (name: string, fallback: number) => {
    const value = options[name] ?? fallback;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw refuse(`${name} must be a number`);
    return value;
  };
  const choice = <Value extends string>(name: string, values: readonly Value[], fallback: Value): Value => {
    const value = options[name] ?? fallback;
    const known = values.find((each) => each === value);
    if (known === undefined) throw refuse(`${name} must be one of ${values.join(', ')}, not ${JSON.stringify(value)}`);
    return known;
  };
  const flag = (name: string, fallback: boolean) => Boolean(options[name] ?? fallback);
  const hasKarras = scheduler === 'euler' || scheduler === 'dpm-solver';
  const hasClip = scheduler === 'ddim' || scheduler === 'lcm';
  return {
    scheduler,
    trainSteps: number('num_train_timesteps', 1000),
    betaStart: number('beta_start', 0.0001),
    betaEnd: number('beta_end', 0.02),
    betaSchedule: choice('beta_schedule', betaSchedules, 'linear'),
    trainedBetas: Array.isArray(options['trained_betas']) ? options['trained_betas'].map(Number) : null,
    timestepSpacing: choice('timestep_spacing', spacings, 'leading'),
    stepsOffset: number('steps_offset', 0),
    predictionType: choice('prediction_type', predictionTypes, 'epsilon'),
    useKarrasSigmas: hasKarras && flag('use_karras_sigmas', false),
    finalSigmas: choice('final_sigmas_type', ['zero', 'sigma_min'], 'zero'),
    setAlphaToOne: flag('set_alpha_to_one', false),
    clipSampleRange: hasClip && flag('clip_sample', false) ? number('clip_sample_range', 1) : null,
    solverOrder: number('solver_order', 2) === 1 ? 1 : 2,
    solverType: choice('solver_type', ['midpoint', 'heun'], 'midpoint'),
    lowerOrderFinal: flag('lower_order_final', true),
    eulerAtFinal: flag('euler_at_final', false),
    originalSteps: number('original_inference_steps', 50),
    timestepScaling: number('timestep_scaling', 10),
  };
}

/** The training schedule alone: what one class means by an option of its own need not suit another. */
function shared(options: Record<string, unknown>): Record<string, unknown> {
  const kept = [
    'num_train_timesteps',
    'beta_start',
    'beta_end',
    'beta_schedule',
    'trained_betas',
    'prediction_type',
    'timestep_spacing',
    'steps_offset',
    'rescale_betas_zero_snr',
  ];
  const usual = { clip_sample: false, skip_prk_steps: true, set_alpha_to_one: false };
  return { ...usual, ...Object.fromEntries(Object.entries(options).filter(([name]) => kept.includes(name))) };
}

function refuse(reason: string): KinoraError {
  return new KinoraError(
    'provider.unavailable',
    `${reason}. Choose another sampler in the settings, or another model.`,
    {
      data: { field: 'scheduler' },
    },
  );
}
