import { describe, expect, test, vi } from 'vitest';
import type { Latents } from './latents.ts';
import { imageToImage, textToImage } from './loops.ts';
import { normalNoise } from './noise.ts';
import { createSchedule } from './schedule.ts';
import { schedulerConfig, schedulerNames } from './scheduler-config.ts';

const stable = { beta_start: 0.00085, beta_end: 0.012, beta_schedule: 'scaled_linear', skip_prk_steps: true };
const size = 64;
const target = normalNoise(99)(size);

/** A perfect model: it knows the picture, so every sampler must end in it. */
function knowing(name: (typeof schedulerNames)[number], prediction: 'epsilon' | 'v_prediction', steps: number) {
  const config = schedulerConfig(name, {
    ...stable,
    prediction_type: prediction,
    set_alpha_to_one: true,
    clip_sample: false,
  });
  const schedule = createSchedule(config, { steps });
  const alphas = betas().alphas;
  const denoise = (input: Latents, timestep: number): Latents => {
    const low = Math.floor(timestep);
    const sigmaAt = (index: number) => Math.sqrt((1 - alphas[index]!) / alphas[index]!);
    const sigma = sigmaAt(low) + (sigmaAt(Math.min(low + 1, 999)) - sigmaAt(low)) * (timestep - low);
    const alpha = 1 / (1 + sigma ** 2);
    const noise = input.map((x, at) => (x - Math.sqrt(alpha) * target[at]!) / Math.sqrt(1 - alpha));
    if (prediction === 'epsilon') return noise;
    return noise.map((value, at) => Math.sqrt(alpha) * value - Math.sqrt(1 - alpha) * target[at]!);
  };
  return { schedule, denoise };
}

function betas() {
  let product = 1;
  const alphas = Array.from({ length: 1000 }, (_, i) => {
    const beta = (Math.sqrt(0.00085) + ((Math.sqrt(0.012) - Math.sqrt(0.00085)) * i) / 999) ** 2;
    return (product *= 1 - beta);
  });
  return { alphas };
}

const distance = (a: Latents, b: Latents) => Math.max(...a.map((value, at) => Math.abs(value - b[at]!)));

describe.each(schedulerNames)('%s', (name) => {
  test.each(['epsilon', 'v_prediction'] as const)(
    'ends in the picture that a perfect model knows (%s)',
    async (kind) => {
      const { schedule, denoise } = knowing(name, kind, 12);
      const random = normalNoise(1);
      const made = await textToImage({ schedule, denoise, noise: () => random(size) });
      expect(distance(made, target)).toBeLessThan(
        name === 'dpm-solver' || name === 'lcm' ? 1e-6 : name === 'pndm' ? 0.1 : 0.02,
      );
    },
  );

  test('returns the input at strength 0 without calling the model', async () => {
    const { schedule } = knowing(name, 'epsilon', 4);
    const denoise = vi.fn<() => Latents>();
    const clean = normalNoise(5)(size);
    const noise = () => normalNoise(1)(size);
    expect(await imageToImage({ schedule, denoise, noise, clean, strength: 0 })).toBe(clean);
    expect(denoise).not.toHaveBeenCalled();
  });

  test('refuses a strength that leaves no step', async () => {
    const { schedule, denoise } = knowing(name, 'epsilon', 2);
    const noise = () => normalNoise(1)(size);
    await expect(imageToImage({ schedule, denoise, noise, clean: target, strength: 0.3 })).rejects.toThrow(/strength/);
  });
});

test('takes more of the steps with more strength', async () => {
  const { schedule, denoise } = knowing('euler', 'epsilon', 20);
  const clean = target.map((value, at) => value + (at % 2 === 0 ? 1 : -1));
  const moved = async (strength: number) => {
    const timesteps: number[] = [];
    const random = normalNoise(1);
    const onModel = (input: Latents, timestep: number) => {
      timesteps.push(timestep);
      return denoise(input, timestep);
    };
    await imageToImage({ schedule, denoise: onModel, noise: () => random(size), clean, strength });
    return timesteps;
  };
  expect(await moved(0.29)).toHaveLength(5);
  expect(await moved(0.5)).toHaveLength(10);
  expect((await moved(1))[0]).toBe(schedule.timesteps[0]);
});

test('stops between steps when the signal aborts', async () => {
  const { schedule, denoise } = knowing('euler', 'epsilon', 8);
  const controller = new AbortController();
  let calls = 0;
  const counting = (input: Latents, timestep: number) => {
    if (++calls === 3) controller.abort(new Error('enough'));
    return denoise(input, timestep);
  };
  const noise = () => normalNoise(1)(size);
  const running = textToImage({ schedule, denoise: counting, noise, signal: controller.signal });
  await expect(running).rejects.toThrow('enough');
  expect(calls).toBe(3);
});

test('tells its steps', async () => {
  const { schedule, denoise } = knowing('ddim', 'epsilon', 4);
  const seen: string[] = [];
  const noise = () => normalNoise(1)(size);
  await textToImage({ schedule, denoise, noise, onStep: ({ step, steps }) => void seen.push(`${step}/${steps}`) });
  expect(seen).toEqual(['1/4', '2/4', '3/4', '4/4']);
});
