import { KinoraError } from '@kinora/capabilities';
import { decodeInTiles, fromRgba, normalNoise, sampleLatents, toRgba } from '@kinora/media/diffusion';
import type { Latents, LatentPicture, RgbaPicture } from '@kinora/media/diffusion';
import { isOutOfMemory, openOnce } from './runtime.ts';
import type { Feed, Session } from './runtime.ts';

/** Turns latents into pictures and back. */
export type Autoencoder = {
  decode(picture: LatentPicture): Promise<RgbaPicture>;
  /** Null when it has no encoder. */
  encode: ((picture: RgbaPicture, noise: (length: number) => Latents) => Promise<Latents>) | null;
};

/** Options of {@link createAutoencoder}. */
export type AutoencoderOptions = {
  openDecoder(): Promise<Session>;
  openEncoder: (() => Promise<Session>) | null;
  /** Latents are divided by this before the decoder: 0.18215 for the VAE, 1 for TAESD. */
  scalingFactor: number;
  /** Values of pixels: those of diffusers (-1 to 1), or to be found out, because exports of TAESD differ. */
  range: 'signed' | 'find-out';
  /** Decodes in tiles from the start. Otherwise only after memory ran out once. */
  isTiled: boolean;
};

/** Sessions are opened at their first use and kept. */
export function createAutoencoder(options: AutoencoderOptions): Autoencoder {
  const { openDecoder, openEncoder, scalingFactor } = options;
  let { isTiled } = options;
  const encoder = openEncoder && openOnce(openEncoder);
  const decoder = openOnce(async () => {
    const session = await openDecoder();
    return { session, isUnit: options.range === 'find-out' && (await isUnitRange(session)) };
  });

  const decodePart = async ({ latents, width, height }: LatentPicture): Promise<Float32Array> => {
    const { session, isUnit } = await decoder();
    const scaled = latents.map((value) => value / scalingFactor);
    const pixels = await runDecoder(session, { data: scaled, dims: [1, 4, height, width] });
    return isUnit ? pixels.map((value) => value * 2 - 1) : pixels;
  };

  return {
    async decode(picture) {
      const size = { width: picture.width * 8, height: picture.height * 8 };
      if (!isTiled) {
        try {
          return toRgba(await decodePart(picture), size);
        } catch (error) {
          if (!isOutOfMemory(error)) throw error;
          isTiled = true;
        }
      }
      return toRgba(await decodeInTiles(picture, { decode: decodePart }), size);
    },
    encode:
      encoder &&
      (async (picture, noise) => {
        const { isUnit } = options.range === 'signed' ? { isUnit: false } : await decoder();
        const session = await encoder();
        const pixels = fromRgba(picture);
        const data = isUnit ? pixels.map((value) => (value + 1) / 2) : pixels;
        const { dims, values } = await runOnly(session, { data, dims: [1, 3, picture.height, picture.width] });
        // Eight channels are mean and log-variance, four are latents already.
        const latents = dims[1] === 8 ? sampleLatents(values, noise(values.length / 2)) : values;
        return latents.map((value) => value * scalingFactor);
      }),
  };
}

/**
 * Whether a decoder gives pixels from 0 to 1, as the original TAESD, or from -1 to 1, as diffusers' export of it: random
 * latents decode to a colourful picture, which is half below 0 in the second and hardly in the first.
 */
async function isUnitRange(session: Session): Promise<boolean> {
  const pixels = await runDecoder(session, { data: normalNoise(1)(4 * 64), dims: [1, 4, 8, 8] });
  const below = pixels.reduce((count, value) => count + Number(value < 0), 0);
  return below < pixels.length * 0.25;
}

async function runDecoder(session: Session, feed: Feed): Promise<Float32Array> {
  const [input] = session.inputs;
  const output = session.outputs.find(({ shape }) => shape.length === 4) ?? session.outputs[0];
  if (input === undefined || output === undefined) {
    throw new KinoraError('provider.unavailable', "This model's decoder has no input or output; install it again.");
  }
  const { [output.name]: result } = await session.run({ [input.name]: feed }, [output.name]);
  return result?.data ?? new Float32Array();
}

async function runOnly(session: Session, feed: Feed): Promise<{ dims: readonly number[]; values: Latents }> {
  const [input] = session.inputs;
  const output = session.outputs.find(({ shape }) => shape.length === 4) ?? session.outputs[0];
  if (input === undefined || output === undefined) {
    throw new KinoraError('provider.unavailable', "This model's encoder has no input or output; install it again.");
  }
  const { [output.name]: result } = await session.run({ [input.name]: feed }, [output.name]);
  return { dims: result?.dims ?? [], values: Float64Array.from(result?.data ?? []) };
}
