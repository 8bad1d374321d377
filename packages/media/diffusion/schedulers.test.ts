import { describe, expect, test } from 'vitest';
import { createSchedule } from './schedule.ts';
import { readSchedulerConfig, schedulerConfig } from './scheduler-config.ts';
import { roundHalfEven } from './tables.ts';

const stable = {
  beta_start: 0.00085,
  beta_end: 0.012,
  beta_schedule: 'scaled_linear',
  num_train_timesteps: 1000,
};
const file = (options: Record<string, unknown>) => JSON.stringify({ ...stable, ...options });

test('rounds halves to even', () => {
  expect([0.5, 1.5, 2.5, 3.5, 2.4, 2.6].map(roundHalfEven)).toEqual([0, 2, 2, 4, 2, 3]);
});

describe('timesteps', () => {
  const timesteps = (options: Record<string, unknown>, steps: number) =>
    createSchedule(schedulerConfig('euler', { ...stable, ...options }), { steps }).timesteps;

  test.each([
    [1, [999]],
    [2, [999, 499]],
    [4, [999, 749, 499, 249]],
  ])('of SD-Turbo with %i steps', (steps, expected) => {
    expect(timesteps({ timestep_spacing: 'trailing' }, steps)).toEqual(expected);
  });

  test.each([61, 103, 121, 122])('are %i where the reference makes one too many', (steps) => {
    const list = timesteps({ timestep_spacing: 'trailing' }, steps);
    expect(list).toHaveLength(steps);
    expect(list.at(-1)).toBeGreaterThan(0);
  });

  test('of LCM come from its distillation', () => {
    expect(createSchedule(schedulerConfig('lcm'), { steps: 4 }).timesteps).toEqual([999, 759, 499, 259]);
  });

  test.each(['euler', 'ddim', 'pndm', 'dpm-solver', 'lcm'] as const)('of %s refuse 0 and 2.5 steps', (name) => {
    for (const steps of [0, 2.5, Number.NaN, 2000]) {
      expect(() => createSchedule(schedulerConfig(name, { skip_prk_steps: true }), { steps })).toThrow(/steps/);
    }
  });
});

describe('scheduler_config.json', () => {
  test('of SD-Turbo', () => {
    const config = readSchedulerConfig(
      file({
        _class_name: 'EulerDiscreteScheduler',
        timestep_spacing: 'trailing',
        steps_offset: 1,
        clip_sample: false,
      }),
    );
    expect(config).toMatchObject({ scheduler: 'euler', timestepSpacing: 'trailing', predictionType: 'epsilon' });
    expect(createSchedule(config, { steps: 1 }).initialNoise).toBeCloseTo(14.6146, 4);
  });

  test('of SD 1.5, with the options its class leaves out', () => {
    const text = file({ _class_name: 'PNDMScheduler', skip_prk_steps: true, steps_offset: 1, trained_betas: null });
    expect(readSchedulerConfig(text)).toMatchObject({ scheduler: 'pndm', timestepSpacing: 'leading', stepsOffset: 1 });
    expect(readSchedulerConfig(text, 'euler')).toMatchObject({ scheduler: 'euler', timestepSpacing: 'linspace' });
    expect(readSchedulerConfig(text, 'ddim')).toMatchObject({ scheduler: 'ddim', clipSampleRange: null });
  });

  test('with the -Infinity that Python writes', () => {
    const text = file({ _class_name: 'DPMSolverMultistepScheduler' }).replace('}', ',"lambda_min_clipped": -Infinity}');
    expect(readSchedulerConfig(text).scheduler).toBe('dpm-solver');
  });

  test.each([
    [{ _class_name: 'FlowMatchEulerDiscreteScheduler' }, /FlowMatchEulerDiscreteScheduler/],
    [{ _class_name: 'PNDMScheduler' }, /skip_prk_steps/],
    [{ _class_name: 'DPMSolverMultistepScheduler', algorithm_type: 'sde-dpmsolver++' }, /algorithm_type/],
    [{ _class_name: 'DPMSolverMultistepScheduler', solver_order: 3 }, /solver_order/],
    [{ _class_name: 'DDIMScheduler', thresholding: true }, /thresholding/],
    [{ _class_name: 'DDIMScheduler', rescale_betas_zero_snr: true }, /rescale_betas_zero_snr/],
    [{ _class_name: 'EulerDiscreteScheduler', prediction_type: 'sample' }, /prediction_type/],
    [{ _class_name: 'EulerDiscreteScheduler', beta_start: 'small' }, /beta_start/],
  ])('refuses %j clearly', (options, message) => {
    expect(() => readSchedulerConfig(file(options))).toThrow(message);
  });

  test('refuses what is not JSON', () => {
    expect(() => readSchedulerConfig('<html>')).toThrow(/not JSON/);
  });
});
