import { KinoraError } from '@kinora/capabilities';
import { guidanceScaleEmbedding, guide } from '@kinora/media/diffusion';
import type { Denoiser, Latents } from '@kinora/media/diffusion';
import type { Feed, Session, ValueDescription } from './runtime.ts';
import type { Size } from './sizes.ts';
import type { Embeddings, EncodedPrompts } from './text.ts';

/** A UNet whose inputs are known. */
export type Unet = {
  /** The only size in pixels it takes, when its export isn't dynamic. */
  fixed: Size | undefined;
  /** Whether it takes prompts longer than one sequence. */
  takesLongPrompts: boolean;
  /** Whether guidance is an input instead of a second call, as in LCM models. */
  hasGuidanceInput: boolean;
  /** The denoiser for one picture. */
  denoiser(options: DenoiserOptions): Denoiser;
  /**
   * One call without guidance for several pictures of one size at once, where the export takes as many and their timesteps
   * and prompts allow it; otherwise one after the other.
   */
  predict(pictures: readonly NoisyPicture[], size: { width: number; height: number }): Promise<Latents[]>;
};

/** A noisy sample, and what the model is to make of it. */
export type NoisyPicture = { sample: Latents; timestep: number; text: Embeddings };

/** Options of {@link Unet.denoiser}. */
export type DenoiserOptions = {
  /** Of the latents. */
  width: number;
  height: number;
  prompts: EncodedPrompts;
  /** 1 or less: no guidance. */
  guidance: number;
  guidanceRescale: number;
  /** Whether both prompts go through the model at once; twice takes less memory. */
  isBatched: boolean;
};

type Inputs = {
  sample: ValueDescription;
  timestep: ValueDescription;
  text: ValueDescription;
  guidance: ValueDescription | undefined;
};

/**
 * Learns a UNet's inputs from its session: names differ between exporters, ranks don't.
 * @throws KinoraError `provider.unavailable` when it wants something Stable Diffusion 1 and 2 don't.
 */
export function readUnet(session: Session): Unet {
  const inputs = findInputs(session.inputs);
  const output = session.outputs[0];
  if (output === undefined) throw refuse('gives nothing');
  const [batch, , high, wide] = inputs.sample.shape;
  const fixed =
    typeof high === 'number' && typeof wide === 'number' ? { width: wide * 8, height: high * 8 } : undefined;

  const predict = async (texts: readonly Embeddings[], sample: Feed, timestep: number, guidance: number) => {
    const count = texts.length;
    const [first] = texts;
    const feeds: Record<string, Feed> = {
      [inputs.sample.name]: sample,
      [inputs.timestep.name]: timestepFeed(inputs, timestep, count),
      [inputs.text.name]: {
        data: count === 1 ? first!.data : concatenate(texts.map(({ data }) => data)),
        dims: [count, first!.tokens, first!.width],
      },
    };
    if (inputs.guidance) {
      const size = inputs.guidance.shape.at(-1);
      const embedding = guidanceScaleEmbedding(guidance, typeof size === 'number' ? size : 256);
      feeds[inputs.guidance.name] = { data: embedding, dims: [1, embedding.length] };
    }
    const { [output.name]: result } = await session.run(feeds, [output.name]);
    return Float64Array.from(result?.data ?? []);
  };

  return {
    fixed,
    takesLongPrompts: typeof inputs.text.shape[1] !== 'number',
    hasGuidanceInput: inputs.guidance !== undefined,
    async predict(pictures, { width, height }) {
      const [first] = pictures;
      if (first === undefined) return [];
      const isAlike = pictures.every(
        ({ timestep, text }) => timestep === first.timestep && text.tokens === first.text.tokens,
      );
      if (pictures.length > 1 && (typeof batch === 'number' || inputs.guidance !== undefined || !isAlike)) {
        const each: Latents[] = [];
        for (const picture of pictures) each.push(...(await this.predict([picture], { width, height })));
        return each;
      }
      const sample = concatenate(pictures.map((picture) => picture.sample));
      const texts = pictures.map(({ text }) => text);
      const all = await predict(texts, { data: sample, dims: [texts.length, 4, height, width] }, first.timestep, 1);
      const length = 4 * width * height;
      return pictures.map((_, index) => all.slice(index * length, (index + 1) * length));
    },
    denoiser({ width, height, prompts, guidance, guidanceRescale, isBatched }) {
      const { prompt, negative } = prompts;
      const dims = [1, 4, height, width];
      if (negative === null || inputs.guidance) {
        return (input, timestep) => predict([prompt], { data: input, dims }, timestep, guidance);
      }
      const isTogether = batch === 2 || (isBatched && typeof batch !== 'number');
      return async (input, timestep): Promise<Latents> => {
        let unconditioned: Latents;
        let conditioned: Latents;
        if (isTogether) {
          const sample = { data: concatenate([input, input]), dims: [2, 4, height, width] };
          const both = await predict([negative, prompt], sample, timestep, guidance);
          unconditioned = both.subarray(0, input.length);
          conditioned = both.subarray(input.length);
        } else {
          const sample = { data: input, dims };
          unconditioned = await predict([negative], sample, timestep, guidance);
          conditioned = await predict([prompt], sample, timestep, guidance);
        }
        return guide({ unconditioned, conditioned, scale: guidance, rescale: guidanceRescale });
      };
    },
  };
}

function findInputs(all: readonly ValueDescription[]): Inputs {
  const sample = all.find(({ shape }) => shape.length === 4);
  const text = all.find(({ shape }) => shape.length === 3);
  const timestep = all.find(({ name, shape }) => shape.length <= 1 && /time|^t$/i.test(name));
  const guidance = all.find(({ name, shape }) => shape.length === 2 && /timestep_cond|guidance/i.test(name));
  if (sample === undefined || text === undefined || timestep === undefined) {
    throw refuse(`lacks a sample, a timestep or a text input among ${all.map(({ name }) => name).join(', ')}`);
  }
  const known = new Set([sample, text, timestep, guidance]);
  const [other] = all.filter((each) => !known.has(each));
  if (other) throw refuse(`wants "${other.name}" as well`);
  if (sample.shape[1] !== 4 && typeof sample.shape[1] === 'number') {
    throw refuse(`takes ${sample.shape[1]} channels, so it is made for inpainting or something else`);
  }
  return { sample, timestep, text, guidance };
}

/** A scalar, one for all, or one for each sample: told by the name of its dimension. */
function timestepFeed({ timestep, sample }: Inputs, value: number, count: number): Feed {
  const [size] = timestep.shape;
  if (size === undefined) return { data: [value], dims: [] };
  const isEach = size === count || (typeof size === 'string' && size === sample.shape[0]);
  const length = isEach ? count : 1;
  return { data: Array.from({ length }, () => value), dims: [length] };
}

function concatenate(parts: readonly (Float32Array | Float64Array)[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function refuse(reason: string): KinoraError {
  return new KinoraError(
    'provider.unavailable',
    `This model's UNet ${reason}. Kinora paints with Stable Diffusion 1, 2 and Turbo; choose one of those.`,
  );
}
