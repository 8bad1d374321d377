import { describe, expect, test } from 'vitest';
import { mapLatents } from './latents.ts';
import { normalNoise } from './noise.ts';
import { planOneStep } from './one-step.ts';
import { schedulerConfig } from './scheduler-config.ts';

const stable = { beta_start: 0.00085, beta_end: 0.012, beta_schedule: 'scaled_linear' };
const [picture, noise] = [normalNoise(1)(64), normalNoise(2)(64)];

describe.each(['epsilon', 'v_prediction'] as const)('a model that predicts %s', (prediction_type) => {
  const config = schedulerConfig('euler', { ...stable, prediction_type });

  test.each([0, 0.3, 0.5, 1])('that knows the picture gives it back from strength %f', (strength) => {
    const step = planOneStep(config, strength);
    const noised = step.noised(picture, noise);
    // What is left of the picture, learnt from the sample itself.
    const signal =
      (noised[0]! - noised[1]! * (noise[0]! / noise[1]!)) / (picture[0]! - picture[1]! * (noise[0]! / noise[1]!));
    const rest = Math.sqrt(1 - signal ** 2);
    const output =
      prediction_type === 'epsilon' ? noise : mapLatents(64, (at) => signal * noise[at]! - rest * picture[at]!);
    const clean = step.clean(noised, output);
    for (const [at, value] of picture.entries()) expect(clean[at]).toBeCloseTo(value, 5);
  });
});

test('the level rises with the strength from nearly nothing to nearly all noise', () => {
  const config = schedulerConfig('euler', stable);
  const share = (strength: number) => {
    const step = planOneStep(config, strength);
    return {
      timestep: step.timestep,
      noise: step.noised(
        mapLatents(1, () => 0),
        mapLatents(1, () => 1),
      )[0]!,
    };
  };
  expect(share(0)).toEqual({ timestep: 0, noise: expect.closeTo(Math.sqrt(0.00085), 6) as number });
  expect(share(1).timestep).toBe(999);
  expect(share(1).noise).toBeGreaterThan(0.99);
  expect(share(0.3).noise).toBeLessThan(share(0.6).noise);
});
